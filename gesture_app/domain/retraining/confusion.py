"""Confusion matrix of a classifier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class ConfusionMatrix:
    """Counts of hands by true label (rows) and predicted label (columns).

    Attributes:
        labels: The labels, in the order of rows and columns.
        counts: Rows of counts, one row for each true label.

    Raises:
        ValueError: If the matrix does not have one row and one column for each label, or a count is negative.
    """

    labels: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]

    def __post_init__(self) -> None:
        size = len(self.labels)
        if len(self.counts) != size or any(len(row) != size for row in self.counts):
            raise ValueError(f"expected {size} rows of {size} counts, got {[len(row) for row in self.counts]}")
        if any(count < 0 for row in self.counts for count in row):
            raise ValueError("counts are at least 0")

    @classmethod
    def from_predictions(cls, labels: Sequence[str], truth: Sequence[str], predicted: Sequence[str]) -> ConfusionMatrix:
        """Count true and predicted labels.

        Raises:
            ValueError: If a label is not one of ``labels``, or the lengths of ``truth`` and ``predicted`` differ.
        """
        index = {label: place for place, label in enumerate(labels)}
        if unknown := sorted({*truth, *predicted} - set(index)):
            raise ValueError(f"{', '.join(unknown)} are not among {', '.join(labels)}")
        counts = [[0] * len(labels) for _ in labels]
        for true_label, predicted_label in zip(truth, predicted, strict=True):
            counts[index[true_label]][index[predicted_label]] += 1
        return cls(tuple(labels), tuple(map(tuple, counts)))

    @property
    def total(self) -> int:
        """Number of hands."""
        return sum(map(sum, self.counts))

    @property
    def correct(self) -> int:
        """Number of hands that were predicted correctly."""
        return sum(row[place] for place, row in enumerate(self.counts))

    def support(self, label: str) -> int:
        """Number of hands with this true label."""
        return sum(self.counts[self.labels.index(label)])

    def predicted(self, label: str) -> int:
        """Number of hands with this predicted label."""
        place = self.labels.index(label)
        return sum(row[place] for row in self.counts)

    def correct_of(self, label: str) -> int:
        """Number of hands of this label that were predicted correctly."""
        place = self.labels.index(label)
        return self.counts[place][place]

    @property
    def macro_recall(self) -> float:
        """Mean recall over the labels with at least one hand; 0 without any."""
        recalls = [self.correct_of(label) / self.support(label) for label in self.labels if self.support(label)]
        return sum(recalls) / len(recalls) if recalls else 0.0
