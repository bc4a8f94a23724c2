"""A thread that does one thing after another, and brings what is left to do back to the GUI thread."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from gesture_app.errors import GestureAppError, one_line

_log = logging.getLogger(__name__)

_STOP_S = 5.0

Task = Callable[[], Callable[[], None]]
"""Does what takes long; returns what is left to do in the GUI thread."""


class Worker(QObject):
    """Begins with its first task. Used in the GUI thread.

    Args:
        name: The thread's name.
        what: What is being worked on, for the message about an error that nobody foresaw.
        parent: Qt's owner.
    """

    failed = Signal(object)
    """A task ended with this ``GestureAppError``."""

    _done = Signal(object)

    def __init__(self, name: str, what: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._what = what
        self._tasks: queue.SimpleQueue[Task | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)

    def run(self, task: Task) -> None:
        """Do something after what was asked before."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name=self._name, daemon=True)
            self._thread.start()
        self._tasks.put(task)

    def stop(self) -> bool:
        """Do what was asked, and end. Returns False when it is stuck."""
        if self._thread is None:
            return True
        self._tasks.put(None)
        self._thread.join(_STOP_S)
        is_stopped = not self._thread.is_alive()
        self._thread = None
        return is_stopped

    def _work(self) -> None:
        while (task := self._tasks.get()) is not None:
            try:
                self._done.emit(task())
            except GestureAppError as error:
                self._done.emit(error)
            except Exception as error:
                _log.exception("work on the %s failed", self._what)
                hint = "Try it again; if it comes back, start the program anew. The log has the details."
                self._done.emit(
                    GestureAppError(f"The {self._what} could not be changed: {one_line(error)}.", hint=hint)
                )

    def _on_done(self, done: Callable[[], None] | GestureAppError) -> None:
        if isinstance(done, GestureAppError):
            self.failed.emit(done)
        else:
            done()
