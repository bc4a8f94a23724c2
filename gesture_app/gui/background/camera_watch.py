"""Knows which cameras are connected, without making the window wait for a driver."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from gesture_app.gui.background.sources import Camera

_log = logging.getLogger(__name__)

_POLL_MS = 5000
_SETTLE_MS = 1500


class CameraWatch(QObject):
    """The list of cameras, read again in a background thread whenever :meth:`refresh` is called.

    Args:
        list_cameras: Asks the system; may take its time.
        parent: Qt's owner.
    """

    changed = Signal()
    """The list differs from before, or is there for the first time."""

    _listed = Signal()

    def __init__(self, list_cameras: Callable[[], Sequence[Camera]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._list_cameras = list_cameras
        self._lock = threading.Lock()
        self._found: tuple[Camera, ...] = ()
        self._cameras: tuple[Camera, ...] | None = None
        self._thread: threading.Thread | None = None
        self._again = False
        self._stopped = False
        self._listed.connect(self._on_listed, Qt.ConnectionType.QueuedConnection)

    @property
    def cameras(self) -> tuple[Camera, ...] | None:
        """The cameras as last listed; None before the first answer."""
        return self._cameras

    def refresh(self) -> None:
        """Ask the system again, in the background."""
        if self._stopped:
            return
        if self._thread is not None:
            self._again = True
            return
        self._thread = threading.Thread(target=self._list, name="camera-list", daemon=True)
        self._thread.start()

    def stop(self, timeout_s: float = 1.0) -> bool:
        """Ask no more. Returns False when the system still has not answered."""
        self._stopped = True
        thread = self._thread
        if thread is None:
            return True
        thread.join(timeout_s)
        return not thread.is_alive()

    def _list(self) -> None:
        try:
            found = tuple(self._list_cameras())
        except Exception:
            _log.exception("listing the cameras failed")
            found = ()
        with self._lock:
            self._found = found
        if not self._stopped:
            self._listed.emit()

    def _on_listed(self) -> None:
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        with self._lock:
            found = self._found
        before, self._cameras = self._cameras, found
        if before is None or [(c.id, c.name) for c in before] != [(c.id, c.name) for c in found]:
            self.changed.emit()
        if self._again:
            self._again = False
            self.refresh()


def watch_hot_plug(watch: CameraWatch) -> None:
    """Refresh when a camera comes or goes: told by Qt Multimedia, or by looking now and then where that is missing."""
    settle = QTimer(watch, singleShot=True, interval=_SETTLE_MS)
    # Some systems report a camera before its driver answers.
    settle.timeout.connect(watch.refresh)
    try:
        from PySide6.QtMultimedia import QMediaDevices
    except ImportError as error:
        _log.info("no Qt Multimedia (%s): looking for cameras every %d s", error, _POLL_MS // 1000)
        poll = QTimer(watch, interval=_POLL_MS)
        poll.timeout.connect(watch.refresh)
        poll.start()
        return
    devices = QMediaDevices(watch)
    devices.videoInputsChanged.connect(watch.refresh)
    devices.videoInputsChanged.connect(settle.start)
