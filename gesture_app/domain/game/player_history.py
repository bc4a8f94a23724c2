"""The rounds of people: who played, what they played, and what is left when one of them is erased."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from gesture_app.domain.game.opponents import PastRound
from gesture_app.domain.game.rounds import UNNAMED, LoggedRound, PeopleOfMatch, seen_by
from gesture_app.domain.game.rules import RoundOutcome
from gesture_app.domain.game.statistics import Tally
from gesture_app.domain.samples.people import sorted_people
from gesture_app.domain.samples.sample import NOBODY


@dataclass(frozen=True)
class PlayedMatch:
    """The rounds of one match, counted.

    Attributes:
        match_id: Its id in the log.
        played_at: Time of its first round, ISO 8601 with the offset from UTC.
        rules: Name of the rule table.
        opponent: Name of the opponent; see ``RoundRecord``.
        people: Who played.
        rounds: Its rounds, counted for the first side.
    """

    match_id: str
    played_at: str
    rules: str
    opponent: str
    people: PeopleOfMatch
    rounds: Tally

    @property
    def outcome(self) -> RoundOutcome:
        """Result of the match for the first side: who won more rounds."""
        lead = self.rounds.wins - self.rounds.losses
        return RoundOutcome.DRAW if lead == 0 else RoundOutcome.WIN if lead > 0 else RoundOutcome.LOSE


@dataclass(frozen=True)
class HeadToHead:
    """All matches of one person with another one.

    Attributes:
        matches: Matches won, lost and drawn.
        rounds: Rounds won, lost and drawn.
    """

    matches: Tally
    rounds: Tally


def people_who_played(rounds: Iterable[LoggedRound]) -> tuple[str, ...]:
    """Names of all people in these rounds, in alphabetical order; unnamed ones are left out."""
    return sorted_people({name for logged in rounds for name in logged.record.people} - {NOBODY})


def rounds_of(rounds: Iterable[LoggedRound], person: str) -> tuple[LoggedRound, ...]:
    """The rounds of a person, who is on the first side in all of them."""
    return tuple(
        replace(logged, record=seen_by(logged.record, person)) for logged in rounds if person in logged.record.people
    )


def own_rounds(rounds: Iterable[LoggedRound], person: str) -> tuple[LoggedRound, ...]:
    """The rounds of a person as in :func:`rounds_of`; for ``NOBODY`` those of unnamed people against the computer."""
    if person != NOBODY:
        return rounds_of(rounds, person)
    return tuple(r for r in rounds if r.record.people == UNNAMED and not r.record.is_of_two_people)


def matches_in(rounds: Iterable[LoggedRound]) -> tuple[PlayedMatch, ...]:
    """The matches that rounds belong to, oldest first; the rounds of a match follow each other."""
    matches = []
    for match_id, group in groupby(rounds, key=lambda logged: logged.match_id):
        match = list(group)
        first = match[0].record
        tally = Tally.of(logged.record.outcome for logged in match)
        matches.append(PlayedMatch(match_id, match[0].played_at, first.rules, first.opponent, first.people, tally))
    return tuple(matches)


def head_to_head(rounds: Iterable[LoggedRound], person: str) -> Mapping[str, HeadToHead]:
    """The two-player history of a person, by the other person's name in alphabetical order."""
    matches = [match for match in matches_in(rounds_of(rounds, person)) if match.people[1] != NOBODY]
    histories = {}
    for other in sorted_people({match.people[1] for match in matches}):
        played = [match for match in matches if match.people[1] == other]
        tallies = [match.rounds for match in played]
        sums = Tally(*(sum(getattr(t, name) for t in tallies) for name in ("wins", "losses", "draws")))
        histories[other] = HeadToHead(Tally.of(match.outcome for match in played), sums)
    return histories


def past_rounds(rounds: Sequence[LoggedRound], rules: str, person: str = NOBODY) -> list[PastRound]:
    """The throws of a person's rounds against the computer, for opponents that learn.

    Args:
        rounds: The log, oldest first.
        rules: Name of the rule table.
        person: The person; ``NOBODY`` for rounds of unnamed people.
    """
    return [
        PastRound(*logged.record.throws)
        for logged in own_rounds(rounds, person)
        if logged.record.rules == rules and not logged.record.is_of_two_people
    ]


def renamed(logged: LoggedRound, old: str, new: str) -> LoggedRound:
    """A round in which a person has another name.

    Raises:
        ValueError: If the other side has that name already.
    """
    first, second = ((new if name == old else name) for name in logged.record.people)
    if first and first == second:
        raise ValueError(f"{old!r} and {new!r} played against each other")
    return replace(logged, record=replace(logged.record, people=(first, second)))


def without_person(logged: LoggedRound, person: str) -> LoggedRound | None:
    """A round after a person was erased; None if nothing of it stays.

    Rounds with another named person stay, with nobody in particular in place of the erased one.
    """
    if person not in logged.record.people:
        return logged
    left = replace(logged.record, people=_without(logged.record.people, person))
    return None if left.people == UNNAMED else replace(logged, record=left)


def _without(people: PeopleOfMatch, person: str) -> PeopleOfMatch:
    first, second = (NOBODY if name == person else name for name in people)
    return first, second
