"""In a match of two people, each hand stays its player's for the whole round, and no one else's hand is a throw."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from gesture_app.domain.game.hand_owners import HandOwners
from gesture_app.domain.game.match import Match, MatchPhase, MatchSettings, MatchState, Misthrow, Players
from gesture_app.domain.game.rules import CLASSIC
from gesture_app.domain.game.throws import Observation, SeenHand
from tests.fakes.seen_hands import seen_hand

FPS = 20.0
SETTINGS = MatchSettings(CLASSIC, best_of=None, players=Players.TWO, continuous=False)
SHOOT_S = SETTINGS.countdown_s
END_S = SHOOT_S + 1.6

Hands = Callable[[float], Sequence[SeenHand]]


def throwing(throw: str, from_x: float, to_x: float | None = None, size: float = 0.2) -> Hands:
    """A fist that opens after "shoot", on the way to another place."""

    def seen(now_s: float) -> Sequence[SeenHand]:
        share = min(1.0, max(0.0, (now_s - SHOOT_S + 0.2) / 0.4))
        x = from_x + share * ((from_x if to_x is None else to_x) - from_x)
        return [seen_hand("rock" if share < 0.8 else throw, x, size=size if share < 0.8 else 1.6 * size)]

    return seen


def without(hands: Hands, from_s: float, to_s: float) -> Hands:
    """A hand that is not detected for a while."""
    return lambda now_s: () if from_s <= now_s < to_s else hands(now_s)


def steady(gesture: str, x: float, y: float = 0.4, size: float = 0.2, from_s: float = 0.0) -> Hands:
    return lambda now_s: [seen_hand(gesture, x, center_y=y, size=size)] if now_s >= from_s else ()


def walking(gesture: str, size: float = 0.1) -> Hands:
    """A hand that goes from left to right behind the players during the round."""
    return lambda now_s: [seen_hand(gesture, now_s / END_S, center_y=0.3, size=size)]


def play(*hands: Hands, shuffled: bool = False) -> MatchState:
    match = Match(SETTINGS, None, rng=random.Random(1))
    match.start_round(0.0)
    return observed(match, *hands, shuffled=shuffled)


def observed(match: Match, *hands: Hands, since_s: float = 0.0, shuffled: bool = False) -> MatchState:
    rng = random.Random(3)
    state = match.state
    for number in range(math.ceil(END_S * FPS)):
        now_s = number / FPS
        seen = [hand for one in hands for hand in one(now_s)]
        if shuffled:
            rng.shuffle(seen)
        state = match.observe(Observation(since_s + now_s, tuple(seen)))
    return state


def throws(state: MatchState) -> tuple[str, str]:
    assert state.last_round is not None, state.misthrow
    return state.last_round.throws


@pytest.mark.parametrize("shuffled", [False, True])
@pytest.mark.parametrize(
    ("left_to", "right_to"), [(0.6, 0.85), (0.15, 0.4)], ids=["left beyond the middle", "right beyond the middle"]
)
def test_a_throw_beyond_the_middle_stays_its_players(left_to: float, right_to: float, shuffled: bool) -> None:
    state = play(throwing("paper", 0.3, left_to), throwing("scissors", 0.7, right_to), shuffled=shuffled)
    assert throws(state) == ("paper", "scissors")


def test_a_hand_that_is_lost_on_its_way_beyond_the_middle_stays_its_players() -> None:
    left = without(throwing("paper", 0.36, 0.56), SHOOT_S - 0.05, SHOOT_S + 0.2)
    assert throws(play(left, throwing("scissors", 0.75, 0.85))) == ("paper", "scissors")


@pytest.mark.parametrize("gesture", ["paper", "scissors", "none"])
def test_somebody_who_walks_by_behind_spoils_no_round(gesture: str) -> None:
    state = play(throwing("paper", 0.25), throwing("scissors", 0.75), walking(gesture))
    assert throws(state) == ("paper", "scissors")


@pytest.mark.parametrize("from_s", [0.0, SHOOT_S - 0.1, SHOOT_S + 0.1])
@pytest.mark.parametrize("x", [0.1, 0.45, 0.6])
def test_a_child_who_holds_a_gesture_up_spoils_no_round(from_s: float, x: float) -> None:
    child = steady("paper", x, y=0.7, from_s=from_s)
    assert throws(play(throwing("rock", 0.25), throwing("scissors", 0.75), child)) == ("rock", "scissors")


def test_a_third_hand_does_not_take_the_place_of_a_hand_that_is_lost_for_a_moment() -> None:
    left = without(throwing("paper", 0.25), SHOOT_S + 0.2, SHOOT_S + 0.45)
    child = without(steady("scissors", 0.1, y=0.7, size=0.05), 0.0, SHOOT_S + 0.2)
    assert throws(play(left, throwing("scissors", 0.75), child)) == ("paper", "scissors")


def test_a_players_hand_that_comes_up_after_a_third_one_is_the_one_that_counts() -> None:
    child = steady("paper", 0.2, y=0.7)
    left = without(throwing("rock", 0.3), 0.0, 0.8)
    assert throws(play(child, left, throwing("scissors", 0.75))) == ("rock", "scissors")


def test_a_small_and_a_large_hand_play_with_each_other() -> None:
    state = play(throwing("paper", 0.25, size=0.3), throwing("scissors", 0.75, size=0.08))
    assert throws(state) == ("paper", "scissors")


def test_a_fast_throw_is_the_players_and_not_a_hand_that_was_nearer_before() -> None:
    right = without(throwing("paper", 0.75, 0.48), SHOOT_S - 0.05, SHOOT_S + 0.25)
    child = without(steady("lizard", 0.42, y=0.55), SHOOT_S + 0.05, END_S)
    assert throws(play(throwing("rock", 0.1), right, child)) == ("rock", "paper")


def test_a_hand_that_is_gone_gives_its_place_to_the_players_other_hand() -> None:
    pumping = without(steady("rock", 0.4), SHOOT_S - 0.2, END_S)
    other = steady("paper", 0.1, from_s=SHOOT_S + 0.1)
    assert throws(play(pumping, other, throwing("scissors", 0.75))) == ("paper", "scissors")


def test_two_hands_that_pump_both_and_throw_differently_are_no_throw() -> None:
    state = play(throwing("paper", 0.15), throwing("scissors", 0.4), throwing("scissors", 0.75))
    assert (state.phase, state.misthrow, state.misthrow_player) == (MatchPhase.MISTHROW, Misthrow.TWO_HANDS, 0)


def test_only_the_third_person_in_a_players_half_is_no_player() -> None:
    state = play(throwing("paper", 0.25), steady("none", 0.75, size=0.1))
    assert state.phase is MatchPhase.MISTHROW
    assert state.misthrow_player == 1


def test_people_who_change_places_between_rounds_play_where_they_stand() -> None:
    match = Match(replace(SETTINGS, continuous=False), None, rng=random.Random(1))
    match.start_round(0.0)
    observed(match, throwing("paper", 0.3, 0.7), throwing("scissors", 0.7, 0.3))
    again_s = END_S + 4.0
    match.tick(again_s)
    match.start_round(again_s)
    state = observed(match, throwing("rock", 0.3), throwing("paper", 0.7), since_s=again_s)
    assert throws(state) == ("rock", "paper")


def test_a_hand_that_is_just_beyond_the_middle_keeps_its_player_in_the_next_round() -> None:
    owners = HandOwners()
    owners.begin_round()
    frames = [Observation(0.1 * n, (seen_hand("rock", 0.44 + 0.01 * n), seen_hand("rock", 0.8))) for n in range(15)]
    for frame in frames:
        owners.hands_by_player(frame, is_counting=True)
    owners.begin_round()
    after = Observation(1.5, frames[-1].hands)
    first, second = owners.hands_by_player(after, is_counting=True)
    assert [hand.center_x for hand in first] == pytest.approx([0.58])
    assert [hand.center_x for hand in second] == pytest.approx([0.8])
    left, right = owners.hand_of(0), owners.hand_of(1)
    assert left is not None
    assert right is not None
    assert (left.center_x, right.center_x) == pytest.approx((0.58, 0.8))
