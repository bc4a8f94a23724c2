"""Notifies the GUI thread of pipeline events; no frame travels in a signal."""

from __future__ import annotations

import threading
from enum import Flag, auto

from PySide6.QtCore import QObject, Qt, Signal


class EngineEvents(Flag):
    """Events of the engine since the last notification."""

    NONE = 0
    FRAME = auto()
    RESULT = auto()
    STATUS = auto()


class EngineBridge(QObject):
    """An :class:`~gesture_app.pipeline.engine.EngineListener` that notifies the GUI thread, at most once at a time.

    Events that occur before the GUI thread handles a notification join it. A stalled window costs nothing, and pulls
    the newest frame when it continues.
    """

    occurred = Signal(EngineEvents)
    """Emitted in the GUI thread with all events since the last time."""

    _woken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._pending = EngineEvents.NONE
        self._woken.connect(self._on_woken, Qt.ConnectionType.QueuedConnection)

    def frame_ready(self) -> None:
        """A new frame can be pulled. Called from a worker thread."""
        self._add(EngineEvents.FRAME)

    def result_ready(self) -> None:
        """A new result can be pulled. Called from a worker thread."""
        self._add(EngineEvents.RESULT)

    def status_changed(self) -> None:
        """The engine's status has changed. Called from any thread."""
        self._add(EngineEvents.STATUS)

    def _add(self, event: EngineEvents) -> None:
        with self._lock:
            wake = not self._pending
            self._pending |= event
        if wake:
            self._woken.emit()

    def _on_woken(self) -> None:
        with self._lock:
            events, self._pending = self._pending, EngineEvents.NONE
        self.occurred.emit(events)
