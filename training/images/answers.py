"""What a network answered for a set of pictures, and how right that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.metrics import classification_report, confusion_matrix, precision_recall_fscore_support

from training.common.metrics import Share, expected_calibration_error, softmax
from training.images.recipe import NetworkRecipe

_LEAST = 1e-12


def probabilities_of(outputs: npt.NDArray[Any], network: NetworkRecipe) -> npt.NDArray[np.float64]:
    """``(n, labels)`` probabilities from what a network gives: logits, probabilities, or ``(n, 1)`` single logits.

    Args:
        outputs: As the network gave them.
        network: Its recipe, which says what they are.
    """
    exact = np.asarray(outputs, dtype=np.float64)
    if network.binary:
        second = softmax(np.hstack([np.zeros_like(exact), exact]))  # the logistic function, without overflow
        return np.asarray(second)
    return exact if network.outputs == "softmax" else softmax(exact)


@dataclass(frozen=True, eq=False)
class Answers:
    """Answers for pictures whose labels are known.

    Attributes:
        labels: Names of the labels, in the order of the outputs.
        truth: ``(n,)`` indices of the labels shown.
        probabilities: ``(n, labels)``.
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
        """``(n,)`` the most probable label of each."""
        return np.asarray(self.probabilities.argmax(axis=1), dtype=np.int64)

    @property
    def confidence(self) -> npt.NDArray[np.float64]:
        """``(n,)`` how probable that label was."""
        return np.asarray(self.probabilities.max(axis=1))

    @property
    def right(self) -> npt.NDArray[np.bool_]:
        """``(n,)`` whether it is the one shown."""
        return np.asarray(self.predicted == self.truth)

    @property
    def confusion(self) -> npt.NDArray[np.int64]:
        """``(labels, labels)`` counts, shown by answered."""
        matrix = confusion_matrix(self.truth, self.predicted, labels=range(len(self.labels)))
        return np.asarray(matrix, dtype=np.int64)

    def mistakes(self) -> npt.NDArray[np.int64]:
        """Indices of the wrong answers, the surest first."""
        wrong = np.flatnonzero(~self.right)
        return np.asarray(wrong[np.argsort(-self.confidence[wrong], kind="stable")], dtype=np.int64)

    def confused(self, most: int = 10) -> list[tuple[str, str, int]]:
        """Which labels are taken for which others, and how often, the most frequent first."""
        matrix = self.confusion
        np.fill_diagonal(matrix, 0)
        pairs = [(int(matrix[t, a]), t, a) for t, a in zip(*np.nonzero(matrix), strict=True)]
        return [(self.labels[t], self.labels[a], n) for n, t, a in sorted(pairs, key=lambda p: -p[0])[:most]]

    def table(self) -> str:
        """Precision, recall and F1 of each label, as scikit-learn prints them."""
        names, every = list(self.labels), range(len(self.labels))
        report = classification_report(
            self.truth, self.predicted, labels=every, target_names=names, digits=4, zero_division=0
        )
        return str(report).rstrip()

    def figures(self) -> dict[str, Any]:
        """All numbers, for JSON.

        ``macro_f1`` is over the labels that are shown at all; ``loss`` is the mean of the negative log of what the
        label shown was given.
        """
        right = Share(int(self.right.sum()), len(self.truth))
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


def by_group(answers: Answers, groups: Sequence[str]) -> dict[str, dict[str, float]]:
    """Share right for each person or session, the worst first; nothing where they are not known.

    Args:
        answers: The answers.
        groups: One name a picture; an empty name for unknown.
    """
    names = np.array(groups, dtype=np.str_)
    known = [name for name in np.unique(names).tolist() if name]
    if len(known) < 2:
        return {}
    shares = {name: Share(int(answers.right[names == name].sum()), int((names == name).sum())) for name in known}
    return {
        name: {"pictures": share.total, "accuracy": share.value}
        for name, share in sorted(shares.items(), key=lambda item: item[1].value)
    }
