"""Calibration of a retrained model: temperature and reject threshold."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.gestures import GestureSet
from training.common.metrics import Calibration, FloatArray, fit_calibration, softmax

_MIN_TEMPERATURE_FACTOR = 0.75
_MAX_THRESHOLD_INCREASE = 0.15
"""A few hundred hands do not determine a threshold better than this."""


def recalibrate(
    old_logits: npt.NDArray[Any],
    new_logits: npt.NDArray[Any],
    truth: npt.NDArray[np.int32],
    labels: GestureSet,
    known_labels: int,
    old: Calibration,
) -> Calibration:
    """Calibrate a retrained model relative to the model it was trained from.

    The old temperature was fitted on more and other hands than are available now. It is therefore only scaled, by the
    ratio of the temperatures that fit both networks on the same hands. The threshold is the lowest one at which no more
    hands without a gesture are accepted than before, but never lower than the old threshold.

    Args:
        old_logits: ``(n, labels)`` logits before training; new gestures have (low) logits too.
        new_logits: ``(n, labels)`` logits of the retrained network.
        truth: ``(n,)`` label indices.
        labels: The labels.
        known_labels: Number of labels, counted from the first, that the old network knew.
        old: Calibration used with the old logits.
    """
    known = truth < known_labels  # the old network would seem unsure of gestures that it cannot know
    old_fit, new_fit = (
        fit_calibration(logits[known], truth[known], labels, 0.0).temperature for logits in (old_logits, new_logits)
    )
    factor = float(np.clip(new_fit / old_fit, _MIN_TEMPERATURE_FACTOR, 1 / _MIN_TEMPERATURE_FACTOR))
    temperature = round(old.temperature * factor, 4)
    is_none = truth == labels.none_index
    if not is_none.any():
        return Calibration(temperature, old.reject_threshold)
    old_confidence = _gesture_confidence(softmax(old_logits[is_none], old.temperature), labels)
    new_confidence = np.sort(_gesture_confidence(softmax(new_logits[is_none], temperature), labels))
    allowed = int((old_confidence >= old.reject_threshold).sum())
    needed = float(new_confidence[-1 - allowed]) + 1e-4 if allowed < len(new_confidence) else 0.0
    highest = min(old.reject_threshold + _MAX_THRESHOLD_INCREASE, 1.0)
    return Calibration(temperature, round(float(np.clip(needed, old.reject_threshold, highest)), 4))


def _gesture_confidence(probabilities: FloatArray, labels: GestureSet) -> FloatArray:
    """``(n,)`` probability of the predicted gesture; 0 where ``"none"`` is predicted."""
    return np.where(probabilities.argmax(axis=1) == labels.none_index, 0.0, probabilities.max(axis=1))
