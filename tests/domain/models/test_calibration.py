from __future__ import annotations

import numpy as np
import pytest

from gesture_app.domain.frames.sensitivity import IntentThresholds, Sensitivity
from gesture_app.domain.models.calibration import Calibration, IntentCalibration, intent_score

THRESHOLDS = IntentThresholds(low=0.9, normal=0.6, high=0.3)
LOGITS = np.array([[4.0, 1.0, 0.0], [0.0, 1.0, 3.0], [-2.0, 5.0, 5.0]], np.float32)
NONE_INDEX = 2


def test_one_temperature_calibrates_both_questions_of_earlier_models() -> None:
    probabilities = Calibration(temperature=2.0).probabilities(LOGITS, NONE_INDEX)
    expected = np.exp(LOGITS / 2) / np.exp(LOGITS / 2).sum(axis=1, keepdims=True)
    np.testing.assert_allclose(probabilities, expected, rtol=1e-6)


def test_with_slope_one_and_no_offset_both_questions_together_are_the_softmax() -> None:
    calibration = Calibration(intent=IntentCalibration(1.0, 0.0, THRESHOLDS))
    np.testing.assert_allclose(
        calibration.probabilities(LOGITS, NONE_INDEX), Calibration().probabilities(LOGITS, NONE_INDEX), rtol=1e-6
    )


def test_the_offset_changes_whether_a_gesture_is_meant_and_not_which() -> None:
    plain = Calibration(intent=IntentCalibration(1.0, 0.0, THRESHOLDS)).probabilities(LOGITS, NONE_INDEX)
    raised = Calibration(intent=IntentCalibration(1.0, 2.0, THRESHOLDS)).probabilities(LOGITS, NONE_INDEX)
    assert (raised[:, NONE_INDEX] < plain[:, NONE_INDEX]).all()
    np.testing.assert_allclose(raised[:, 0] / raised[:, 1], plain[:, 0] / plain[:, 1], rtol=1e-6)
    np.testing.assert_allclose(raised.sum(axis=1), 1.0)


def test_extreme_logits_leave_finite_conditional_probabilities() -> None:
    logits = np.array([[0.0, 1.0, 900.0], [900.0, 0.0, -900.0]])
    probabilities = Calibration(intent=IntentCalibration(1.0, 0.0, THRESHOLDS)).probabilities(logits, NONE_INDEX)
    assert np.isfinite(probabilities).all()
    assert probabilities[0, 1] > probabilities[0, 0] > 0


def test_a_hand_is_accepted_by_the_probability_of_all_gestures_together() -> None:
    calibration = Calibration(intent=IntentCalibration(1.0, 0.0, THRESHOLDS))
    probabilities = np.array([[0.35, 0.3, 0.35], [0.3, 0.25, 0.45]])
    assert calibration.decide(probabilities, NONE_INDEX).tolist() == [0, NONE_INDEX]
    assert Calibration(reject_threshold=0.5).decide(probabilities, NONE_INDEX).tolist() == [NONE_INDEX, NONE_INDEX]


def test_the_score_compares_the_gestures_with_none() -> None:
    np.testing.assert_allclose(intent_score(np.array([[0.0, 0.0, 0.0]]), NONE_INDEX), [np.log(2)])


@pytest.mark.parametrize("values", [(0.5, 0.6, 0.3), (0.9, 0.6, -0.1), (float("nan"), 0.6, 0.3), (1.1, 0.6, 0.3)])
def test_thresholds_that_do_not_fall_with_the_sensitivity_are_refused(values: tuple[float, float, float]) -> None:
    with pytest.raises(ValueError, match="high <= normal <= low"):
        IntentThresholds(*values)


@pytest.mark.parametrize(("slope", "offset"), [(0.0, 0.0), (-1.0, 0.0), (float("inf"), 0.0), (1.0, float("nan"))])
def test_numbers_that_cannot_calibrate_are_refused(slope: float, offset: float) -> None:
    with pytest.raises(ValueError, match="slope"):
        IntentCalibration(slope, offset, THRESHOLDS)


def test_each_sensitivity_has_its_threshold() -> None:
    assert [THRESHOLDS.at(sensitivity) for sensitivity in Sensitivity] == [0.9, 0.6, 0.3]
