"""The log of the rounds of all matches: a file with one JSON object per line."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from io import FileIO
from pathlib import Path

from gesture_app.domain.game.player_history import renamed, rounds_of, without_person
from gesture_app.domain.game.rounds import LoggedRound, RoundRecord
from gesture_app.domain.message import Message
from gesture_app.errors import GestureAppError, reason_of
from gesture_app.storage.atomic import unfinished_writes, write_atomically
from gesture_app.storage.decoding import parse_json
from gesture_app.storage.private_folders import make_private
from gesture_app.storage.round_codec import decode_logged_round, encode_logged_round
from gesture_app.storage.round_table import write_round_table

FILE_NAME = "matches.jsonl"
"""Name of the log in the person's data folder."""

_Change = Callable[[LoggedRound], LoggedRound | None]


class RoundLogError(GestureAppError):
    """The log of rounds cannot be read or written."""


def open_private(path: Path) -> FileIO:
    """Open a file for appending that only its owner can read, unbuffered."""
    return FileIO(path, "ab", opener=lambda name, flags: os.open(name, flags, 0o600))


class FileRoundLog:
    """Saves finished rounds (a ``RoundLog``). Used from one thread.

    Args:
        path: The file; made, with its folder, by the first round.
        open_for_append: Opens the file, unbuffered.
    """

    def __init__(self, path: Path, open_for_append: Callable[[Path], FileIO] = open_private) -> None:
        self._path = path
        self._open_for_append = open_for_append
        self._skipped = 0

    @property
    def path(self) -> Path:
        """The file."""
        return self._path

    @property
    def skipped(self) -> int:
        """The number of lines that the last :meth:`read` could not use."""
        return self._skipped

    @property
    def damaged_path(self) -> Path:
        """The file that half-written lines are moved to."""
        return self._path.with_suffix(".damaged")

    def append(self, record: RoundRecord, *, match_id: str, played_at: str) -> None:
        """Append a round; it is on the disk when this returns.

        Args:
            record: The round.
            match_id: The same for all rounds of a match.
            played_at: Time of day, ISO 8601 with the offset from UTC.

        Raises:
            RoundLogError: If the file cannot be written. Its earlier rounds stay readable.
        """
        line = _line(LoggedRound(match_id, played_at, record)) + b"\n"
        try:
            make_private(self._path.parent)
            self._mend()
            self._write(line)
        except OSError as error:
            hint = Message(
                "The match goes on. Make room on the disk, or make the folder writable, to keep the next rounds."
            )
            raise RoundLogError(
                Message("The round could not be saved to {path}: {reason}.").fill(path=self._path, reason=_why(error)),
                hint=hint,
            ) from error

    def read(self) -> tuple[LoggedRound, ...]:
        """All rounds, oldest first. Unreadable lines are left out and counted in :attr:`skipped`.

        Raises:
            RoundLogError: If the file is there and cannot be read.
        """
        self._skipped = 0
        rounds = []
        for line in self._content().split(b"\n"):
            if not line.strip():
                continue
            try:
                rounds.append(decode_logged_round(parse_json(line)))
            except ValueError:
                self._skipped += 1
        return tuple(rounds)

    def export_csv(self, path: Path, person: str | None = None) -> int:
        """Write rounds as CSV with a header line, for spreadsheets; returns their number.

        Args:
            path: The file.
            person: Name of the person whose rounds are written, as the first player; None for all rounds.

        Raises:
            RoundLogError: If the log cannot be read or the file cannot be written.
        """
        rounds = self.read() if person is None else rounds_of(self.read(), person)
        try:
            write_round_table(path, rounds)
        except OSError as error:
            hint = Message("Choose another place, or make room on the disk.")
            raise RoundLogError(
                Message("{path} cannot be written: {reason}.").fill(path=path, reason=_why(error)), hint=hint
            ) from error
        return len(rounds)

    def rename_person(self, old: str, new: str) -> int:
        """Give a person another name in all rounds; returns how many have changed.

        Raises:
            RoundLogError: If the two have played against each other, or the file cannot be read or written. It is then
                unchanged.
        """
        try:
            return self._rewrite(lambda logged: renamed(logged, old, new))
        except ValueError as error:
            hint = Message("Nothing was changed. Choose another name.")
            raise RoundLogError(
                Message("{old} cannot be renamed to {new}: {reason}.").fill(old=old, new=new, reason=reason_of(error)),
                hint=hint,
            ) from error

    def erase_person(self, person: str) -> int:
        """Delete a person from all rounds; returns how many have changed or gone.

        The rounds with another named person stay without this one's name. Lines that cannot be read are deleted if the
        name stands in them, and so are the half-written lines that were moved aside.

        Raises:
            RoundLogError: If the file cannot be read or written; it is then unchanged.
        """
        count = self._rewrite(lambda logged: without_person(logged, person), unreadable_without=person.encode())
        self._remove_leftovers()
        return count

    def erase(self) -> None:
        """Delete all rounds, and the half-written lines that were moved aside.

        Raises:
            RoundLogError: If a file cannot be removed.
        """
        self._remove(self._path)
        self._remove_leftovers()

    def _remove_leftovers(self) -> None:
        """Remove half-written lines that were moved aside, and what killed processes left of a changed log."""
        for path in (self.damaged_path, *unfinished_writes(self._path)):
            self._remove(path)

    def _remove(self, path: Path) -> None:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            hint = Message("Close what else uses it, or make its folder writable.")
            raise RoundLogError(
                Message("{path} cannot be removed: {reason}.").fill(path=path, reason=_why(error)), hint=hint
            ) from error

    def _rewrite(self, change: _Change, *, unreadable_without: bytes | None = None) -> int:
        """Change or delete rounds, atomically; returns how many.

        Args:
            change: Gives each round as it is to be; None deletes it.
            unreadable_without: Lines that cannot be read are deleted if they contain this; None keeps them all.
        """
        kept, count = [], 0
        for line in self._content().split(b"\n"):
            try:
                before = decode_logged_round(parse_json(line))
            except ValueError:
                if unreadable_without is None or unreadable_without not in line:
                    kept.append(line)
                else:
                    count += 1
                continue
            after = change(before)
            count += after != before
            if after is not None:
                kept.append(line if after == before else _line(after))
        if count:
            try:
                write_atomically(self._path, b"\n".join(kept))
            except OSError as error:
                hint = Message("Nothing was changed. Make room on the disk, or make the folder writable.")
                raise RoundLogError(
                    Message("{path} cannot be written: {reason}.").fill(path=self._path, reason=_why(error)), hint=hint
                ) from error
        return count

    def _content(self) -> bytes:
        try:
            return self._path.read_bytes()
        except FileNotFoundError:
            return b""
        except OSError as error:
            hint = Message("Check the permissions of the file and its folder.")
            raise RoundLogError(
                Message("{path} cannot be read: {reason}.").fill(path=self._path, reason=_why(error)), hint=hint
            ) from error

    def _mend(self) -> None:
        """Move a half-written last line to another file, so that the next line does not continue it."""
        try:
            file = self._path.open("r+b")
        except FileNotFoundError:
            return
        with file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - 1))
            if file.read(1) in (b"", b"\n"):
                return
            file.seek(0)
            content = file.read()
            whole = content.rfind(b"\n") + 1
            if _is_round(content[whole:]):
                file.write(b"\n")
                return
            with self.damaged_path.open("ab") as aside:
                aside.write(content[whole:] + b"\n")
            file.truncate(whole)

    def _write(self, line: bytes) -> None:
        with self._open_for_append(self._path) as file:
            before = file.seek(0, os.SEEK_END)
            try:
                _write_synced(file, line)
            except OSError:
                # A full disk takes a part of the line. If it cannot be cut off now, the next append moves it away.
                file.truncate(before)
                raise


def _line(logged: LoggedRound) -> bytes:
    return json.dumps(encode_logged_round(logged), ensure_ascii=False).encode()


def _write_synced(file: FileIO, line: bytes) -> None:
    written = file.write(line)
    if written != len(line):
        raise OSError(f"only {written} of {len(line)} bytes fitted")
    os.fsync(file.fileno())


def _is_round(line: bytes) -> bool:
    try:
        decode_logged_round(parse_json(line))
    except ValueError:
        return False
    return True


def _why(error: OSError) -> str:
    return error.strerror or str(error)
