"""Finished rounds, and the proof that the computer chose first."""

from __future__ import annotations

from dataclasses import dataclass

from gesture_app.domain.game.commitment import Opening, verify
from gesture_app.domain.game.rules import RoundOutcome

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
