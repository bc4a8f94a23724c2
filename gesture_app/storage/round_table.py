"""Rounds as a CSV file, for spreadsheets."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from gesture_app.domain.game.rounds import LoggedRound

_COLUMNS = (
    "played_at",
    "match",
    "round",
    "rules",
    "opponent",
    "first_throw",
    "second_throw",
    "outcome",
    "reason",
    "reveal_delay_s",
    "first_person",
    "second_person",
)


def write_round_table(path: Path, rounds: Iterable[LoggedRound]) -> None:
    """Write rounds as CSV with a header line.

    Raises:
        OSError: If the file cannot be written.
    """
    # The byte order mark tells Excel that the text is UTF-8.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_COLUMNS)
        writer.writerows(_row(logged) for logged in rounds)


def _row(logged: LoggedRound) -> tuple[object, ...]:
    r = logged.record
    delay = f"{r.reveal_delay_s:.3f}"
    result = (r.outcome.value, r.reason, delay)
    return (logged.played_at, logged.match_id, r.number, r.rules, r.opponent, *r.throws, *result, *r.people)
