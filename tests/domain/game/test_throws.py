from __future__ import annotations

import numpy as np
import pytest

from gesture_app.domain.frames.frame import FrameResult, Hand, Handedness, HandReading, Prediction
from gesture_app.domain.frames.gestures import GestureSet
from gesture_app.domain.game.throws import Observation

LABELS = GestureSet(("rock", "paper", "none"))


def hand_at(center_x_px: float, label: str) -> HandReading:
    points = np.zeros((21, 3), np.float32)
    points[:, 0] = np.linspace(center_x_px - 4, center_x_px + 4, 21)
    points[:, 1] = np.linspace(20, 28, 21)
    probabilities = np.full(3, 0.05, np.float32)
    probabilities[LABELS.index(label)] = 0.9
    return HandReading(Hand(points, Handedness.RIGHT, 0.9), Prediction(LABELS, probabilities), 0, label)


def test_an_observation_holds_the_hands_of_a_result_not_mirrored() -> None:
    result = FrameResult(3, 0.1, 7.1, (96, 64), (hand_at(24, "paper"), hand_at(72, "none")))
    observation = Observation.of(result, result.captured_s)
    assert observation.now_s == 7.1
    assert [hand.prediction for hand in observation.hands] == [reading.prediction for reading in result.hands]
    assert [hand.center_x for hand in observation.hands] == pytest.approx([0.25, 0.75])
    assert Observation.of(FrameResult(4, 0.2, 7.2, (96, 64)), 0.2) == Observation(0.2)


@pytest.mark.parametrize(("center_x_px", "center_x"), [(-20, 0.0), (120, 1.0)])
def test_a_hand_beyond_the_edge_is_at_the_edge(center_x_px: float, center_x: float) -> None:
    result = FrameResult(0, 0.0, 0.0, (96, 64), (hand_at(center_x_px, "rock"),))
    assert Observation.of(result, 0.0).hands[0].center_x == center_x
