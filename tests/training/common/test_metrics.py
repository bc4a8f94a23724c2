from __future__ import annotations

import math

import numpy as np
import pytest

from gesture_app.domain.frames.gestures import GestureSet
from gesture_app.domain.frames.sensitivity import Sensitivity
from gesture_app.domain.models.calibration import Calibration
from training.common.metrics import (
    FalseAcceptRates,
    Proportion,
    balanced_score,
    brier_scores,
    confusion,
    expected_calibration_error,
    fit_calibration,
    fit_temperature,
    label_scores,
    macro_f1,
    macro_recall,
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


def sampled(logits: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Labels drawn from the softmax of logits."""
    return np.array([rng.choice(logits.shape[1], p=p) for p in softmax(logits)])


def test_the_fitted_temperature_undoes_overconfidence() -> None:
    rng = np.random.default_rng(0)
    true_logits = rng.normal(0, 2, (6000, 3))
    truth = sampled(true_logits, rng)
    temperature = fit_temperature(true_logits * 3, truth)
    assert temperature == pytest.approx(3, rel=0.1)
    before = expected_calibration_error(softmax(true_logits * 3), truth)
    after = expected_calibration_error(softmax(true_logits * 3, temperature), truth)
    assert after < 0.02 < before


def test_few_photos_say_as_much_about_the_temperature_as_many_rendered_hands() -> None:
    rng = np.random.default_rng(2)
    logits = rng.normal(0, 3, (4000, 3))
    truth = sampled(logits, rng)
    rendered = np.arange(4000) >= 400
    logits[rendered] *= 4  # of rendered hands the model is too sure, and there are many
    alone = fit_temperature(logits[~rendered], truth[~rendered])
    assert alone < fit_temperature(logits, truth, rendered) < fit_temperature(logits, truth)


class TestBothQuestions:
    """Calibration of hands whose intent and gesture the logits state with different overconfidence."""

    def hands(self, count: int = 6000, *, intent: float = 1.0, gesture: float = 1.0) -> tuple[np.ndarray, np.ndarray]:
        """Logits that overstate the log-odds of intent and the differences of the gestures by these factors."""
        rng = np.random.default_rng(4)
        gestures = rng.normal(0, 2, (count, 2))
        odds = rng.normal(0, 2, count)
        meant = rng.random(count) < 1 / (1 + np.exp(-odds))
        truth = np.where(meant, sampled(gestures, rng), LABELS.none_index)
        stated = gesture * gestures
        total = np.log(np.exp(stated).sum(axis=1))
        return np.column_stack([stated, total - intent * odds]), truth

    def fitted(self, logits: np.ndarray, truth: np.ndarray, **rates: float) -> Calibration:
        return fit_calibration(logits, truth, LABELS, FalseAcceptRates(**rates))

    def test_each_is_fitted_by_itself(self) -> None:
        calibration = self.fitted(*self.hands(intent=4.0, gesture=2.0))
        assert calibration.intent is not None
        assert calibration.temperature == pytest.approx(2, rel=0.1)
        assert calibration.intent.slope == pytest.approx(1 / 4, rel=0.1)
        assert calibration.intent.offset == pytest.approx(0, abs=0.1)

    def test_the_probabilities_of_intent_are_calibrated(self) -> None:
        logits, truth = self.hands(intent=4.0)
        meant = 1 - self.fitted(logits, truth).probabilities(logits, LABELS.none_index)[:, LABELS.none_index]
        for low in np.arange(0.1, 0.9, 0.2):
            near = (meant >= low) & (meant < low + 0.2)
            assert (truth[near] != LABELS.none_index).mean() == pytest.approx(meant[near].mean(), abs=0.04)

    def test_each_sensitivity_has_the_lowest_threshold_within_its_rate(self) -> None:
        logits, truth = self.hands()
        rates = {"low": 0.01, "normal": 0.05, "high": 0.2}
        calibration = self.fitted(logits, truth, **rates)
        assert calibration.intent is not None
        meant = 1 - calibration.probabilities(logits, LABELS.none_index)[truth == LABELS.none_index][:, 2]
        for sensitivity in Sensitivity:
            threshold, rate = calibration.intent.thresholds.at(sensitivity), rates[sensitivity.value]
            assert (meant >= threshold).mean() <= rate < (meant >= threshold - 2e-3).mean()

    def test_few_photos_say_as_much_about_the_thresholds_as_many_rendered_hands(self) -> None:
        accepted, refused, gesture = [2.0, -9.0, 0.0], [-2.0, -9.0, 0.0], [3.0, -9.0, 0.0]
        logits = np.array([accepted] * 90 + [refused] * 10 + [gesture] * 50)
        truth = np.array([LABELS.none_index] * 100 + [0] * 50)
        rendered = np.array([True] * 90 + [False] * 10 + [False] * 50)

        def accepts(groups: np.ndarray | None) -> bool:
            calibration = fit_calibration(logits, truth, LABELS, FalseAcceptRates(0.0, 0.5, 0.5), groups)
            probabilities = calibration.probabilities(logits[:1], LABELS.none_index)
            return int(calibration.decide(probabilities, LABELS.none_index)[0]) == 0

        assert not accepts(None)
        assert accepts(rendered)

    def test_hands_that_all_show_a_gesture_say_nothing_about_intent(self) -> None:
        logits, truth = self.hands()
        gestures = truth != LABELS.none_index
        assert self.fitted(logits[gestures], truth[gestures]).intent is None

    def test_intent_never_falls_with_the_score(self) -> None:
        logits, truth = self.hands(intent=-1.0)
        intent = self.fitted(logits, truth).intent
        assert intent is not None
        assert intent.slope > 0


@pytest.mark.parametrize("rates", [(0.2, 0.1, 0.3), (-0.1, 0.1, 0.2), (0.1, 0.2, 1.2)])
def test_false_accept_rates_rise_with_the_sensitivity(rates: tuple[float, float, float]) -> None:
    with pytest.raises(ValueError, match="low <= normal <= high"):
        FalseAcceptRates(*rates)


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
    assert result["throw_accuracy"] == pytest.approx(2 / 3, abs=1e-4)
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
