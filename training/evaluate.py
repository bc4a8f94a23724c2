"""How right a model is on hands it has not learnt from, and how sure it may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from gesture_app.domain.gestures import NONE, GestureSet

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int32]


@dataclass(frozen=True)
class Calibration:
    """What turns logits into answers.

    Attributes:
        temperature: Logits are divided by this.
        reject_threshold: A gesture less probable than this is answered with ``"none"``.
    """

    temperature: float
    reject_threshold: float


def softmax(logits: npt.NDArray[Any], temperature: float = 1.0) -> FloatArray:
    """``(n, labels)`` probabilities from ``(n, labels)`` logits."""
    scaled = logits.astype(np.float64) / temperature
    exponentials = np.exp(scaled - scaled.max(axis=1, keepdims=True))
    return np.asarray(exponentials / exponentials.sum(axis=1, keepdims=True))


def macro_recall(predicted: npt.NDArray[Any], truth: npt.NDArray[Any]) -> float:
    """Mean over the labels that occur of the share of each that is right."""
    return float(np.mean([(predicted[truth == label] == label).mean() for label in np.unique(truth)]))


def balanced_score(predicted: npt.NDArray[Any], truth: npt.NDArray[Any], rendered: npt.NDArray[np.bool_]) -> float:
    """One number to choose a checkpoint by: macro recall, where photos and rendered hands of a label count as two."""
    return macro_recall(2 * predicted + rendered, 2 * truth + rendered)


def fit_calibration(
    logits: npt.NDArray[Any], truth: npt.NDArray[Any], labels: GestureSet, false_accept_rate: float
) -> Calibration:
    """Temperature by least negative log-likelihood, then the lowest threshold that keeps to the false-accept rate.

    Args:
        logits: ``(n, labels)``.
        truth: ``(n,)`` label indices.
        labels: The labels.
        false_accept_rate: Share of hands without a gesture that may be answered with one.

    Source: Guo et al. 2017, arXiv 1706.04599 (temperature scaling).
    """
    grid = np.exp(np.linspace(np.log(0.5), np.log(5.0), 181))
    losses = [-np.log(softmax(logits, t)[np.arange(len(truth)), truth] + 1e-12).mean() for t in grid]
    temperature = float(grid[int(np.argmin(losses))])
    probabilities = softmax(logits, temperature)
    none = labels.none_index
    gesture_p = np.where(probabilities.argmax(axis=1) == none, 0.0, probabilities.max(axis=1))[truth == none]
    threshold = float(np.quantile(gesture_p, 1 - false_accept_rate)) if len(gesture_p) else 0.0
    return Calibration(round(temperature, 4), round(threshold, 4))


def decide(probabilities: FloatArray, labels: GestureSet, reject_threshold: float) -> IntArray:
    """``(n,)`` label indices: the most probable, or ``"none"`` for a gesture below the threshold."""
    best: IntArray = probabilities.argmax(axis=1).astype(np.int32)
    best[probabilities.max(axis=1) < reject_threshold] = labels.none_index
    return best


def expected_calibration_error(probabilities: FloatArray, truth: npt.NDArray[Any], bins: int = 15) -> float:
    """ECE over equally wide bins of confidence. Source: Naeini et al. 2015; Guo et al. 2017, arXiv 1706.04599."""
    confidence = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == truth
    index = np.minimum((confidence * bins).astype(int), bins - 1)
    gaps = [
        abs(right[index == b].mean() - confidence[index == b].mean()) * (index == b).mean() for b in np.unique(index)
    ]
    return float(np.sum(gaps))


def scores(
    logits: npt.NDArray[Any], truth: npt.NDArray[Any], labels: GestureSet, calibration: Calibration
) -> dict[str, Any]:
    """The figures of one data set: accuracy, recall by label, confusion matrix, ECE.

    Args:
        logits: ``(n, labels)``.
        truth: ``(n,)`` label indices.
        labels: The labels.
        calibration: Temperature and threshold, fitted elsewhere.
    """
    probabilities = softmax(logits, calibration.temperature)
    predicted = decide(probabilities, labels, calibration.reject_threshold)
    matrix = np.zeros((len(labels), len(labels)), dtype=int)
    np.add.at(matrix, (truth, predicted), 1)
    by_label = {
        label: round(float(matrix[i, i] / matrix[i].sum()), 4)
        for i, label in enumerate(labels.labels)
        if matrix[i].any()
    }
    gestures = truth != labels.index(NONE)
    return {
        "hands": len(truth),
        "accuracy": round(float((predicted == truth).mean()), 4),
        "gesture_accuracy": round(float((predicted == truth)[gestures].mean()), 4) if gestures.any() else None,
        "recall": by_label,
        "ece": round(expected_calibration_error(probabilities, truth), 4),
        "confusion": matrix.tolist(),
    }


def scores_by_source(
    logits: npt.NDArray[Any],
    truth: npt.NDArray[Any],
    sources: Sequence[str],
    labels: GestureSet,
    calibration: Calibration,
) -> dict[str, dict[str, Any]]:
    """:func:`scores` for each source."""
    names = np.array(sources)
    return {
        name: scores(logits[names == name], truth[names == name], labels, calibration) for name in sorted(set(sources))
    }
