"""Runs a practice on the live results."""

from __future__ import annotations

from PySide6.QtCore import Signal

from gesture_app.domain.game.practice import Practice, PracticePhase, PracticeState
from gesture_app.domain.game.throws import Observation
from gesture_app.gui.play.game_controller import GameController

_RUNNING = frozenset({PracticePhase.ASKED, PracticePhase.SEEN, PracticePhase.MISSED})


class PracticeController(GameController):
    """Runs one practice after another. For the arguments see :class:`GameController`."""

    asked = Signal()
    seen = Signal()
    missed = Signal()
    done = Signal()
    """All questions were asked."""

    practice: Practice | None = None
    """The practice; None before and after."""

    @property
    def state(self) -> PracticeState | None:
        """State of the practice; None before and after."""
        return None if self.practice is None else self.practice.state

    @property
    def is_running(self) -> bool:
        """Whether a question is asked or its result shown."""
        return self.practice is not None and self.practice.state.phase in _RUNNING

    @property
    def expected_hands(self) -> int:
        """See :class:`GameController`."""
        return int(self.practice is not None and self.practice.state.phase is PracticePhase.ASKED)

    def begin(self, practice: Practice) -> None:
        """Begin with the first question."""
        self.practice = practice
        if self._may_begin():
            self._follow(practice.state, practice.start(self._clock()))

    def pause(self, reason: str = "") -> None:
        """Stop the questions. See :class:`GameController`."""
        if self.practice is not None and self.is_running:
            self.pause_reason = reason
            self._follow(self.practice.state, self.practice.stop())

    def leave(self) -> None:
        """End the practice."""
        self.practice = None
        self.pause_reason = ""
        self._update_timer()
        self.changed.emit()

    def _advance(self, now_s: float) -> None:
        if self.practice is not None:
            self._follow(self.practice.state, self.practice.tick(now_s))

    def _observe(self, observation: Observation) -> None:
        if self.practice is not None:
            self._follow(self.practice.state, self.practice.observe(observation))

    def _follow(self, before: PracticeState, state: PracticeState) -> None:
        self._update_timer()
        self.changed.emit()
        if state.phase is before.phase:
            return
        if state.phase is PracticePhase.ASKED:
            self.asked.emit()
        elif state.phase is PracticePhase.SEEN:
            self.seen.emit()
        elif state.phase is PracticePhase.MISSED:
            self.missed.emit()
        elif state.phase is PracticePhase.DONE:
            self.done.emit()
