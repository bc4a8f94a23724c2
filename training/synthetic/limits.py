"""Joint limits, and coupling between the joints of a hand.

Sources: J. Lin, Y. Wu, T. S. Huang, "Modeling the constraints of human hand motion", Workshop on Human Motion, IEEE,
2000 (bends and abduction of the fingers, and that a finger's last joint follows the one before it by two thirds);
American Academy of Orthopaedic Surgeons, "Joint motion: method of measuring and recording", 1965 (bends backwards,
thumb and wrist). The limits of the thumb's root are those of the mesh: its axes are not the anatomical ones.
"""

from __future__ import annotations

import numpy as np

from training.synthetic.angles import ANGLES
from training.synthetic.skeleton import Array

DISTAL_FOLLOWS = 2 / 3
"""How much a finger's ``dip`` changes with its ``pip``."""

_ABDUCTION_DEG = 18.0
_LITTLE_ABDUCTION_DEG = 22.0
# The spread at which the mesh looks at ease: half way from its rest pose to fingers pressed together.
_EASE_DEG = {"index": -2.0, "middle": 2.0, "ring": 6.5, "pinky": 8.5}
_BENDS_DEG = {"mcp": (-15.0, 90.0), "pip": (-5.0, 110.0), "dip": (-5.0, 90.0)}
_OTHERS_DEG = {
    "thumb.flex": (-25.0, 50.0),
    "thumb.abduct": (-25.0, 45.0),
    "thumb.twist": (-20.0, 35.0),
    "thumb.mcp": (-10.0, 65.0),
    "thumb.ip": (-15.0, 80.0),
    "wrist.flex": (-60.0, 60.0),
    "wrist.deviate": (-30.0, 20.0),
}


def _limits_of(name: str) -> tuple[float, float]:
    if name in _OTHERS_DEG:
        return _OTHERS_DEG[name]
    finger, angle = name.split(".")
    if angle == "spread":
        room = _LITTLE_ABDUCTION_DEG if finger == "pinky" else _ABDUCTION_DEG
        return _EASE_DEG[finger] - room, _EASE_DEG[finger] + room
    return _BENDS_DEG[angle]


LIMITS_DEG: Array = np.array([_limits_of(name) for name in ANGLES])
"""``(len(ANGLES), 2)``: the smallest and the largest angle of each joint, degrees from the mesh's rest pose."""


def within_limits(angles: Array) -> Array:
    """``angles``, ``(len(ANGLES),)`` degrees, clipped to the joint limits."""
    return np.clip(angles, LIMITS_DEG[:, 0], LIMITS_DEG[:, 1])
