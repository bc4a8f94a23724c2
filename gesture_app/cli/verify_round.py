"""``gesture-app verify-round``: checks that the computer committed to its throw before it saw the player's."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console

from gesture_app.domain.frames.gestures import display_name
from gesture_app.domain.game.rounds import RoundRecord
from gesture_app.domain.game.rules import RULE_TABLES
from gesture_app.errors import GestureAppError
from gesture_app.storage.round_codec import decode_round

EXIT_DOES_NOT_FIT = 1

_HINT = "A saved round is one JSON object, as in a line of the app's log of matches."


class RoundFileError(GestureAppError):
    """A file has no rounds that can be checked."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", type=Path, metavar="FILE", help='saved rounds, as JSON; "-" is standard input')


def run(args: argparse.Namespace, stdout: Console, _stderr: Console) -> int:
    """Check the rounds of a file and return the exit code."""
    return verify_rounds(args.file, stdout)


def verify_rounds(path: Path, console: Console) -> int:
    """Check the commitment of every round in a file; returns 0 if all hold, 1 if one does not.

    Args:
        path: One round as JSON, or one a line, as the app's log and ``replay --play`` write them; ``-`` is standard
            input.
        console: Receives a line for each round.

    Raises:
        RoundFileError: If the file has no round against the computer, or a line is no round.
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
            yield decode_round(entry)
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
