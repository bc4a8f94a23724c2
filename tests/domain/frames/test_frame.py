from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from gesture_app.domain.frames.crop_spec import CropSpec
from gesture_app.domain.frames.frame import Frame, Hand, HandCrop, Handedness, Prediction
from gesture_app.domain.frames.gestures import NONE, GestureSet
from gesture_app.domain.frames.sensitivity import IntentThresholds, Sensitivity

LABELS = GestureSet.of(["rock", "paper", "none"])


def prediction(*probabilities: float, threshold: float = 0.0) -> Prediction:
    return Prediction(LABELS, np.array(probabilities, np.float32), threshold)


@pytest.mark.parametrize(
    "image",
    [
        np.zeros((4, 6), np.uint8),
        np.zeros((4, 6, 4), np.uint8),
        np.zeros((4, 6, 3), np.float32),
        np.zeros((0, 6, 3), np.uint8),
        np.zeros((4, 0, 3), np.uint8),
    ],
)
def test_a_frame_is_a_colour_image_of_bytes(image: Any) -> None:
    with pytest.raises(ValueError, match=r"a frame is \(height, width, 3\) uint8, got"):
        Frame(image, seq=0, time_s=0.0, captured_s=0.0)


def test_resolution_is_width_then_height() -> None:
    assert Frame(np.zeros((4, 6, 3), np.uint8), seq=0, time_s=0.0, captured_s=0.0).resolution_wh == (6, 4)


@pytest.mark.parametrize("points", [np.zeros((20, 3)), np.zeros((21, 2)), np.full((21, 3), np.nan)])
def test_a_hand_has_21_finite_points(points: Any) -> None:
    with pytest.raises(ValueError, match="landmarks"):
        Hand(points.astype(np.float32), Handedness.LEFT, 0.9)


def test_the_box_is_tight_and_ignores_depth() -> None:
    points = np.full((21, 3), 50, np.float32)
    points[3] = (10, 70, -900)
    points[8] = (90, -30, 900)
    hand = Hand(points, Handedness.LEFT, 0.9)

    assert hand.box_xyxy_px == (10, -30, 90, 70)
    assert hand.center_px == (50, 20)


def box(left: float, top: float, right: float, bottom: float) -> Hand:
    points = np.tile(np.array([left, top, 0], np.float32), (21, 1))
    points[1] = (right, bottom, 0)
    return Hand(points, Handedness.LEFT, 0.9)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (box(0, 0, 40, 40), True),
        (box(15, 15, 25, 25), True),
        (box(-60, -60, 21, 21), True),
        (box(19, 0, 59, 40), True),
        (box(21, 0, 61, 40), False),
        (box(100, 100, 140, 140), False),
    ],
)
def test_two_hands_of_which_one_holds_the_middle_of_the_other_are_in_one_place(other: Hand, same: bool) -> None:
    one = box(0, 0, 40, 40)

    assert one.overlaps(other) is same
    assert other.overlaps(one) is same
    assert one.overlaps_any([box(200, 0, 240, 40), other]) is same


@pytest.mark.parametrize(
    ("image", "landmarks"),
    [
        (np.zeros((127, 128, 3), np.uint8), np.zeros((21, 3), np.float32)),
        (np.zeros((128, 128, 3), np.float32), np.zeros((21, 3), np.float32)),
        (np.zeros((128, 128, 3), np.uint8), np.zeros((21, 2), np.float32)),
        (np.zeros((128, 128, 3), np.uint8), np.full((21, 3), np.inf, np.float32)),
    ],
)
def test_a_crop_of_another_make_is_refused(image: Any, landmarks: Any) -> None:
    with pytest.raises(ValueError, match=r"got|finite"):
        HandCrop(image, landmarks)


@pytest.mark.parametrize("angle", [np.zeros(3, np.float32), np.array([np.nan, 1], np.float32)])
def test_the_angle_of_a_hand_is_two_finite_numbers(angle: Any) -> None:
    with pytest.raises(ValueError, match="hand_angle must be two finite numbers"):
        HandCrop(np.zeros((128, 128, 3), np.uint8), np.zeros((21, 3), np.float32), angle)


def test_a_hand_points_up_unless_it_says_otherwise() -> None:
    crop = HandCrop(np.zeros((128, 128, 3), np.uint8), np.zeros((21, 3), np.float32))
    assert crop.hand_angle.tolist() == [0.0, 1.0]


@pytest.mark.parametrize("scale", [0.0, -1.0, float("nan"), float("inf")])
def test_a_crop_needs_a_size(scale: float) -> None:
    with pytest.raises(ValueError, match="scale"):
        CropSpec(scale=scale)


@pytest.mark.parametrize("probabilities", [(0.5, 0.5), (0.2, 0.2, 0.2, 0.4), (np.nan, 0.5, 0.5), (-0.1, 0.6, 0.5)])
def test_probabilities_must_fit_the_labels_and_be_probabilities(probabilities: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="probabilities"):
        prediction(*probabilities)


@pytest.mark.parametrize("threshold", [-0.1, 1.1, float("nan")])
def test_the_reject_threshold_is_a_probability(threshold: float) -> None:
    with pytest.raises(ValueError, match="reject_threshold"):
        prediction(0.2, 0.3, 0.5, threshold=threshold)


def test_the_most_probable_label_is_the_answer() -> None:
    answer = prediction(0.2, 0.7, 0.1)

    assert answer.gesture == "paper"
    assert answer.confidence == pytest.approx(0.7)
    assert answer.by_label == pytest.approx({"rock": 0.2, "paper": 0.7, "none": 0.1})


@pytest.mark.parametrize(("best", "answer"), [(0.59, NONE), (0.61, "paper")])
def test_a_gesture_below_the_reject_threshold_is_none(best: float, answer: str) -> None:
    assert prediction(0.1, best, 0.9 - best, threshold=0.6).gesture == answer


def test_the_confidence_of_a_rejected_gesture_is_that_of_none() -> None:
    rejected = prediction(0.15, 0.5, 0.35, threshold=0.6)

    assert rejected.gesture == NONE
    assert rejected.confidence == pytest.approx(0.35)


def test_none_needs_no_confidence() -> None:
    assert prediction(0.3, 0.3, 0.4, threshold=0.9).gesture == NONE


THRESHOLDS = IntentThresholds(low=0.9, normal=0.6, high=0.3)


def meant(*probabilities: float) -> Prediction:
    return Prediction(LABELS, np.array(probabilities, np.float32), 0.99, THRESHOLDS)


@pytest.mark.parametrize(
    ("probabilities", "low", "normal", "high"),
    [
        ((0.6, 0.35, 0.05), "rock", "rock", "rock"),
        ((0.4, 0.3, 0.3), NONE, "rock", "rock"),
        ((0.15, 0.25, 0.6), NONE, NONE, "paper"),
        ((0.1, 0.1, 0.8), NONE, NONE, NONE),
    ],
)
def test_each_sensitivity_asks_whether_a_gesture_is_meant_by_its_own_threshold(
    probabilities: tuple[float, ...], low: str, normal: str, high: str
) -> None:
    answer = meant(*probabilities)

    assert [answer.gesture_at(sensitivity) for sensitivity in Sensitivity] == [low, normal, high]
    assert answer.gesture == normal


def test_models_of_earlier_versions_answer_the_same_at_each_sensitivity() -> None:
    answer = prediction(0.2, 0.7, 0.1, threshold=0.6)

    assert {answer.gesture_at(sensitivity) for sensitivity in Sensitivity} == {"paper"}


def test_intent_is_the_probability_of_all_gestures_together() -> None:
    assert prediction(0.2, 0.3, 0.5).intent == pytest.approx(0.5)


def test_the_best_gesture_is_given_whether_or_not_one_is_meant() -> None:
    assert prediction(0.01, 0.09, 0.9).best_gesture == "paper"
    assert Prediction(GestureSet.of([NONE]), np.ones(1, np.float32)).best_gesture == NONE


def test_shares_among_some_gestures_sum_to_one_and_leave_out_the_unknown() -> None:
    answer = prediction(0.1, 0.3, 0.6)

    assert answer.among(["rock", "paper"]) == pytest.approx({"rock": 0.25, "paper": 0.75})
    assert answer.among(["paper", "spock"]) == pytest.approx({"paper": 1.0, "spock": 0.0})
    assert answer.among(["spock"]) == {"spock": 0.0}
