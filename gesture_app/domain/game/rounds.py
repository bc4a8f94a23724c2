"""A finished round, as it is shown, saved and proved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from gesture_app.domain.game.commitment import Opening, verify
from gesture_app.domain.game.rules import RoundOutcome

SECOND_PLAYER = "second player"
"""Stands for the opponent's name in rounds of two people."""


@dataclass(frozen=True)
class RoundRecord:
    """One finished round.

    Attributes:
        number: Number of the round in its match, from 1.
        rules: Name of the rule table.
        opponent: Name of the computer's opponent; ``SECOND_PLAYER`` in a match of two people.
        throws: What the first and the second player threw. Against the computer, the second is the computer; in a match
            of two people the first is the one in the left half of the picture as captured.
        outcome: How it ended for the first player.
        reason: Why, in words.
        digest: The commitment shown before the round; None in a match of two people.
        opening: What the digest was made from; None in a match of two people.
        started_s: When the countdown began, on the match's clock.
        shoot_s: When "shoot" fell.
        locked_s: When the (last) throw was locked, by the time of the picture that settled it.
        revealed_s: When the result was known; later than ``locked_s`` by what the picture took to arrive.
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
        """From "shoot" to the result."""
        return self.revealed_s - self.shoot_s

    def commitment_fault(self) -> str | None:
        """What is wrong with the proof that the computer chose first; None if it holds.

        A round of two people has no commitment, which is a fault here: there is nothing to hold.
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
    """A round of some earlier day.

    Attributes:
        match_id: The same for all rounds of a match.
        played_at: When it was played, ISO 8601 with the offset from UTC.
        record: The round.
    """

    match_id: str
    played_at: str
    record: RoundRecord


class RoundLog(Protocol):
    """Where finished rounds are kept. Used from one thread; every failure is a ``GestureAppError`` with a hint."""

    def append(self, record: RoundRecord, *, match_id: str, played_at: str) -> None:
        """Keep a round; it survives a crash right after."""
        ...

    def read(self) -> Sequence[LoggedRound]:
        """All kept rounds, oldest first; lines that cannot be read are left out."""
        ...

    def export_csv(self, path: Path) -> int:
        """Write all rounds as a table for spreadsheets; returns how many."""
        ...

    def erase(self) -> None:
        """Forget all rounds."""
        ...
