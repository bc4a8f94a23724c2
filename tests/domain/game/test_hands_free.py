"""Held gestures start, repeat and end; nothing else does."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from gesture_app.domain.frames.gestures import DEFAULT_LABELS
from gesture_app.domain.game.hands_free import (
    GESTURES,
    HandsFree,
    HandsFreeAction,
    HeldAction,
    offered_actions,
)
from gesture_app.domain.game.match_state import MatchPhase, Players
from gesture_app.domain.game.throws import Observation, SeenHand
from tests.fakes.seen_hands import seen_hand

FPS = 20
WAITING = offered_actions(MatchPhase.IDLE)
OVER = offered_actions(MatchPhase.MATCH_OVER)
START, REMATCH, END = HandsFreeAction.START, HandsFreeAction.REMATCH, HandsFreeAction.END


def hands(gesture: str | None, x: float = 0.5) -> tuple[SeenHand, ...]:
    return () if gesture is None else (seen_hand(gesture, x),)


def done(
    hands_free: HandsFree,
    shown_at: Callable[[float], tuple[SeenHand, ...]],
    until_s: float,
    offered_at: Callable[[float], Sequence[HandsFreeAction]] = lambda _now_s: WAITING,
) -> list[tuple[HandsFreeAction, float]]:
    """The actions that are done, with their times."""
    actions = []
    for number in range(round(until_s * FPS)):
        now_s = number / FPS
        held = hands_free.observe(Observation(now_s, shown_at(now_s)), offered_at(now_s))
        if held is not None and held.is_done:
            actions.append((held.action, now_s))
    return actions


def test_a_fist_held_for_a_second_starts_a_round() -> None:
    shown = done(HandsFree(), lambda now_s: hands("rock" if now_s >= 0.5 else None), 3.0)
    assert shown == [(START, pytest.approx(1.5, abs=0.06))]


def test_the_progress_of_a_hold_is_told() -> None:
    hands_free = HandsFree()
    held = [hands_free.observe(Observation(n / FPS, hands("rock")), WAITING) for n in range(11)]
    assert held[0] is None
    assert held[10] == HeldAction(START, pytest.approx(0.5))


@pytest.mark.parametrize(
    ("phase", "actions"),
    [
        (None, {"rock": START}),
        (MatchPhase.IDLE, {"rock": START, "scissors": END}),
        (MatchPhase.MATCH_OVER, {"paper": REMATCH, "scissors": END}),
        (MatchPhase.COUNTDOWN, {}),
        (MatchPhase.SHOOT, {}),
        (MatchPhase.REVEAL, {}),
        (MatchPhase.MISTHROW, {}),
    ],
)
def test_each_phase_offers_its_actions_and_no_others(
    phase: MatchPhase | None, actions: dict[str, HandsFreeAction]
) -> None:
    offered = offered_actions(phase)
    for gesture in DEFAULT_LABELS.labels:
        shown = done(HandsFree(), lambda _now_s, g=gesture: hands(g), 1.5, lambda _now_s: offered)
        assert [action for action, _ in shown] == ([actions[gesture]] if gesture in actions else [])
    assert {GESTURES[action] for action in offered} == set(actions)


def test_a_shorter_hold_does_nothing() -> None:
    assert not done(HandsFree(), lambda now_s: hands("rock" if now_s % 1.4 < 0.95 else None), 6.0)


def test_single_misread_frames_do_not_end_a_hold_and_many_do() -> None:
    assert done(HandsFree(), lambda now_s: hands("lizard" if round(now_s * FPS) % 7 == 6 else "rock"), 1.2)
    assert not done(HandsFree(), lambda now_s: hands("none" if round(now_s * FPS) % 2 else "rock"), 5.0)


def test_the_throw_that_ended_the_match_asks_for_nothing() -> None:
    """Paper is still held when the match is over; only a second, later one asks for a rematch."""

    def offered_at(now_s: float) -> Sequence[HandsFreeAction]:
        return OVER if now_s >= 2.0 else ()

    assert not done(HandsFree(), lambda _now_s: hands("paper"), 30.0, offered_at)
    lowered = done(HandsFree(), lambda now_s: hands(None if 4.0 < now_s < 4.5 else "paper"), 7.0, offered_at)
    assert lowered == [(REMATCH, pytest.approx(5.5, abs=0.06))]


def test_an_action_is_done_once_for_each_hold() -> None:
    assert len(done(HandsFree(), lambda _now_s: hands("rock"), 10.0)) == 1


def test_a_hand_that_rests_starts_nothing() -> None:
    """The model finds a fist likely, but not that one is meant."""
    assert not done(HandsFree(), lambda _now_s: (seen_hand("none", 0.5),), 3.0)


def test_two_people_start_together_and_either_ends() -> None:
    both = HandsFree(Players.TWO)
    one = done(both, lambda _now_s: hands("rock", 0.25), 2.0)
    assert one == []
    later = done(
        HandsFree(Players.TWO), lambda now_s: hands("rock", 0.25) + hands("rock" if now_s >= 1.0 else None, 0.75), 3.0
    )
    assert later == [(START, pytest.approx(2.0, abs=0.06))]
    ended = done(HandsFree(Players.TWO), lambda _now_s: hands("scissors", 0.75), 2.0, lambda _now_s: OVER)
    assert [action for action, _ in ended] == [END]


def test_two_hands_of_one_person_that_disagree_do_nothing() -> None:
    assert not done(HandsFree(), lambda _now_s: hands("rock", 0.2) + hands("paper", 0.8), 3.0)
