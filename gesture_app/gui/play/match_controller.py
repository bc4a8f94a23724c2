"""The table at which matches are played."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage

from gesture_app.domain.game.match import Match, MatchPhase, MatchState, Players
from gesture_app.domain.game.throws import Observation
from gesture_app.gui.play.game_controller import GameController
from gesture_app.gui.play.throw_image import hand_picture

_RUNNING = frozenset({MatchPhase.COUNTDOWN, MatchPhase.SHOOT, MatchPhase.REVEAL, MatchPhase.MISTHROW})

Pictures = tuple[QImage | None, QImage | None]


class MatchController(GameController):
    """Plays one match after another, and keeps the picture of each hand at its lock.

    For the arguments see :class:`GameController`.
    """

    beat_called = Signal(int)
    """A word of the countdown was called, "shoot!" included."""

    round_finished = Signal()
    misthrown = Signal()

    match: Match | None = None
    """The match being played; None between matches."""

    pictures: Pictures = (None, None)
    """The hands of the round, as captured when their throws were locked."""

    @property
    def state(self) -> MatchState | None:
        """What there is to show."""
        return None if self.match is None else self.match.state

    @property
    def is_running(self) -> bool:
        """Whether a round is played or shown."""
        return self.match is not None and self.match.state.phase in _RUNNING

    def play(self, match: Match) -> None:
        """Sit down to another match, and begin its first round."""
        self.match = match
        self.pictures = (None, None)
        self.go_on()

    def go_on(self) -> None:
        """Begin the next round, cutting short what is on show."""
        if self.match is not None and self._may_begin():
            self._follow(self.match.state, self.match.start_round(self._clock()))

    def pause(self, trouble: str = "") -> None:
        """Break the round off; the score stays. See :class:`GameController`."""
        if self.match is not None and self.is_running:
            self.trouble = trouble
            self._follow(self.match.state, self.match.stop())

    def leave(self) -> None:
        """Give the match up."""
        self.match = None
        self.trouble = ""
        self._keep_time()
        self.changed.emit()

    def _tick(self, now_s: float) -> None:
        if self.match is not None:
            self._follow(self.match.state, self.match.tick(now_s))

    def _observe(self, observation: Observation) -> None:
        if self.match is not None:
            self._follow(self.match.state, self.match.observe(observation))

    def _follow(self, before: MatchState, state: MatchState) -> None:
        """Tell what has happened between two states."""
        self._keep_time()
        if state.phase is MatchPhase.COUNTDOWN and before.phase is not MatchPhase.COUNTDOWN:
            self.pictures = (None, None)
        self._freeze(before, state)
        self.changed.emit()
        if state.beat_index is not None and state.beat_index != before.beat_index:
            self.beat_called.emit(state.beat_index)
        if state.last_round is not before.last_round:
            self.round_finished.emit()
        if state.phase is MatchPhase.MISTHROW and before.phase is not MatchPhase.MISTHROW:
            self.misthrown.emit()

    def _freeze(self, before: MatchState, state: MatchState) -> None:
        frame, result = self._session.frame, self._session.result
        if frame is None or result is None or state.locked == before.locked or self.match is None:
            return
        pictures = list(self.pictures)
        for player, (was_locked, is_locked) in enumerate(zip(before.locked, state.locked, strict=True)):
            if is_locked and not was_locked:
                half = player if self.match.settings.players is Players.TWO else None
                pictures[player] = hand_picture(frame, result, half)
        self.pictures = (pictures[0], pictures[1])
