from __future__ import annotations

import math

import numpy as np
import pytest

from gesture_app.domain.frames.gestures import GestureSet
from training.common.metrics import (
    Calibration,
    Proportion,
    balanced_score,
    brier_scores,
    confusion,
    expected_calibration_error,
    fit_calibration,
    label_scores,
    macro_f1,
    macro_recall,
    predict_labels,
    reliability,
    scores,
    softmax,
)

LABELS = GestureSet(("rock", "paper", "none"))


def test_macro_recall_gives_a_rare_label_the_weight_of_a_frequent_one() -> None:
    truth = np.array([0] * 9 + [1])
    predicted = np.zeros(10, dtype=int)
    assert macro_recall(predicted, truth) == pytest.approx(0.5)


def test_photos_and_rendered_hands_of_a_label_count_alike() -> None:
    truth = np.zeros(10, dtype=int)
    predicted = np.array([1] + [0] * 9)
    rendered = np.array([False] + [True] * 9)
    assert balanced_score(predicted, truth, rendered) == pytest.approx(0.5)


def test_brier_scores_are_0_for_the_truth_and_2_for_its_opposite() -> None:
    probabilities = np.array([[1.0, 0, 0], [0, 1, 0], [0.5, 0.5, 0]])
    assert brier_scores(probabilities, np.array([0, 0, 0])) == pytest.approx([0, 2, 0.5])


def test_the_fitted_temperature_undoes_overconfidence() -> None:
    rng = np.random.default_rng(0)
    true_logits = rng.normal(0, 2, (6000, 3))
    truth = np.array([rng.choice(3, p=p) for p in softmax(true_logits)])
    calibration = fit_calibration(true_logits * 3, truth, LABELS, false_accept_rate=0.05)
    assert calibration.temperature == pytest.approx(3, rel=0.1)
    before = expected_calibration_error(softmax(true_logits * 3), truth)
    after = expected_calibration_error(softmax(true_logits * 3, calibration.temperature), truth)
    assert after < 0.02 < before


def test_the_threshold_keeps_to_the_false_accept_rate() -> None:
    rng = np.random.default_rng(1)
    logits = np.column_stack([rng.normal(0, 1, 4000), np.full(4000, -9.0), np.zeros(4000)])
    truth = np.full(4000, LABELS.none_index)
    calibration = fit_calibration(logits, truth, LABELS, false_accept_rate=0.1)
    decided = predict_labels(softmax(logits, calibration.temperature), LABELS, calibration.reject_threshold)
    assert (decided != LABELS.none_index).mean() <= 0.101


def test_few_photos_say_as_much_about_the_threshold_as_many_rendered_hands() -> None:
    logits = np.array([[2.0, -9.0, 0.0]] * 90 + [[-2.0, -9.0, 0.0]] * 10)  # the rendered ones pass for a gesture
    truth = np.full(100, LABELS.none_index)
    rendered = np.array([True] * 90 + [False] * 10)
    assert fit_calibration(logits, truth, LABELS, 0.5).reject_threshold > 0.5
    assert fit_calibration(logits, truth, LABELS, 0.5, rendered).reject_threshold == 0.0


def test_few_photos_say_as_much_about_the_temperature_as_many_rendered_hands() -> None:
    rng = np.random.default_rng(2)
    logits = rng.normal(0, 3, (4000, 3))
    truth = np.array([rng.choice(3, p=p) for p in softmax(logits)])
    rendered = np.arange(4000) >= 400
    logits[rendered] *= 4  # of rendered hands the model is too sure, and there are many
    alone, all_alike, balanced = (
        fit_calibration(*hands, LABELS, 0.1, kinds).temperature
        for hands, kinds in (
            ((logits[~rendered], truth[~rendered]), None),
            ((logits, truth), None),
            ((logits, truth), rendered),
        )
    )
    assert alone < balanced < all_alike


@pytest.mark.parametrize("rate", [0.0, 0.05, 0.5, 1.0])
def test_the_threshold_is_the_lowest_that_keeps_to_the_rate(rate: float) -> None:
    rng = np.random.default_rng(3)
    logits = np.column_stack([rng.normal(0, 2, 60), np.full(60, -9.0), np.zeros(60)])
    truth = np.full(60, LABELS.none_index)
    fitted = fit_calibration(logits, truth, LABELS, rate)
    probabilities = softmax(logits, fitted.temperature)

    def passing(threshold: float) -> float:
        return float((predict_labels(probabilities, LABELS, threshold) != LABELS.none_index).mean())

    assert passing(fitted.reject_threshold) <= rate
    if fitted.reject_threshold:
        assert passing(fitted.reject_threshold - 2e-4) > rate


def test_a_gesture_below_the_threshold_is_none() -> None:
    probabilities = np.array([[0.5, 0.3, 0.2], [0.8, 0.1, 0.1], [0.2, 0.2, 0.6]])
    assert predict_labels(probabilities, LABELS, 0.7).tolist() == [2, 0, 2]


def test_calibration_error_of_an_overconfident_model() -> None:
    probabilities = np.array([[0.9, 0.05, 0.05]] * 10)
    truth = np.array([0] * 5 + [1] * 5)
    assert expected_calibration_error(probabilities, truth) == pytest.approx(0.4)


def test_scores_count_what_was_answered_for_what() -> None:
    logits = np.array([[9.0, 0, 0], [0, 9.0, 0], [0, 9.0, 0], [0, 0, 9.0]])
    truth = np.array([0, 0, 1, 2])
    result = scores(logits, truth, LABELS, Calibration(1.0, 0.5))
    assert result["confusion"] == [[1, 1, 0], [0, 1, 0], [0, 0, 1]]
    assert result["recall"] == {"rock": 0.5, "paper": 1.0, "none": 1.0}
    assert result["gesture_accuracy"] == pytest.approx(2 / 3, abs=1e-4)
    assert result["accuracy"] == pytest.approx(0.75)


def test_a_missed_hand_is_wrong_and_a_none_picture_answered_with_a_gesture_counts_against_that_gesture() -> None:
    truth = ["rock", "rock", "rock", "rock", "paper", "none", "none"]
    answers = ["rock", "rock", "rock", "none", "paper", "rock", "none"]
    by_label = label_scores(truth, answers, LABELS)
    assert (by_label["rock"].recall, by_label["rock"].precision) == (0.75, 0.75)
    assert by_label["rock"].f1 == pytest.approx(0.75)
    assert macro_f1(truth, answers, LABELS) == pytest.approx((0.75 + 1) / 2)


def test_macro_f1_is_over_the_gestures_that_occur() -> None:
    assert macro_f1(["rock", "none"], ["rock", "none"], LABELS) == pytest.approx(1)
    assert macro_f1(["rock", "rock"], ["rock", "paper"], LABELS) == pytest.approx(2 / 3)
    assert math.isnan(macro_f1(["none"], ["none"], LABELS))


def test_confusion_counts_true_by_predicted() -> None:
    assert confusion(["rock", "rock", "none"], ["paper", "rock", "none"], LABELS).tolist() == [
        [1, 1, 0],
        [0, 0, 0],
        [0, 0, 1],
    ]


@pytest.mark.parametrize(
    ("count", "total", "low", "high"),
    [(10, 10, 0.7225, 1.0), (0, 10, 0.0, 0.2775), (81, 263, 0.2553, 0.3662), (0, 0, 0.0, 1.0)],
)
def test_wilsons_interval(count: int, total: int, low: float, high: float) -> None:
    """The third is the example of Newcombe 1998, Statistics in Medicine 17, 857-872."""
    assert Proportion(count, total).interval == pytest.approx((low, high), abs=1e-4)


def test_the_reliability_diagram_holds_every_answer_once_and_leaves_empty_bins_out() -> None:
    probabilities = np.array([[0.95, 0.03, 0.02]] * 3 + [[0.5, 0.3, 0.2]] + [[1.0, 0.0, 0.0]])
    bins = reliability(probabilities, np.array([0, 0, 1, 0, 0]), bins=10)
    assert [(b.low, b.count) for b in bins] == [(0.5, 1), (0.9, 4)]
    assert bins[1].right == pytest.approx(0.75)
    assert bins[1].confidence == pytest.approx((3 * 0.95 + 1) / 4)
