"""How sure a retrained model may be: as sure as it is right, and no easier to persuade that a hand shows a gesture."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.gestures import GestureSet
from training.common.metrics import Calibration, FloatArray, fit_calibration, softmax

_LEAST_CHANGE = 0.75
_MOST_RAISED = 0.15
"""A few hundred hands tell no more about a threshold than this."""


def calibrate(
    old_logits: npt.NDArray[Any],
    new_logits: npt.NDArray[Any],
    truth: npt.NDArray[np.int32],
    labels: GestureSet,
    known_labels: int,
    old: Calibration,
) -> Calibration:
    """Temperature and reject threshold of a retrained model.

    The temperature of before was fitted on more and other hands than there are now. So it is kept, and changed only as
    much as the temperatures that fit both networks on the same hands differ. The threshold is the lowest that lets no
    more hands without a gesture pass for one than before, but at least that of before.

    Args:
        old_logits: ``(n, labels)`` logits of the network before it learnt; new gestures have logits too, low ones.
        new_logits: ``(n, labels)`` logits of the retrained network.
        truth: ``(n,)`` label indices.
        labels: The labels.
        known_labels: How many of them, the first ones, the old network knew.
        old: What was used with the old logits.
    """
    known = truth < known_labels  # of a new gesture the old network could know nothing, so it would seem unsure
    fitting_old, fitting_new = (
        fit_calibration(logits[known], truth[known], labels, 0.0).temperature for logits in (old_logits, new_logits)
    )
    change = float(np.clip(fitting_new / fitting_old, _LEAST_CHANGE, 1 / _LEAST_CHANGE))
    temperature = round(old.temperature * change, 4)
    without = truth == labels.none_index
    if not without.any():
        return Calibration(temperature, old.reject_threshold)
    before = _passing(softmax(old_logits[without], old.temperature), labels)
    now = np.sort(_passing(softmax(new_logits[without], temperature), labels))
    allowed = int((before >= old.reject_threshold).sum())
    needed = float(now[-1 - allowed]) + 1e-4 if allowed < len(now) else 0.0
    threshold = float(np.clip(needed, old.reject_threshold, min(old.reject_threshold + _MOST_RAISED, 1.0)))
    return Calibration(temperature, round(threshold, 4))


def _passing(probabilities: FloatArray, labels: GestureSet) -> FloatArray:
    """``(n,)`` the probability of the gesture that would be answered; 0 where that is no gesture."""
    best = probabilities.max(axis=1)
    return np.where(probabilities.argmax(axis=1) == labels.none_index, 0.0, best)
