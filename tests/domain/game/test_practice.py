from __future__ import annotations

import random
from collections import Counter
from itertools import pairwise

import pytest

from gesture_app.domain.frames.gestures import FIVE_GESTURES
from gesture_app.domain.game.practice import FAST_S, Practice, PracticePhase, PracticeState
from gesture_app.domain.game.throws import Observation
from tests.fakes.seen_hands import seen_hand

FPS = 30


def practice(count: int = 10, **options: float) -> Practice:
    return Practice(FIVE_GESTURES, rng=random.Random(1), count=count, **options)  # type: ignore[arg-type]


def hold(lesson: Practice, gesture: str | None, from_s: float, to_s: float, confidence: float = 0.9) -> PracticeState:
    state = lesson.state
    for number in range(round(from_s * FPS), round(to_s * FPS)):
        hands = (seen_hand(gesture, share=1.0, intent=confidence),) if gesture else ()
        state = lesson.observe(Observation(number / FPS, hands))
        if state.phase is not PracticePhase.ASKED:
            break
    return state


def asked(state: PracticeState) -> str:
    assert state.asked is not None
    return state.asked


def test_a_gesture_that_was_asked_for_and_shown_gives_points() -> None:
    lesson = practice()
    assert lesson.state.phase is PracticePhase.IDLE
    state = lesson.start(0.0)
    assert (state.phase, state.number, state.count, state.seconds_left) == (PracticePhase.ASKED, 1, 10, 5.0)
    hold(lesson, None, 0.0, 0.5)
    state = hold(lesson, asked(state), 0.5, 1.0)
    assert state.phase is PracticePhase.SEEN
    (result,) = state.results
    assert result.delay_s == pytest.approx(0.5, abs=0.04)
    assert result.confidence == pytest.approx(0.9)
    assert result.points == state.points == 96
    assert state.progress == 1.0


@pytest.mark.parametrize(("delay_s", "confidence", "points"), [(0.1, 1.0, 100), (FAST_S, 0.8, 92), (2.8, 1.0, 70)])
def test_fast_and_sure_is_better(delay_s: float, confidence: float, points: int) -> None:
    lesson = practice()
    state = lesson.start(0.0)
    hold(lesson, None, 0.0, delay_s)
    assert hold(lesson, asked(state), delay_s, 4.0, confidence).points == pytest.approx(points, abs=1)


def test_progress_rises_while_the_gesture_is_held_and_falls_when_it_is_lost() -> None:
    lesson = practice()
    wanted = asked(lesson.start(0.0))
    early = hold(lesson, wanted, 0.0, 0.08).progress
    later = hold(lesson, wanted, 0.1, 0.16).progress
    assert 0 <= early < later < 1
    assert hold(lesson, "none", 0.17, 0.3).progress == 0


@pytest.mark.parametrize("shown", [None, "none", "another"])
def test_a_gesture_not_shown_in_time_is_missed(shown: str | None) -> None:
    lesson = practice(limit_s=2.0)
    wanted = asked(lesson.start(0.0))
    if shown == "another":
        shown = next(gesture for gesture in FIVE_GESTURES if gesture != wanted)
    state = hold(lesson, shown, 0.0, 2.1)
    assert state.phase is PracticePhase.MISSED
    assert (state.results[0].delay_s, state.results[0].points) == (None, 0)


def test_a_gesture_that_only_flashes_up_does_not_count() -> None:
    lesson = practice()
    wanted = asked(lesson.start(0.0))
    for number in range(60):
        gesture = wanted if number % 2 else "none"
        state = lesson.observe(Observation(number / FPS, (seen_hand(gesture),)))
    assert state.phase is PracticePhase.ASKED


def test_a_frozen_camera_is_a_miss() -> None:
    lesson = practice()
    wanted = asked(lesson.start(0.0))
    hold(lesson, wanted, 0.0, 0.1)
    assert lesson.tick(4.9).phase is PracticePhase.ASKED
    assert lesson.tick(5.0).phase is PracticePhase.MISSED


def test_frames_before_a_gap_do_not_count() -> None:
    lesson = practice()
    wanted = asked(lesson.start(0.0))
    hold(lesson, wanted, 0.0, 0.1)
    state = lesson.observe(Observation(2.0, (seen_hand(wanted),)))
    assert state.phase is PracticePhase.ASKED
    assert state.progress == 0 or state.progress <= 1 / 3


def test_every_gesture_comes_equally_often_and_never_twice_in_a_row() -> None:
    lesson = practice(count=50, pause_s=0.5)
    now_s, questions = 0.0, [asked(lesson.start(0.0))]
    while lesson.state.phase is not PracticePhase.DONE:
        state = lesson.tick(now_s := now_s + 5.0)
        assert state.phase is PracticePhase.MISSED
        state = lesson.tick(now_s := now_s + 0.5)
        questions += [state.asked] if state.asked else []
    assert set(Counter(questions).values()) == {10}
    assert all(a != b for a, b in pairwise(questions))
    assert (lesson.state.number, len(lesson.state.results)) == (50, 50)


def test_practice_can_be_stopped_and_begun_anew() -> None:
    lesson = practice()
    wanted = asked(lesson.start(0.0))
    hold(lesson, wanted, 0.0, 1.0)
    assert lesson.stop().phase is PracticePhase.IDLE
    assert len(lesson.state.results) == 1
    assert lesson.start(5.0).results == ()


@pytest.mark.parametrize("gestures", [(), ("rock",), ("rock", "rock"), ("rock", "none")])
def test_too_few_gestures_are_refused(gestures: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="two or more"):
        Practice(gestures, rng=random.Random(1))
    with pytest.raises(ValueError, match="count above 0"):
        practice(count=0)
