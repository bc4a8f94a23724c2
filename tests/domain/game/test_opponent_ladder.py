"""Opponents are unlocked by beating them; their moods and lines follow the match."""

from __future__ import annotations

import random

import pytest

from gesture_app.domain.game.match import Match, MatchSettings
from gesture_app.domain.game.match_state import MatchPhase
from gesture_app.domain.game.opponent_ladder import next_to_beat, unlocked_opponents
from gesture_app.domain.game.opponent_moods import Moment, Mood, line_of, moment_of, mood_of
from gesture_app.domain.game.opponents import OPPONENTS, opponent_named
from gesture_app.domain.game.rounds import SECOND_PLAYER, UNNAMED, LoggedRound, PeopleOfMatch
from gesture_app.domain.game.rules import CLASSIC
from gesture_app.domain.game.throws import Observation
from gesture_app.domain.samples.sample import NOBODY
from tests.fakes.round_records import a_round
from tests.fakes.seen_hands import seen_hand

WIN, LOSE, DRAW = ("paper", "rock"), ("paper", "scissors"), ("rock", "rock")
NAMES = tuple(OPPONENTS)


def match(
    match_id: str, *throws: tuple[str, str], opponent: str, people: PeopleOfMatch = ("Anna", "")
) -> list[LoggedRound]:
    records = [a_round(number, pair, opponent, people=people) for number, pair in enumerate(throws, 1)]
    return [LoggedRound(match_id, "2024-05-01T12:30:00+02:00", record) for record in records]


def test_a_beginner_has_the_two_easiest_and_the_mind_reader_is_last() -> None:
    assert unlocked_opponents([], "Anna") == ("kid", "random")
    assert next_to_beat([], "Anna") == "random"
    assert NAMES[-1] == "mind-reader"


def test_each_opponent_that_is_beaten_unlocks_the_next() -> None:
    rounds: list[LoggedRound] = []
    for place, name in enumerate(NAMES[1:], 1):
        assert name in unlocked_opponents(rounds, "Anna")
        rounds += match(f"lost {name}", LOSE, WIN, DRAW, opponent=name)
        assert unlocked_opponents(rounds, "Anna") == NAMES[: place + 1]
        rounds += match(f"won {name}", WIN, LOSE, WIN, opponent=name)
        assert unlocked_opponents(rounds, "Anna") == NAMES[: place + 2]
    assert next_to_beat(rounds, "Anna") is None
    assert unlocked_opponents(rounds, "Ben") == ("kid", "random")


@pytest.mark.parametrize("people", [("Anna", ""), UNNAMED])
def test_nobody_loses_an_opponent_that_was_played_already(people: PeopleOfMatch) -> None:
    assert unlocked_opponents(match("m", LOSE, opponent="mind-reader", people=people), "Anna") == NAMES


def test_named_people_unlock_nothing_for_the_unnamed() -> None:
    assert unlocked_opponents(match("m", WIN, opponent="markov"), NOBODY) == ("kid", "random")


def test_matches_of_two_people_unlock_nothing() -> None:
    rounds = match("m", WIN, opponent=SECOND_PLAYER, people=("Anna", "Ben"))
    assert unlocked_opponents(rounds, "Anna") == ("kid", "random")


def test_every_opponent_has_a_short_line_for_every_moment() -> None:
    for name in NAMES:
        for moment in Moment:
            line = line_of(name, moment)
            assert line is not None
            assert 5 < len(line) < 45
    assert line_of("unknown", Moment.WON) is None


def test_moods_and_moments_follow_the_match() -> None:
    game = Match(MatchSettings(CLASSIC, best_of=1), opponent_named("kid"), rng=random.Random(5))
    assert (mood_of(game.state), moment_of(game.state)) == (Mood.FRIENDLY, None)
    state = game.start_round(0.0)
    assert (mood_of(state), moment_of(state)) == (Mood.THINKING, Moment.GREETING)
    seen = {}
    for number in range(400):
        now_s = number / 30
        if state.phase is MatchPhase.IDLE:
            break
        since_s = state.seconds_to_shoot
        gesture = "paper" if since_s == 0 else "rock"
        state = game.observe(Observation(now_s, (seen_hand(gesture),)))
        seen[state.phase] = (mood_of(state), moment_of(state), state.last_round)
        if state.phase is MatchPhase.MATCH_OVER:
            break
    expected = {"win": (Mood.IMPRESSED, Moment.MATCH_LOST), "lose": (Mood.PROUD, Moment.MATCH_WON)}
    mood, moment, last_round = seen[MatchPhase.MATCH_OVER]
    assert last_round is not None
    assert (mood, moment) == expected[last_round.outcome.value]
    assert seen[MatchPhase.REVEAL][0] in (Mood.SURPRISED, Mood.HAPPY)
