from __future__ import annotations

import numpy as np

from training.common.metrics import softmax
from training.retraining.model_comparison import compare_confidence


class TestCompareConfidence:
    TRUTH = np.arange(30, dtype=np.int32) % 3

    def probabilities(self, right: float, seed: int = 0) -> np.ndarray:
        logits = np.random.default_rng(seed).normal(0, 1, (30, 3)) + right * np.eye(3)[self.TRUTH]
        return softmax(logits)

    def test_a_better_model_has_a_low_p_value(self) -> None:
        sureness = compare_confidence(self.probabilities(1), self.probabilities(2), self.TRUTH)
        assert sureness.new > sureness.old + 0.1
        assert sureness.chance < 0.01

    def test_a_different_model_that_is_no_better_has_a_high_p_value(self) -> None:
        assert compare_confidence(self.probabilities(1), self.probabilities(1, seed=1), self.TRUTH).chance > 0.1

    def test_a_worse_model_has_a_p_value_near_1(self) -> None:
        assert compare_confidence(self.probabilities(2), self.probabilities(1), self.TRUTH).chance > 0.9

    def test_a_single_hand_proves_nothing(self) -> None:
        sureness = compare_confidence(self.probabilities(0)[:1], self.probabilities(5)[:1], self.TRUTH[:1])
        assert sureness.chance == 1.0
