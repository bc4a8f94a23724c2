"""Carries the pipeline's news to the GUI thread without carrying any frame."""

from __future__ import annotations

import threading
from enum import Flag, auto

from PySide6.QtCore import QObject, Qt, Signal


class News(Flag):
    """What has happened since the GUI thread last looked."""

    NOTHING = 0
    FRAME = auto()
    RESULT = auto()
    STATUS = auto()


class EngineBridge(QObject):
    """An :class:`~gesture_app.pipeline.engine.EngineListener` that wakes the GUI thread, at most once at a time.

    The worker threads note what happened and post one wake-up without payload; further news before the GUI thread gets
    to it joins the same wake-up. So a stalled window costs nothing, and it pulls the newest frame when it is back.
    """

    news = Signal(News)
    """Emitted in the GUI thread with everything that happened since the last time."""

    _woken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._pending = News.NOTHING
        self._woken.connect(self._on_woken, Qt.ConnectionType.QueuedConnection)

    def frame_ready(self) -> None:
        """A new frame can be pulled. Called from a worker thread."""
        self._note(News.FRAME)

    def result_ready(self) -> None:
        """A new result can be pulled. Called from a worker thread."""
        self._note(News.RESULT)

    def status_changed(self) -> None:
        """The engine's status has changed. Called from any thread."""
        self._note(News.STATUS)

    def _note(self, news: News) -> None:
        with self._lock:
            wake = not self._pending
            self._pending |= news
        if wake:
            self._woken.emit()

    def _on_woken(self) -> None:
        with self._lock:
            news, self._pending = self._pending, News.NOTHING
        self.news.emit(news)
