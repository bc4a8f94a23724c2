from __future__ import annotations

import itertools

import numpy as np
import pytest

from gesture_app.domain.frames.frame import Hand, UInt8Array
from gesture_app.vision.detection.hand_roi import HandRoi, roi_from_landmarks
from gesture_app.vision.detection.networks import ScoredHand
from gesture_app.vision.detection.sliding_window import (
    SlidingWindowOptions,
    WindowGrid,
    WindowSubset,
    detect_in_windows,
)
from tests.fakes.hands import FakeNetwork, hand_at

IMAGE = np.full((300, 400, 3), 60, dtype=np.uint8)
OPTIONS = SlidingWindowOptions(min_window_score=0.1, min_presence_score=0.75)


def detected(network: FakeNetwork) -> list[Hand]:
    return detect_in_windows(IMAGE, network, OPTIONS)


def showing(*hands: Hand, first: float = 0.9, again: float = 0.9) -> FakeNetwork:
    """A network that finds these hands in windows whose center is in one, and in the hand's own ROI."""
    own = [roi_from_landmarks(hand.landmarks_px) for hand in hands]

    def answer(_: UInt8Array, roi: HandRoi) -> ScoredHand | None:
        for hand, its_own in zip(hands, own, strict=True):
            if roi == its_own:
                return ScoredHand(hand, again)
        for hand in hands:
            left, top, right, bottom = hand.box_xyxy_px
            if left <= roi.center_px[0] <= right and top <= roi.center_px[1] <= bottom:
                return ScoredHand(hand, first)
        return ScoredHand(hand_at(200, 150), 0.0)

    return FakeNetwork(answer)


class TestWindows:
    @pytest.mark.parametrize(("width", "height"), [(640, 480), (480, 640), (1280, 720), (300, 300)])
    @pytest.mark.parametrize("grid", SlidingWindowOptions().grids)
    def test_they_are_evenly_spaced_and_reach_over_the_edge(self, grid: WindowGrid, width: int, height: int) -> None:
        windows = list(grid.windows(width, height))

        assert {window.size_px for window in windows} == {grid.size * min(width, height)}
        for axis, length in ((0, width), (1, height)):
            centers = sorted({window.center_px[axis] for window in windows})
            assert centers[0] + centers[-1] == pytest.approx(length)
            gaps = {round(later - earlier, 3) for earlier, later in itertools.pairwise(centers)}
            assert len(gaps) <= 1
            assert max(gaps, default=0) <= 1.5 * grid.step * min(width, height)
            if len(centers) > 1:
                assert centers[0] == pytest.approx(0.4 * windows[0].size_px)

    def test_each_is_there_in_every_rotation(self) -> None:
        windows = list(WindowGrid(0.5, 0.2, (0, 90)).windows(400, 300))

        upright = [window.center_px for window in windows if window.angle_rad == 0]
        turned = [window.center_px for window in windows if window.angle_rad == pytest.approx(np.pi / 2)]
        assert upright == turned
        assert len(upright) * 2 == len(windows)

    def test_a_window_larger_than_the_image_is_in_its_center(self) -> None:
        (window,) = WindowGrid(1.4, 0.5, (0,)).windows(320, 300)

        assert window.center_px == (160, 150)


def test_a_hand_is_scored_again_in_its_own_roi() -> None:
    hand = hand_at(120, 180, 130)
    network = showing(hand)

    assert detected(network) == [hand]
    assert all(seen is IMAGE for seen, _ in network.calls)
    assert roi_from_landmarks(hand.landmarks_px) in [roi for _, roi in network.calls]


def test_several_hands_are_returned_once_each_by_descending_score() -> None:
    left, right = hand_at(100, 150, 120), hand_at(300, 150, 120)
    network = showing(left, right)
    usual = network.answer

    def higher_on_the_right(image_rgb: UInt8Array, roi: HandRoi) -> ScoredHand | None:
        scored = usual(image_rgb, roi)
        return ScoredHand(right, 0.95) if scored is not None and scored.hand is right else scored

    network.answer = higher_on_the_right

    assert detected(network) == [right, left]


@pytest.mark.parametrize(
    ("first", "again", "found"),
    [
        (OPTIONS.min_window_score, OPTIONS.min_presence_score, 1),
        (OPTIONS.min_window_score - 0.01, 0.99, 0),
        (0.99, OPTIONS.min_presence_score - 0.01, 0),
    ],
)
def test_both_scores_have_a_threshold(first: float, again: float, found: int) -> None:
    network = showing(hand_at(200, 150, 120), first=first, again=again)

    assert len(detected(network)) == found


def test_a_hand_with_a_small_roi_is_dropped() -> None:
    """The hands are at the center of a window, so that small ones are found too."""
    hands = [hand_at(155, 150, size_px) for size_px in (20, 40, 60, 80, 100, 120)]
    large_enough = [
        hand for hand in hands if roi_from_landmarks(hand.landmarks_px).size_px >= OPTIONS.min_roi_size * 300
    ]

    assert [hand for hand in hands if detected(showing(hand))] == large_enough
    assert 0 < len(large_enough) < len(hands)


def test_a_window_without_a_hand_is_scored_once() -> None:
    network = showing()

    assert detected(network) == []
    assert len(network.calls) == sum(len(list(grid.windows(400, 300))) for grid in OPTIONS.grids)


def test_subsets_share_the_windows_and_each_covers_the_whole_image() -> None:
    whole, subsets = showing(), [showing() for _ in range(5)]
    detect_in_windows(IMAGE, whole, OPTIONS)

    for index, network in enumerate(subsets):
        detect_in_windows(IMAGE, network, OPTIONS, WindowSubset(index, len(subsets)))
        centers = np.array([roi.center_px for _, roi in network.calls])
        assert (np.ptp(centers, axis=0) > (200, 100)).all()

    windows = [roi for network in subsets for _, roi in network.calls]
    assert sorted(windows, key=str) == sorted((roi for _, roi in whole.calls), key=str)


def test_windows_without_an_answer_of_the_network_show_no_hand() -> None:
    assert detected(FakeNetwork(lambda *_: None)) == []
