"""Rounds of people: statistics by player, two-player history, and what stays when one is erased."""

from __future__ import annotations

import pytest

from gesture_app.domain.game.match import MatchSettings, Players
from gesture_app.domain.game.opponents import PastRound
from gesture_app.domain.game.player_history import (
    HeadToHead,
    head_to_head,
    matches_in,
    past_rounds,
    people_who_played,
    renamed,
    rounds_of,
    without_person,
)
from gesture_app.domain.game.player_profile import PlayerProfile
from gesture_app.domain.game.rounds import SECOND_PLAYER, UNNAMED, LoggedRound, PeopleOfMatch
from gesture_app.domain.game.rules import RoundOutcome
from gesture_app.domain.game.statistics import Statistics, Tally
from tests.fakes.round_records import a_round

WIN, LOSE, DRAW = ("paper", "rock"), ("paper", "scissors"), ("rock", "rock")
ANNA_BEN, BEN_ANNA = ("Anna", "Ben"), ("Ben", "Anna")


def logged_match(
    match_id: str, people: PeopleOfMatch, *throws: tuple[str, str], opponent: str = SECOND_PLAYER
) -> list[LoggedRound]:
    records = [a_round(number, pair, opponent, people=people) for number, pair in enumerate(throws, 1)]
    return [LoggedRound(match_id, "2024-05-01T12:30:00+02:00", record) for record in records]


FAMILY = [
    *logged_match("a", ANNA_BEN, WIN, WIN, LOSE),
    *logged_match("b", BEN_ANNA, WIN, DRAW, WIN),
    *logged_match("c", ("Anna", ""), WIN, LOSE, opponent="kid"),
    *logged_match("d", ("anna", ""), LOSE, opponent="kid"),
    *logged_match("e", UNNAMED, WIN),
    *logged_match("f", ("", "Ben"), LOSE),
]


def test_statistics_of_a_person_count_both_sides_of_the_picture() -> None:
    records = [logged.record for logged in FAMILY]
    assert Statistics.of(records, person="Anna").total == Tally(wins=3, losses=4, draws=1)
    assert Statistics.of(records, person="Ben").total == Tally(wins=4, losses=2, draws=1)
    assert Statistics.of(records, person="Ben").throws == {"paper": 2, "rock": 3, "scissors": 2}
    assert Statistics.of(records, person="Anna", opponent="kid").total == Tally(wins=1, losses=1)
    assert Statistics.of(records).total == Tally(wins=1, losses=2)


def test_a_person_is_first_in_the_own_rounds() -> None:
    own = rounds_of(FAMILY, "Anna")
    assert {logged.record.people[0] for logged in own} == {"Anna"}
    turned = own[3].record
    assert (turned.throws, turned.outcome, turned.people) == (("rock", "paper"), RoundOutcome.LOSE, ANNA_BEN)


def test_the_two_player_history_is_counted_by_matches_and_rounds() -> None:
    (ben,) = head_to_head(FAMILY, "Anna").items()
    assert ben == ("Ben", HeadToHead(Tally(wins=1, losses=1), Tally(wins=2, losses=3, draws=1)))
    assert head_to_head(FAMILY, "Ben")["Anna"].rounds == Tally(wins=3, losses=2, draws=1)
    assert head_to_head(FAMILY, "anna") == {}


def test_matches_and_people_are_listed() -> None:
    assert people_who_played(FAMILY) == ("Anna", "anna", "Ben")
    matches = matches_in(FAMILY)
    assert [(match.match_id, match.outcome) for match in matches[:3]] == [
        ("a", RoundOutcome.WIN),
        ("b", RoundOutcome.WIN),
        ("c", RoundOutcome.DRAW),
    ]
    assert (matches[2].opponent, matches[2].people) == ("kid", ("Anna", ""))


def test_opponents_learn_from_the_rounds_of_one_person_only() -> None:
    assert past_rounds(FAMILY, "classic", "Anna") == [PastRound(*WIN), PastRound(*LOSE)]
    assert past_rounds(FAMILY, "lizard-spock", "Anna") == []
    assert past_rounds(FAMILY, "classic") == []


def test_an_erased_person_leaves_the_rounds_of_others() -> None:
    left = [after for logged in FAMILY if (after := without_person(logged, "Ben")) is not None]
    assert [logged.match_id for logged in left] == ["a"] * 3 + ["b"] * 3 + ["c", "c", "d", "e"]
    assert {logged.record.people for logged in left} == {("Anna", ""), ("", "Anna"), ("anna", ""), UNNAMED}
    assert "Ben" not in people_who_played(left)
    assert Statistics.of((logged.record for logged in left), person="Anna").total == Tally(3, 4, 1)


def test_a_renamed_person_keeps_the_rounds() -> None:
    after = [renamed(logged, "Ben", "Benno") for logged in FAMILY]
    assert people_who_played(after) == ("Anna", "anna", "Benno")
    with pytest.raises(ValueError, match="'Ben' and 'Anna' played against each other"):
        renamed(FAMILY[0], "Ben", "Anna")


@pytest.mark.parametrize(
    ("people", "players", "why"),
    [
        (("Anna", "Ben"), Players.COMPUTER, "the second side is the computer"),
        (("Anna", "anna"), Players.TWO, "on both sides"),
        ((" Anna", ""), Players.TWO, "outer spaces"),
    ],
)
def test_people_who_cannot_play_a_match_are_refused(people: PeopleOfMatch, players: Players, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        MatchSettings(players=players, people=people)


def test_a_player_has_a_name() -> None:
    assert PlayerProfile("Anna").has_picture is False
    with pytest.raises(ValueError, match="needs a name"):
        PlayerProfile("")
