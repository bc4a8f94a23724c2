"""Finished rounds, and the proof that the computer chose first."""

from __future__ import annotations

from dataclasses import dataclass, replace

from gesture_app.domain.game.commitment import Opening, verify
from gesture_app.domain.game.rules import RoundOutcome
from gesture_app.domain.samples.sample import NOBODY, check_person

PeopleOfMatch = tuple[str, str]
"""Names of the people on the first and the second side of a match; ``NOBODY`` for the computer and the unnamed."""

UNNAMED: PeopleOfMatch = (NOBODY, NOBODY)

SECOND_PLAYER = "second player"
"""The opponent's name in rounds of two people."""


@dataclass(frozen=True)
class RoundRecord:
    """One finished round.

    Attributes:
        number: Number of the round in its match, from 1.
        rules: Name of the rule table.
        opponent: Name of the computer's opponent; ``SECOND_PLAYER`` in a match of two people.
        throws: Throws of the first and the second player. Against the computer, the second is the computer; in a match
            of two people the first is the one in the left half of the frame as captured.
        outcome: Result for the first player.
        reason: The rule that decided, in words.
        digest: The commitment shown before the round; None in a match of two people.
        opening: The digest's input; None in a match of two people.
        started_s: Start of the countdown, on the match's clock.
        shoot_s: Time of "shoot".
        locked_s: Capture time of the frame that settled the (last) throw.
        revealed_s: Time of the result; later than ``locked_s`` by the delay of the frame.
        people: Who played; unnamed in rounds of earlier versions.
    """

    number: int
    rules: str
    opponent: str
    throws: tuple[str, str]
    outcome: RoundOutcome
    reason: str
    digest: str | None
    opening: Opening | None
    started_s: float
    shoot_s: float
    locked_s: float
    revealed_s: float
    people: PeopleOfMatch = UNNAMED

    @property
    def is_of_two_people(self) -> bool:
        """Whether two people played, not one against the computer."""
        return self.opponent == SECOND_PLAYER

    @property
    def reveal_delay_s(self) -> float:
        """Time from "shoot" to the result."""
        return self.revealed_s - self.shoot_s

    def commitment_fault(self) -> str | None:
        """Reason why the proof that the computer chose first fails; None if it holds.

        A round of two people has no commitment, which is a fault here.
        """
        if self.digest is None or self.opening is None:
            return "the round has no commitment"
        if not verify(self.digest, self.opening):
            return "the digest was not made from this opening"
        if self.opening.round_number != self.number:
            return f"the opening is of round {self.opening.round_number}, not {self.number}"
        if self.opening.throw != self.throws[1]:
            return f"the computer committed to {self.opening.throw}, but {self.throws[1]} was shown"
        return None


@dataclass(frozen=True)
class LoggedRound:
    """A round in the log.

    Attributes:
        match_id: The same for all rounds of a match.
        played_at: Time of day, ISO 8601 with the offset from UTC.
        record: The round.
    """

    match_id: str
    played_at: str
    record: RoundRecord


def check_people(people: PeopleOfMatch, *, are_two: bool) -> None:
    """Check who plays a match.

    Args:
        people: Their names.
        are_two: Whether two people play, not one against the computer.

    Raises:
        ValueError: If a name is not valid, the computer has one, or one person is on both sides.
    """
    for name in people:
        check_person(name)
    first, second = people
    if second and not are_two:
        raise ValueError(f"the second side is the computer, got {second!r}")
    if first and first.casefold() == second.casefold():
        raise ValueError(f"{first!r} cannot play on both sides")


def seen_by(record: RoundRecord, person: str) -> RoundRecord:
    """The round with a person on the first side; sides are swapped where that person was on the second.

    Raises:
        ValueError: If the person did not play.
    """
    first, second = record.people
    if person == first:
        return record
    if person != second:
        raise ValueError(f"{person!r} did not play this round")
    throws = (record.throws[1], record.throws[0])
    return replace(record, people=(second, first), throws=throws, outcome=record.outcome.reversed)
