"""The tournament that is being played, as a JSON file, so that it outlives the program."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from gesture_app.domain.game.tournament import Fixture, Tournament
from gesture_app.domain.message import Message
from gesture_app.errors import GestureAppError
from gesture_app.storage.atomic import write_atomically
from gesture_app.storage.decoding import DecodingError, decode, parse_json, require_version

FILE_NAME = "tournament.json"
"""Name of the file; it lies beside the profiles of players, and is exported and erased with them."""

_VERSION = 1
_MAX_BYTES = 100_000


class TournamentFileError(GestureAppError):
    """The tournament cannot be read or written."""


@dataclass(frozen=True)
class _SavedFixture:
    people: tuple[str, str]
    score: tuple[int, int] | None = None


@dataclass(frozen=True)
class _SavedTournament:
    format_version: int
    people: tuple[str, ...]
    fixtures: tuple[_SavedFixture, ...]


class TournamentFile:
    """Reads and writes one tournament. Used from one thread.

    Args:
        path: The file; made, with its folder, by the first tournament.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> Tournament | None:
        """The tournament; None without one.

        Raises:
            TournamentFileError: If the file is there and cannot be used.
        """
        try:
            data = parse_json(self._path.read_bytes(), max_bytes=_MAX_BYTES)
            require_version(data, "format_version", _VERSION)
            return _tournament(decode(_SavedTournament, data))
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
            raise TournamentFileError(
                Message("The tournament in {path} cannot be read: {reason}.").fill(path=self._path, reason=reason),
                hint=Message("Begin a new one; it replaces the file."),
            ) from error

    def write(self, tournament: Tournament | None) -> None:
        """Keep a tournament in place of the last one; None keeps none.

        Raises:
            TournamentFileError: If the file cannot be written or removed.
        """
        try:
            if tournament is None:
                self._path.unlink(missing_ok=True)
                return
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._path, _encoded(tournament))
        except OSError as error:
            raise TournamentFileError(
                Message("The tournament cannot be kept in {path}: {reason}.").fill(
                    path=self._path, reason=error.strerror or str(error)
                ),
                hint=Message("It goes on all the same. Make room on the disk, or make the folder writable."),
            ) from error

    def forget(self, person: str) -> None:
        """Remove the tournament if a person takes part in it, or if it cannot be read.

        Raises:
            TournamentFileError: If the file cannot be removed.
        """
        try:
            tournament = self.read()
        except TournamentFileError:
            self.write(None)
            return
        if tournament is not None and person in tournament.people:
            self.write(None)

    def rename(self, old: str, new: str) -> None:
        """Give a person another name in the tournament; one that cannot be read stays as it is.

        Raises:
            TournamentFileError: If the file cannot be written.
        """
        try:
            tournament = self.read()
        except TournamentFileError:
            return
        if tournament is not None and old in tournament.people:
            self.write(tournament.renamed(old, new))


def _encoded(tournament: Tournament) -> bytes:
    fixtures = [{"people": list(one.people), "score": one.score and list(one.score)} for one in tournament.fixtures]
    saved = {"format_version": _VERSION, "people": list(tournament.people), "fixtures": fixtures}
    return json.dumps(saved, ensure_ascii=False, indent=2).encode() + b"\n"


def _tournament(saved: _SavedTournament) -> Tournament:
    Tournament.of_people(saved.people)
    played = sorted(tuple(sorted(one.people)) for one in saved.fixtures)
    if played != sorted(tuple(sorted(pair)) for pair in combinations(saved.people, 2)):
        raise DecodingError("not everybody plays everybody once")
    if any(one.score is not None and min(one.score) < 0 for one in saved.fixtures):
        raise DecodingError("nobody wins fewer than no rounds")
    return Tournament(saved.people, tuple(Fixture(one.people, one.score) for one in saved.fixtures))
