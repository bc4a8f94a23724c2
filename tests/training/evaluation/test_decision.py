from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from gesture_app.domain.frames.frame import Prediction
from gesture_app.domain.frames.gestures import NONE, GestureSet
from gesture_app.domain.frames.sensitivity import IntentThresholds, Sensitivity
from gesture_app.domain.models.calibration import IntentCalibration
from tests.fakes.models import MANIFEST
from training.evaluation.decision import ANY_SENSITIVITY, DecisionRule, thresholds_by_sensitivity

LABELS = GestureSet.of(["rock", "none", "paper"])
THRESHOLDS = IntentThresholds(low=0.9, normal=0.6, high=0.3)
EARLIER = replace(MANIFEST, labels=LABELS, reject_threshold=0.55)
MANIFEST_OF_BOTH = replace(EARLIER, intent=IntentCalibration(1.0, 0.0, THRESHOLDS))


def probabilities(*, rock: float, paper: float) -> np.ndarray:
    return np.array([rock, 1 - rock - paper, paper])


@pytest.mark.parametrize("manifest", [EARLIER, MANIFEST_OF_BOTH], ids=["one threshold", "both questions"])
def test_the_rule_answers_as_the_app_does(manifest: object) -> None:
    rule = DecisionRule.of(manifest)  # type: ignore[arg-type]
    thresholds = THRESHOLDS if manifest is MANIFEST_OF_BOTH else None
    rng = np.random.default_rng(0)
    for row in rng.dirichlet([0.7, 0.7, 0.7], 200):
        prediction = Prediction(LABELS, row.astype(np.float32), 0.55, thresholds)
        assert rule.label(row) == prediction.gesture
        assert rule.best_gesture(row) == prediction.best_gesture
        assert rule.intent(row) == pytest.approx(prediction.intent, abs=1e-6)


def test_with_both_questions_two_gestures_together_may_be_meant() -> None:
    unsure = probabilities(rock=0.4, paper=0.35)
    assert DecisionRule.of(MANIFEST_OF_BOTH).label(unsure) == "rock"
    assert DecisionRule.of(EARLIER).label(unsure) == NONE


def test_each_sensitivity_has_its_threshold_and_earlier_models_have_one() -> None:
    assert thresholds_by_sensitivity(MANIFEST_OF_BOTH) == {"low": 0.9, "normal": 0.6, "high": 0.3}
    assert thresholds_by_sensitivity(EARLIER) == {ANY_SENSITIVITY: 0.55}
    assert set(thresholds_by_sensitivity(MANIFEST_OF_BOTH)) == {one.value for one in Sensitivity}


def test_without_gestures_there_is_no_best_one() -> None:
    rule = DecisionRule(GestureSet.of([NONE]), 0.5)
    assert rule.best_gesture(np.array([1.0])) == NONE
    assert not rule.accepts(np.array([1.0]))
