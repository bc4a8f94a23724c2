"""Rounds of a match as plain values, for the round log, for proofs and for other programs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from gesture_app.domain.game.commitment import Opening
from gesture_app.domain.game.rounds import SECOND_PLAYER, UNNAMED, LoggedRound, RoundRecord, check_people
from gesture_app.domain.game.rules import RoundOutcome
from gesture_app.storage.decoding import decode

_TIMES = ("started_s", "shoot_s", "locked_s", "revealed_s")
_Throw = Annotated[str, Meta(min_length=1)]


@dataclass(frozen=True)
class _SavedOpening:
    round: int
    throw: str
    nonce: str


@dataclass(frozen=True)
class _SavedRound:
    number: int
    rules: str
    opponent: str
    throws: tuple[_Throw, _Throw]
    outcome: RoundOutcome
    reason: str
    digest: str | None
    opening: _SavedOpening | None
    started_s: float
    shoot_s: float
    locked_s: float
    revealed_s: float
    people: tuple[str, str] = UNNAMED


def encode_round(record: RoundRecord) -> dict[str, object]:
    """A round as plain values for JSON; times are rounded to a tenth of a millisecond.

    Who played is left out where nobody is named, as earlier versions wrote it.
    """
    values: dict[str, object] = {
        "number": record.number,
        "rules": record.rules,
        "opponent": record.opponent,
        "throws": list(record.throws),
        "outcome": record.outcome.value,
        "reason": record.reason,
        "digest": record.digest,
        "opening": None if record.opening is None else record.opening.content,
        **{name: round(getattr(record, name), 4) for name in _TIMES},
    }
    if record.people != UNNAMED:
        values["people"] = list(record.people)
    return values


def decode_round(data: object) -> RoundRecord:
    """A round from plain values; further keys are ignored.

    Raises:
        ValueError: If something is missing or has another type.
    """
    saved = decode(_SavedRound, data)
    opening = saved.opening
    check_people(saved.people, are_two=saved.opponent == SECOND_PLAYER)
    return RoundRecord(
        number=saved.number,
        rules=saved.rules,
        opponent=saved.opponent,
        throws=saved.throws,
        outcome=saved.outcome,
        reason=saved.reason,
        digest=saved.digest,
        opening=None if opening is None else Opening(opening.round, opening.throw, opening.nonce),
        started_s=saved.started_s,
        shoot_s=saved.shoot_s,
        locked_s=saved.locked_s,
        revealed_s=saved.revealed_s,
        people=saved.people,
    )


@dataclass(frozen=True)
class _LoggedIn:
    """The keys of a line that are not those of the round."""

    match: str
    played_at: str


def encode_logged_round(logged: LoggedRound) -> dict[str, object]:
    """A line of the log as plain values for JSON."""
    return {"played_at": logged.played_at, "match": logged.match_id, **encode_round(logged.record)}


def decode_logged_round(data: object) -> LoggedRound:
    """A logged round from the plain values of its line.

    Raises:
        ValueError: If something is missing or has another type.
    """
    logged_in = decode(_LoggedIn, data)
    return LoggedRound(logged_in.match, logged_in.played_at, decode_round(data))
