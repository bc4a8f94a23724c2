"""Calibration of a model: from logits to probabilities, in two questions.

*Is a gesture meant?* and *which one?* are calibrated apart. The first compares the logit of ``none`` with the
log-sum-exp of the gestures' logits, the second compares the gestures' logits with each other. Their product is the
softmax over all labels, so that models of earlier versions, which calibrate both with one temperature, fit in.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.sensitivity import IntentThresholds

_MIN_INTENT, _MAX_INTENT = 1e-6, 1 - 1e-6
"""Limits of the probability that a gesture is meant, so that the conditional probabilities stay defined."""


@dataclass(frozen=True)
class IntentCalibration:
    """Calibration of the question whether a gesture is meant.

    The probability is ``sigmoid(slope * score + offset)``, where the score is the log-sum-exp of the gestures' logits
    minus the logit of ``none``. Source: Platt 1999, "Probabilistic outputs for support vector machines".

    Attributes:
        slope: Positive factor of the score.
        offset: Added to the scaled score.
        thresholds: Minimum probability for an answer other than ``none``.

    Raises:
        ValueError: If a number is not finite, or the slope is not positive.
    """

    slope: float
    offset: float
    thresholds: IntentThresholds

    def __post_init__(self) -> None:
        if not (math.isfinite(self.slope) and math.isfinite(self.offset) and self.slope > 0):
            raise ValueError(f"expected a positive slope and a finite offset, got {self.slope} and {self.offset}")


@dataclass(frozen=True)
class Calibration:
    """Parameters from logits to predictions.

    Attributes:
        temperature: Divisor of the logits. Source: Guo et al. 2017, arXiv 1706.04599.
        reject_threshold: A gesture less probable than this is answered with ``none``; unused with ``intent``.
        intent: Calibration of the question whether a gesture is meant; None for models of earlier versions, which
            calibrate both questions with the temperature.

    Raises:
        ValueError: If a number is out of range.
    """

    temperature: float = 1.0
    reject_threshold: float = 0.0
    intent: IntentCalibration | None = None

    def __post_init__(self) -> None:
        if not (self.temperature > 0 and math.isfinite(self.temperature)):
            raise ValueError(f"temperature must be positive and finite, got {self.temperature}")
        if not 0 <= self.reject_threshold <= 1:
            raise ValueError(f"reject_threshold must be from 0 to 1, got {self.reject_threshold}")

    def probabilities(self, logits: npt.NDArray[Any], none_index: int) -> npt.NDArray[np.float64]:
        """Probabilities of all labels.

        Args:
            logits: ``(n, labels)``.
            none_index: Column of ``none``.

        Returns:
            ``(n, labels)`` float64; rows sum to 1.
        """
        scaled = softmax(logits.astype(np.float64) / self.temperature)
        if self.intent is None or scaled.shape[1] == 1:
            return scaled
        gestures = np.arange(scaled.shape[1]) != none_index
        score = intent_score(logits, none_index)
        meant = np.clip(_sigmoid(self.intent.slope * score + self.intent.offset), _MIN_INTENT, _MAX_INTENT)
        joint = np.empty_like(scaled)
        joint[:, gestures] = softmax(logits[:, gestures].astype(np.float64) / self.temperature) * meant[:, None]
        joint[:, none_index] = 1 - meant
        return joint

    def decide(self, probabilities: npt.NDArray[Any], none_index: int) -> npt.NDArray[np.int32]:
        """Predicted label indices, ``(n,)`` int32, of ``(n, labels)`` probabilities at normal sensitivity."""
        if self.intent is None:
            best = probabilities.argmax(axis=1)
            accepted = probabilities.max(axis=1) >= self.reject_threshold
        else:
            shown = np.array(probabilities, dtype=np.float64)
            shown[:, none_index] = -1.0
            best = shown.argmax(axis=1)
            accepted = 1 - probabilities[:, none_index] >= self.intent.thresholds.normal
        return np.where(accepted, best, none_index).astype(np.int32)


def intent_score(logits: npt.NDArray[Any], none_index: int) -> npt.NDArray[np.float64]:
    """Score that a gesture is meant, ``(n,)`` float64: log-sum-exp of the gestures' logits minus that of ``none``."""
    gestures = np.delete(logits.astype(np.float64), none_index, axis=1)
    highest = gestures.max(axis=1)
    return np.asarray(
        highest + np.log(np.exp(gestures - highest[:, None]).sum(axis=1)) - logits[:, none_index].astype(np.float64)
    )


def softmax(logits: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Softmax along the last axis of ``(n, labels)`` logits."""
    exponentials = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(exponentials / exponentials.sum(axis=1, keepdims=True))


def _sigmoid(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return np.asarray(0.5 * (1 + np.tanh(values / 2)))
