from __future__ import annotations

import numpy as np
import pytest

from gesture_app.domain.frames.frame import Hand
from gesture_app.vision.detection.hand_roi import roi_from_landmarks
from gesture_app.vision.detection.lost_hand_tracker import LostHandOptions, LostHandTracker
from gesture_app.vision.detection.networks import ScoredHand
from gesture_app.vision.detection.tta_views import inverted, unchanged
from tests.fakes.hands import Answer, FakeNetwork, hand_at

IMAGE = np.full((100, 200, 3), 60, dtype=np.uint8)
FRAME_S = 0.05
OPTIONS = LostHandOptions(min_presence_score=0.6, tones=(unchanged, inverted), memory_s=0.4)


def always(hand: Hand, presence_score: float = 0.9) -> Answer:
    return lambda image_rgb, roi: ScoredHand(hand, presence_score)


def tracker_of(answer: Answer) -> tuple[LostHandTracker, FakeNetwork]:
    network = FakeNetwork(answer)
    return LostHandTracker(network, OPTIONS), network


def test_a_lost_hand_is_searched_in_its_last_roi_and_returned_where_it_is_now() -> None:
    moved = hand_at(65)
    tracker, network = tracker_of(always(moved))
    tracker.record_frame([hand_at(60)], 0.0)

    assert tracker.find_lost(IMAGE, [], FRAME_S) == [moved]
    ((seen, roi),) = network.calls
    assert seen is IMAGE
    assert roi == roi_from_landmarks(hand_at(60).landmarks_px)


def test_its_roi_moves_with_it() -> None:
    tracker, network = tracker_of(always(hand_at(65)))
    tracker.record_frame([hand_at(60)], 0.0)
    tracker.record_frame(tracker.find_lost(IMAGE, [], FRAME_S), FRAME_S)

    tracker.find_lost(IMAGE, [], 2 * FRAME_S)

    assert network.calls[-1][1] == roi_from_landmarks(hand_at(65).landmarks_px)
    assert len(network.calls) == 2


def test_hands_that_were_found_are_not_scored() -> None:
    tracker, network = tracker_of(always(hand_at(60)))
    tracker.record_frame([hand_at(60)], 0.0)

    assert tracker.find_lost(IMAGE, [hand_at(70)], FRAME_S) == []
    assert network.calls == []


def test_of_two_hands_the_lost_one_is_searched() -> None:
    tracker, network = tracker_of(always(hand_at(160)))
    tracker.record_frame([hand_at(60), hand_at(160)], 0.0)

    (lost,) = tracker.find_lost(IMAGE, [hand_at(62)], FRAME_S)

    assert lost.center_px == hand_at(160).center_px
    assert len(network.calls) == 1


def test_a_roi_that_now_shows_a_hand_that_was_found_adds_nothing() -> None:
    """The hand moved away and was found there; where it was, the network sees it still, at the edge."""
    tracker, _ = tracker_of(always(hand_at(100)))
    tracker.record_frame([hand_at(60)], 0.0)

    assert tracker.find_lost(IMAGE, [hand_at(101)], FRAME_S) == []


def test_two_rois_that_show_the_same_hand_are_one_hand() -> None:
    tracker, _ = tracker_of(always(hand_at(110)))
    tracker.record_frame([hand_at(60), hand_at(160)], 0.0)

    assert len(tracker.find_lost(IMAGE, [], FRAME_S)) == 1


@pytest.mark.parametrize("presence_score", [0.0, OPTIONS.min_presence_score - 0.01])
def test_a_roi_below_the_threshold_shows_no_hand(presence_score: float) -> None:
    tracker, network = tracker_of(always(hand_at(60), presence_score))
    tracker.record_frame([hand_at(60)], 0.0)

    assert tracker.find_lost(IMAGE, [], FRAME_S) == []
    assert len(network.calls) == len(OPTIONS.tones)


def test_a_hand_that_is_seen_only_with_inverted_lightness_is_tracked() -> None:
    tracker, _ = tracker_of(lambda image_rgb, roi: ScoredHand(hand_at(60), 0.9 if image_rgb.mean() > 128 else 0.1))
    tracker.record_frame([hand_at(60)], 0.0)

    assert len(tracker.find_lost(IMAGE, [], FRAME_S)) == 1


def test_a_hidden_hand_is_remembered_for_a_moment() -> None:
    seen = [False]
    tracker, _ = tracker_of(lambda image_rgb, roi: ScoredHand(hand_at(60), 0.9) if seen[0] else None)
    tracker.record_frame([hand_at(60)], 0.0)
    for number in range(1, 4):
        assert tracker.find_lost(IMAGE, [], number * FRAME_S) == []
        tracker.record_frame([], number * FRAME_S)

    seen[0] = True

    assert len(tracker.find_lost(IMAGE, [], 4 * FRAME_S)) == 1


def test_a_hand_that_went_away_is_forgotten() -> None:
    tracker, network = tracker_of(always(hand_at(60)))
    tracker.record_frame([hand_at(60)], 0.0)

    assert tracker.find_lost(IMAGE, [], OPTIONS.memory_s + FRAME_S) == []
    assert network.calls == []


def test_where_time_falls_another_scene_has_begun() -> None:
    tracker, network = tracker_of(always(hand_at(60)))
    tracker.record_frame([hand_at(60)], 5.0)

    assert tracker.find_lost(IMAGE, [], 0.0) == []
    assert network.calls == []
