"""Feeds a game with frames and time: the base of matches and practice."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from gesture_app.domain.game.throws import Observation
from gesture_app.gui.background.session import EngineSession, obstacle
from gesture_app.gui.translation import tr

_TICK_MS = 33


class GameController(QObject):
    """Feeds a game with each result once and with the time, and pauses it if the source fails.

    Used in the GUI thread. Subclasses hold the game.

    Args:
        session: Source of frames and results.
        clock: The clock of ``captured_s``.
        parent: Qt's owner.
    """

    changed = Signal()
    """The game may have another state."""

    def __init__(self, session: EngineSession, *, clock: Callable[[], float], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._clock = clock
        self.pause_reason = ""
        """Reason for the last pause, until the game goes on; empty if the person asked for it."""
        self._ticks = QTimer(self)
        self._ticks.setInterval(_TICK_MS)
        self._ticks.setTimerType(Qt.TimerType.PreciseTimer)
        self._ticks.timeout.connect(self.tick)
        session.result_changed.connect(self._on_result)
        session.status_changed.connect(self._on_status_changed)
        session.source_changed.connect(self._on_source_changed)

    @property
    def is_running(self) -> bool:
        """Whether frames and time change the game."""
        raise NotImplementedError

    @property
    def expected_hands(self) -> int:
        """Number of hands that are in view now if everybody plays; 0 while that cannot be said."""
        raise NotImplementedError

    @property
    def obstacle(self) -> str:
        """Reason why nothing can be played now; empty if there is none."""
        return obstacle(self._session.status, is_restarting=self._session.is_restarting)

    def pause(self, reason: str = "") -> None:
        """Break off and wait.

        Args:
            reason: Reason for the pause; empty if the person asked for it.
        """
        raise NotImplementedError

    def _advance(self, now_s: float) -> None:
        raise NotImplementedError

    def _observe(self, observation: Observation) -> None:
        raise NotImplementedError

    @property
    def is_ticking(self) -> bool:
        """Whether the timer runs."""
        return self._ticks.isActive()

    def tick(self) -> None:
        """Advance the game to the present; called by the timer while the game runs."""
        self._advance(self._clock())

    def _may_begin(self) -> bool:
        """Whether there are frames to play on; otherwise sets the reason."""
        self.pause_reason = self.obstacle
        if self.pause_reason:
            self.changed.emit()
        return not self.pause_reason

    def _update_timer(self) -> None:
        """Run the timer only while the game runs, and let missing hands be looked for only then."""
        self._session.expect_hands(self.expected_hands)
        if self.is_running and not self._ticks.isActive():
            self._ticks.start()
        elif not self.is_running:
            self._ticks.stop()

    def _on_result(self) -> None:
        result = self._session.result
        if result is not None and self.is_running:
            self._observe(Observation.of(result, result.captured_s))

    def _on_source_changed(self) -> None:
        self.pause(tr("Another source was chosen."))
        self.changed.emit()

    def _on_status_changed(self) -> None:
        obstacle = self.obstacle
        if obstacle:
            self.pause(obstacle)
        else:
            self.pause_reason = ""
        self.changed.emit()
