"""Services of the Play page."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from gesture_app.domain.game.opponent_ladder import unlocked_opponents
from gesture_app.domain.ports import PlayerProfiles, RoundLog
from gesture_app.gui.background.notices import Notices
from gesture_app.gui.background.preferences import Preferences
from gesture_app.gui.play.achievement_service import AchievementService
from gesture_app.gui.play.habit_service import HabitService
from gesture_app.gui.play.opponent_service import OpponentService
from gesture_app.gui.play.picture_service import PictureService
from gesture_app.gui.play.player_service import PlayerService
from gesture_app.gui.play.round_log_service import RoundLogService
from gesture_app.gui.play.rule_service import RuleService
from gesture_app.gui.play.sounds import SoundBoard
from gesture_app.gui.play.tournament_keeper import TournamentKeeper
from gesture_app.resources import ASSETS
from gesture_app.storage.rule_files import RuleFolder
from gesture_app.storage.tournament_file import TournamentFile


@dataclass(frozen=True)
class PlayBackend:
    """Implementations that the page works with.

    Attributes:
        rounds: The log of rounds.
        profiles: The profiles of players.
        rules: The own rules of the user.
        tournament: The tournament that is being played.
    """

    rounds: RoundLog
    profiles: PlayerProfiles
    rules: RuleFolder
    tournament: TournamentFile


class PlayServices(QObject):
    """Builds the services of the page, and stops them.

    Attributes:
        rounds: Reads and writes the log of rounds.
        players: Knows the people who play.
        achievements: Counts the achievements of the first player.
        tournament: Keeps the tournament.
        rules: The own rules of the user.
        habits: Computes the habits of the player.
        opponents: Holds the opponents.
        sounds: Plays the sounds of countdown and results.
        pictures: Writes pictures that the user keeps.

    Args:
        backend: The files.
        preferences: Says who plays.
        notices: Shows errors.
        parent: Parent object.
    """

    def __init__(
        self,
        backend: PlayBackend,
        preferences: Preferences,
        notices: Notices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.rules = RuleService(backend.rules, notices, parent=self)
        self.rounds = RoundLogService(backend.rounds, notices, parent=self)
        self.players = PlayerService(backend.profiles, self.rounds, notices, parent=self)
        self.tournament = TournamentKeeper(backend.tournament, self.players)
        self.achievements = AchievementService(self.rounds, preferences, notices, parent=self)
        self.habits = HabitService(notices, parent=self)
        self.opponents = OpponentService(notices, parent=self)
        self.pictures = PictureService(notices, parent=self)
        self.sounds = SoundBoard(ASSETS / "sounds", parent=self)

    def load(self) -> None:
        """Read rounds, players and the tournament, once."""
        for part in (self.rounds, self.players, self.tournament):
            part.load()

    def unlocked(self, person: str) -> tuple[str, ...]:
        """Names of the opponents that a person may play against."""
        return unlocked_opponents(self.rounds.rounds, person)

    def stop(self) -> bool:
        """Stop all threads. Returns False when one is stuck."""
        parts = (self.rounds, self.players, self.achievements, self.opponents, self.pictures, self.rules, self.habits)
        are_stopped = [part.stop() for part in parts]
        return all(are_stopped)
