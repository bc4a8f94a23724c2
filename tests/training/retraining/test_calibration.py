from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from gesture_app.domain.frames.gestures import GestureSet
from gesture_app.domain.frames.sensitivity import IntentThresholds
from gesture_app.domain.models.calibration import Calibration, IntentCalibration
from training.retraining.calibration import recalibrate

LABELS = GestureSet.of(["rock", "paper", "none"])


class TestRecalibrate:
    TRUTH = np.repeat([0, 1, 2], 40).astype(np.int32)

    def logits(self, right: float, seed: int = 0) -> np.ndarray:
        noise = np.random.default_rng(seed).normal(0, 1, (120, 3))
        return noise + right * np.eye(3)[self.TRUTH]

    def test_a_network_that_did_not_change_stays_as_sure(self) -> None:
        before = Calibration(1.5, 0.6)
        assert recalibrate(self.logits(4), self.logits(4), self.TRUTH, LABELS, 3, before) == before

    def test_overconfidence_raises_the_temperature(self) -> None:
        before = Calibration(1.5, 0.6)
        after = recalibrate(self.logits(2), 1.2 * self.logits(2), self.TRUTH, LABELS, 3, before)
        assert after.temperature == pytest.approx(1.8, rel=0.02)

    @pytest.mark.parametrize(("factor", "limit"), [(3.0, 2.0), (0.3, 1.125)])
    def test_the_temperature_changes_by_a_limited_factor(self, factor: float, limit: float) -> None:
        before = Calibration(1.5, 0.5)
        after = recalibrate(self.logits(1), factor * self.logits(1), self.TRUTH, LABELS, 3, before)
        assert after.temperature == pytest.approx(limit)

    def test_new_gestures_do_not_make_the_old_network_seem_unsure(self) -> None:
        labels = GestureSet.of(["rock", "none", "paper"])  # the last of them is new
        old, before = self.logits(4), Calibration(1.5, 0.6)
        new = old.copy()
        old[:, 2] = -4
        after = recalibrate(old, new, self.TRUTH, labels, 2, before)
        assert after.temperature == pytest.approx(1.5, rel=0.15)

    def test_no_more_hands_without_a_gesture_pass_than_before(self) -> None:
        before = Calibration(0.5, 0.4)
        old, new = self.logits(5), self.logits(1.5, seed=1)
        after = recalibrate(old, new, self.TRUTH, LABELS, 3, before)
        assert 0.4 < after.reject_threshold <= 0.55

    def test_without_none_hands_the_threshold_stays(self) -> None:
        gestures = self.TRUTH != 2
        after = recalibrate(
            self.logits(4)[gestures], self.logits(4)[gestures], self.TRUTH[gestures], LABELS, 3, Calibration(1.0, 0.37)
        )
        assert after.reject_threshold == 0.37


class TestRecalibrateIntent:
    """The question whether a gesture is meant: forty hands without a gesture, eighty with one."""

    TRUTH = TestRecalibrate.TRUTH
    BEFORE = Calibration(1.5, intent=IntentCalibration(0.8, -0.2, IntentThresholds(low=0.9, normal=0.6, high=0.3)))

    def logits(self, none: float, seed: int = 0) -> np.ndarray:
        """Logits that tell gestures apart, and hands without one by this much more of ``none``."""
        noise = np.random.default_rng(seed).normal(0, 1, (120, 3))
        return noise + np.diag([4.0, 4.0, none])[self.TRUTH]

    def recalibrated(self, old: np.ndarray, new: np.ndarray, before: Calibration = BEFORE) -> Calibration:
        return recalibrate(old, new, self.TRUTH, LABELS, 3, before)

    def accepted(self, logits: np.ndarray, calibration: Calibration) -> int:
        """Number of hands without a gesture that are taken for one at normal sensitivity."""
        nones = logits[LABELS.none_index == self.TRUTH]
        decided = calibration.decide(calibration.probabilities(nones, LABELS.none_index), LABELS.none_index)
        return int((decided != LABELS.none_index).sum())

    @pytest.mark.parametrize("seed", range(5))
    def test_no_more_hands_without_a_gesture_pass_than_before(self, seed: int) -> None:
        old, new = self.logits(2.5), self.logits(2.0, seed + 1)
        after = self.recalibrated(old, new)
        assert self.accepted(new, after) <= self.accepted(old, self.BEFORE)

    def test_only_the_offset_changes_and_no_more_than_needed(self) -> None:
        old = self.logits(2.5)
        new = old.copy()
        new[LABELS.none_index == self.TRUTH, LABELS.none_index] -= 0.5
        assert self.accepted(new, self.BEFORE) > self.accepted(old, self.BEFORE)
        after = self.recalibrated(old, new)
        assert after.intent is not None
        assert self.BEFORE.intent is not None
        assert after.intent == dataclasses.replace(self.BEFORE.intent, offset=after.intent.offset)
        assert after.temperature == self.BEFORE.temperature
        assert -0.2 - 0.8 * 0.5 - 0.01 <= after.intent.offset < -0.2

    def test_a_network_that_accepts_fewer_does_not_become_readier(self) -> None:
        after = self.recalibrated(self.logits(2.5), self.logits(6.0))
        assert after.intent == self.BEFORE.intent

    def test_the_offset_falls_by_a_limited_amount(self) -> None:
        after = self.recalibrated(self.logits(6.0), self.logits(-6.0))
        assert after.intent is not None
        assert after.intent.offset == pytest.approx(-0.8)

    def test_the_temperature_is_that_of_the_gestures_alone(self) -> None:
        old = self.logits(2.5)
        new = old.copy()
        new[:, LABELS.none_index] *= 3
        assert self.recalibrated(old, new).temperature == self.BEFORE.temperature

    def test_without_none_hands_the_intent_stays(self) -> None:
        gestures = self.TRUTH != 2
        after = recalibrate(
            self.logits(2.5)[gestures], self.logits(1)[gestures], self.TRUTH[gestures], LABELS, 3, self.BEFORE
        )
        assert after.intent == self.BEFORE.intent
