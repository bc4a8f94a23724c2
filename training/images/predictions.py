"""Predictions of a network for a set of images, and their metrics."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.metrics import classification_report, confusion_matrix, precision_recall_fscore_support

from training.common.metrics import Proportion, expected_calibration_error, softmax
from training.images.recipe import NetworkRecipe

_LEAST = 1e-12


def to_probabilities(outputs: npt.NDArray[Any], network: NetworkRecipe) -> npt.NDArray[np.float64]:
    """Convert outputs of a network to probabilities, ``(n, labels)`` float64.

    Args:
        outputs: ``(n, labels)`` logits or probabilities, or ``(n, 1)`` logits of the second label.
        network: Recipe of the network, with the kind of its outputs.
    """
    exact = np.asarray(outputs, dtype=np.float64)
    if network.binary:
        second = softmax(np.hstack([np.zeros_like(exact), exact]))  # the logistic function, without overflow
        return np.asarray(second)
    return exact if network.outputs == "softmax" else softmax(exact)


@dataclass(frozen=True, eq=False)
class Predictions:
    """Predictions for labelled images.

    Attributes:
        labels: Names of the labels, in the order of the outputs.
        truth: ``(n,)`` int64, true label indices.
        probabilities: ``(n, labels)`` float64.
    """

    labels: Sequence[str]
    truth: npt.NDArray[np.int64]
    probabilities: npt.NDArray[np.float64]

    def __post_init__(self) -> None:
        expected = (len(self.truth), len(self.labels))
        if self.probabilities.shape != expected:
            raise ValueError(f"probabilities should be {expected}, are {self.probabilities.shape}")

    @property
    def predicted(self) -> npt.NDArray[np.int64]:
        """Index of the most probable label of each image, ``(n,)`` int64."""
        return np.asarray(self.probabilities.argmax(axis=1), dtype=np.int64)

    @property
    def confidence(self) -> npt.NDArray[np.float64]:
        """Probability of the predicted label, ``(n,)`` float64."""
        return np.asarray(self.probabilities.max(axis=1))

    @property
    def right(self) -> npt.NDArray[np.bool_]:
        """Whether each prediction is correct, ``(n,)`` bool."""
        return np.asarray(self.predicted == self.truth)

    @property
    def confusion(self) -> npt.NDArray[np.int64]:
        """Confusion matrix, ``(labels, labels)`` counts, true labels in rows."""
        matrix = confusion_matrix(self.truth, self.predicted, labels=range(len(self.labels)))
        return np.asarray(matrix, dtype=np.int64)

    def mistakes(self) -> npt.NDArray[np.int64]:
        """Indices of the wrong predictions, by falling confidence."""
        wrong = np.flatnonzero(~self.right)
        return np.asarray(wrong[np.argsort(-self.confidence[wrong], kind="stable")], dtype=np.int64)

    def confused(self, most: int = 10) -> list[tuple[str, str, int]]:
        """The most frequent confusions as true label, predicted label and count."""
        matrix = self.confusion
        np.fill_diagonal(matrix, 0)
        pairs = [(int(matrix[t, a]), t, a) for t, a in zip(*np.nonzero(matrix), strict=True)]
        return [(self.labels[t], self.labels[a], n) for n, t, a in sorted(pairs, key=lambda p: -p[0])[:most]]

    def table(self) -> str:
        """Precision, recall and F1 of each label as text, by scikit-learn."""
        names, every = list(self.labels), range(len(self.labels))
        report = classification_report(
            self.truth, self.predicted, labels=every, target_names=names, digits=4, zero_division=0
        )
        return str(report).rstrip()

    def figures(self) -> dict[str, Any]:
        """All metrics for JSON.

        ``macro_f1`` is the mean over labels that occur; ``loss`` is the mean negative log-likelihood.
        """
        right = Proportion(int(self.right.sum()), len(self.truth))
        given = self.probabilities[np.arange(len(self.truth)), self.truth]
        precision, recall, f1, support = precision_recall_fscore_support(
            self.truth, self.predicted, labels=range(len(self.labels)), zero_division=0
        )
        by_label = {
            label: {"precision": float(p), "recall": float(r), "f1": float(f), "pictures": int(n)}
            for label, p, r, f, n in zip(self.labels, precision, recall, f1, support, strict=True)
        }
        return {
            "pictures": right.total,
            "right": right.count,
            "accuracy": right.value,
            "accuracy_interval": list(right.interval),
            "macro_f1": float(np.mean([one["f1"] for one in by_label.values() if one["pictures"]])),
            "loss": float(-np.log(np.maximum(given, _LEAST)).mean()),
            "calibration_error": expected_calibration_error(self.probabilities, self.truth),
            "labels": list(self.labels),
            "by_label": by_label,
            "confusion": self.confusion.tolist(),
            "confused": [{"shown": s, "answered": a, "pictures": n} for s, a, n in self.confused()],
        }


def by_group(predictions: Predictions, groups: Sequence[str]) -> dict[str, dict[str, float]]:
    """Accuracy by person or session, lowest first; empty where they are unknown.

    Args:
        predictions: The predictions.
        groups: Group of each image; empty for unknown.
    """
    names = np.array(groups, dtype=np.str_)
    known = [name for name in np.unique(names).tolist() if name]
    if len(known) < 2:
        return {}
    shares = {
        name: Proportion(int(predictions.right[names == name].sum()), int((names == name).sum())) for name in known
    }
    return {
        name: {"pictures": share.total, "accuracy": share.value}
        for name, share in sorted(shares.items(), key=lambda item: item[1].value)
    }
