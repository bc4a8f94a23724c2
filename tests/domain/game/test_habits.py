from __future__ import annotations

import random

import pytest

from gesture_app.domain.game.habits import MIN_ROUNDS, Habit, Habits
from gesture_app.domain.game.rounds import SECOND_PLAYER, LoggedRound
from gesture_app.domain.game.rules import CLASSIC, RoundOutcome
from tests.fakes.round_records import a_round

ANNA = ("Anna", "")


def logged(throws: list[tuple[str, str]], people: tuple[str, str] = ANNA, opponent: str = "kid") -> list[LoggedRound]:
    return [
        LoggedRound("m", "2026-01-01T12:00:00+00:00", a_round(number, pair, opponent, people=people))
        for number, pair in enumerate(throws, 1)
    ]


def test_the_favourite_and_what_follows_a_win_are_told_out_of_ten() -> None:
    win_then_rock = [("paper", "rock"), ("rock", "paper"), ("paper", "rock"), ("rock", "paper")] * 5
    habits = Habits.of(logged(win_then_rock), CLASSIC, "Anna")
    assert habits.throws == (Habit("rock", 5), Habit("paper", 5), Habit("scissors", 0))
    assert habits.after[RoundOutcome.WIN] == Habit("rock", 10)
    assert habits.after[RoundOutcome.LOSE] == Habit("paper", 10)
    assert habits.after[RoundOutcome.DRAW] is None
    assert habits.sentences[:3] == (
        "Out of 10 throws, about 5 are rock.",
        "After a win, rock comes next about 10 times out of 10.",
        "After a loss, paper comes next about 10 times out of 10.",
    )


def test_somebody_who_repeats_is_guessed_and_somebody_at_random_is_not() -> None:
    rng = random.Random(3)
    always = Habits.of(logged([("rock", rng.choice(CLASSIC.gestures)) for _ in range(100)]), CLASSIC, "Anna")
    chance = Habits.of(
        logged([(rng.choice(CLASSIC.gestures), rng.choice(CLASSIC.gestures)) for _ in range(100)]), CLASSIC, "Anna"
    )
    assert (always.guessed, always.lucky) == (10, 3)
    assert chance.guessed <= 4
    assert always.sentences[-1].startswith("Out of 10 of your throws, the mind reader guesses about 10.")


@pytest.mark.parametrize(
    "rounds",
    [
        logged([("rock", "paper")] * (MIN_ROUNDS - 1)),
        logged([("rock", "paper")] * MIN_ROUNDS, people=("Ben", "")),
        logged([("rock", "paper")] * MIN_ROUNDS, people=("Anna", "Ben"), opponent=SECOND_PLAYER),
    ],
    ids=["too few", "of somebody else", "of two people"],
)
def test_without_enough_own_rounds_against_the_computer_nothing_is_said(rounds: list[LoggedRound]) -> None:
    habits = Habits.of(rounds, CLASSIC, "Anna")
    assert habits.throws == ()
    assert len(habits.sentences) == 1
    assert "more round" in habits.sentences[0]
