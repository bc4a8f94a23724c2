"""Achievements, computed from the rounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from gesture_app.domain.game.achievements import ACHIEVEMENTS, achieved
from gesture_app.domain.game.rounds import SECOND_PLAYER, UNNAMED, LoggedRound, PeopleOfMatch
from gesture_app.domain.samples.sample import NOBODY
from tests.fakes.round_records import a_round

WIN, LOSE, DRAW = ("rock", "scissors"), ("rock", "paper"), ("rock", "rock")
ANNA = ("Anna", "")


def match(
    throws: Sequence[tuple[str, str]],
    match_id: str = "m",
    opponent: str = "kid",
    people: PeopleOfMatch = ANNA,
    *,
    locked_after_s: float = 1.0,
) -> list[LoggedRound]:
    rounds = []
    for number, pair in enumerate(throws, 1):
        record = a_round(number, pair, opponent, "lizard-spock", people)
        record = replace(record, locked_s=record.shoot_s + locked_after_s)
        rounds.append(LoggedRound(match_id, f"2024-05-01T12:{number:02}:00+02:00", record))
    return rounds


def names(rounds: Sequence[LoggedRound], person: str = "Anna") -> list[str]:
    return [one.achievement.name for one in achieved(rounds, person)]


MIXED = [(gesture, "rock") for gesture in ("rock", "paper", "scissors", "lizard", "spock")] * 4

CASES: dict[str, tuple[list[LoggedRound], list[LoggedRound]]] = {
    "first-win": (match([LOSE, WIN]), match([LOSE, DRAW])),
    "three-spocks": (match([("spock", "rock")] * 3), match([("spock", "rock")] * 2) + match([("spock", "rock")], "n")),
    "all-throws": (match(MIXED[:5]), match(MIXED[:4]) + match(MIXED[4:5], "n")),
    "prompt": (match([DRAW] * 10, locked_after_s=0.65), match([DRAW] * 10, locked_after_s=0.75)),
    "comeback": (match([LOSE, LOSE, WIN, DRAW, WIN, WIN]), match([LOSE, WIN, LOSE, WIN, WIN])),
    "winning-streak": (match([WIN, WIN, DRAW, WIN, WIN, WIN]), match([WIN, WIN, LOSE, WIN, WIN, WIN, WIN])),
    "mixed": (match(MIXED), match([("rock", "rock")] * 4 + MIXED[4:])),
    "mind-reader": (match([WIN, WIN, LOSE], opponent="mind-reader"), match([WIN, WIN, LOSE], opponent="markov")),
}


@pytest.mark.parametrize("name", CASES)
def test_each_is_achieved_by_its_task_and_not_by_less(name: str) -> None:
    enough, too_little = CASES[name]
    assert name in names(enough)
    assert name not in names(too_little)


def test_every_achievement_has_a_test_and_texts_that_end_as_sentences() -> None:
    assert [one.name for one in ACHIEVEMENTS] == list(CASES)
    for one in ACHIEVEMENTS:
        assert one.task.endswith(".")
        assert one.lesson.endswith(".")
        assert len(one.title) < 30


def test_an_achievement_stays_with_the_round_that_fulfilled_it_first() -> None:
    rounds = match([LOSE, WIN, WIN])
    (first,) = achieved(rounds, "Anna")
    assert first.played_at == rounds[1].played_at
    assert achieved(rounds + match([WIN], "n"), "Anna")[0] == first


def test_each_person_has_own_achievements() -> None:
    rounds = match([WIN]) + match([LOSE], "n", people=("Ben", "")) + match([WIN], "o", people=UNNAMED)
    assert names(rounds, "Anna") == ["first-win"]
    assert names(rounds, "Ben") == []
    assert names(match([WIN], people=UNNAMED), NOBODY) == ["first-win"]
    assert names(match([WIN]), NOBODY) == []


def test_both_of_two_people_get_theirs() -> None:
    rounds = match([("spock", "rock")] * 5, opponent=SECOND_PLAYER, people=("Ben", "Anna"))
    assert names(rounds, "Ben") == ["three-spocks", "winning-streak"]
    assert names(rounds, "Anna") == []
