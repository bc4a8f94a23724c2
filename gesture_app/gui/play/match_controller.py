"""Plays matches on the live results."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage

from gesture_app.domain.game.match import Match, MatchPhase, MatchState
from gesture_app.domain.game.throws import Observation
from gesture_app.gui.play.game_controller import GameController
from gesture_app.gui.play.throw_image import throw_image

_RUNNING = frozenset(MatchPhase) - {MatchPhase.IDLE, MatchPhase.MATCH_OVER}

ThrowImages = tuple[QImage | None, QImage | None]


class MatchController(GameController):
    """Plays one match after another, and stores an image of each hand at its lock.

    For the arguments see :class:`GameController`.
    """

    beat_called = Signal(int)
    """A word of the countdown was called, "shoot!" included."""

    round_finished = Signal()
    misthrown = Signal()

    match: Match | None = None
    """The match; None between matches."""

    images: ThrowImages = (None, None)
    """Images of the players' hands, as captured when their throws were locked."""

    @property
    def state(self) -> MatchState | None:
        """State of the match; None between matches."""
        return None if self.match is None else self.match.state

    @property
    def is_running(self) -> bool:
        """Whether a round is played or shown."""
        return self.match is not None and self.match.state.phase in _RUNNING

    @property
    def expected_hands(self) -> int:
        """See :class:`GameController`."""
        return 0 if self.match is None else self.match.expected_hands

    def play(self, match: Match) -> None:
        """Begin another match with its first round."""
        self.match = match
        self.images = (None, None)
        self.go_on()

    def go_on(self) -> None:
        """Begin the next round; a shown result is cut short."""
        if self.match is not None and self._may_begin():
            self._follow(self.match.state, self.match.start_round(self._clock()))

    def answer(self, *, is_right: bool) -> None:
        """Answer the question for a doubtful throw; without one nothing happens."""
        if self.match is not None:
            self._follow(self.match.state, self.match.answer(self._clock(), is_right=is_right))

    def pause(self, reason: str = "") -> None:
        """Break the round off; the score stays. See :class:`GameController`."""
        if self.match is not None and self.is_running:
            self.pause_reason = reason
            self._follow(self.match.state, self.match.stop())

    def end(self) -> bool:
        """End an endless match with its result. Returns whether there is one to show now."""
        if self.match is None:
            return False
        before, state = self.match.state, self.match.end()
        self._follow(before, state)
        return state.phase is not before.phase

    def rename(self, old: str, new: str) -> None:
        """Give a player of the match another name."""
        if self.match is not None:
            self.match.rename(old, new)
            self.changed.emit()

    def leave(self) -> None:
        """Forget the match."""
        self.match = None
        self.pause_reason = ""
        self._update_timer()
        self.changed.emit()

    def _advance(self, now_s: float) -> None:
        if self.match is not None:
            self._follow(self.match.state, self.match.tick(now_s))

    def _observe(self, observation: Observation) -> None:
        if self.match is not None:
            self._follow(self.match.state, self.match.observe(observation))

    def _follow(self, before: MatchState, state: MatchState) -> None:
        """Emit the signals of the changes between two states."""
        self._update_timer()
        if state.phase is MatchPhase.COUNTDOWN and before.phase is not MatchPhase.COUNTDOWN:
            self.images = (None, None)
        self._store_images(before, state)
        self.changed.emit()
        if state.beat_index is not None and state.beat_index != before.beat_index:
            self.beat_called.emit(state.beat_index)
        if state.last_round is not before.last_round:
            self.round_finished.emit()
        if state.phase is MatchPhase.MISTHROW and before.phase is not MatchPhase.MISTHROW:
            self.misthrown.emit()

    def _store_images(self, before: MatchState, state: MatchState) -> None:
        frame, result = self._session.frame, self._session.result
        if frame is None or result is None or state.locked == before.locked or self.match is None:
            return
        images = list(self.images)
        for player, (was_locked, is_locked) in enumerate(zip(before.locked, state.locked, strict=True)):
            if is_locked and not was_locked:
                images[player] = throw_image(frame, result, self.match.hand_of(player))
        self.images = (images[0], images[1])
