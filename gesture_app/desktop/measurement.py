"""Measures a start of the window, and how long it does not react: ``gesture-app --measure``, which ``bench`` runs."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer

from gesture_app.desktop.app import DesktopApp
from gesture_app.desktop.event_loop import EventLoopWatch, Gap
from gesture_app.pipeline.speed import percentiles
from gesture_app.process_memory import resident_mb

CLIP_FPS = 60.0
"""Frames a second of the clip while gaps are measured."""
SETTLED_MS = 3000
"""Time from the first label until gaps are measured. By then the pages have loaded their slow parts."""


def print_line(content: dict[str, Any]) -> None:
    """Print an event as a line of JSON, at once: who reads it takes the time."""
    print(json.dumps(content), flush=True)


class WindowMeasurement(QObject):
    """Tells what a starting window reaches, then measures the gaps of its event loop, and closes it.

    Events are ``window`` (its first painting), ``picture`` and ``label`` (the first picture and the first result with a
    hand are handed to the pages of a window that is painted), and ``end`` with the figures.

    Args:
        desktop: The app, before its start. A first start is taken for a later one, so that the first steps do not cover
            the pages.
        seconds: How long to measure gaps; 0 for not at all.
        tell: Called with each event.
        settled_ms: Time from the first label until gaps are measured.
    """

    def __init__(
        self,
        desktop: DesktopApp,
        seconds: float,
        *,
        tell: Callable[[dict[str, Any]], None] = print_line,
        settled_ms: int = SETTLED_MS,
    ) -> None:
        super().__init__(desktop)
        self._desktop = desktop
        self._seconds = seconds
        self._tell = tell
        self._settled_ms = settled_ms
        self._told: set[str] = set()
        self._gaps: list[Gap] = []
        self._watch = EventLoopWatch(self._gaps.append, self)
        desktop.preferences.is_first_start = False
        desktop.window.installEventFilter(self)
        desktop.session.frame_changed.connect(self._on_frame)
        desktop.session.result_changed.connect(self._on_result)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the window is painted."""
        if event.type() is QEvent.Type.Paint and self._tell_once("window"):
            # After the painting, in which the window must not be closed.
            QTimer.singleShot(0, self, self._tell_earlier)
        return super().eventFilter(watched, event)

    def _tell_earlier(self) -> None:
        """Tell what came before there was a window to show it on."""
        if self._desktop.session.frame is not None:
            self._on_frame()
            self._on_result()

    def _on_frame(self) -> None:
        if "window" in self._told:
            self._tell_once("picture")

    def _on_result(self) -> None:
        result = self._desktop.session.result
        if "window" not in self._told or result is None or not result.hands or not self._tell_once("label"):
            return
        if self._seconds:
            QTimer.singleShot(self._settled_ms, self, self._measure_gaps)
        else:
            self._end()

    def _tell_once(self, event: str) -> bool:
        if event in self._told:
            return False
        self._told.add(event)
        self._tell({"event": event})
        return True

    def _measure_gaps(self) -> None:
        self._play_fast()
        self._watch.start()
        QTimer.singleShot(round(self._seconds * 1000), self, self._end)

    def _play_fast(self) -> None:
        playback = self._desktop.session.playback
        state = None if playback is None else playback.state
        if playback is not None and state is not None and state.count and state.duration_s:
            playback.set_speed(CLIP_FPS * state.duration_s / state.count)

    def _end(self) -> None:
        self._watch.stop()
        metrics = self._desktop.session.metrics
        figures: dict[str, Any] = {"event": "end", "resident_mb": resident_mb()}
        if self._gaps:
            figures["gap_ms"] = _spread([gap.ms for gap in self._gaps])
            figures["busy_ms"] = _spread([gap.busy_ms for gap in self._gaps])
            figures["gaps"] = len(self._gaps)
            figures["capture_fps"] = round(metrics.capture_fps, 1)
        self._tell(figures)
        self._desktop.window.close()


def _spread(values: list[float]) -> dict[str, float]:
    return {**percentiles(values), "longest": round(max(values), 1)}
