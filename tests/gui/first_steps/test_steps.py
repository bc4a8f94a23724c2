"""Order of the steps, ticks, and the first round."""

from __future__ import annotations

import pytest

from gesture_app.domain.frames.gestures import FIVE_GESTURES, NONE, GestureSet
from gesture_app.gui.first_steps.steps import HOLD_S, GestureTicks, Step, first_round
from gesture_app.gui.first_steps.texts import gestures_text, tick_count, wins
from gesture_app.settings import PlayMode, PlaySettings

FRAME_S = 0.04


def hold(ticks: GestureTicks, gesture: str, start_s: float, seconds: float) -> float:
    """Show a gesture in frame after frame. Returns the time after the last one."""
    frames = round(seconds / FRAME_S) + 1
    for number in range(frames):
        ticks.observe(gesture, start_s + number * FRAME_S)
    return start_s + frames * FRAME_S


def test_the_steps_follow_each_other() -> None:
    assert [step.following for step in Step] == [Step.GESTURES, Step.ROUND, None]
    assert [step.previous for step in Step] == [None, Step.CAMERA, Step.GESTURES]


def test_a_gesture_is_read_once_it_was_held() -> None:
    ticks = GestureTicks()
    assert not ticks.observe("rock", 10.0)
    assert not ticks.observe("rock", 10.0 + HOLD_S / 2)
    assert ticks.observe("rock", 10.0 + HOLD_S)
    assert not ticks.observe("rock", 10.0 + HOLD_S * 2)
    assert ticks.read == ("rock",)


def test_a_gesture_that_is_passed_through_is_not_read() -> None:
    ticks = GestureTicks()
    now_s = hold(ticks, "rock", 0.0, HOLD_S - 2 * FRAME_S)
    now_s = hold(ticks, "scissors", now_s, HOLD_S - 2 * FRAME_S)
    hold(ticks, "rock", now_s, HOLD_S - 2 * FRAME_S)
    assert ticks.read == ()


@pytest.mark.parametrize("next_s", [0.9, -5.0])
def test_a_gap_begins_the_hold_anew(next_s: float) -> None:
    """Results stop for a while, or another source begins."""
    ticks = GestureTicks()
    ticks.observe("rock", 0.0)
    assert not ticks.observe("rock", next_s)
    assert ticks.observe("rock", next_s + HOLD_S)


def test_any_order_counts_and_the_list_keeps_its_own() -> None:
    ticks = GestureTicks()
    now_s = 0.0
    for gesture in ("spock", NONE, "rock"):
        now_s = hold(ticks, gesture, now_s, 1.0)
    assert ticks.read == ("rock", "spock")
    assert (ticks.next_gesture, ticks.is_complete) == ("paper", False)
    for gesture in FIVE_GESTURES:
        now_s = hold(ticks, gesture, now_s, 1.0)
    assert (ticks.next_gesture, ticks.is_complete) == (None, True)


def test_only_gestures_that_the_model_knows_are_asked_for() -> None:
    ticks = GestureTicks()
    hold(ticks, "rock", 0.0, 1.0)
    ticks.use(GestureSet(("thumbs_up", "paper", "rock", NONE)))
    assert ticks.gestures == ("rock", "paper")
    hold(ticks, "thumbs_up", 5.0, 1.0)
    assert ticks.read == ("rock",)
    hold(ticks, "paper", 10.0, 1.0)
    assert ticks.is_complete
    ticks.use(None)
    assert ticks.gestures == FIVE_GESTURES
    assert ticks.read == ("rock", "paper")


def test_the_first_round_is_against_the_easiest_opponent() -> None:
    chosen = PlaySettings(PlayMode.PRACTICE, "classic", "mind-reader", best_of=5, volume_percent=20)
    assert first_round(chosen) == PlaySettings(best_of=5, volume_percent=20)


def test_the_texts_count() -> None:
    ticks = GestureTicks(("rock", "paper"))
    assert tick_count(ticks) == "0 of 2 recognized"
    assert gestures_text(ticks, is_clip=True) != gestures_text(ticks, is_clip=False)
    now_s = hold(ticks, "rock", 0.0, 1.0)
    hold(ticks, "paper", now_s, 1.0)
    assert tick_count(ticks) == "2 of 2 recognized"
    assert (
        gestures_text(ticks, is_clip=True) == gestures_text(ticks, is_clip=False) == "All of them have been recognized."
    )


def test_each_gesture_says_what_it_beats() -> None:
    assert wins("spock").splitlines() == ["Spock vaporizes rock.", "Spock smashes scissors."]
    assert sum(len(wins(gesture).splitlines()) for gesture in FIVE_GESTURES) == 10
