"""Tournament of three to eight people: everybody plays everybody, two at a time in front of the camera.

The schedule is that of the circle method: in each pass everybody plays once, or rests once if their number is odd. The
matches of a pass are ordered so that as few people as possible play twice in a row.
Source: E. Lucas, Récréations mathématiques, vol. 2 (1883), "Les jeux de demoiselles".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gesture_app.domain.game.rounds import PeopleOfMatch, check_people

MIN_PEOPLE, MAX_PEOPLE = 3, 8

_WIN_POINTS, _DRAW_POINTS = 3, 1


@dataclass(frozen=True)
class Fixture:
    """A match of a tournament.

    Attributes:
        people: Who plays, the one in the left half of the frame as captured first.
        score: Rounds won by each; None until it is played.
    """

    people: PeopleOfMatch
    score: tuple[int, int] | None = None


@dataclass(frozen=True)
class Standing:
    """A row of the table.

    Attributes:
        person: The person.
        rank: From 1; people whom no tie-break separates share one.
        played: Matches played.
        won: Matches won.
        drawn: Matches drawn.
        lost: Matches lost.
        rounds_won: Rounds won in all matches.
        rounds_lost: Rounds lost in all matches.
    """

    person: str
    rank: int
    played: int
    won: int
    drawn: int
    lost: int
    rounds_won: int
    rounds_lost: int

    @property
    def points(self) -> int:
        """Three for a won match, one for a drawn one."""
        return _WIN_POINTS * self.won + _DRAW_POINTS * self.drawn

    @property
    def difference(self) -> int:
        """Rounds won minus rounds lost."""
        return self.rounds_won - self.rounds_lost


@dataclass(frozen=True)
class Tournament:
    """People, and their matches in the order in which they are played. Every result gives another tournament.

    Attributes:
        people: Three to eight different names.
        fixtures: All matches.
    """

    people: tuple[str, ...]
    fixtures: tuple[Fixture, ...]

    @classmethod
    def of_people(cls, people: Sequence[str]) -> Tournament:
        """A new tournament.

        Raises:
            ValueError: If there are too few or too many people, or a name is empty, not valid or given twice.
        """
        names = tuple(people)
        if not MIN_PEOPLE <= len(names) <= MAX_PEOPLE:
            raise ValueError(f"a tournament is for {MIN_PEOPLE} to {MAX_PEOPLE} people, got {len(names)}")
        if not all(names):
            raise ValueError("everybody in a tournament needs a name")
        for number, name in enumerate(names):
            for other in names[number + 1 :]:
                check_people((name, other), are_two=True)
        return cls(names, tuple(Fixture(pair) for pair in _schedule(names)))

    @property
    def next_fixture(self) -> Fixture | None:
        """The match to play now; None when all are played."""
        return next((fixture for fixture in self.fixtures if fixture.score is None), None)

    @property
    def swap(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Who leaves the camera and who comes before the next match; empty where nobody has to."""
        number = next((n for n, fixture in enumerate(self.fixtures) if fixture.score is None), len(self.fixtures))
        before = self.fixtures[number - 1].people if number else ()
        coming = self.fixtures[number].people if number < len(self.fixtures) else ()
        return tuple(p for p in before if p not in coming), tuple(p for p in coming if p not in before)

    @property
    def is_over(self) -> bool:
        """Whether all matches are played."""
        return self.next_fixture is None

    def with_result(self, score: tuple[int, int]) -> Tournament:
        """The tournament after its next match.

        Args:
            score: Rounds won by the two people, in the order of the fixture.

        Raises:
            ValueError: If all matches are played, or a number is negative.
        """
        fixture = self.next_fixture
        if fixture is None:
            raise ValueError("all matches of the tournament are played")
        if min(score) < 0:
            raise ValueError(f"nobody wins fewer than no rounds, got {score}")
        number = self.fixtures.index(fixture)
        played = replace(fixture, score=score)
        return replace(self, fixtures=(*self.fixtures[:number], played, *self.fixtures[number + 1 :]))

    def renamed(self, old: str, new: str) -> Tournament:
        """The tournament in which a person has another name."""

        def name(person: str) -> str:
            return new if person == old else person

        fixtures = tuple(replace(one, people=(name(one.people[0]), name(one.people[1]))) for one in self.fixtures)
        return Tournament(tuple(map(name, self.people)), fixtures)

    @property
    def table(self) -> tuple[Standing, ...]:
        """The table, the best first.

        Ranked by points; then, among those with equal points, by the points of their matches with each other; then by
        the difference of rounds, and by the rounds won. Whoever is still equal shares a rank.
        """
        standings = [self._standing(person) for person in self.people]
        keys = {one.person: self._key(one, standings) for one in standings}
        ordered = sorted(standings, key=lambda one: keys[one.person], reverse=True)
        ranks: dict[tuple[int, ...], int] = {}
        for place, one in enumerate(ordered, 1):
            ranks.setdefault(keys[one.person], place)
        return tuple(replace(one, rank=ranks[keys[one.person]]) for one in ordered)

    @property
    def champions(self) -> tuple[str, ...]:
        """The winner, or several who share the first rank; empty until all matches are played."""
        return tuple(one.person for one in self.table if one.rank == 1) if self.is_over else ()

    def _key(self, standing: Standing, standings: Sequence[Standing]) -> tuple[int, ...]:
        tied = [one.person for one in standings if one.points == standing.points]
        among = self._standing(standing.person, among=tied)
        return standing.points, among.points, standing.difference, standing.rounds_won

    def _standing(self, person: str, among: Sequence[str] | None = None) -> Standing:
        """The counts of a person, in the matches with some of the others; None counts all."""
        scores = []
        for fixture in self.fixtures:
            if fixture.score is None or person not in fixture.people:
                continue
            side = fixture.people.index(person)
            if among is None or fixture.people[1 - side] in among:
                scores.append((fixture.score[side], fixture.score[1 - side]))
        won, lost = sum(a > b for a, b in scores), sum(a < b for a, b in scores)
        rounds_won, rounds_lost = sum(a for a, _ in scores), sum(b for _, b in scores)
        return Standing(person, 0, len(scores), won, len(scores) - won - lost, lost, rounds_won, rounds_lost)


def _schedule(people: Sequence[str]) -> list[PeopleOfMatch]:
    """All pairs, pass by pass; each person plays on both sides about equally often."""
    circle: list[str | None] = [*people, *([None] if len(people) % 2 else [])]
    count = len(circle)
    pairs: list[PeopleOfMatch] = []
    sides = dict.fromkeys(people, 0)
    for _ in range(count - 1):
        waiting = [(circle[n], circle[count - 1 - n]) for n in range(count // 2)]
        matches = [(a, b) for a, b in waiting if a is not None and b is not None]
        matches.sort(key=lambda pair: len({*pair} & {*(pairs[-1] if pairs else ())}))
        for a, b in matches:
            left, right = (a, b) if sides[a] <= sides[b] else (b, a)
            sides[left] += 1
            sides[right] -= 1
            pairs.append((left, right))
        circle.insert(1, circle.pop())
    return pairs
