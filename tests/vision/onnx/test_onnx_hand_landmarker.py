"""Tracking from ROI to ROI, with fakes for both networks."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from gesture_app.domain.frames.frame import Hand, UInt8Array
from gesture_app.vision.detection.hand_roi import HandRoi, roi_from_landmarks
from gesture_app.vision.detection.networks import LandmarkerThresholds, ScoredHand
from gesture_app.vision.onnx.hand_landmarker import (
    SEARCH_INTERVAL,
    SEARCH_INTERVAL_BESIDE_HANDS,
    OnnxHandLandmarker,
    distinct_hands,
)
from gesture_app.vision.onnx.palm_detector import Palm, anchor_points, weighted_suppression
from tests.fakes.hands import FakeNetwork, hand_at

IMAGE = np.zeros((100, 400, 3), dtype=np.uint8)


class FakePalms:
    """A palm detector that finds the palms of some hands, and counts its searches."""

    def __init__(self, *hands: Hand) -> None:
        self.hands: Sequence[Hand] = hands
        self.searches = 0

    def detect(self, image_rgb: UInt8Array, min_score: float) -> list[Palm]:
        self.searches += 1
        return [Palm(roi_from_landmarks(hand.landmarks_px), 0.9) for hand in self.hands]


def reading(*hands: Hand) -> FakeNetwork:
    """A network that reads the hand nearest to the ROI, and nothing if that is far away."""

    def answer(_: UInt8Array, roi: HandRoi) -> ScoredHand | None:
        near = [hand for hand in hands if abs(hand.center_px[0] - roi.center_px[0]) < 40]
        return ScoredHand(near[0], 0.9) if near else ScoredHand(hand_at(*roi.center_px), 0.1)

    return FakeNetwork(answer)


def landmarker(palms: FakePalms, network: FakeNetwork, max_hands: int = 2) -> OnnxHandLandmarker:
    return OnnxHandLandmarker(palms, network, LandmarkerThresholds(), max_hands)


def test_while_all_hands_are_tracked_palms_are_not_searched() -> None:
    palms = FakePalms(hand_at(60))
    tracking = landmarker(palms, reading(hand_at(60)), max_hands=1)
    assert [len(tracking.track(IMAGE, number)) for number in range(50)] == [1] * 50
    assert palms.searches == 1


def test_beside_a_tracked_hand_palms_are_searched_now_and_then_and_a_second_hand_is_found() -> None:
    first, second = hand_at(60), hand_at(250)
    palms = FakePalms(first)
    tracking = landmarker(palms, reading(first, second))
    tracking.track(IMAGE, 0)
    palms.hands = [first, second]
    counts = [len(tracking.track(IMAGE, number)) for number in range(1, 2 * SEARCH_INTERVAL_BESIDE_HANDS)]
    assert counts.index(2) == SEARCH_INTERVAL_BESIDE_HANDS - 1
    assert counts[-1] == 2
    assert palms.searches == 2


def test_without_a_hand_palms_are_searched_more_often() -> None:
    palms = FakePalms()
    tracking = landmarker(palms, reading())
    for number in range(4 * SEARCH_INTERVAL):
        assert tracking.track(IMAGE, number) == []
    assert palms.searches == 4


def test_a_hand_that_is_lost_is_searched_in_the_same_frame() -> None:
    palms = FakePalms(hand_at(60))
    network = reading(hand_at(60))
    tracking = landmarker(palms, network)
    for number in range(SEARCH_INTERVAL_BESIDE_HANDS - 1):
        tracking.track(IMAGE, number)
    palms.hands = [hand_at(250)]
    network.answer = reading(hand_at(250)).answer
    (hand,) = tracking.track(IMAGE, 100)
    assert hand.center_px[0] == pytest.approx(250)


def test_a_tracked_hand_that_moves_is_read_where_it_was() -> None:
    positions = iter([60, 80, 100, 120])
    network = FakeNetwork(lambda image, roi: ScoredHand(hand_at(next(positions)), 0.9))
    tracking = landmarker(FakePalms(hand_at(60)), network, max_hands=1)
    for number in range(4):
        tracking.track(IMAGE, number)
    asked = [roi.center_px[0] for _, roi in network.calls]
    assert asked == pytest.approx([60, 60, 80, 100], abs=10)


def test_a_palm_in_a_tracked_hand_is_not_read_again() -> None:
    palms = FakePalms(hand_at(60))
    network = reading(hand_at(60))
    tracking = landmarker(palms, network)
    for number in range(SEARCH_INTERVAL_BESIDE_HANDS + 1):
        tracking.track(IMAGE, number)
    assert palms.searches == 2
    assert len(network.calls) == SEARCH_INTERVAL_BESIDE_HANDS + 1


def test_images_are_independent_of_each_other() -> None:
    palms = FakePalms(hand_at(60))
    detecting = landmarker(palms, reading(hand_at(60)))
    assert len(detecting.detect(IMAGE)) == 1
    palms.hands = []
    assert detecting.detect(IMAGE) == []


def test_two_rois_of_one_hand_give_one_hand_but_neighbours_stay_two() -> None:
    hand, again, neighbour = hand_at(60), hand_at(62), hand_at(85)
    assert distinct_hands([hand, again, neighbour]) == [hand, neighbour]


def test_there_is_an_anchor_for_each_output_of_the_palm_detector() -> None:
    points = anchor_points(192)
    assert points.shape == (2016, 2)
    np.testing.assert_array_equal(points[[0, 1, 2]], [[4, 4], [4, 4], [12, 4]])
    np.testing.assert_array_equal(points[[1152, 1157, 1158]], [[8, 8], [8, 8], [24, 8]])


def test_overlapping_palms_become_their_weighted_mean() -> None:
    boxes = np.array([[0, 0, 10, 10], [2, 0, 12, 10], [50, 50, 60, 60], [5, 5, 4, 9]], dtype=np.float32)
    scores = np.array([0.9, 0.3, 0.8, 0.95], dtype=np.float32)
    merged = weighted_suppression(boxes, scores)
    assert [round(score, 2) for _, score in merged] == [0.9, 0.8]
    np.testing.assert_allclose(merged[0][0], [0.5, 0, 10.5, 10], atol=1e-5)
    np.testing.assert_allclose(merged[1][0], [50, 50, 60, 60])


def test_no_palms_are_no_palms() -> None:
    assert weighted_suppression(np.empty((0, 18), dtype=np.float32), np.empty(0, dtype=np.float32)) == []
