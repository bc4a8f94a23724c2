from __future__ import annotations

import dataclasses
import io
import math
from pathlib import Path

import numpy as np
import pytest
from rich.console import Console

from tests.fakes.hand_samples import hand_sample
from training.evaluation.baselines import finger_rules, train_landmark_network
from training.hands.data.dataset import HandSample
from training.hands.data.splits import Split
from training.hands.recipe import parse_recipe

STRAIGHT, FOLDED, BEAK = (0.0, 0.0, 0.0), (70.0, 95.0, 40.0), (50.0, 15.0, 10.0)
TOGETHER, APART, SPOCK_GAP = (-4, -1, 2, 5), (-14, -4, 7, 18), (-14, -10, 13, 17)

Bend = tuple[float, float, float]


def hand(
    fingers: tuple[Bend, Bend, Bend, Bend],
    directions: tuple[float, float, float, float] = TOGETHER,
    *,
    thumb: tuple[float, float, float] = (-55.0, 0.0, 0.0),
) -> np.ndarray:
    """Landmarks of an upright hand, ``(21, 3)``, the palm one unit long.

    Args:
        fingers: Bends at knuckle, middle and outer joint from index to little finger, degrees, towards the camera.
        directions: Where the fingers point in the image, degrees from upwards.
        thumb: Where it points in the image, how far it is turned towards the camera, and the bend of each joint.
    """
    points = np.zeros((21, 3))
    at, towards, bend = thumb
    points[1] = (-0.25, -0.25, 0)
    for joint in range(3):
        points[2 + joint] = points[1 + joint] + 0.35 * direction(at + joint * bend, towards)
    for number, (bends, pointing) in enumerate(zip(fingers, directions, strict=True)):
        first = 5 + 4 * number
        points[first] = direction((-18, -5, 8, 21)[number], 0)
        for joint, total in enumerate(np.cumsum(bends)):
            points[first + joint + 1] = points[first + joint] + (0.45, 0.3, 0.2)[joint] * direction(pointing, total)
    return points


def direction(aside_deg: float, towards_deg: float) -> np.ndarray:
    """A unit vector that points up, turned aside in the image and towards the camera."""
    aside, towards = math.radians(aside_deg), math.radians(towards_deg)
    return np.array([math.sin(aside) * math.cos(towards), -math.cos(aside) * math.cos(towards), -math.sin(towards)])


CANONICAL = {
    "rock": hand((FOLDED,) * 4, thumb=(10.0, 30.0, 35.0)),
    "paper": hand((STRAIGHT,) * 4, APART),
    "scissors": hand((STRAIGHT, STRAIGHT, FOLDED, FOLDED), (-14, 6, 8, 12), thumb=(-10.0, 20.0, 35.0)),
    "lizard": hand((BEAK,) * 4, thumb=(-10.0, 50.0, 5.0)),
    "spock": hand((STRAIGHT,) * 4, SPOCK_GAP),
}
OTHERS = {
    "pointing": hand((STRAIGHT, FOLDED, FOLDED, FOLDED), thumb=(10.0, 30.0, 35.0)),
    "three": hand((STRAIGHT, STRAIGHT, STRAIGHT, FOLDED), APART),
    "four": hand((STRAIGHT,) * 4, (-20, -6, 9, 24), thumb=(20.0, 20.0, 45.0)),
    "thumb and two": hand((STRAIGHT, STRAIGHT, FOLDED, FOLDED), (-14, 6, 8, 12)),
    "thumbs up": hand((FOLDED,) * 4, thumb=(-80.0, 0.0, 0.0)),
    "half a fist": hand(((60.0, 60.0, 30.0),) * 4),
}


@pytest.mark.parametrize("label", CANONICAL)
def test_the_rules_know_each_gesture_by_its_fingers(label: str) -> None:
    assert finger_rules(CANONICAL[label]) == label


@pytest.mark.parametrize("name", OTHERS)
def test_the_rules_answer_none_where_nothing_fits(name: str) -> None:
    assert finger_rules(OTHERS[name]) == "none"


@pytest.mark.parametrize("label", CANONICAL)
def test_neither_turn_nor_side_nor_size_of_the_hand_matters_to_the_rules(label: str) -> None:
    angle = math.radians(70)
    turn = np.array([[math.cos(angle), -math.sin(angle), 0], [math.sin(angle), math.cos(angle), 0], [0, 0, 1]])
    other_hand = CANONICAL[label] * [-1, 1, 1]
    assert finger_rules(other_hand @ turn.T * 140 + [300, 200, 0]) == label


def test_a_closed_hand_with_the_thumb_folded_is_paper() -> None:
    assert finger_rules(hand((STRAIGHT,) * 4, TOGETHER, thumb=(20.0, 20.0, 45.0))) == "paper"


LEARNT = ("rock", "paper", "scissors")
RECIPE = parse_recipe({"name": "x", "labels": [*LEARNT, "none"], "data": {"rendered_share": 0.0}})


class TestLandmarkNetwork:
    """These import Keras, which takes seconds, so they share one class to say so."""

    def examples(self, source: str) -> list[HandSample]:
        shown = {label: CANONICAL[label] for label in LEARNT} | {"none": OTHERS["pointing"]}
        return [
            dataclasses.replace(
                hand_sample(label, source), landmarks_px=(points * 60 + [100, 100, 0]).astype(np.float32)
            )
            for label, points in shown.items()
        ]

    def test_it_learns_from_landmarks_what_they_show(self, tmp_path: Path) -> None:
        split = Split(self.examples("a"), self.examples("b"))
        console = Console(file=io.StringIO())
        network = train_landmark_network(split, RECIPE, tmp_path, console, epochs=4, hands_per_epoch=2048)
        turned = [(CANONICAL[label][:, [1, 0, 2]] * [-40, 40, 40]).astype(np.float32) for label in LEARNT]
        assert network.predict(turned) == list(LEARNT)
        assert network.predict([]) == []
