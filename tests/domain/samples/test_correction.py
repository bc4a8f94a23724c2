from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import numpy as np

from gesture_app.domain.frames.frame import Frame, HandReading
from gesture_app.domain.samples.collecting import SessionKey
from gesture_app.domain.samples.correction import MOST_HANDS, SeenHand, correction_session, hands_to_correct
from gesture_app.domain.samples.sample import SampleInfo
from tests.fakes.gui import hand_at, prediction_of
from tests.fakes.sample_hands import a_sample

NOW = datetime(2024, 5, 1, 12, tzinfo=timezone.utc)
KEY = SessionKey("Kamera Ü", "hands-1")


def seen(gesture: str, x_px: float = 20.0, *, seq: int = 0, track: int = 0, size_px: float = 16.0) -> SeenHand:
    frame = Frame(np.zeros((48, 64, 3), np.uint8), seq, seq / 30, seq / 30)
    reading = HandReading(hand_at(x_px, 16, size_px), prediction_of(gesture), track, gesture)
    return SeenHand(frame, reading, "hands-1")


def numbers(hands: tuple[SeenHand, ...]) -> list[int]:
    return [hand.frame.seq for hand in hands]


def test_the_newest_frame_in_which_the_hand_was_held_is_taken() -> None:
    held = [[seen("rock", seq=seq)] for seq in range(3)]
    moving = [[seen("rock", 20 + 12 * step, seq=2 + step)] for step in range(1, 3)]
    assert numbers(hands_to_correct([*held, *moving])) == [2]


def test_a_hand_that_went_to_the_mouse_is_taken_from_where_it_showed_its_gesture() -> None:
    shown = [[seen("rock", seq=seq)] for seq in range(2)]
    at_mouse = [[seen("none", 45, seq=seq)] for seq in (2, 3)]
    assert numbers(hands_to_correct([*shown, *at_mouse])) == [1, 3]


def test_a_gesture_that_is_not_recognized_comes_before_the_one_shown_earlier_in_its_place() -> None:
    frames = [[seen("rock", seq=0)], [seen("rock", seq=1)], [seen("none", seq=2)], [seen("none", seq=3)]]
    assert numbers(hands_to_correct(frames)) == [3, 1]


def test_of_two_hands_the_one_with_a_gesture_comes_first_then_the_larger() -> None:
    both = [[seen("none", 2, seq=s, track=1, size_px=30), seen("paper", 40, seq=s, track=2)] for s in range(2)]
    assert [hand.reading.track_id for hand in hands_to_correct(both)] == [2, 1]
    both = [[seen("rock", 2, seq=s, track=1), seen("paper", 40, seq=s, track=2, size_px=20)] for s in range(2)]
    assert [hand.reading.track_id for hand in hands_to_correct(both)] == [2, 1]


def test_a_hand_in_view_comes_before_one_that_has_gone() -> None:
    gone = [[seen("rock", seq=s, track=1, size_px=30)] for s in range(2)]
    here = [[seen("paper", seq=2 + s, track=2)] for s in range(2)]
    assert [hand.reading.track_id for hand in hands_to_correct([*gone, *here])] == [2, 1]


def test_a_hand_whose_track_was_lost_is_offered_once() -> None:
    frames = [[seen("rock", seq=0, track=1)], [seen("rock", 22, seq=1, track=2)]]
    assert numbers(hands_to_correct(frames)) == [1]


def test_a_single_frame_is_enough_and_none_gives_no_hand() -> None:
    assert numbers(hands_to_correct([[seen("none", seq=7)]])) == [7]
    assert hands_to_correct([]) == ()


def test_no_more_than_three_hands_are_offered() -> None:
    many = [[seen("rock", 20 * track, track=track) for track in range(6)]]
    assert len(hands_to_correct(many)) == MOST_HANDS


def correction(session: str = "20240501t080000_corrections", taken_at: datetime = NOW) -> SampleInfo:
    info = a_sample("paper", 1, session=session).info
    return replace(info, taken_at=taken_at.isoformat(), is_correction=True)


def test_corrections_of_a_day_share_a_session() -> None:
    assert correction_session([], KEY, NOW) == "20240501t120000_corrections"
    assert correction_session([correction()], KEY, NOW + timedelta(hours=3)) == "20240501t080000_corrections"
    assert correction_session([correction()], KEY, NOW + timedelta(days=1)) == "20240502t120000_corrections"


def test_another_camera_or_model_is_another_session_of_corrections() -> None:
    for key in (SessionKey("other", "hands-1"), SessionKey("Kamera Ü", "other")):
        assert correction_session([correction()], key, NOW) == "20240501t120000_corrections"


def test_recorded_samples_are_no_session_of_corrections() -> None:
    recorded = replace(correction("20240501t080000"), is_correction=False)
    assert correction_session([recorded], KEY, NOW) == "20240501t120000_corrections"
