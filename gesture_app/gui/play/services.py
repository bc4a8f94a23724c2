"""Services of the Play page."""

from __future__ import annotations

from PySide6.QtCore import QObject

from gesture_app.domain.ports import RoundLog
from gesture_app.gui.background.notices import Notices
from gesture_app.gui.play.opponent_service import OpponentService
from gesture_app.gui.play.round_log_service import RoundLogService
from gesture_app.gui.play.sounds import SoundBoard
from gesture_app.resources import ASSETS


class PlayServices(QObject):
    """Builds the services of the page, and stops them.

    Attributes:
        rounds: Reads and writes the log of rounds.
        opponents: Holds the opponents.
        sounds: Plays the sounds of countdown and results.

    Args:
        round_log: The log of rounds.
        notices: Shows errors.
        parent: Parent object.
    """

    def __init__(self, round_log: RoundLog, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rounds = RoundLogService(round_log, notices, parent=self)
        self.opponents = OpponentService(notices, parent=self)
        self.sounds = SoundBoard(ASSETS / "sounds", parent=self)

    def stop(self) -> bool:
        """Stop all threads. Returns False when one is stuck."""
        are_stopped = [part.stop() for part in (self.rounds, self.opponents)]
        return all(are_stopped)
