"""Schedule, table and tie-breaks of a tournament."""

from __future__ import annotations

from collections import Counter
from itertools import combinations, pairwise

import pytest

from gesture_app.domain.game.tournament import Fixture, Standing, Tournament

NAMES = ("Anna", "Ben", "Cleo", "Dan", "Eva", "Finn", "Gus", "Hana")


def played(people: tuple[str, ...], scores: dict[tuple[str, str], tuple[int, int]]) -> Tournament:
    """All matches with these scores; others end 0:0."""
    tournament = Tournament.of_people(people)
    while (fixture := tournament.next_fixture) is not None:
        a, b = fixture.people
        score = scores.get((a, b)) or scores.get((b, a), (0, 0))[::-1]
        tournament = tournament.with_result((score[0], score[1]))
    return tournament


@pytest.mark.parametrize("count", range(3, 9))
def test_everybody_plays_everybody_once(count: int) -> None:
    fixtures = Tournament.of_people(NAMES[:count]).fixtures
    assert Counter(frozenset(one.people) for one in fixtures) == Counter(map(frozenset, combinations(NAMES[:count], 2)))


@pytest.mark.parametrize("count", range(3, 9))
def test_both_sides_of_the_camera_are_shared(count: int) -> None:
    fixtures = Tournament.of_people(NAMES[:count]).fixtures
    for name in NAMES[:count]:
        left = sum(one.people[0] == name for one in fixtures)
        assert abs(2 * left - (count - 1)) <= 2


@pytest.mark.parametrize(("count", "most"), [(5, 2), (6, 2), (7, 2), (8, 2)])
def test_nobody_plays_three_times_in_a_row(count: int, most: int) -> None:
    fixtures = Tournament.of_people(NAMES[:count]).fixtures
    twice = [set(a.people) & set(b.people) for a, b in pairwise(fixtures)]
    assert not any(a & b for a, b in pairwise(twice))
    assert sum(map(bool, twice)) <= most * count


@pytest.mark.parametrize(
    ("people", "why"),
    [
        (NAMES[:2], "3 to 8 people, got 2"),
        ((*NAMES, "Ida"), "got 9"),
        (("Anna", "Ben", "anna"), "'Anna' cannot play on both sides"),
        (("Anna", "Ben", ""), "needs a name"),
        (("Anna", "Ben", " C"), "outer spaces"),
    ],
)
def test_who_cannot_play_is_told(people: tuple[str, ...], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        Tournament.of_people(people)


def test_it_is_said_who_leaves_the_camera_and_who_comes() -> None:
    tournament = Tournament.of_people(NAMES[:3])
    first, second = tournament.fixtures[:2]
    assert tournament.swap == ((), first.people)
    leaving, coming = tournament.with_result((2, 1)).swap
    assert set(leaving) == set(first.people) - set(second.people)
    assert set(coming) == set(second.people) - set(first.people)
    assert len(leaving) == len(coming) == 1


def test_a_table_by_points() -> None:
    tournament = played(NAMES[:3], {("Anna", "Ben"): (2, 0), ("Anna", "Cleo"): (1, 1), ("Ben", "Cleo"): (2, 1)})
    assert tournament.table == (
        Standing("Anna", 1, 2, 1, 1, 0, 3, 1),
        Standing("Ben", 2, 2, 1, 0, 1, 2, 3),
        Standing("Cleo", 3, 2, 0, 1, 1, 2, 3),
    )
    assert [one.points for one in tournament.table] == [4, 3, 1]
    assert tournament.champions == ("Anna",)


def test_equal_points_are_decided_by_the_match_with_each_other() -> None:
    """Ben has the better difference of rounds, but lost against Anna."""
    scores = {
        ("Anna", "Ben"): (2, 1),
        ("Anna", "Cleo"): (0, 2),
        ("Anna", "Dan"): (2, 1),
        ("Ben", "Cleo"): (2, 0),
        ("Ben", "Dan"): (2, 0),
        ("Cleo", "Dan"): (0, 2),
    }
    table = played(NAMES[:4], scores).table
    assert [(one.person, one.points, one.rank) for one in table] == [
        ("Anna", 6, 1),
        ("Ben", 6, 2),
        ("Dan", 3, 3),
        ("Cleo", 3, 4),
    ]


def test_a_circle_of_wins_is_decided_by_rounds_and_then_shared() -> None:
    scores = {("Anna", "Ben"): (2, 0), ("Ben", "Cleo"): (2, 1), ("Cleo", "Anna"): (2, 1)}
    assert [one.person for one in played(NAMES[:3], scores).table] == ["Anna", "Cleo", "Ben"]
    even = {("Anna", "Ben"): (2, 1), ("Ben", "Cleo"): (2, 1), ("Cleo", "Anna"): (2, 1)}
    tournament = played(NAMES[:3], even)
    assert [one.rank for one in tournament.table] == [1, 1, 1]
    assert tournament.champions == NAMES[:3]


def test_before_the_end_there_is_a_table_and_no_champion() -> None:
    tournament = Tournament.of_people(NAMES[:3]).with_result((2, 0))
    assert tournament.champions == ()
    assert tournament.table[0].person == tournament.fixtures[0].people[0]
    assert tournament.fixtures[0] == Fixture(tournament.fixtures[0].people, (2, 0))


def test_there_is_no_result_after_the_last_match_and_none_below_zero() -> None:
    with pytest.raises(ValueError, match="are played"):
        played(NAMES[:3], {}).with_result((1, 0))
    with pytest.raises(ValueError, match="fewer than no rounds"):
        Tournament.of_people(NAMES[:3]).with_result((-1, 0))
