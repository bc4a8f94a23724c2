"""Brings a match to the stage, the panel, the loudspeaker and the log."""

from __future__ import annotations

import random
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject

from gesture_app.domain.game.match import MatchPhase, MatchState, Players
from gesture_app.domain.game.rounds import LoggedRound
from gesture_app.domain.game.rules import RoundOutcome
from gesture_app.gui.background.preferences import Preferences
from gesture_app.gui.background.source_controller import SourceController
from gesture_app.gui.play.history_strip import Pair
from gesture_app.gui.play.match_controller import MatchController
from gesture_app.gui.play.match_making import make_match, opponent_name
from gesture_app.gui.play.match_panel import MatchPanel, view_order
from gesture_app.gui.play.opponent_service import OpponentService
from gesture_app.gui.play.opponent_texts import opponent_text
from gesture_app.gui.play.round_log_service import RoundLogService
from gesture_app.gui.play.scenes import Scene, match_scene
from gesture_app.gui.play.sounds import SoundBoard
from gesture_app.gui.play.texts import Names, match_names, round_heading
from gesture_app.settings import PlayMode

_NOBODY = Names("", "", is_person=True)


@dataclass(frozen=True)
class Chance:
    """Where chance and time come from.

    Attributes:
        rng: The computer's chance.
        clock: The clock of the frames.
        now: The time of day, with its offset from UTC.
    """

    rng: random.Random
    clock: Callable[[], float]
    now: Callable[[], datetime]


class MatchPresenter(QObject):
    """Follows the table, and does what the keys ask for.

    Args:
        table: Where the match is played.
        panel: Shows how it stands.
        preferences: What the person chose.
        sources: Knows whether the view is mirrored.
        keeper: Keeps the rounds.
        opponents: Where opponents get ready.
        sounds: Beats and results.
        chance: Where chance and time come from.
        parent: Qt's owner.
    """

    def __init__(
        self,
        table: MatchController,
        panel: MatchPanel,
        *,
        preferences: Preferences,
        sources: SourceController,
        keeper: RoundLogService,
        opponents: OpponentService,
        sounds: SoundBoard,
        chance: Chance,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._table = table
        self._panel = panel
        self._preferences = preferences
        self._sources = sources
        self._keeper = keeper
        self._opponents = opponents
        self._is_awaited = False
        self._sounds = sounds
        self._chance = chance
        self._names = _NOBODY
        self._match_id = ""
        opponents.ready.connect(self._on_opponent_ready)
        opponents.failed.connect(self._on_opponent_failed)
        table.beat_called.connect(self._on_beat)
        table.round_finished.connect(self._on_round_finished)
        table.misthrown.connect(lambda: sounds.play("misthrow"))
        panel.next_button.clicked.connect(self.go_on)
        panel.stop_button.clicked.connect(self.stop)

    @property
    def is_on(self) -> bool:
        """Whether there is a match, running or not."""
        return self._table.match is not None

    @property
    def is_waiting(self) -> bool:
        """Whether the match begins as soon as the opponent is ready."""
        return self._is_awaited

    @property
    def is_divided(self) -> bool:
        """Whether two people share the picture."""
        match = self._table.match
        if match is None:
            return self._preferences.settings.play.mode is PlayMode.TWO_PLAYERS
        return match.settings.players is Players.TWO

    @property
    def expected_rounds(self) -> int:
        """The most rounds that the match can take, draws left out; 0 where that is not known."""
        match = self._table.match
        return 0 if match is None else match.settings.best_of or 0

    def begin(self) -> None:
        """Begin a match with what was chosen."""
        play = self._preferences.settings.play
        match = make_match(play, self._chance.rng, self._keeper.rounds, self._opponents)
        self._is_awaited = match is None
        if match is None:
            self._table.changed.emit()
            return
        opponent = opponent_text(opponent_name(play)).title
        self._names = match_names(match.settings.players, opponent, mirrored=self._sources.mirror)
        self._match_id = uuid.uuid4().hex
        self._table.play(match)

    def go_on(self) -> None:
        """Next round, or another match after the last one."""
        state = self._table.state
        if state is not None and state.phase is MatchPhase.MATCH_OVER:
            self.begin()
        else:
            self._table.go_on()

    def stop(self) -> None:
        """Break the round off; where nothing runs, give the match up."""
        if self._table.is_running:
            self._table.pause()
        else:
            self._table.leave()

    def halves(self) -> tuple[str, str] | None:
        """Who is on the left and the right of the view; None for one person."""
        if not self.is_divided:
            return None
        mirrored = self._sources.mirror
        names = self._names if self.is_on else match_names(Players.TWO, "", mirrored=mirrored)
        left, right = view_order(Players.TWO, mirrored=mirrored)
        return names.both[left], names.both[right]

    def heading(self) -> str:
        """Which round of how many."""
        match, state = self._table.match, self._table.state
        return "" if match is None or state is None else round_heading(state, match.settings)

    def scene(self) -> Scene | None:
        """What is painted over the picture; None without a match."""
        match, state = self._table.match, self._table.state
        if match is None or state is None:
            return None
        return match_scene(state, match.settings, self._names, self._table.trouble)

    def pairs(self) -> list[Pair]:
        """The rounds so far, as they are seen."""
        match = self._table.match
        if match is None:
            return []
        left, right = view_order(match.settings.players, mirrored=self._sources.mirror)
        pairs = []
        for record in match.rounds:
            player = {RoundOutcome.WIN: 0, RoundOutcome.LOSE: 1}.get(record.outcome)
            winner = None if player is None else (left, right).index(player)
            pairs.append(Pair(record.throws[left], record.throws[right], winner, record.reason))
        return pairs

    def refresh(self) -> None:
        """Bring the panel up to date."""
        match, state = self._table.match, self._table.state
        if match is not None and state is not None:
            mirrored = self._sources.mirror
            self._panel.show_match(state, match.settings, self._names, self._table.pictures, mirrored=mirrored)

    def forget(self) -> None:
        """Do not begin when the opponent is ready."""
        self._is_awaited = False

    def _on_opponent_ready(self) -> None:
        if self._is_awaited:
            self.begin()

    def _on_opponent_failed(self) -> None:
        self.forget()
        self._table.changed.emit()

    def _on_beat(self, index: int) -> None:
        state = self._table.state
        if state is not None:
            self._sounds.play("shoot" if index == len(state.words) - 1 else "beat")

    def _on_round_finished(self) -> None:
        state = self._table.state
        if state is None or state.last_round is None:
            return
        played_at = self._chance.now().isoformat(timespec="seconds")
        self._keeper.keep(LoggedRound(self._match_id, played_at, state.last_round))
        self._sounds.play(result_sound(state, self._names))


def result_sound(state: MatchState, names: Names) -> str:
    """The name of the sound for a round that has just ended."""
    if state.winner is not None:
        return "match_won" if state.winner == 0 or not names.is_person else "match_lost"
    if state.last_round is None or state.last_round.outcome is RoundOutcome.DRAW:
        return "draw"
    return "win" if state.last_round.outcome is RoundOutcome.WIN or not names.is_person else "lose"
