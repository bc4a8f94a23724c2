"""Comparison of a retrained model with its parent on the same hands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gesture_app.domain.retraining.confusion import ConfusionMatrix


@dataclass(frozen=True)
class GestureChange:
    """Recall of one gesture before and after.

    Attributes:
        label: The gesture, or ``"none"``.
        support: Number of hands with this label.
        old_correct: Number of them that the old model predicts correctly.
        new_correct: Number of them that the new model predicts correctly.
    """

    label: str
    support: int
    old_correct: int
    new_correct: int

    @property
    def points(self) -> float:
        """Change of recall in percentage points; negative for a loss."""
        return 100.0 * (self.new_correct - self.old_correct) / self.support


@dataclass(frozen=True)
class ConfidenceChange:
    """Mean probability of the true label under both models: with few hands a finer measure than accuracy.

    Attributes:
        old: Mean probability of the true label under the old model, 0 to 1.
        new: The same under the new model.
        chance: p-value of the improvement: probability of one at least as large if neither model is better, 0 to 1.

    Raises:
        ValueError: If a value is not between 0 and 1.
    """

    old: float
    new: float
    chance: float

    def __post_init__(self) -> None:
        if not all(0 <= share <= 1 for share in (self.old, self.new, self.chance)):
            raise ValueError(f"probabilities are from 0 to 1, got {self}")

    @property
    def change_text(self) -> str:
        """Both means as text: ``"70 % → 81 %"``."""
        return f"{_percent(self.old)} → {_percent(self.new)}"


@dataclass(frozen=True)
class Comparison:
    """Predictions of the old and the new model on the same hands.

    Attributes:
        old: Confusion matrix of the old model.
        new: Confusion matrix of the new model, with the same labels.
        gained: Number of hands that only the new model predicts correctly.
        lost: Number of hands that only the old model predicts correctly.
        sureness: Mean probabilities of the true labels; None if unknown. Manifests hold it under this name.

    Raises:
        ValueError: If the matrices are not about the same hands, or the counts do not add up.
    """

    old: ConfusionMatrix
    new: ConfusionMatrix
    gained: int
    lost: int
    sureness: ConfidenceChange | None = None

    def __post_init__(self) -> None:
        if self.old.labels != self.new.labels or list(map(sum, self.old.counts)) != list(map(sum, self.new.counts)):
            raise ValueError("both models must be compared on the same hands")
        if self.gained < 0 or self.lost < 0 or self.new.correct - self.old.correct != self.gained - self.lost:
            raise ValueError(f"{self.gained} gained and {self.lost} lost do not explain the difference")

    @classmethod
    def from_predictions(
        cls,
        labels: Sequence[str],
        truth: Sequence[str],
        old: Sequence[str],
        new: Sequence[str],
        sureness: ConfidenceChange | None = None,
    ) -> Comparison:
        """Compare the predicted labels of two models for the same hands, in the same order."""
        triples = list(zip(truth, old, new, strict=True))
        return cls(
            ConfusionMatrix.from_predictions(labels, truth, old),
            ConfusionMatrix.from_predictions(labels, truth, new),
            gained=sum(before != label == after for label, before, after in triples),
            lost=sum(before == label != after for label, before, after in triples),
            sureness=sureness,
        )

    @property
    def by_gesture(self) -> tuple[GestureChange, ...]:
        """The change of each label with at least one hand, in the order of labels."""
        return tuple(
            GestureChange(label, self.old.support(label), self.old.correct_of(label), self.new.correct_of(label))
            for label in self.old.labels
            if self.old.support(label)
        )

    @property
    def points(self) -> float:
        """Change of accuracy in percentage points; 0 without hands."""
        return 100.0 * (self.gained - self.lost) / self.old.total if self.old.total else 0.0


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"
