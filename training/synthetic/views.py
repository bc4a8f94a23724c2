"""Views of poses: distributions of azimuth, tilt and roll."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

import numpy as np

from training.synthetic.skeleton import Side

_SIDEWAYS_SHARE = 0.2
_DOWN_SHARE = 0.06
# Nearer than this to the line of sight, fingers are spots.
_MOST_TILT_DEG = 72.0


class View(NamedTuple):
    """A distribution of views.

    Attributes:
        share: Relative frequency among the views of its pose.
        azimuth_deg: Rotation about the forearm: 0 shows the palm, 90 the thumb's side, 180 the back.
        azimuth_spread_deg: Standard deviation of the azimuth.
        tilt_spread_deg: Standard deviation of the tilt.
        tilt_deg: Tilt of the fingertips towards the camera; at 90 the knuckles point at it.
    """

    share: float
    azimuth_deg: float
    azimuth_spread_deg: float
    tilt_spread_deg: float
    tilt_deg: float = 0.0


class Aim(Enum):
    """The part of the hand that a person holds upright in a pose, which determines the roll."""

    FINGERS = "fingers"
    THUMB = "thumb"
    THUMB_DOWN = "thumb_down"
    BEAK = "beak"


PALM = (View(0.8, 0, 22, 14), View(0.2, 180, 22, 14))
PALM_ONLY = (View(1.0, 0, 20, 14),)
"""For poses that from elsewhere look like another: half closed hands look like lizards from the side."""

BOTH_FACES = (View(0.56, 0, 22, 14), View(0.34, 180, 22, 14), View(0.10, 0, 18, 10, 46))
FLAT_HAND = (
    View(0.36, 0, 26, 14), View(0.22, 180, 24, 14), View(0.10, 80, 15, 12), View(0.09, -80, 15, 12),
    View(0.15, 0, 22, 13, 48), View(0.08, 180, 22, 13, 48),
)  # fmt: skip
"""Palm, back, either edge, and held out towards the camera, palm down or up."""

FIST = (
    View(0.34, 0, 25, 18), View(0.25, 180, 25, 18), View(0.17, 80, 25, 15), View(0.05, -80, 20, 15),
    View(0.14, 0, 22, 12, 60), View(0.05, 80, 15, 12, 55),
)  # fmt: skip
"""All round, and with the knuckles towards the camera."""

FORK = (
    View(0.42, 0, 20, 14), View(0.24, 180, 20, 14), View(0.09, 54, 8, 10), View(0.08, -52, 8, 10),
    View(0.12, 0, 16, 8, 50), View(0.05, 180, 16, 8, 48),
)  # fmt: skip
"""For two fingers that must not hide each other: never quite edge-on, where scissors look like pointing."""

SALUTE = (
    View(0.52, 0, 16, 14), View(0.28, 180, 16, 14), View(0.07, 36, 6, 10), View(0.06, -36, 6, 10),
    View(0.07, 0, 16, 10, 38),
)  # fmt: skip
SALUTE_FACES = (View(0.62, 0, 13, 12), View(0.38, 180, 13, 12))
"""For fingers so little apart that any other view hides it."""

BEAK = (View(0.52, 85, 16, 12), View(0.22, -85, 16, 12), View(0.16, 52, 10, 12), View(0.10, 128, 10, 8))
"""From both sides, from half in front, and from above onto the back of the hand."""

OPEN_BEAK = (
    View(0.44, 85, 16, 12), View(0.18, -85, 16, 12), View(0.12, 50, 12, 12), View(0.08, 130, 12, 10),
    View(0.10, 5, 12, 8, 10), View(0.04, 150, 12, 10, 12),
)  # fmt: skip
"""As ``BEAK``, and from the front into the mouth; a closed one looks like a fist from there."""

THUMB_SEEN = (View(0.5, 0, 22, 14), View(0.35, 180, 20, 14), View(0.15, 42, 10, 12))
"""For a thumb held out: from its own side or the other it is hidden, or a spot."""

ALL_ROUND = (View(0.46, 0, 30, 18), View(0.27, 180, 30, 18), View(0.17, 75, 25, 15), View(0.10, 0, 20, 12, 55))


def sample_turn_and_tilt(rng: np.random.Generator, views: tuple[View, ...]) -> tuple[float, float]:
    """Sample azimuth and tilt in degrees from one of the views."""
    shares = np.array([view.share for view in views])
    view = views[int(rng.choice(len(shares), p=shares / shares.sum()))]
    azimuth = view.azimuth_deg + float(np.clip(rng.normal(0, view.azimuth_spread_deg), -45, 45))
    tilt = view.tilt_deg + float(np.clip(rng.normal(0, view.tilt_spread_deg), -45, 45))
    tilt = min(tilt, _MOST_TILT_DEG)
    return azimuth, tilt


def sample_roll(rng: np.random.Generator, aim: Aim, azimuth_deg: float, side: Side) -> float:
    """Sample the roll of a hand in degrees, for a pose held with this aim."""
    thumbwards = 1.0 if side == "right" else -1.0
    wobble = float(rng.normal(0, 15))
    if aim in (Aim.THUMB, Aim.THUMB_DOWN):
        # Seen from the palm, the thumb points to its side; a rotation by 90 degrees brings it up.
        quarter = 90.0 * thumbwards * (1.0 if np.cos(np.radians(azimuth_deg)) >= 0 else -1.0)
        return (quarter if aim is Aim.THUMB else -quarter) + wobble
    if aim is Aim.BEAK:
        # The palm faces down when a hand reaches sideways, so the roll depends on the side of the palm.
        towards = thumbwards * float(np.sign(np.sin(np.radians(azimuth_deg))) or 1.0)
        return towards * float(rng.uniform(25, 100)) if rng.random() < 0.5 else wobble * 1.3
    kind = rng.random()
    if kind < _SIDEWAYS_SHARE:
        return float(rng.choice([-1.0, 1.0]) * rng.uniform(40, 100))
    return wobble + 180.0 if kind > 1 - _DOWN_SHARE else wobble
