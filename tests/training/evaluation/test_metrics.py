from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.fakes.evaluation import (
    LABELS,
    detected_hand,
)
from training.evaluation.datasets import EvaluationDataset, EvaluationImage, RenderedView
from training.evaluation.decision import DecisionRule
from training.evaluation.metrics import (
    MODEL,
    EvaluatedDataset,
    age_metrics,
    calibration_metrics,
    classifier_metrics,
    paired_tones,
    rejection_curve,
    skin_tone_metrics,
    view_angle_metrics,
)
from training.evaluation.replay import DetectedHand, ImagePrediction


def image(label: str, *, hand: bool | None = True, view: RenderedView | None = None) -> EvaluationImage:
    return EvaluationImage(Path("x.png"), label, "anna", "anna", "x.png", hand, view)


def evaluated(rows: list[tuple[EvaluationImage, str, list[DetectedHand]]]) -> EvaluatedDataset:
    predictions = [ImagePrediction(answer, tuple(hands)) for _, answer, hands in rows]
    data = EvaluationDataset(Path("set"), tuple(shown for shown, _, _ in rows), knows_hands=True)
    return EvaluatedDataset(
        data, predictions, [None] * len(rows), {MODEL: [prediction.label for prediction in predictions]}
    )


RULE = DecisionRule(LABELS, 0.5)


class TestMeasures:
    def test_missed_hands_are_wrong_and_empty_scenes_are_counted_apart(self) -> None:
        dataset = evaluated(
            [
                (image("rock"), "rock", [detected_hand("rock", 0.9)]),
                (image("rock"), "none", []),
                (image("none"), "paper", [detected_hand("paper", 0.9)]),
                (image("none"), "none", [detected_hand("none", 0.9)]),
                (image("none", hand=False), "none", []),
            ]
        )
        figures = classifier_metrics(dataset, MODEL, LABELS)
        assert figures["gestures_right"]["count"] == 1
        assert figures["by_label"]["rock"]["f1"] == pytest.approx(2 / 3)
        assert (figures["other_poses_none"]["count"], figures["other_poses_none"]["total"]) == (1, 2)
        assert (figures["empty_scenes_none"]["count"], figures["empty_scenes_none"]["total"]) == (1, 1)

    def test_calibration_is_over_found_hands_and_before_the_threshold(self) -> None:
        dataset = evaluated(
            [
                (image("rock"), "none", [detected_hand("rock", 0.45)]),
                (image("rock"), "none", []),
                (image("paper"), "rock", [detected_hand("rock", 0.9)]),
            ]
        )
        figures = calibration_metrics(dataset, RULE)
        assert figures["hands"] == 2
        assert figures["ece"] == pytest.approx((0.55 + 0.9) / 2)

    def test_the_rejection_curve_falls_and_meets_the_answers_at_the_manifests_threshold(self) -> None:
        rng = np.random.default_rng(0)
        rows = []
        for _ in range(300):
            truth, said = rng.choice(LABELS.labels, 2)
            hands = [
                detected_hand(truth if rng.random() < 0.7 else said, rng.uniform(0.3, 1))
                for _ in range(rng.integers(3))
            ]
            rows.append((image(str(truth)), ImagePrediction("", tuple(hands)).label_by(RULE.at(0.6)), hands))
        dataset = evaluated(rows)
        curve = rejection_curve(dataset, RULE)
        accepted = [point["other_poses_accepted"] for point in curve]
        assert accepted == sorted(accepted, reverse=True)
        here = next(point for point in curve if point["threshold"] == pytest.approx(0.6))
        right = classifier_metrics(dataset, MODEL, LABELS)
        assert here["gestures_right"] == right["gestures_right"]["share"]
        assert here["other_poses_accepted"] == pytest.approx(1 - right["other_poses_none"]["share"])

    def test_a_higher_threshold_accepts_no_more_gestures_of_one_hand(self) -> None:
        rows = [(image("rock"), "rock", [detected_hand("rock", p)]) for p in np.linspace(0.2, 1, 50)]
        shares = [point["gestures_right"] for point in rejection_curve(evaluated(rows), RULE)]
        assert shares == sorted(shares, reverse=True)
        assert shares[0] == 1

    def test_the_leading_hand_is_the_largest_that_shows_a_gesture(self) -> None:
        small, large = detected_hand("rock", 0.8, (0, 0, 20, 20)), detected_hand("none", 0.9, (0, 0, 90, 90))
        prediction = ImagePrediction("rock", (large, small))
        assert prediction.leading_hand(RULE) is small
        assert prediction.leading_hand(RULE.at(0.85)) is large
        assert prediction.label_by(RULE.at(0.85)) == "none"

    def test_tones_and_views_hold_every_rendered_image_once(self) -> None:
        rng = np.random.default_rng(0)
        rows = []
        for tone in range(1, 11):
            for _ in range(6):
                view = RenderedView(tone, float(rng.uniform(-180, 400)), float(rng.uniform(-90, 90)), 30.0)
                rows.append((image("rock", view=view), "rock" if tone < 8 else "none", [detected_hand("rock", 0.9)]))
        tones, angles = skin_tone_metrics(evaluated(rows), RULE), view_angle_metrics(evaluated(rows), RULE)
        for parts in (tones["tones"], tones["groups"], *angles.values()):
            assert sum(part["pictures"] for part in parts.values()) == 60
        assert tones["groups"]["1-3"]["gestures_right"]["share"] == 1
        assert tones["groups"]["8-10"]["gestures_right"]["share"] == 0
        assert tones["paired"] is None
        assert tones["groups"]["1-3"]["ece"] == pytest.approx(0.1)
        assert age_metrics(evaluated(rows), RULE) == {}

    def test_rendered_people_are_measured_by_age_and_without_angles(self) -> None:
        rows = []
        for age, answer in (("child", "rock"), ("child", "none"), ("old", "rock")):
            view = RenderedView(3, age_group=age)
            rows.append((image("rock", view=view), answer, [detected_hand("rock", 0.9)]))
        ages = age_metrics(evaluated(rows), RULE)
        assert {age: figures["gestures_right"]["share"] for age, figures in ages.items()} == {"child": 0.5, "old": 1.0}
        assert ages["child"]["macro_f1"] == pytest.approx(2 / 3)
        assert ages["old"]["ece"] == pytest.approx(0.1)
        assert view_angle_metrics(evaluated(rows), RULE) == {}

    def test_the_same_scene_in_all_tones_is_compared_in_pairs(self) -> None:
        rows = []
        for scene in range(10):
            for tone in (1, 2):
                right = tone == 1 or scene < 6
                view = RenderedView(tone, 0, 0, 0, scene=f"s{scene}")
                rows.append((image("rock", view=view), "rock" if right else "none", [detected_hand("rock", 0.9)]))
        rows.append((image("rock", view=RenderedView(1, 0, 0, 0, scene="incomplete")), "none", []))
        paired = paired_tones(evaluated(rows))
        assert paired is not None
        assert (paired["scenes"], paired["best_tone"], paired["worst_tone"]) == (10, 1, 2)
        assert paired["difference"] == pytest.approx(0.4)
        assert 0 < paired["low"] < 0.4 < paired["high"]
