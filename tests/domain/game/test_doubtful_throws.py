"""Doubtful throws of two people: asked for, decided, and played again."""

from __future__ import annotations

import random

import pytest

from gesture_app.domain.game.doubtful_throws import DoubtfulThrows
from gesture_app.domain.game.match import Match, MatchPhase, MatchSettings, Misthrow, Observation, Players
from gesture_app.domain.game.match_state import ThrowQuestion
from gesture_app.domain.game.opponents import opponent_named
from gesture_app.domain.game.rules import CLASSIC
from gesture_app.domain.game.throw_reading import LockedThrow
from tests.fakes.seen_hands import seen_hand

FPS = 30
ASKING = MatchSettings(CLASSIC, best_of=3, players=Players.TWO, asks_doubtful=True)
SHOOT_S = ASKING.countdown_s
SURE = LockedThrow("paper", 0.0, 1.0, {"paper": 0.9, "rock": 0.06, "scissors": 0.04})
UNSURE = LockedThrow("paper", 0.0, 1.0, {"paper": 0.5, "scissors": 0.4, "rock": 0.1})


def shown(settings: MatchSettings = ASKING, *, left_share: float = 0.3, until_s: float = SHOOT_S + 0.9) -> Match:
    """Paper on the left, about as probable as ``left_share``, and scissors on the right, surely."""
    opponent = None if settings.players is Players.TWO else opponent_named("random")
    match = Match(settings, opponent, rng=random.Random(1))
    match.start_round(0.0)
    for number in range(round(until_s * FPS)):
        now_s = number / FPS
        is_open = now_s >= SHOOT_S + 0.2
        hands = (
            seen_hand("paper" if is_open else "rock", 0.25, share=left_share if is_open else 0.95),
            seen_hand("scissors" if is_open else "rock", 0.75),
        )
        match.observe(Observation(now_s, hands if settings.players is Players.TWO else hands[:1]))
    return match


def test_sure_throws_are_asked_for_by_nobody() -> None:
    doubts = DoubtfulThrows([SURE, SURE], 0.6)
    assert (doubts.question, doubts.gestures, doubts.rejected_player) == (None, ("paper", "paper"), None)
    assert shown(left_share=0.95).state.phase is MatchPhase.REVEAL


def test_the_doubtful_one_is_asked_for_and_yes_lets_it_count() -> None:
    match = shown()
    state = match.state
    assert state.phase is MatchPhase.QUESTION
    assert state.last_round is None
    assert state.question is not None
    assert (state.question.player, state.question.gesture) == (0, "paper")
    after = match.answer(state.now_s, is_right=True)
    assert (after.phase, after.question, after.score) == (MatchPhase.REVEAL, None, (0, 1))
    assert after.last_round is not None
    assert after.last_round.throws == ("paper", "scissors")
    assert after.corrected == (None, None)


def test_no_asks_for_the_next_likeliest_throw() -> None:
    doubts = DoubtfulThrows([SURE, UNSURE], 0.6)
    assert doubts.question == (1, "paper")
    doubts.answer(is_right=False)
    assert doubts.question == (1, "scissors")
    doubts.answer(is_right=True)
    assert (doubts.question, doubts.gestures) == (None, ("paper", "scissors"))
    assert doubts.corrected == (None, "scissors")


def test_none_of_the_likeliest_plays_the_round_again() -> None:
    match = shown()
    first = match.answer(SHOOT_S + 1.0, is_right=False)
    assert first.question is not None
    assert first.question.gesture != "paper"
    assert first.corrected == (None, None)
    state = match.answer(SHOOT_S + 1.1, is_right=False)
    assert (state.phase, state.misthrow, state.misthrow_player) == (MatchPhase.MISTHROW, Misthrow.NOT_AGREED, 0)
    assert (state.score, match.rounds) == ((0, 0), ())


def test_both_players_may_be_asked_one_after_the_other() -> None:
    doubts = DoubtfulThrows([UNSURE, UNSURE], 0.6)
    doubts.answer(is_right=True)
    assert doubts.question == (1, "paper")
    doubts.answer(is_right=False)
    doubts.answer(is_right=False)
    assert (doubts.rejected_player, doubts.question) == (1, None)
    doubts.answer(is_right=True)
    assert doubts.rejected_player == 1


def test_what_nobody_decides_counts_as_it_was_read() -> None:
    match = shown()
    asked_s = match.state.now_s - match.state.phase_s
    assert match.tick(asked_s + 3.0).question == ThrowQuestion(0, "paper", pytest.approx(5.0))
    state = match.tick(asked_s + 8.01)
    assert state.phase is MatchPhase.REVEAL
    assert state.last_round is not None
    assert state.last_round.throws == ("paper", "scissors")


def test_an_answer_without_a_question_changes_nothing() -> None:
    match = shown(until_s=SHOOT_S - 0.5)
    assert match.answer(SHOOT_S - 0.4, is_right=False).phase is MatchPhase.COUNTDOWN


def test_a_stopped_question_is_played_again() -> None:
    match = shown()
    assert match.stop().phase is MatchPhase.IDLE
    assert match.start_round(20.0).round_number == 1
    assert match.state.question is None
    assert match.state.corrected == ()


@pytest.mark.parametrize(
    "settings", [MatchSettings(CLASSIC, players=Players.TWO), MatchSettings(CLASSIC, asks_doubtful=True)]
)
def test_the_computer_and_those_who_do_not_want_it_are_not_asked(settings: MatchSettings) -> None:
    assert shown(settings).state.phase is MatchPhase.REVEAL
