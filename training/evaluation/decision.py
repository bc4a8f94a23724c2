"""The rule by which the app turns a hand's probabilities into its answer."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

import numpy as np

from gesture_app.domain.frames.gestures import NONE, GestureSet
from gesture_app.domain.frames.sensitivity import Sensitivity
from gesture_app.inference.library.manifest import Manifest
from training.common.metrics import FloatArray

ANY_SENSITIVITY = "any"
"""Name of the only threshold of models of earlier versions, which do not ask whether a gesture is meant."""


@dataclass(frozen=True)
class DecisionRule:
    """When a hand is taken to show a gesture, and which one.

    Attributes:
        labels: The labels of the probabilities, in the same order.
        threshold: Lowest probability for an answer other than ``"none"``.
        asks_intent: Whether that is the probability that a gesture is meant, that of all gestures together. If not, as
            for models of earlier versions, it is that of the most probable label, which must be a gesture.
    """

    labels: GestureSet
    threshold: float
    asks_intent: bool = False

    @classmethod
    def of(cls, manifest: Manifest) -> DecisionRule:
        """The rule of a model at normal sensitivity, at which replays answer."""
        if manifest.intent is None:
            return cls(manifest.labels, manifest.reject_threshold)
        return cls(manifest.labels, manifest.intent.thresholds.normal, asks_intent=True)

    def at(self, threshold: float) -> DecisionRule:
        """The same rule with another threshold."""
        return dataclasses.replace(self, threshold=threshold)

    def intent(self, probabilities: FloatArray) -> float:
        """Probability that a gesture is meant."""
        return 1.0 - float(probabilities[self.labels.none_index])

    def best_gesture(self, probabilities: FloatArray) -> str:
        """The most probable gesture, whether or not one is meant; ``"none"`` without gestures."""
        gestures = [index for index in range(len(self.labels)) if index != self.labels.none_index]
        return self.labels.labels[max(gestures, key=lambda index: probabilities[index])] if gestures else NONE

    def accepts(self, probabilities: FloatArray) -> bool:
        """Whether a hand is taken to show a gesture."""
        if self.asks_intent:
            return self.intent(probabilities) >= self.threshold
        best = int(np.argmax(probabilities))
        return best != self.labels.none_index and bool(probabilities[best] >= self.threshold)

    def label(self, probabilities: FloatArray) -> str:
        """The answer for a hand."""
        return self.best_gesture(probabilities) if self.accepts(probabilities) else NONE


def thresholds_by_sensitivity(manifest: Manifest) -> dict[str, float]:
    """The threshold of each sensitivity; the reject threshold of :data:`ANY_SENSITIVITY` for earlier models."""
    if manifest.intent is None:
        return {ANY_SENSITIVITY: manifest.reject_threshold}
    return {sensitivity.value: manifest.intent.thresholds.at(sensitivity) for sensitivity in Sensitivity}
