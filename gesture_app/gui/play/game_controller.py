"""Where a game meets the pictures: what matches and practice have in common."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from gesture_app.domain.frames.frame import FrameResult
from gesture_app.domain.game.throws import Observation, SeenHand
from gesture_app.gui.background.session import EngineSession, obstacle

_TICK_MS = 33


class GameController(QObject):
    """Feeds a game with each result once and with time, and pauses it where there is nothing to play on.

    Used in the GUI thread. Classes above it say what the game is.

    Args:
        session: Whose results are played on.
        clock: The clock of ``captured_s``.
        parent: Qt's owner.
    """

    changed = Signal()
    """There may be something else to show."""

    def __init__(self, session: EngineSession, *, clock: Callable[[], float], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._clock = clock
        self.trouble = ""
        self._ticks = QTimer(self)
        self._ticks.setInterval(_TICK_MS)
        self._ticks.setTimerType(Qt.TimerType.PreciseTimer)
        self._ticks.timeout.connect(self._on_tick)
        session.result_changed.connect(self._on_result)
        session.status_changed.connect(self._on_status_changed)
        session.source_changed.connect(self._on_source_changed)

    @property
    def is_running(self) -> bool:
        """Whether time and pictures make a difference."""
        raise NotImplementedError

    @property
    def obstacle(self) -> str:
        """Why nothing can be played now; empty if it can."""
        return obstacle(self._session.status, is_restarting=self._session.is_restarting)

    def pause(self, trouble: str = "") -> None:
        """Break off what runs, and wait.

        Args:
            trouble: What stopped it, if not the person.
        """
        raise NotImplementedError

    def _tick(self, now_s: float) -> None:
        raise NotImplementedError

    def _observe(self, observation: Observation) -> None:
        raise NotImplementedError

    def _may_begin(self) -> bool:
        """Whether there are pictures to play on; says so where there are none."""
        self.trouble = self.obstacle
        if self.trouble:
            self.changed.emit()
        return not self.trouble

    def _keep_time(self) -> None:
        """Let the timer run as long as the game does."""
        if self.is_running and not self._ticks.isActive():
            self._ticks.start()
        elif not self.is_running:
            self._ticks.stop()

    def _on_tick(self) -> None:
        self._tick(self._clock())

    def _on_result(self) -> None:
        result = self._session.result
        if result is not None and self.is_running:
            self._observe(observation_of(result))

    def _on_source_changed(self) -> None:
        self.pause("Another source was chosen.")
        self.changed.emit()

    def _on_status_changed(self) -> None:
        trouble = self.obstacle
        if trouble:
            self.pause(trouble)
        else:
            self.trouble = ""
        self.changed.emit()


def observation_of(result: FrameResult) -> Observation:
    """What a result shows, as the game wants it."""
    width_px = result.resolution_wh[0]
    hands = tuple(
        SeenHand(
            reading.prediction.gesture,
            min(1.0, max(0.0, reading.prediction.confidence)),
            min(1.0, max(0.0, reading.hand.center_px[0] / width_px)),
        )
        for reading in result.hands
    )
    return Observation(result.captured_s, hands)
