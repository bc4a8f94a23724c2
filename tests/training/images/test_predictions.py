from __future__ import annotations

import numpy as np
import pytest

from training.images.predictions import Predictions, by_group, to_probabilities
from training.images.recipe import NetworkRecipe

LABELS = ("rock", "paper", "spock")


def answers(*rows: tuple[int, list[float]]) -> Predictions:
    """Truth and probabilities of each image."""
    return Predictions(LABELS, np.array([t for t, _ in rows], dtype=np.int64), np.array([p for _, p in rows]))


SOME = answers(
    (0, [0.8, 0.1, 0.1]),
    (0, [0.2, 0.7, 0.1]),
    (0, [0.05, 0.9, 0.05]),
    (1, [0.3, 0.4, 0.3]),
    (1, [0.6, 0.2, 0.2]),
)


class TestProbabilities:
    def test_of_logits(self) -> None:
        got = to_probabilities(np.array([[0.0, np.log(3.0)]]), NetworkRecipe())
        assert got == pytest.approx(np.array([[0.25, 0.75]]))

    def test_of_softmax_as_they_are(self) -> None:
        given = np.array([[0.2, 0.8]], dtype=np.float32)
        assert to_probabilities(given, NetworkRecipe(outputs="softmax")) == pytest.approx(given)

    def test_of_one_logit_the_second_label_is_where_it_is_above_zero(self) -> None:
        got = to_probabilities(np.array([[np.log(3.0)], [-1000.0]]), NetworkRecipe(binary=True))
        assert got == pytest.approx(np.array([[0.25, 0.75], [1.0, 0.0]]))


class TestFigures:
    def test_shares_and_loss(self) -> None:
        figures = SOME.figures()
        assert (figures["right"], figures["pictures"]) == (2, 5)
        assert figures["accuracy"] == pytest.approx(0.4)
        assert figures["accuracy_interval"][0] < 0.4 < figures["accuracy_interval"][1]
        assert figures["loss"] == pytest.approx(-np.log([0.8, 0.2, 0.05, 0.4, 0.2]).mean())

    def test_scores_of_a_label(self) -> None:
        rock = SOME.figures()["by_label"]["rock"]
        assert rock == {
            "precision": pytest.approx(1 / 2), "recall": pytest.approx(1 / 3), "f1": pytest.approx(2 / 5), "pictures": 3
        }  # fmt: skip

    def test_a_label_that_is_not_shown_does_not_pull_the_mean_down(self) -> None:
        scores = SOME.figures()
        assert scores["by_label"]["spock"]["pictures"] == 0
        assert scores["macro_f1"] == pytest.approx((2 / 5 + 2 / 5) / 2)

    def test_a_certain_wrong_answer_costs_much_but_not_everything(self) -> None:
        assert 20 < answers((0, [0.0, 1.0, 0.0])).figures()["loss"] < 40

    def test_confusion_is_shown_by_answered_with_a_place_for_every_label(self) -> None:
        assert SOME.confusion.tolist() == [[1, 2, 0], [1, 1, 0], [0, 0, 0]]
        assert SOME.confused() == [("rock", "paper", 2), ("paper", "rock", 1)]
        assert SOME.confused(1) == [("rock", "paper", 2)]

    def test_mistakes_come_surest_first(self) -> None:
        assert SOME.mistakes().tolist() == [2, 1, 4]

    def test_the_table_names_every_label(self) -> None:
        lines = SOME.table().splitlines()
        assert [line.split()[0] for line in lines[2:5]] == list(LABELS)
        assert lines[2].split()[1:] == ["0.5000", "0.3333", "0.4000", "3"]

    def test_probabilities_of_other_labels_are_refused(self) -> None:
        with pytest.raises(ValueError, match="should be"):
            Predictions(LABELS, np.zeros(1, dtype=np.int64), np.array([[0.5, 0.5]]))


class TestGroups:
    def test_the_worst_comes_first_and_unknown_ones_are_left_out(self) -> None:
        got = by_group(SOME, ["anna", "bert", "bert", "anna", ""])
        assert got == {"bert": {"pictures": 2, "accuracy": 0.0}, "anna": {"pictures": 2, "accuracy": 1.0}}
        assert list(got) == ["bert", "anna"]

    def test_one_group_is_no_comparison(self) -> None:
        assert by_group(SOME, ["anna"] * 5) == {}
        assert by_group(SOME, [""] * 5) == {}
