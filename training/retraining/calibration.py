"""Calibration of a retrained model, relative to the model it was trained from."""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.gestures import GestureSet
from gesture_app.domain.models.calibration import Calibration, IntentCalibration, intent_score
from training.common.metrics import FloatArray, fit_temperature

_MIN_TEMPERATURE_FACTOR = 0.75
_MAX_THRESHOLD_INCREASE = 0.15
"""A few hundred hands do not determine a threshold better than this."""
_MAX_OFFSET_DECREASE = 0.6
"""The same for the log-odds that a gesture is meant: from 0.5 to 0.65 they rise by 0.62."""


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
    ratio of the temperatures that fit both networks on the same hands. A gesture becomes as much less readily accepted
    as is needed that no more hands without a gesture are accepted than before, but never more readily.

    Args:
        old_logits: ``(n, labels)`` logits before training; new gestures have (low) logits too.
        new_logits: ``(n, labels)`` logits of the retrained network.
        truth: ``(n,)`` label indices.
        labels: The labels.
        known_labels: Number of labels, counted from the first, that the old network knew.
        old: Calibration used with the old logits.
    """
    none = labels.none_index
    known = truth < known_labels  # the old network would seem unsure of gestures that it cannot know
    columns = np.arange(len(labels))
    if old.intent is not None:  # then the temperature is that of the gestures alone
        known, columns = known & (truth != none), columns[columns != none]
    which = np.searchsorted(columns, truth[known])
    old_fit, new_fit = (fit_temperature(logits[known][:, columns], which) for logits in (old_logits, new_logits))
    factor = float(np.clip(new_fit / old_fit, _MIN_TEMPERATURE_FACTOR, 1 / _MIN_TEMPERATURE_FACTOR))
    scaled = dataclasses.replace(old, temperature=round(old.temperature * factor, 4))
    is_none = truth == none
    if not is_none.any():
        return scaled
    if old.intent is not None:
        scores = (intent_score(logits[is_none], none) for logits in (old_logits, new_logits))
        return dataclasses.replace(scaled, intent=_lowered_offset(old.intent, *scores))
    before = _gesture_confidence(old.probabilities(old_logits[is_none], none), none)
    after = np.sort(_gesture_confidence(scaled.probabilities(new_logits[is_none], none), none))
    allowed = int((before >= old.reject_threshold).sum())
    needed = float(after[-1 - allowed]) + 1e-4 if allowed < len(after) else 0.0
    highest = min(old.reject_threshold + _MAX_THRESHOLD_INCREASE, 1.0)
    threshold = round(float(np.clip(needed, old.reject_threshold, highest)), 4)
    return dataclasses.replace(scaled, reject_threshold=threshold)


def _lowered_offset(old: IntentCalibration, before: FloatArray, after: FloatArray) -> IntentCalibration:
    """Lower the offset until no more hands without a gesture reach the normal threshold than before.

    Args:
        old: Calibration before training.
        before: ``(n,)`` intent scores of hands without a gesture before training.
        after: The same after training.
    """
    normal = float(np.clip(old.thresholds.normal, 1e-6, 1 - 1e-6))
    needed_odds = np.log(normal / (1 - normal))
    allowed = int((old.slope * before + old.offset >= needed_odds).sum())
    odds = np.sort(old.slope * after + old.offset)
    excess = float(odds[-1 - allowed]) + 1e-4 - needed_odds if allowed < len(odds) else 0.0
    return dataclasses.replace(old, offset=round(old.offset - float(np.clip(excess, 0.0, _MAX_OFFSET_DECREASE)), 4))


def _gesture_confidence(probabilities: FloatArray, none_index: int) -> FloatArray:
    """``(n,)`` probability of the predicted gesture; 0 where ``"none"`` is predicted."""
    return np.where(probabilities.argmax(axis=1) == none_index, 0.0, probabilities.max(axis=1))
