from __future__ import annotations

import numpy as np
import pytest

from gesture_app.domain.frames.gestures import GestureSet
from gesture_app.domain.models.calibration import Calibration
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
