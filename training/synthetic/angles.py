"""Poses as vectors of joint angles, and their joint rotations.

All angles are degrees away from the mesh's rest pose, a flat hand with the fingers slightly apart and the thumb out.
"""

from __future__ import annotations

import numpy as np

from training.synthetic.skeleton import Array, Side

LONG_FINGERS = ("index", "middle", "ring", "pinky")

ANGLES = (
    *(f"{finger}.{angle}" for finger in LONG_FINGERS for angle in ("mcp", "spread", "pip", "dip")),
    "thumb.flex",
    "thumb.abduct",
    "thumb.twist",
    "thumb.mcp",
    "thumb.ip",
    "wrist.flex",
    "wrist.deviate",
)
"""The angles of a pose vector, in degrees.

``mcp``, ``pip``, ``dip``: a finger's three bends, positive towards the palm. ``spread``: sideways at the knuckle,
positive towards the thumb. ``thumb.flex``, ``abduct``, ``twist``: turns of the thumb's root about its own axes;
``thumb.mcp`` and ``ip`` bend its outer joints. ``wrist.flex`` bends the hand palmwards against the forearm,
``wrist.deviate`` thumbwards.
"""


def rotations(angles: Array, side: Side) -> dict[str, Array]:
    """A pose vector as joint rotations for ``pose_hand``.

    Args:
        angles: ``(len(ANGLES),)`` degrees.
        side: Left or right hand; rotations out of the bending plane are mirrored for the left.

    Returns:
        ``(3, 3)`` rotations by joint name.
    """
    named = dict(zip(ANGLES, np.radians(angles), strict=True))
    mirror = 1.0 if side == "right" else -1.0
    turned: dict[str, Array] = {}
    for finger in LONG_FINGERS:
        base = f"{finger}-finger-phalanx"
        spread = _about_y(mirror * named[f"{finger}.spread"])
        turned[f"{base}-proximal"] = spread @ _about_x(-named[f"{finger}.mcp"])
        turned[f"{base}-intermediate"] = _about_x(-named[f"{finger}.pip"])
        turned[f"{base}-distal"] = _about_x(-named[f"{finger}.dip"])
    root = _about_y(mirror * named["thumb.abduct"]) @ _about_x(-named["thumb.flex"])
    turned["thumb-metacarpal"] = root @ _about_z(mirror * named["thumb.twist"])
    turned["thumb-phalanx-proximal"] = _about_x(-named["thumb.mcp"])
    turned["thumb-phalanx-distal"] = _about_x(-named["thumb.ip"])
    return turned


def forearm_direction(angles: Array, side: Side) -> Array:
    """Direction of the forearm, a ``(3,)`` unit vector in hand coordinates."""
    flex, deviate = np.radians(angles[-2]), np.radians(angles[-1])
    thumbwards = 1.0 if side == "right" else -1.0
    direction = np.array([thumbwards * np.tan(deviate), -np.cos(flex), np.sin(flex)])
    return np.asarray(direction / np.linalg.norm(direction), dtype=np.float64)


def _about_x(angle: float) -> Array:
    cos, sin = np.cos(angle), np.sin(angle)
    return np.array([[1.0, 0.0, 0.0], [0.0, cos, -sin], [0.0, sin, cos]])


def _about_y(angle: float) -> Array:
    cos, sin = np.cos(angle), np.sin(angle)
    return np.array([[cos, 0.0, sin], [0.0, 1.0, 0.0], [-sin, 0.0, cos]])


def _about_z(angle: float) -> Array:
    cos, sin = np.cos(angle), np.sin(angle)
    return np.array([[cos, -sin, 0.0], [sin, cos, 0.0], [0.0, 0.0, 1.0]])
