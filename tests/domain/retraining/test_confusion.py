from __future__ import annotations

import pytest

from gesture_app.domain.retraining.confusion import ConfusionMatrix


def test_counts_true_and_predicted_labels() -> None:
    matrix = ConfusionMatrix.from_predictions(("a", "b"), ["a", "a", "b"], ["a", "b", "b"])
    assert matrix.counts == ((1, 1), (0, 1))
    assert (matrix.total, matrix.correct) == (3, 2)
    assert (matrix.support("a"), matrix.predicted("b"), matrix.correct_of("a")) == (2, 2, 1)
    assert matrix.macro_recall == pytest.approx(0.75)


def test_labels_without_hands_do_not_count_in_the_mean() -> None:
    assert ConfusionMatrix.from_predictions(("a", "b"), ["a"], ["a"]).macro_recall == 1.0


def test_an_unknown_label_is_refused() -> None:
    with pytest.raises(ValueError, match="c are not among a, b"):
        ConfusionMatrix.from_predictions(("a", "b"), ["a"], ["c"])


def test_counts_that_do_not_fit_the_labels_are_refused() -> None:
    with pytest.raises(ValueError, match="2 rows"):
        ConfusionMatrix(("a", "b"), ((1,), (2,)))
    with pytest.raises(ValueError, match="at least 0"):
        ConfusionMatrix(("a",), ((-1,),))
