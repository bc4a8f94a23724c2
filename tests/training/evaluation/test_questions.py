from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from gesture_app.domain.frames.gestures import FIVE_GESTURES
from tests.fakes.evaluation import LABELS, Box
from training.evaluation.datasets import EvaluationDataset, EvaluationImage
from training.evaluation.decision import DecisionRule
from training.evaluation.metrics import MODEL, EvaluatedDataset, rejection_curve
from training.evaluation.questions import acceptance, intent_metrics, throw_metrics
from training.evaluation.replay import DetectedHand, ImagePrediction

RULE = DecisionRule(LABELS, 0.6, asks_intent=True)
Row = tuple[EvaluationImage, list[DetectedHand]]


def image(label: str, *, source: str = "anna", hand: bool = True, natural: bool = False) -> EvaluationImage:
    return EvaluationImage(Path("x.png"), label, source, source, "x.png", hand, is_natural=natural)


def hand(gesture: str, intent: float, share: float = 0.9, box: Box = (10, 10, 60, 60)) -> DetectedHand:
    """A hand that means a gesture with this probability, and this one with a share of that."""
    probabilities = np.full(len(LABELS), intent * (1 - share) / (len(LABELS) - 2))
    probabilities[LABELS.index(gesture)] = intent * share
    probabilities[LABELS.none_index] = 1 - intent
    return DetectedHand(probabilities, box)


def evaluated(rows: list[Row]) -> EvaluatedDataset:
    predictions = [ImagePrediction("", tuple(hands)) for _, hands in rows]
    predicted = [prediction.label_by(RULE) for prediction in predictions]
    dataset = EvaluationDataset(Path("set"), tuple(shown for shown, _ in rows), knows_hands=True)
    return EvaluatedDataset(dataset, predictions, [None] * len(rows), {MODEL: predicted})


class TestThrows:
    def test_a_throw_is_read_though_no_gesture_seems_to_be_meant(self) -> None:
        rows = [(image("rock"), [hand("rock", 0.05)]), (image("rock"), [hand("paper", 0.95)]), (image("rock"), [])]
        throws = throw_metrics(evaluated([*rows, (image("none"), [hand("paper", 0.9)])]), RULE)
        assert (throws["right"]["count"], throws["right"]["total"]) == (1, 3)
        assert (throws["right_of_found"]["count"], throws["right_of_found"]["total"]) == (1, 2)

    def test_gestures_and_sources_are_counted_apart(self) -> None:
        rows: list[Row] = [
            (image("rock", source="anna"), [hand("rock", 0.9)]),
            (image("rock", source="ben"), [hand("paper", 0.9)]),
            (image("paper", source="ben"), [hand("paper", 0.9)]),
            (image("paper", source="cleo"), []),
        ]
        throws = throw_metrics(evaluated(rows), RULE)
        assert {label: right["share"] for label, right in throws["by_label"].items()} == {"rock": 0.5, "paper": 1.0}
        assert {name: right["share"] for name, right in throws["by_source"].items()} == {
            "anna": 1.0,
            "ben": 0.5,
            "cleo": None,
        }

    def test_the_hand_that_most_probably_means_a_gesture_counts(self) -> None:
        large, small = hand("rock", 0.3, box=(0, 0, 90, 90)), hand("paper", 0.8, box=(0, 0, 20, 20))
        throws = throw_metrics(evaluated([(image("paper"), [large, small])]), RULE)
        assert throws["right"]["count"] == 1

    def test_the_calibration_is_that_of_the_gestures_given_that_one_is_meant(self) -> None:
        rows: list[Row] = [(image("rock"), [hand("rock", intent, share=0.85)]) for intent in (0.01, 0.5, 0.99)]
        throws = throw_metrics(evaluated([*rows, (image("paper"), [hand("rock", 0.9, share=0.85)])]), RULE)
        assert throws["hands"] == 4
        assert throws["ece"] == pytest.approx(0.85 - 3 / 4)

    def test_without_gestures_there_is_nothing_to_throw(self) -> None:
        throws = throw_metrics(evaluated([(image("none"), [hand("rock", 0.9)])]), RULE)
        assert (throws["right"]["total"], throws["hands"], throws["ece"], throws["by_label"]) == (0, 0, None, {})


class TestIntent:
    ROWS: tuple[Row, ...] = (
        (image("rock"), [hand("rock", 0.95)]),
        (image("rock"), [hand("paper", 0.7)]),
        (image("rock"), []),
        (image("none"), [hand("rock", 0.5)]),
        (image("none"), [hand("rock", 0.1)]),
        (image("none", natural=True), [hand("lizard", 0.8), hand("rock", 0.1)]),
        (image("none", natural=True), []),
        (image("none", hand=False), [hand("rock", 0.4)]),
    )

    def shares(self, threshold: float) -> dict[str, float]:
        accepted = acceptance(evaluated(list(self.ROWS)), RULE.at(threshold))
        return {kind: proportion["share"] for kind, proportion in accepted.items()}

    def test_kinds_of_images_are_counted_apart_and_a_wrong_gesture_is_accepted_too(self) -> None:
        assert self.shares(0.6) == pytest.approx(
            {"gestures": 2 / 3, "other_poses": 0, "natural_hands": 0.5, "empty_scenes": 0}
        )
        assert self.shares(0.3) == pytest.approx(
            {"gestures": 2 / 3, "other_poses": 0.5, "natural_hands": 0.5, "empty_scenes": 1}
        )

    def test_each_sensitivity_has_its_shares(self) -> None:
        at = intent_metrics(evaluated(list(self.ROWS)), RULE, {"low": 0.9, "high": 0.3})["at"]
        assert (at["low"]["threshold"], at["high"]["threshold"]) == (0.9, 0.3)
        assert at["low"]["gestures"]["share"] == pytest.approx(1 / 3)
        assert at["low"]["natural_hands"]["share"] == 0
        assert at["high"]["other_poses"]["share"] == 0.5

    def test_the_calibration_is_of_the_probability_that_one_is_meant(self) -> None:
        rows: list[Row] = [(image("rock"), [hand("rock", 0.9)])] * 3 + [(image("none"), [hand("rock", 0.9)])]
        figures = intent_metrics(evaluated([*rows, (image("none"), [])]), RULE, {})
        assert figures["hands"] == 4
        assert figures["ece"] == pytest.approx(0.9 - 3 / 4)

    def test_images_of_one_kind_say_nothing_about_the_calibration(self) -> None:
        figures = intent_metrics(evaluated([(image("none", natural=True), [hand("rock", 0.3)])] * 4), RULE, {})
        assert (figures["hands"], figures["ece"]) == (4, None)

    def test_the_curve_meets_the_acceptance_at_each_threshold(self) -> None:
        curve = {round(point["threshold"], 2): point for point in rejection_curve(evaluated(list(self.ROWS)), RULE)}
        for threshold in (0.3, 0.6):
            shares = self.shares(threshold)
            for kind, share in shares.items():
                assert curve[threshold][f"{kind}_accepted"] == pytest.approx(share)
        assert curve[0.0]["gestures_right"] == pytest.approx(1 / 3)


def test_every_gesture_has_a_hand_in_these_tests() -> None:
    for gesture in FIVE_GESTURES:
        assert RULE.best_gesture(hand(gesture, 0.2).probabilities) == gesture
