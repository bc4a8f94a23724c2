"""What hands do: each pose as joint angles with some slack, from which pictures draw and between which clips move."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np

from gesture_app.domain.gestures import FIVE_GESTURES, LIZARD, NONE, PAPER, ROCK, SCISSORS, SPOCK
from training.synthetic.angles import ANGLES
from training.synthetic.skeleton import Array

View = tuple[float, float, float, float]
"""A family of views: its share, the turn about the forearm in degrees (0 shows the palm, 90 the thumb's side, 180 the
back), the spread of that turn, and the spread of the tilt towards the camera."""

Bends = tuple[float, float, float, float]
"""A finger's ``mcp``, ``spread``, ``pip`` and ``dip``."""


class Aim(Enum):
    """What a person holds upright in a pose, and with it how the forearm lies in the picture."""

    FINGERS = "fingers"
    THUMB = "thumb"
    THUMB_DOWN = "thumb_down"
    BEAK = "beak"


@dataclass(frozen=True)
class Pose:
    """A way to hold a hand, with the room people leave in it.

    Attributes:
        name: Unique name.
        label: The label it is an example of.
        angles: ``(len(ANGLES),)`` degrees.
        slack: ``(len(ANGLES),)`` degrees, the half width of what still counts.
        views: From where it is usually seen.
        aim: What points up.
        share: How often it comes among the poses of its label.
    """

    name: str
    label: str
    angles: Array
    slack: Array
    views: tuple[View, ...]
    aim: Aim = Aim.FINGERS
    share: float = 1.0


_BOTH_FACES: tuple[View, ...] = ((0.62, 0.0, 22.0, 14.0), (0.38, 180.0, 22.0, 14.0))
_PALM: tuple[View, ...] = ((0.8, 0.0, 22.0, 14.0), (0.2, 180.0, 22.0, 14.0))
_FIST: tuple[View, ...] = (
    (0.45, 0.0, 25.0, 18.0),
    (0.3, 180.0, 25.0, 18.0),
    (0.2, 80.0, 25.0, 15.0),
    (0.05, -80.0, 20.0, 15.0),
)
_SIDES: tuple[View, ...] = (
    (0.58, 85.0, 16.0, 12.0),
    (0.17, -85.0, 16.0, 12.0),
    (0.17, 50.0, 12.0, 12.0),
    (0.08, 130.0, 12.0, 10.0),
)
_ALL_ROUND: tuple[View, ...] = ((0.5, 0.0, 30.0, 18.0), (0.3, 180.0, 30.0, 18.0), (0.2, 75.0, 25.0, 15.0))

_FOLDED: tuple[Bends, Bends, Bends, Bends] = ((84, -2, 100, 52), (88, 0, 102, 55), (90, 5, 102, 55), (88, 10, 100, 55))
_TOGETHER: tuple[Bends, Bends, Bends, Bends] = ((2, -4, 3, 2), (1, 4, 3, 2), (1, 13, 3, 2), (3, 17, 4, 2))
_APART: tuple[Bends, Bends, Bends, Bends] = ((2, 9, 3, 2), (0, 2, 3, 2), (0, -3, 3, 2), (2, -9, 4, 2))
_INDEX, _MIDDLE, _RING, _PINKY = _FOLDED
_THUMB_OVER_FINGERS = (17.0, 18.0, 3.0, 58.0, 55.0)


def _pose(
    name: str,
    label: str,
    fingers: tuple[Bends, Bends, Bends, Bends],
    thumb: tuple[float, float, float, float, float],
    *,
    views: tuple[View, ...] = _BOTH_FACES,
    aim: Aim = Aim.FINGERS,
    share: float = 1.0,
    loose: float = 1.0,
    spread_slack: float = 3.0,
    wrist: tuple[float, float, float, float] = (-2.0, 0.0, 14.0, 9.0),
) -> Pose:
    """A pose from four fingers, a thumb (flex, abduct, twist, mcp, ip) and a wrist (flex, deviate, their slack)."""
    finger_slack = np.tile([7.0 * loose, spread_slack, 7.0 * loose, 5.0 * loose], 4)
    thumb_slack = np.array([5.0, 5.0, 5.0, 6.0, 7.0]) * loose
    return Pose(
        name=name,
        label=label,
        angles=np.concatenate([np.ravel(fingers), thumb, wrist[:2]]).astype(np.float64),
        slack=np.concatenate([finger_slack, thumb_slack, wrist[2:]]),
        views=views,
        aim=aim,
        share=share,
    )


def _lizard(
    name: str, mcp: float, pip: float, thumb: tuple[float, float, float, float, float], *, share: float
) -> Pose:
    fingers: tuple[Bends, Bends, Bends, Bends] = (
        (mcp, -4, pip, 0.5 * pip),
        (mcp + 2, 4, pip + 1, 0.5 * pip),
        (mcp + 3, 13, pip, 0.5 * pip),
        (mcp + 3, 17, pip, 0.5 * pip),
    )
    wrist = (12.0, 0.0, 24.0, 8.0)
    return _pose(name, LIZARD, fingers, thumb, views=_SIDES, aim=Aim.BEAK, share=share, spread_slack=1.0, wrist=wrist)


def _spock(name: str, index: float, middle: float, ring: float, pinky: float, *, thumb_in: bool, share: float) -> Pose:
    fingers: tuple[Bends, Bends, Bends, Bends] = (
        (2, index, 3, 2),
        (1, middle, 3, 2),
        (1, ring, 3, 2),
        (3, pinky, 4, 2),
    )
    thumb = (26.0, 2.0, 6.0, 8.0, 8.0) if thumb_in else (2.0, 0.0, 0.0, 0.0, 0.0)
    return _pose(name, SPOCK, fingers, thumb, views=_PALM, share=share, spread_slack=1.3, loose=0.8)


POSES: tuple[Pose, ...] = (
    _pose("rock_across", ROCK, _FOLDED, (7, 30, 10, 60, 70), views=_FIST, share=1.4),
    _pose("rock_low", ROCK, _FOLDED, (-10, 13, -8, 60, 72), views=_FIST),
    _pose("rock_beside", ROCK, _FOLDED, (-16, -10, 6, 58, 54), views=_FIST),
    _pose("paper_spread", PAPER, _APART, (-4, -2, 0, 0, 0), spread_slack=4.5),
    _pose(
        "paper_natural",
        PAPER,
        ((5, 3, 6, 4), (4, 2, 6, 4), (5, 3, 7, 4), (6, 1, 8, 4)),
        (10, 2, 3, 6, 6),
        spread_slack=4,
    ),
    _pose("paper_closed_thumb_out", PAPER, _TOGETHER, (4, 0, 0, 2, 2), spread_slack=1.2, loose=0.8),
    _pose("paper_closed_thumb_in", PAPER, _TOGETHER, (28, 0, 4, 8, 8), spread_slack=1.2, loose=0.8),
    _pose(
        "paper_closed_thumb_folded",
        PAPER,
        _TOGETHER,
        (20, -14, 26, 58, 60),
        spread_slack=1.2,
        loose=0.8,
        views=_PALM,
        share=0.5,
    ),
    _pose("scissors_wide", SCISSORS, ((0, 9, 3, 2), (0, -7, 3, 2), _RING, _PINKY), _THUMB_OVER_FINGERS, share=1.3),
    _pose("scissors_usual", SCISSORS, ((3, 5, 5, 3), (3, -3, 5, 3), _RING, _PINKY), _THUMB_OVER_FINGERS, share=1.4),
    _pose(
        "scissors_narrow",
        SCISSORS,
        ((3, 2, 5, 3), (3, 2, 5, 3), _RING, _PINKY),
        _THUMB_OVER_FINGERS,
        share=0.5,
        spread_slack=1.5,
    ),
    _pose(
        "scissors_loose",
        SCISSORS,
        ((5, 6, 8, 4), (5, -4, 8, 4), (70, 4, 88, 40), (66, 8, 84, 40)),
        (22, 22, -4, 36, 30),
        loose=1.3,
    ),
    _lizard("lizard_flat", 61, 13, (40, 24, 3, 13, 5), share=1.2),
    _lizard("lizard_beak", 54, 34, (41, 23, -4, 15, 6), share=1.2),
    _lizard("lizard_open", 48, 14, (27, 27, -1, 36, 8), share=1.0),
    _lizard("lizard_wide_open", 38, 14, (18, 32, 4, 20, 5), share=0.5),
    _lizard("lizard_stretched", 42, 10, (34, 14, -2, 12, 6), share=0.8),
    _spock("spock_usual", 4, 14, -8, -4, thumb_in=False, share=1.4),
    _spock("spock_wide", 9, 19, -15, -11, thumb_in=False, share=1.0),
    _spock("spock_narrow", 1, 11, -2, 3, thumb_in=False, share=0.7),
    _spock("spock_thumb_in", 3, 13, -8, -4, thumb_in=True, share=1.0),
    _pose("thumbs_up", NONE, _FOLDED, (-14, -12, 0, -4, -6), views=_FIST, aim=Aim.THUMB, share=1.2),
    _pose("thumbs_down", NONE, _FOLDED, (-14, -12, 0, -4, -6), views=_FIST, aim=Aim.THUMB_DOWN, share=0.7),
    _pose("pointing", NONE, ((0, 0, 3, 2), _MIDDLE, _RING, _PINKY), (8, 12, -3, 58, 53), views=_ALL_ROUND, share=1.3),
    _pose("l_shape", NONE, ((0, 2, 3, 2), _MIDDLE, _RING, _PINKY), (-14, -8, 0, -4, -4)),
    _pose(
        "ok",
        NONE,
        ((48, 0, 58, 28), (12, 0, 12, 8), (8, -2, 10, 8), (4, -6, 8, 6)),
        (28, 28, -4, 17, 5),
        loose=0.5,
        views=_ALL_ROUND,
    ),
    _pose(
        "three_from_index", NONE, ((0, 8, 3, 2), (0, 1, 3, 2), (0, -5, 3, 2), (80, 10, 95, 50)), (38, 27, -9, 52, 20)
    ),
    _pose("three_with_thumb", NONE, ((0, 6, 3, 2), (0, -4, 3, 2), _RING, _PINKY), (-8, -4, 0, 0, 0)),
    _pose("four", NONE, ((2, 9, 3, 2), (0, 2, 3, 2), (0, -4, 3, 2), (2, -10, 4, 2)), (22, -10, 26, 56, 56), share=1.2),
    _pose("call_me", NONE, (_INDEX, _MIDDLE, _RING, (2, -8, 4, 2)), (-12, -10, 0, -4, -4)),
    _pose("horns", NONE, ((0, 2, 3, 2), _MIDDLE, _RING, (0, -4, 4, 2)), (10, 14, -7, 58, 62)),
    _pose("i_love_you", NONE, ((0, 4, 3, 2), _MIDDLE, _RING, (0, -6, 4, 2)), (-8, -4, 0, 0, 0)),
    _pose(
        "relaxed",
        NONE,
        ((24, 0, 30, 15), (30, 2, 34, 17), (36, 6, 38, 18), (40, 8, 40, 18)),
        (14, 12, 10, 14, 16),
        views=_ALL_ROUND,
        loose=1.2,
        share=1.4,
    ),
    _pose(
        "half_fist",
        NONE,
        ((52, 0, 62, 30), (58, 2, 66, 32), (62, 6, 68, 32), (64, 9, 66, 32)),
        (12, 16, 8, 22, 22),
        views=_ALL_ROUND,
        share=0.8,
    ),
    _pose(
        "claw",
        NONE,
        ((14, 6, 62, 40), (14, 0, 64, 40), (16, -4, 64, 40), (16, -8, 62, 38)),
        (6, 22, 4, 20, 36),
        loose=1.2,
        views=_ALL_ROUND,
    ),
    _pose("pinky", NONE, (_INDEX, _MIDDLE, _RING, (0, -4, 4, 2)), (10, 40, 24, 58, 56), share=0.7),
    _pose(
        "middle_and_ring_down",
        NONE,
        ((4, 3, 5, 4), (70, 0, 70, 30), (72, 5, 70, 30), (4, -4, 5, 4)),
        (26, 26, -4, 30, 20),
        share=0.5,
    ),
)
"""All poses. The thumb's angles were found by bringing its tip to its place while keeping it clear of the fingers."""


def poses_of(label: str) -> tuple[Pose, ...]:
    """The poses that are examples of ``label``.

    Raises:
        KeyError: If there are none.
    """
    found = tuple(pose for pose in POSES if pose.label == label)
    if not found:
        raise KeyError(f"no pose shows {label!r}; there are {', '.join(LABELS)}")
    return found


def pose_named(name: str) -> Pose:
    """The pose of that name.

    Raises:
        KeyError: If there is none.
    """
    for pose in POSES:
        if pose.name == name:
            return pose
    raise KeyError(f"{name!r} is not one of {', '.join(pose.name for pose in POSES)}")


def sample_angles(rng: np.random.Generator, pose: Pose) -> Array:
    """A pose vector, ``(len(ANGLES),)`` degrees, near ``pose``: fingers of one hand err together more than apart."""
    together = rng.uniform(-1, 1, 4)
    fingers = 0.55 * np.tile(together, 4) + 0.45 * rng.uniform(-1, 1, 16)
    errors = np.concatenate([fingers, rng.uniform(-1, 1, len(ANGLES) - 16)])
    return np.asarray(pose.angles + errors * pose.slack, dtype=np.float64)


LABELS = (*FIVE_GESTURES, NONE)
"""The labels that can be rendered."""
