"""``gesture-app matches`` and ``gesture-app verify-round``: what was played, and the proof that it was fair."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from rich.console import Console
from rich.table import Table

from gesture_app.composition import user_folders
from gesture_app.domain.frames.gestures import display_name
from gesture_app.domain.game.rounds import RoundRecord
from gesture_app.domain.game.rules import RULE_TABLES
from gesture_app.domain.game.statistics import Statistics, Tally
from gesture_app.errors import GestureAppError
from gesture_app.recording.round_log import FILE_NAME, FileRoundLog

EXIT_DOES_NOT_FIT = 1


class RoundFileError(GestureAppError):
    """A file holds no rounds that can be checked."""


class NotConfirmedError(GestureAppError):
    """Something that cannot be taken back was not confirmed."""


def match_log() -> FileRoundLog:
    """The log of the person's rounds."""
    return FileRoundLog(user_folders()["data"] / FILE_NAME)


def list_matches(console: Console) -> int:
    """Print a line for each match, and what all of them come to; returns the exit code.

    Raises:
        GestureAppError: If the log cannot be read.
    """
    log = match_log()
    rounds = log.read()
    table = Table("played", "rules", "opponent", "rounds", "won", "lost", "drawn")
    for _, group in groupby(rounds, key=lambda logged: logged.match_id):
        match = list(group)
        tally = Tally.of(logged.record.outcome for logged in match)
        first = match[0]
        when = first.played_at[:16].replace("T", " ")
        numbers = (tally.rounds, tally.wins, tally.losses, tally.draws)
        table.add_row(when, first.record.rules, first.record.opponent, *map(str, numbers))
    if not rounds:
        console.print("No matches yet.")
    else:
        console.print(table, highlight=False)
        _print_statistics(Statistics.of(logged.record for logged in rounds), console)
    if log.skipped:
        console.print(f"{log.skipped} lines of {log.path} cannot be read and were left out.", soft_wrap=True)
    return 0


def _print_statistics(statistics: Statistics, console: Console) -> None:
    rate, favourite = statistics.total.win_rate, statistics.favourite
    if rate is not None:
        console.print(f"Against the computer: {rate:.0%} of the decided rounds won.", highlight=False)
    if favourite is not None:
        share = statistics.throws[favourite] / statistics.total.rounds
        console.print(f"Favourite throw: {display_name(favourite)} ({share:.0%}).", highlight=False)


def export_matches(path: Path, console: Console) -> int:
    """Write all rounds as CSV; returns the exit code.

    Raises:
        GestureAppError: If the log cannot be read or the file cannot be written.
    """
    count = match_log().export_csv(path)
    console.print(f"Wrote {count} rounds to {path}.", highlight=False, soft_wrap=True)
    return 0


def erase_matches(console: Console, *, confirmed: bool) -> int:
    """Forget all rounds; returns the exit code.

    Raises:
        GestureAppError: If it was not confirmed, or a file cannot be removed.
    """
    log = match_log()
    if not confirmed:
        raise NotConfirmedError(
            f"Nothing was erased: this would remove {log.path} for good.",
            hint="Save the rounds with `gesture-app matches export OUT.csv` if you like, then say --yes.",
        )
    log.erase()
    console.print("All rounds are erased.")
    return 0


def verify_rounds(path: Path, console: Console) -> int:
    """Check the commitment of every round in a file; returns 0 if all hold, 1 if one does not.

    Args:
        path: One round as JSON, or one a line, as the app's log and ``replay --play`` have them; ``-`` is standard
            input.
        console: Where each round's finding goes.

    Raises:
        RoundFileError: If there is nothing to check, or a line is no round.
    """
    found = {True: 0, False: 0}
    for record in _rounds(path):
        if record.digest is None and record.opening is None:
            continue  # two people: nobody commits
        fault = record.commitment_fault() or _rule_fault(record)
        found[fault is None] += 1
        throws = " against ".join(display_name(throw) for throw in record.throws)
        finding = "fits: the computer chose first" if fault is None else f"DOES NOT FIT: {fault}"
        console.print(f"round {record.number}, {throws}: {finding}", highlight=False, markup=False, soft_wrap=True)
    if not sum(found.values()):
        raise RoundFileError(
            f"{_name(path)} holds no round against the computer.",
            hint="Give it a line of the app's log of matches, or what `gesture-app replay CLIP --play` printed.",
        )
    return EXIT_DOES_NOT_FIT if found[False] else 0


def _rule_fault(record: RoundRecord) -> str | None:
    rules = RULE_TABLES.get(record.rules)
    if rules is None:
        return None
    try:
        outcome = rules.outcome(*record.throws)
    except KeyError as error:
        return str(error.args[0])
    return (
        None if outcome is record.outcome else f"the rules say {outcome.value}, the round says {record.outcome.value}"
    )


def _rounds(path: Path) -> Iterator[RoundRecord]:
    text = _text(path)
    try:
        entries = [(1, json.loads(text))]
    except ValueError:
        try:
            lines = enumerate(text.splitlines(), 1)
            entries = [(number, json.loads(line)) for number, line in lines if line.strip()]
        except ValueError as error:
            raise RoundFileError(f"{_name(path)} is not JSON: {error}.", hint=_HINT) from error
    for number, entry in entries:
        if not isinstance(entry, dict):
            raise RoundFileError(f"Entry {number} of {_name(path)} is no round.", hint=_HINT)
        if entry.get("event", "round") != "round":
            continue
        try:
            yield RoundRecord.from_json(entry)
        except ValueError as error:
            raise RoundFileError(f"Entry {number} of {_name(path)} is no round: {error}.", hint=_HINT) from error


def _text(path: Path) -> str:
    if str(path) == "-":
        return sys.stdin.read()
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is no text"
        raise RoundFileError(f"{path} cannot be read: {why}.", hint=_HINT) from error


def _name(path: Path) -> str:
    return "standard input" if str(path) == "-" else str(path)


_HINT = "A saved round is one JSON object, as in a line of the app's log of matches."
