from __future__ import annotations

import numpy as np
import pytest

from gesture_app.domain.frames.frame import Hand
from gesture_app.vision.mediapipe.landmark_network import ScoredHand, place_of
from gesture_app.vision.mediapipe.lost_hand_tracker import STILL_A_HAND, VIEWS, LostHandTracker
from gesture_app.vision.mediapipe.tta_schedule import MISSED_FOR_S
from tests.fakes.hands import Answer, FakeNetwork, hand_at

PICTURE = np.full((100, 200, 3), 60, dtype=np.uint8)
FRAME_S = 0.05


def always(hand: Hand, presence: float = 0.9) -> Answer:
    return lambda image_rgb, place: ScoredHand(hand, presence)


def tracker_of(answer: Answer) -> tuple[LostHandTracker, FakeNetwork]:
    network = FakeNetwork(answer)
    return LostHandTracker(network), network  # type: ignore[arg-type]


def test_a_hand_that_is_lost_is_looked_for_where_it_was_and_told_where_it_is_now() -> None:
    moved = hand_at(65)
    tracker, network = tracker_of(always(moved))
    tracker.saw([hand_at(60)], 0.0)

    assert tracker.lost(PICTURE, [], FRAME_S) == [moved]
    ((seen, place),) = network.asked
    assert seen is PICTURE
    assert place == place_of(hand_at(60).landmarks_px)


def test_the_next_time_it_is_looked_for_where_it_was_last() -> None:
    tracker, network = tracker_of(always(hand_at(65)))
    tracker.saw([hand_at(60)], 0.0)
    tracker.saw(tracker.lost(PICTURE, [], FRAME_S), FRAME_S)

    tracker.lost(PICTURE, [], 2 * FRAME_S)

    assert network.asked[-1][1] == place_of(hand_at(65).landmarks_px)
    assert len(network.asked) == 2


def test_nobody_is_asked_about_hands_that_were_found() -> None:
    tracker, network = tracker_of(always(hand_at(60)))
    tracker.saw([hand_at(60)], 0.0)

    assert tracker.lost(PICTURE, [hand_at(70)], FRAME_S) == []
    assert network.asked == []


def test_of_two_hands_the_lost_one_is_looked_for() -> None:
    tracker, network = tracker_of(always(hand_at(160)))
    tracker.saw([hand_at(60), hand_at(160)], 0.0)

    (lost,) = tracker.lost(PICTURE, [hand_at(62)], FRAME_S)

    assert lost.center_px == hand_at(160).center_px
    assert len(network.asked) == 1


def test_a_place_that_now_shows_a_hand_that_was_found_adds_nothing() -> None:
    """The hand moved away and was found there; where it was, the network sees it still, at the edge."""
    tracker, _ = tracker_of(always(hand_at(100)))
    tracker.saw([hand_at(60)], 0.0)

    assert tracker.lost(PICTURE, [hand_at(101)], FRAME_S) == []


def test_two_places_that_show_the_same_hand_are_one_hand() -> None:
    tracker, _ = tracker_of(always(hand_at(110)))
    tracker.saw([hand_at(60), hand_at(160)], 0.0)

    assert len(tracker.lost(PICTURE, [], FRAME_S)) == 1


@pytest.mark.parametrize("presence", [0.0, STILL_A_HAND - 0.01])
def test_what_the_network_takes_for_no_hand_is_none(presence: float) -> None:
    tracker, network = tracker_of(always(hand_at(60), presence))
    tracker.saw([hand_at(60)], 0.0)

    assert tracker.lost(PICTURE, [], FRAME_S) == []
    assert len(network.asked) == len(VIEWS)


def test_a_hand_that_is_seen_only_with_its_light_turned_round_is_followed() -> None:
    tracker, _ = tracker_of(lambda image_rgb, place: ScoredHand(hand_at(60), 0.9 if image_rgb.mean() > 128 else 0.1))
    tracker.saw([hand_at(60)], 0.0)

    assert len(tracker.lost(PICTURE, [], FRAME_S)) == 1


def test_a_hand_is_kept_in_mind_for_a_moment_while_it_cannot_be_seen() -> None:
    seen = [False]
    tracker, _ = tracker_of(lambda image_rgb, place: ScoredHand(hand_at(60), 0.9) if seen[0] else None)
    tracker.saw([hand_at(60)], 0.0)
    for number in range(1, 4):
        assert tracker.lost(PICTURE, [], number * FRAME_S) == []
        tracker.saw([], number * FRAME_S)

    seen[0] = True

    assert len(tracker.lost(PICTURE, [], 4 * FRAME_S)) == 1


def test_a_hand_that_went_away_is_forgotten() -> None:
    tracker, network = tracker_of(always(hand_at(60)))
    tracker.saw([hand_at(60)], 0.0)

    assert tracker.lost(PICTURE, [], MISSED_FOR_S + FRAME_S) == []
    assert network.asked == []


def test_where_time_falls_another_scene_has_begun() -> None:
    tracker, network = tracker_of(always(hand_at(60)))
    tracker.saw([hand_at(60)], 5.0)

    assert tracker.lost(PICTURE, [], 0.0) == []
    assert network.asked == []
