from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from gesture_app.domain.frames.gestures import GestureSet
from gesture_app.domain.frames.sensitivity import IntentThresholds
from gesture_app.domain.models.calibration import IntentCalibration
from gesture_app.domain.models.features import FeatureStatistics
from gesture_app.domain.models.sample_memory import SampleMemory
from gesture_app.errors import ClassifierError
from gesture_app.inference.classifiers.calibration import predictions_from, remembered_predictions
from tests.fakes.models import MANIFEST

THREE = replace(MANIFEST, labels=GestureSet.of(["rock", "paper", "none"]), temperature=1.0, reject_threshold=0.0)


def probabilities(logits: list[float], temperature: float = 1.0) -> list[float]:
    manifest = replace(THREE, temperature=temperature)
    (prediction,) = predictions_from(np.array([logits], np.float32), manifest, 1)
    return [float(p) for p in prediction.probabilities]


def test_logits_become_probabilities() -> None:
    assert probabilities([0, np.log(2), np.log(5)]) == pytest.approx([1 / 8, 2 / 8, 5 / 8])


def test_a_higher_temperature_makes_the_answer_less_certain_but_no_other() -> None:
    assert probabilities([0, np.log(4), np.log(4)], temperature=2.0) == pytest.approx([1 / 5, 2 / 5, 2 / 5])
    cold, warm = probabilities([1, 3, 2], 0.5), probabilities([1, 3, 2], 4.0)
    assert max(cold) > max(warm)
    assert np.argsort(cold).tolist() == np.argsort(warm).tolist()


def test_large_logits_do_not_overflow() -> None:
    assert probabilities([1e30, 0, -1e30], temperature=0.01) == pytest.approx([1, 0, 0])


def test_predictions_carry_labels_and_threshold_of_the_manifest() -> None:
    (prediction,) = predictions_from(np.zeros((1, 3), np.float32), replace(THREE, reject_threshold=0.4), 1)

    assert prediction.labels == THREE.labels
    assert prediction.gesture == "none"


def test_intent_is_calibrated_by_itself() -> None:
    intent = IntentCalibration(0.5, 0.0, IntentThresholds(low=0.9, normal=0.6, high=0.3))
    logits = np.array([[np.log(3), 0, np.log(0.25)]], np.float32)

    (prediction,) = predictions_from(logits, replace(THREE, intent=intent, reject_threshold=0.99), 1)

    assert prediction.intent == pytest.approx(4 / 5)
    assert prediction.among(["rock", "paper"]) == pytest.approx({"rock": 0.75, "paper": 0.25})
    assert prediction.intent_thresholds == intent.thresholds
    assert prediction.gesture == "rock"


def test_the_calibration_applies_after_the_memory_of_samples() -> None:
    intent = IntentCalibration(0.5, 0.0, IntentThresholds(low=0.9, normal=0.6, high=0.3))
    manifest = replace(THREE, intent=intent, temperature=2.0, features=FeatureStatistics((0.0, 0.0), (1.0, 1.0)))
    sample = np.array([[1.0, 0.0]], np.float32)
    memory = SampleMemory(THREE.labels, sample, ["paper"], np.array([[0.0, 4.0, 0.0]]))
    logits = np.array([[1.0, 2.0, 3.0]], np.float32)

    (remembered,) = remembered_predictions(logits, sample, memory, manifest, 1)

    (raised,) = predictions_from(logits + np.array([0, 4, 0], np.float32), manifest, 1)
    assert remembered.probabilities == pytest.approx(raised.probabilities, abs=1e-4)
    assert remembered.intent_thresholds == intent.thresholds
    (far,) = remembered_predictions(logits, sample[:, ::-1], memory, manifest, 1)
    assert (far.probabilities == predictions_from(logits, manifest, 1)[0].probabilities).all()


def test_features_of_another_shape_are_an_error() -> None:
    manifest = replace(THREE, features=FeatureStatistics((0.0, 0.0), (1.0, 1.0)))
    memory = SampleMemory(THREE.labels, np.eye(2, dtype=np.float32), ["rock", "paper"], np.zeros((2, 3)))
    for features in (np.zeros((1, 3), np.float32), np.full((1, 2), np.nan, np.float32)):
        with pytest.raises(ClassifierError, match="features of shape"):
            remembered_predictions(np.zeros((1, 3), np.float32), features, memory, manifest, 1)


def test_no_hands_have_no_predictions() -> None:
    assert predictions_from(np.zeros((0, 3), np.float32), THREE, 0) == []


@pytest.mark.parametrize("shape", [(2, 4), (2, 2), (1, 3), (3, 3), (6,), (2, 3, 1), ()])
def test_answers_of_another_shape_are_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ClassifierError, match=r"The model tiny answers with shape .* do not belong together"):
        predictions_from(np.zeros(shape, np.float32), THREE, 2)


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_answers_that_are_not_finite_are_refused(bad: float) -> None:
    with pytest.raises(ClassifierError, match="not finite"):
        predictions_from(np.array([[0, 0, 0], [0, bad, 0]], np.float32), THREE, 2)
