from __future__ import annotations

import numpy as np
import pytest

from gesture_app.domain.frames.far_hands import size_in_frame, with_distance
from gesture_app.domain.frames.frame import Hand, Handedness, Prediction
from gesture_app.domain.frames.gestures import DEFAULT_LABELS, ROCK
from gesture_app.domain.frames.sensitivity import IntentThresholds

FRAME_WH = (640, 480)
THRESHOLDS = IntentThresholds(0.8, 0.4, 0.1)


def hand(size: float) -> Hand:
    """A hand of this width and height, as fractions of those of the frame."""
    points = np.zeros((21, 3), np.float32)
    points[:, 0] = np.linspace(0, size * FRAME_WH[0], 21)
    points[:, 1] = np.linspace(0, size * FRAME_WH[1], 21)
    return Hand(points, Handedness.RIGHT, 1.0)


def prediction(rock: float, paper: float, thresholds: IntentThresholds | None = THRESHOLDS) -> Prediction:
    row = np.zeros(len(DEFAULT_LABELS), np.float32)
    row[DEFAULT_LABELS.index(ROCK)], row[DEFAULT_LABELS.index("paper")] = rock, paper
    row[DEFAULT_LABELS.none_index] = 1 - rock - paper
    return Prediction(DEFAULT_LABELS, row, intent_thresholds=thresholds)


def test_the_size_is_a_fraction_of_the_frame() -> None:
    assert size_in_frame(hand(0.25), FRAME_WH) == pytest.approx(0.25)


def test_a_near_hand_is_read_as_it_is() -> None:
    near = prediction(0.3, 0.2)
    assert with_distance(near, hand(0.25), FRAME_WH) is near


def test_the_smaller_a_hand_the_clearer_its_gesture_must_be() -> None:
    intents = [with_distance(prediction(0.4, 0.1), hand(size), FRAME_WH).intent for size in (0.2, 0.15, 0.1, 0.06)]
    assert intents == sorted(intents, reverse=True)
    assert intents[0] == pytest.approx(0.5)
    assert intents[2] == pytest.approx(0.318, abs=1e-3)  # odds of 1, times (1 / 2) ** 1.1


def test_which_gesture_it_would_be_stays_as_it_is() -> None:
    far = with_distance(prediction(0.4, 0.1), hand(0.1), FRAME_WH)
    assert far.among([ROCK, "paper"])[ROCK] == pytest.approx(0.8)
    assert far.best_gesture == ROCK
    assert float(far.probabilities.sum()) == pytest.approx(1)


def test_a_clear_gesture_counts_from_any_distance() -> None:
    assert with_distance(prediction(0.98, 0.0), hand(0.001), FRAME_WH).gesture == ROCK


@pytest.mark.parametrize("rock", [0.0, 1.0])
def test_certain_answers_stay(rock: float) -> None:
    certain = prediction(rock, 0.0)
    assert with_distance(certain, hand(0.05), FRAME_WH) is certain


def test_models_of_earlier_versions_answer_as_before() -> None:
    earlier = prediction(0.4, 0.1, None)
    assert with_distance(earlier, hand(0.05), FRAME_WH) is earlier
