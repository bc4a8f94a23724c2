"""The table at which one practises."""

from __future__ import annotations

from PySide6.QtCore import Signal

from gesture_app.domain.game.practice import Practice, PracticePhase, PracticeState
from gesture_app.domain.game.throws import Observation
from gesture_app.gui.play.game_controller import GameController

_RUNNING = frozenset({PracticePhase.ASKED, PracticePhase.SEEN, PracticePhase.MISSED})


class PracticeController(GameController):
    """Asks for gestures. For the arguments see :class:`GameController`."""

    asked = Signal()
    seen = Signal()
    missed = Signal()

    practice: Practice | None = None
    """The practice; None before and after."""

    @property
    def state(self) -> PracticeState | None:
        """What there is to show."""
        return None if self.practice is None else self.practice.state

    @property
    def is_running(self) -> bool:
        """Whether a question is asked or its result shown."""
        return self.practice is not None and self.practice.state.phase in _RUNNING

    def begin(self, practice: Practice) -> None:
        """Ask the first question."""
        self.practice = practice
        if self._may_begin():
            self._follow(practice.state, practice.start(self._clock()))

    def pause(self, trouble: str = "") -> None:
        """Break off. See :class:`GameController`."""
        if self.practice is not None and self.is_running:
            self.trouble = trouble
            self._follow(self.practice.state, self.practice.stop())

    def leave(self) -> None:
        """End the practice."""
        self.practice = None
        self.trouble = ""
        self._keep_time()
        self.changed.emit()

    def _tick(self, now_s: float) -> None:
        if self.practice is not None:
            self._follow(self.practice.state, self.practice.tick(now_s))

    def _observe(self, observation: Observation) -> None:
        if self.practice is not None:
            self._follow(self.practice.state, self.practice.observe(observation))

    def _follow(self, before: PracticeState, state: PracticeState) -> None:
        self._keep_time()
        self.changed.emit()
        if state.phase is before.phase:
            return
        if state.phase is PracticePhase.ASKED:
            self.asked.emit()
        elif state.phase is PracticePhase.SEEN:
            self.seen.emit()
        elif state.phase is PracticePhase.MISSED:
            self.missed.emit()
