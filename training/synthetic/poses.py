"""Poses: joint angles with tolerances, which images sample and clips interpolate."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gesture_app.domain.frames.gestures import FIVE_GESTURES, LIZARD, NONE, PAPER, ROCK, SCISSORS, SPOCK
from training.synthetic.angles import ANGLES
from training.synthetic.limits import DISTAL_FOLLOWS, within_limits
from training.synthetic.skeleton import Array
from training.synthetic.views import (
    ALL_ROUND,
    BEAK,
    BOTH_FACES,
    FIST,
    FLAT_HAND,
    FORK,
    OPEN_BEAK,
    PALM,
    PALM_ONLY,
    SALUTE,
    SALUTE_FACES,
    THUMB_SEEN,
    Aim,
    View,
)

Bends = tuple[float, float, float, float]
"""A finger's ``mcp``, ``spread``, ``pip`` and ``dip``."""


@dataclass(frozen=True)
class Pose:
    """A hand pose with its natural variation.

    Attributes:
        name: Unique name.
        label: The label it is an example of.
        angles: ``(len(ANGLES),)`` degrees.
        slack: ``(len(ANGLES),)`` degrees, half width of the variation.
        views: Usual views.
        aim: The part that points up.
        share: Relative frequency among the poses of its label.
    """

    name: str
    label: str
    angles: Array
    slack: Array
    views: tuple[View, ...]
    aim: Aim = Aim.FINGERS
    share: float = 1.0


_FOLDED: tuple[Bends, Bends, Bends, Bends] = ((84, -2, 100, 52), (88, 0, 102, 55), (90, 5, 102, 55), (88, 10, 100, 55))
_AROUND_THUMB: tuple[Bends, Bends, Bends, Bends] = (
    (74, -2, 88, 45),
    (76, 0, 92, 46),
    (78, 5, 92, 46),
    (76, 10, 90, 46),
)
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
    views: tuple[View, ...] = BOTH_FACES,
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
    name: str,
    mcp: float,
    pip: float,
    thumb: tuple[float, float, float, float, float],
    *,
    share: float,
    views: tuple[View, ...] = BEAK,
) -> Pose:
    fingers: tuple[Bends, Bends, Bends, Bends] = (
        (mcp, -4, pip, 0.5 * pip),
        (mcp + 2, 4, pip + 1, 0.5 * pip),
        (mcp + 3, 13, pip, 0.5 * pip),
        (mcp + 3, 17, pip, 0.5 * pip),
    )
    wrist = (12.0, 0.0, 24.0, 8.0)
    return _pose(name, LIZARD, fingers, thumb, views=views, aim=Aim.BEAK, share=share, spread_slack=1.0, wrist=wrist)


def _spock(
    name: str,
    index: float,
    middle: float,
    ring: float,
    pinky: float,
    *,
    thumb_in: bool,
    share: float,
    views: tuple[View, ...] = SALUTE,
) -> Pose:
    fingers: tuple[Bends, Bends, Bends, Bends] = (
        (2, index, 3, 2),
        (1, middle, 3, 2),
        (1, ring, 3, 2),
        (3, pinky, 4, 2),
    )
    thumb = (26.0, 2.0, 6.0, 8.0, 8.0) if thumb_in else (2.0, 0.0, 0.0, 0.0, 0.0)
    return _pose(name, SPOCK, fingers, thumb, views=views, share=share, spread_slack=1.6, loose=0.9)


# No pose lies between a gesture and another pose: people disagree about half of a fist or half of a lizard, and a model
# that must refuse them refuses careless gestures, too.
POSES: tuple[Pose, ...] = (
    _pose("rock_across", ROCK, _FOLDED, (7, 30, 10, 60, 70), views=FIST, share=1.4),
    _pose("rock_low", ROCK, _FOLDED, (-10, 13, -8, 60, 72), views=FIST),
    _pose("rock_beside", ROCK, _FOLDED, (-16, -10, 6, 58, 54), views=FIST, share=1.4),
    _pose("rock_tucked", ROCK, _AROUND_THUMB, (35, -7, 13, 62, 78), views=FIST, share=0.7),
    _pose("rock_between", ROCK, _FOLDED, (15, 26, 28, 47, 61), views=FIST, share=0.3),
    _pose("paper_spread", PAPER, _APART, (-4, -2, 0, 0, 0), spread_slack=4.5),
    _pose(
        "paper_natural",
        PAPER,
        ((5, 3, 6, 4), (4, 2, 6, 4), (5, 3, 7, 4), (6, 1, 8, 4)),
        (10, 2, 3, 6, 6),
        spread_slack=4,
        views=FLAT_HAND,
    ),
    _pose(
        "paper_relaxed",
        PAPER,
        ((12, 0, 15, 10), (13, 2, 16, 10), (14, 5, 17, 10), (15, 8, 18, 10)),
        (14, 6, 6, 10, 10),
        loose=0.9,
        views=FLAT_HAND,
        share=1.4,
    ),
    _pose("paper_closed_thumb_out", PAPER, _TOGETHER, (4, 0, 0, 2, 2), spread_slack=1.2, loose=0.8, views=FLAT_HAND),
    _pose("paper_closed_thumb_in", PAPER, _TOGETHER, (28, 0, 4, 8, 8), spread_slack=1.2, loose=0.8, views=FLAT_HAND),
    _pose(
        "paper_closed_thumb_folded",
        PAPER,
        _TOGETHER,
        (20, -14, 26, 58, 60),
        spread_slack=1.2,
        loose=0.8,
        views=PALM,
    ),
    _pose(
        "paper_bent",
        PAPER,
        ((28, 3, 6, 4), (29, 2, 6, 4), (30, 4, 7, 4), (30, 4, 8, 4)),
        (-2, 0, 0, 4, 4),
        spread_slack=5,
        views=FLAT_HAND,
        share=1.2,
        loose=1.3,
        wrist=(4.0, 0.0, 24.0, 9.0),
    ),
    _pose(
        "scissors_wide",
        SCISSORS,
        ((0, 9, 3, 2), (0, -7, 3, 2), _RING, _PINKY),
        _THUMB_OVER_FINGERS,
        views=FORK,
        share=1.3,
    ),
    _pose(
        "scissors_usual",
        SCISSORS,
        ((3, 5, 5, 3), (3, -3, 5, 3), _RING, _PINKY),
        _THUMB_OVER_FINGERS,
        views=FORK,
        share=1.4,
    ),
    _pose(
        "scissors_narrow",
        SCISSORS,
        ((3, 2, 5, 3), (3, 2, 5, 3), _RING, _PINKY),
        _THUMB_OVER_FINGERS,
        share=0.9,
        spread_slack=1.5,
    ),
    _pose(
        "scissors_loose",
        SCISSORS,
        ((5, 6, 8, 4), (5, -4, 8, 4), (70, 4, 88, 40), (66, 8, 84, 40)),
        (22, 22, -4, 36, 30),
        loose=1.3,
        views=FORK,
    ),
    _pose(
        "scissors_thumb_aside",
        SCISSORS,
        ((3, 6, 5, 3), (3, -4, 5, 3), (76, 4, 92, 44), (74, 8, 90, 44)),
        (8, 6, 0, 28, 20),
        views=FORK,
        share=1.4,
        loose=1.2,
    ),
    _lizard("lizard_flat", 61, 13, (40, 24, 3, 13, 5), share=1.2),
    _lizard("lizard_beak", 54, 34, (41, 23, -4, 15, 6), share=1.2),
    _lizard("lizard_open", 48, 14, (27, 27, -1, 36, 8), share=1.0, views=OPEN_BEAK),
    _lizard("lizard_wide_open", 38, 14, (18, 32, 4, 20, 5), share=0.5, views=OPEN_BEAK),
    _lizard("lizard_stretched", 42, 10, (34, 14, -2, 12, 6), share=0.8, views=BEAK),
    _spock("spock_usual", 4, 14, -8, -4, thumb_in=False, share=1.4),
    _spock("spock_wide", 8, 19, -11, -9, thumb_in=False, share=1.0),
    _spock("spock_narrow", 1, 11, -2, 3, thumb_in=False, share=0.7, views=SALUTE_FACES),
    _spock("spock_thumb_in", 3, 13, -8, -4, thumb_in=True, share=1.0),
    _spock("spock_narrow_thumb_in", 1, 11, -2, 3, thumb_in=True, share=0.4, views=SALUTE_FACES),
    _pose("thumbs_up", NONE, _FOLDED, (-14, -12, 0, -4, -6), views=THUMB_SEEN, aim=Aim.THUMB, share=1.2),
    _pose("thumbs_down", NONE, _FOLDED, (-14, -12, 0, -4, -6), views=THUMB_SEEN, aim=Aim.THUMB_DOWN, share=0.7),
    _pose("pointing", NONE, ((0, 0, 3, 2), _MIDDLE, _RING, _PINKY), (8, 12, -3, 58, 53), views=ALL_ROUND, share=1.3),
    _pose("l_shape", NONE, ((0, 2, 3, 2), _MIDDLE, _RING, _PINKY), (-14, -8, 0, -4, -4)),
    _pose(
        "ok",
        NONE,
        ((48, 0, 58, 28), (12, 0, 12, 8), (8, -2, 10, 8), (4, -6, 8, 6)),
        (28, 28, -4, 17, 5),
        loose=0.5,
        views=PALM,
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
        ((32, 0, 38, 19), (36, 2, 40, 20), (40, 6, 42, 20), (42, 8, 44, 20)),
        (14, 12, 10, 14, 16),
        views=PALM_ONLY,
        loose=1.2,
        share=1.4,
    ),
    _pose(
        "claw",
        NONE,
        ((14, 6, 62, 40), (14, 0, 64, 40), (16, -4, 64, 40), (16, -8, 62, 38)),
        (6, 22, 4, 20, 36),
        loose=1.2,
        views=PALM_ONLY,
    ),
    _pose("pinky", NONE, (_INDEX, _MIDDLE, _RING, (0, -4, 4, 2)), (10, 40, 24, 58, 56), share=0.7),
    _pose(
        "middle_and_ring_down",
        NONE,
        ((4, 3, 5, 4), (70, 0, 70, 30), (72, 5, 70, 30), (4, -4, 5, 4)),
        (26, 26, -4, 30, 20),
        share=0.5,
    ),
    _pose(
        "crossed_fingers",
        NONE,
        ((12, -13, 8, 4), (2, 13, 3, 2), _RING, _PINKY),
        _THUMB_OVER_FINGERS,
        spread_slack=1.5,
        loose=0.7,
        views=PALM,
        share=0.8,
    ),
    _pose(
        "grabbing",
        NONE,
        ((34, 4, 50, 32), (34, 0, 52, 33), (36, -3, 52, 33), (38, -8, 50, 32)),
        (24, 22, 0, 20, 20),
        loose=1.2,
        views=PALM_ONLY,
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


# How much a finger errs with the whole hand, and by itself, its neighbours following: fingers do not move alone.
# Source: V. M. Zatsiorsky, Z. M. Li, M. L. Latash, "Enslaving effects in multi-finger force production", Experimental
# Brain Research, 2000.
_WITH_HAND = 0.5
_ENSLAVED = np.array([[0.8, 0.2, 0.0, 0.0], [0.15, 0.6, 0.25, 0.0], [0.0, 0.25, 0.5, 0.25], [0.0, 0.05, 0.35, 0.6]])
_PIP, _DIP = 2, 3


def sample_angles(rng: np.random.Generator, pose: Pose) -> Array:
    """A pose vector, ``(len(ANGLES),)`` degrees, near ``pose`` and within the joint limits.

    The fingers of one hand err together more than apart, neighbours more than others, and the last joint of a finger
    follows the one before it.
    """
    together = rng.uniform(-1, 1, 4)
    fingers = _WITH_HAND * together + (1 - _WITH_HAND) * (_ENSLAVED @ rng.uniform(-1, 1, (4, 4)))
    slack = pose.slack[:16].reshape(4, 4)
    errors = fingers * slack
    errors[:, _DIP] = 0.2 * errors[:, _DIP] + 0.8 * DISTAL_FOLLOWS * errors[:, _PIP]
    others = rng.uniform(-1, 1, len(ANGLES) - 16) * pose.slack[16:]
    return within_limits(pose.angles + np.concatenate([errors.ravel(), others]))


LABELS = (*FIVE_GESTURES, NONE)
"""The labels that can be rendered."""
