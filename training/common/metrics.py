"""Metrics and calibration of a classifier."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import special, stats
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import confusion_matrix, recall_score

from gesture_app.domain.frames.gestures import NONE, GestureSet
from gesture_app.domain.frames.sensitivity import IntentThresholds
from gesture_app.domain.models.calibration import Calibration, IntentCalibration, intent_score

FloatArray = npt.NDArray[np.float64]

_MAX_INTENT_THRESHOLD = 0.99
"""A higher threshold of intent would hardly ever be reached in video, where single frames weigh little."""


def softmax(logits: npt.NDArray[Any], temperature: float = 1.0) -> FloatArray:
    """Softmax of logits divided by a temperature, ``(n, labels)`` float64."""
    return np.asarray(special.softmax(logits.astype(np.float64) / temperature, axis=1))


def macro_recall(predicted: npt.NDArray[Any], truth: npt.NDArray[Any]) -> float:
    """Mean recall of the labels that occur."""
    return float(recall_score(truth, predicted, labels=np.unique(truth), average="macro", zero_division=0))


def balanced_score(predicted: npt.NDArray[Any], truth: npt.NDArray[Any], rendered: npt.NDArray[np.bool_]) -> float:
    """Mean recall, in which photos and rendered hands of a label count as two labels; it selects the checkpoint."""
    return macro_recall(2 * predicted + rendered, 2 * truth + rendered)


@dataclass(frozen=True)
class FalseAcceptRates:
    """Largest share of hands without a gesture that are taken for one, for each sensitivity.

    Attributes:
        low: For low sensitivity.
        normal: For normal sensitivity.
        high: For high sensitivity.

    Raises:
        ValueError: If a rate is not from 0 to 1, or they do not rise.
    """

    low: float = 0.01
    normal: float = 0.03
    high: float = 0.1

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.normal <= self.high <= 1:
            raise ValueError(f"expected 0 <= low <= normal <= high <= 1, got {self.low}, {self.normal}, {self.high}")


def fit_temperature(logits: npt.NDArray[Any], truth: npt.NDArray[Any], groups: npt.NDArray[Any] | None = None) -> float:
    """The temperature with the lowest negative log-likelihood.

    Args:
        logits: ``(n, labels)``.
        truth: ``(n,)`` label indices.
        groups: ``(n,)`` group of each hand, such as photos and rendered hands; groups have equal total weight. None
            weights all hands equally.

    Source: Guo et al. 2017, arXiv 1706.04599 (temperature scaling).
    """
    grid = np.exp(np.linspace(np.log(0.5), np.log(5.0), 181))
    weights = _group_weights(groups, len(truth))
    rows = np.arange(len(truth))
    losses = [weights @ -np.log(softmax(logits, t)[rows, truth] + 1e-12) for t in grid]
    return round(float(grid[int(np.argmin(losses))]), 4)


def fit_calibration(
    logits: npt.NDArray[Any],
    truth: npt.NDArray[Any],
    labels: GestureSet,
    rates: FalseAcceptRates,
    groups: npt.NDArray[Any] | None = None,
) -> Calibration:
    """Fit both questions apart: which gesture it is, on gestures only, and whether one is meant, on all hands.

    The first gets a temperature, the second slope and offset of a logistic function (Platt scaling) and, for each
    sensitivity, the lowest threshold within the false-accept rate. Hands with and without a gesture weigh the same.

    Args:
        logits: ``(n, labels)``.
        truth: ``(n,)`` label indices.
        labels: The labels.
        rates: False-accept rates.
        groups: ``(n,)`` group of each hand, such as its kind of source; within hands with and within hands without a
            gesture, groups have equal total weight. None weights all hands equally.

    Source: Guo et al. 2017, arXiv 1706.04599; Platt 1999, "Probabilistic outputs for support vector machines".
    """
    none = labels.none_index
    meant = truth != none
    if meant.all() or not meant.any():
        return Calibration(fit_temperature(logits, truth, groups))
    part = None if groups is None else groups[meant]
    columns = np.flatnonzero(np.arange(len(labels)) != none)
    which = np.searchsorted(columns, truth[meant])
    temperature = fit_temperature(logits[meant][:, columns], which, part)
    weights = np.empty(len(truth))
    for chosen in (meant, ~meant):
        weights[chosen] = _group_weights(None if groups is None else groups[chosen], int(chosen.sum()))
    score = intent_score(logits, none)
    slope, offset = _fit_platt(score, meant, weights)
    refused = special.expit(slope * score + offset)[~meant]
    low, normal, high = (
        min(_lowest_threshold(refused, weights[~meant], rate), _MAX_INTENT_THRESHOLD)
        for rate in (rates.low, rates.normal, rates.high)
    )
    return Calibration(temperature, intent=IntentCalibration(slope, offset, IntentThresholds(low, normal, high)))


def _fit_platt(score: FloatArray, meant: npt.NDArray[np.bool_], weights: FloatArray) -> tuple[float, float]:
    """Slope and offset of a weighted logistic regression of ``meant`` on the score; the slope is at least 0.05."""
    scaled = weights * len(weights) / weights.sum()
    fitted = LogisticRegression(C=100.0).fit(score[:, None], meant, sample_weight=scaled)
    return round(max(float(fitted.coef_[0, 0]), 0.05), 4), round(float(fitted.intercept_[0]), 4)


def brier_scores(probabilities: FloatArray, truth: npt.NDArray[Any]) -> FloatArray:
    """Brier score of each sample, 0 at best and 2 at worst.

    Args:
        probabilities: ``(n, labels)``; rows sum to 1.
        truth: ``(n,)`` label indices.

    Returns:
        ``(n,)`` sums of squared differences. Source: Brier 1950, Monthly Weather Review 78, 1-3.
    """
    aims = np.eye(probabilities.shape[1])[truth]
    return np.asarray(((probabilities - aims) ** 2).sum(axis=1), dtype=np.float64)


def _group_weights(groups: npt.NDArray[Any] | None, count: int) -> FloatArray:
    """Sample weights with sum 1, ``(n,)`` float64, equal in total for each group."""
    if groups is None or not count:
        return np.full(count, 1 / max(count, 1))
    names, index, sizes = np.unique(groups, return_inverse=True, return_counts=True)
    return np.asarray(1 / (len(names) * sizes[index]))


def _lowest_threshold(gesture_p: FloatArray, weights: FloatArray, false_accept_rate: float) -> float:
    """The lowest threshold, in ten-thousandths, that at most this share of the weight reaches."""
    order = np.argsort(-gesture_p)
    passing = np.cumsum(weights[order]) > false_accept_rate
    if not passing.any():
        return 0.0
    highest_refused = float(gesture_p[order][int(np.argmax(passing))])
    return min(math.floor(highest_refused * 1e4 + 1) / 1e4, 1.0) if highest_refused else 0.0


@dataclass(frozen=True)
class ReliabilityBin:
    """Predictions in one range of confidence.

    Attributes:
        low: Lower edge of the range.
        high: Upper edge.
        count: Number of predictions.
        confidence: Their mean confidence.
        right: Their accuracy.
    """

    low: float
    high: float
    count: int
    confidence: float
    right: float


def reliability(probabilities: FloatArray, truth: npt.NDArray[Any], bins: int = 15) -> list[ReliabilityBin]:
    """Reliability diagram: bins of confidence of equal width, without empty ones.

    Args:
        probabilities: ``(n, labels)``.
        truth: ``(n,)`` label indices.
        bins: Number of bins.

    Source: Guo et al. 2017, arXiv 1706.04599.
    """
    return _filled_bins(probabilities.max(axis=1), probabilities.argmax(axis=1) == truth, bins)


def binary_reliability(probability: FloatArray, truth: npt.NDArray[np.bool_], bins: int = 15) -> list[ReliabilityBin]:
    """Reliability diagram of a yes-or-no question: ``right`` is the share of yes.

    Args:
        probability: ``(n,)`` probability of yes.
        truth: ``(n,)`` bool.
        bins: Number of bins, of equal width, without empty ones.
    """
    return _filled_bins(probability, truth, bins)


def bins_calibration_error(filled: Sequence[ReliabilityBin]) -> float:
    """ECE of a reliability diagram; 0 without predictions."""
    total = sum(b.count for b in filled)
    return float(sum(abs(b.right - b.confidence) * b.count for b in filled) / max(total, 1))


def _filled_bins(confidence: FloatArray, right: npt.NDArray[np.bool_], bins: int) -> list[ReliabilityBin]:
    index = np.minimum((confidence * bins).astype(int), bins - 1)
    return [
        ReliabilityBin(
            low=b / bins,
            high=(b + 1) / bins,
            count=int((index == b).sum()),
            confidence=float(confidence[index == b].mean()),
            right=float(right[index == b].mean()),
        )
        for b in np.unique(index).tolist()
    ]


def expected_calibration_error(probabilities: FloatArray, truth: npt.NDArray[Any], bins: int = 15) -> float:
    """ECE over bins of confidence of equal width. Source: Naeini et al. 2015; Guo et al. 2017, arXiv 1706.04599."""
    return bins_calibration_error(reliability(probabilities, truth, bins))


@dataclass(frozen=True)
class Proportion:
    """A proportion of counted things.

    Attributes:
        count: Number of successes.
        total: Number of trials.
    """

    count: int
    total: int

    @property
    def value(self) -> float:
        """The proportion, 0 to 1; NaN for a total of 0."""
        return self.count / self.total if self.total else math.nan

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's 95 % interval. Source: Wilson 1927, J. Am. Stat. Assoc. 22, 209-212."""
        if not self.total:
            return 0.0, 1.0
        interval = stats.binomtest(self.count, self.total).proportion_ci(0.95, method="wilson")
        return max(0.0, float(interval.low)), min(1.0, float(interval.high))


@dataclass(frozen=True)
class LabelScore:
    """Counts and scores of one label.

    Attributes:
        shown: Number of images of the label, TP + FN.
        answered: Number of predictions of the label, TP + FP.
        right: Number of correct predictions of the label, TP.
    """

    shown: int
    answered: int
    right: int

    @property
    def recall(self) -> float:
        """Recall, TP / (TP + FN)."""
        return Proportion(self.right, self.shown).value

    @property
    def precision(self) -> float:
        """Precision, TP / (TP + FP)."""
        return Proportion(self.right, self.answered).value

    @property
    def f1(self) -> float:
        """F1, 2 TP / (2 TP + FP + FN)."""
        return Proportion(2 * self.right, self.shown + self.answered).value


def label_scores(truth: Sequence[str], answers: Sequence[str], labels: GestureSet) -> dict[str, LabelScore]:
    """Scores of each label over all images.

    A missed hand is predicted as ``"none"``: a false negative of its gesture. A ``none`` image that is predicted as a
    gesture is a false positive of that gesture.
    """
    shown, said = np.array(truth, dtype=np.str_), np.array(answers, dtype=np.str_)
    return {
        label: LabelScore(
            int((shown == label).sum()), int((said == label).sum()), int(((shown == label) & (said == label)).sum())
        )
        for label in labels.labels
    }


def macro_f1(truth: Sequence[str], answers: Sequence[str], labels: GestureSet) -> float:
    """Mean F1 of the gestures that occur, over all images including ``none``; NaN where none occurs."""
    return mean_f1(label_scores(truth, answers, labels), labels)


def mean_f1(by_label: Mapping[str, LabelScore], labels: GestureSet) -> float:
    """Mean F1 of the gestures that occur; NaN where none occurs."""
    occurring = [by_label[label].f1 for label in labels.gestures if by_label[label].shown]
    return float(np.mean(occurring)) if occurring else math.nan


def confusion(truth: Sequence[str], answers: Sequence[str], labels: GestureSet) -> npt.NDArray[np.int64]:
    """Confusion matrix, ``(labels, labels)`` counts with true labels in rows."""
    if not len(truth):
        return np.zeros((len(labels), len(labels)), dtype=np.int64)
    return np.asarray(confusion_matrix(truth, answers, labels=list(labels.labels)), dtype=np.int64)


def scores(
    logits: npt.NDArray[Any], truth: npt.NDArray[Any], labels: GestureSet, calibration: Calibration
) -> dict[str, Any]:
    """Metrics of one dataset: accuracy, accuracy as throws, recall by label, confusion matrix, ECE.

    Args:
        logits: ``(n, labels)``.
        truth: ``(n,)`` label indices.
        labels: The labels.
        calibration: Fitted elsewhere.
    """
    probabilities = calibration.probabilities(logits, labels.none_index)
    predicted = calibration.decide(probabilities, labels.none_index)
    matrix = confusion_matrix(truth, predicted, labels=range(len(labels)))
    by_label = {
        label: round(float(matrix[i, i] / matrix[i].sum()), 4)
        for i, label in enumerate(labels.labels)
        if matrix[i].any()
    }
    gestures = truth != labels.index(NONE)
    throws = np.array(probabilities)
    throws[:, labels.none_index] = -1.0

    def share_of_gestures(answers: npt.NDArray[Any]) -> float | None:
        return round(float((answers == truth)[gestures].mean()), 4) if gestures.any() else None

    return {
        "hands": len(truth),
        "accuracy": round(float((predicted == truth).mean()), 4),
        "gesture_accuracy": share_of_gestures(predicted),
        "throw_accuracy": share_of_gestures(throws.argmax(axis=1)),
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
