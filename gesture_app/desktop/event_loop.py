"""Measures how long the window does not react: the time between two turns of a timer in its thread."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer

TICK_MS = 5
"""Interval of the timer: the shortest gap."""


@dataclass(frozen=True)
class Gap:
    """Time between two turns of the timer.

    A person feels the gap, but on a busy machine much of it is waiting for a core.

    Attributes:
        ms: Length.
        busy_ms: Time in it during which the window's thread was at work, which the program can reduce.
    """

    ms: float
    busy_ms: float


class EventLoopWatch(QObject):
    """Tells each gap between two turns of a timer.

    Args:
        on_gap: Called with each gap, in the thread of the window.
        parent: Qt's owner.
    """

    def __init__(self, on_gap: Callable[[Gap], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on_gap = on_gap
        self._last_s = self._last_busy_s = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._on_tick)

    def start(self) -> None:
        """Begin; the first gap begins now."""
        self._last_s, self._last_busy_s = time.perf_counter(), time.thread_time()
        self._timer.start()

    def stop(self) -> None:
        """End."""
        self._timer.stop()

    def _on_tick(self) -> None:
        now_s, busy_s = time.perf_counter(), time.thread_time()
        gap = Gap((now_s - self._last_s) * 1000, (busy_s - self._last_busy_s) * 1000)
        self._last_s, self._last_busy_s = now_s, busy_s
        self._on_gap(gap)
