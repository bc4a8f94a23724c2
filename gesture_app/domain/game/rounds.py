"""A finished round, as it is shown, saved and proved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

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

    def to_json(self) -> dict[str, object]:
        """As saved: plain values only; times to a tenth of a millisecond."""
        return {
            "number": self.number,
            "rules": self.rules,
            "opponent": self.opponent,
            "throws": list(self.throws),
            "outcome": self.outcome.value,
            "reason": self.reason,
            "digest": self.digest,
            "opening": None if self.opening is None else self.opening.to_json(),
            **{name: round(getattr(self, name), 4) for name in _TIMES},
        }

    @classmethod
    def from_json(cls, data: Mapping[str, object]) -> RoundRecord:
        """The opposite of :meth:`to_json`; what else ``data`` holds is ignored.

        Raises:
            ValueError: If something is missing or has another form.
        """
        throws = _typed(data, "throws", list)
        if len(throws) != 2 or not all(isinstance(throw, str) and throw for throw in throws):
            raise ValueError(f'"throws" must be two texts, got {throws!r}')
        opening = _typed(data, "opening", dict, type(None))
        return cls(
            number=_typed(data, "number", int),
            rules=_typed(data, "rules", str),
            opponent=_typed(data, "opponent", str),
            throws=(throws[0], throws[1]),
            outcome=RoundOutcome(_typed(data, "outcome", str)),
            reason=_typed(data, "reason", str),
            digest=_typed(data, "digest", str, type(None)),
            opening=None if opening is None else Opening.from_json(opening),
            **{name: float(_typed(data, name, int, float)) for name in _TIMES},
        )

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


_TIMES = ("started_s", "shoot_s", "locked_s", "revealed_s")


def _typed(data: Mapping[str, object], key: str, *types: type) -> Any:
    """A value of one of these types; JSON's true and false are no numbers."""
    if key not in data:
        raise ValueError(f'a round needs "{key}"')
    value = data[key]
    if not isinstance(value, types) or isinstance(value, bool):
        raise ValueError(f'"{key}" has the wrong form: {value!r}')  # noqa: TRY004 - the file is wrong, not the program
    return value
