"""Keeps the tournament on the disk, so that it outlives the program."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from gesture_app.domain.game.tournament import Tournament
from gesture_app.gui.background.worker import Finish
from gesture_app.gui.play.player_service import PlayerService
from gesture_app.storage.tournament_file import TournamentFile


class TournamentKeeper(QObject):
    """Reads the tournament once, and writes each of its states. Used in the GUI thread; errors become notices.

    Args:
        file: The file; only the thread of the players uses it, whose files lie beside it.
        players: The players.
    """

    loaded = Signal(object)
    """The tournament of an earlier day was read: a ``Tournament``."""

    forgotten = Signal(str)
    """A tournament with this person was erased; an empty name for any tournament."""

    renamed = Signal(str, str)
    """A person has another name: the old name and the new one."""

    def __init__(self, file: TournamentFile, players: PlayerService) -> None:
        super().__init__(players)
        self._file = file
        self._players = players
        self._is_loaded = False
        players.erased.connect(self._on_erased)
        players.renamed.connect(self._on_renamed)

    def load(self) -> None:
        """Read the tournament, once."""
        if not self._is_loaded:
            self._is_loaded = True
            self._players.run(self._read)

    def keep(self, tournament: Tournament | None) -> None:
        """Write a state of the tournament; None keeps none."""
        self._is_loaded = True

        def task() -> Finish:
            self._file.write(tournament)
            return lambda: None

        self._players.run(task)

    def _read(self) -> Finish:
        tournament = self._file.read()
        return lambda: None if tournament is None else self.loaded.emit(tournament)

    def _on_erased(self, person: str) -> None:
        def task() -> Finish:
            if person:
                self._file.forget(person)
            else:
                self._file.write(None)
            return lambda: self.forgotten.emit(person)

        self._players.run(task)

    def _on_renamed(self, old: str, new: str) -> None:
        def task() -> Finish:
            self._file.rename(old, new)
            return lambda: self.renamed.emit(old, new)

        self._players.run(task)
