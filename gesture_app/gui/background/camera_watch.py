"""Lists the connected cameras on a background thread."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from gesture_app.errors import GestureAppError
from gesture_app.gui.background.sources import Camera
from gesture_app.gui.background.worker import Finish, Worker
from gesture_app.gui.translation import tr

_log = logging.getLogger(__name__)

_POLL_MS = 5000
_SETTLE_MS = 1500
_STOP_S = 1.0
"""A driver that does not answer is not waited for any longer when the program ends."""


class CameraWatch(QObject):
    """The list of cameras, read again in the background by :meth:`refresh`.

    Args:
        list_cameras: Asks the system; may take seconds.
        parent: Qt's owner.
    """

    changed = Signal()
    """The list differs from the last one, or is the first."""

    failed = Signal(object)
    """The cameras could not be listed: a ``GestureAppError``. Emitted for the first of several failures in a row."""

    def __init__(self, list_cameras: Callable[[], Sequence[Camera]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._list_cameras = list_cameras
        self._cameras: tuple[Camera, ...] | None = None
        self._is_outdated = False
        self._has_failed = False
        self._worker = Worker("camera-list", tr("The cameras could not be listed"), parent=self)

    @property
    def cameras(self) -> tuple[Camera, ...] | None:
        """The cameras of the last answer; None before the first."""
        return self._cameras

    def refresh(self) -> None:
        """Ask the system again, in the background."""
        if self._worker.is_busy:
            self._is_outdated = True
        else:
            self._worker.run(self._list, self._on_failed)

    def stop(self, timeout_s: float = _STOP_S) -> bool:
        """End the thread. Returns False when the system does not answer."""
        return self._worker.stop(timeout_s)

    def _list(self) -> Finish:
        found = tuple(self._list_cameras())
        return lambda: self._on_listed(found)

    def _on_listed(self, found: tuple[Camera, ...]) -> None:
        self._has_failed = False
        self._take_over(found)

    def _on_failed(self, error: GestureAppError) -> None:
        self._take_over(())
        if not self._has_failed:
            self._has_failed = True
            self.failed.emit(error)

    def _take_over(self, found: tuple[Camera, ...]) -> None:
        before, self._cameras = self._cameras, found
        if before is None or [(c.id, c.name) for c in before] != [(c.id, c.name) for c in found]:
            self.changed.emit()
        if self._is_outdated:
            self._is_outdated = False
            self.refresh()


def watch_hot_plug(watch: CameraWatch) -> None:
    """Refresh when a camera comes or goes, by Qt Multimedia's signal or, where that is missing, by polling."""
    settle = QTimer(watch, singleShot=True, interval=_SETTLE_MS)
    # Some systems report a camera before its driver answers.
    settle.timeout.connect(watch.refresh)
    try:
        from PySide6.QtMultimedia import QMediaDevices
    except ImportError as error:
        _log.info("no Qt Multimedia (%s): listing the cameras every %d s", error, _POLL_MS // 1000)
        poll = QTimer(watch, interval=_POLL_MS)
        poll.timeout.connect(watch.refresh)
        poll.start()
        return
    devices = QMediaDevices(watch)
    devices.videoInputsChanged.connect(watch.refresh)
    devices.videoInputsChanged.connect(settle.start)
