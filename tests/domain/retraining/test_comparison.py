from __future__ import annotations

import pytest

from gesture_app.domain.retraining.comparison import Comparison, ConfidenceChange
from gesture_app.domain.retraining.confusion import ConfusionMatrix

LABELS = ("rock", "paper", "scissors", "none")


def test_different_hands_cannot_be_compared() -> None:
    with pytest.raises(ValueError, match="same hands"):
        Comparison(
            ConfusionMatrix.from_predictions(("a",), ["a"], ["a"]),
            ConfusionMatrix.from_predictions(("a",), ["a", "a"], ["a", "a"]),
            0,
            0,
        )


def test_gains_must_explain_the_difference() -> None:
    old, new = (
        ConfusionMatrix.from_predictions(("a", "b"), ["a"], ["b"]),
        ConfusionMatrix.from_predictions(("a", "b"), ["a"], ["a"]),
    )
    assert Comparison(old, new, gained=1, lost=0).points == pytest.approx(100)
    with pytest.raises(ValueError, match="do not explain"):
        Comparison(old, new, gained=0, lost=0)


def test_changes_are_given_for_labels_with_hands() -> None:
    rows = Comparison.from_predictions(LABELS, ["paper"] * 4, ["paper", *["none"] * 3], ["paper"] * 4).by_gesture
    assert [(row.label, row.support, row.old_correct, row.new_correct, row.points) for row in rows] == [
        ("paper", 4, 1, 4, 75.0)
    ]


@pytest.mark.parametrize("wrong", [(-0.1, 0.5, 0.5), (0.5, 1.1, 0.5), (0.5, 0.5, float("nan"))])
def test_values_outside_0_to_1_are_refused(wrong: tuple[float, float, float]) -> None:
    with pytest.raises(ValueError, match="from 0 to 1"):
        ConfidenceChange(*wrong)
