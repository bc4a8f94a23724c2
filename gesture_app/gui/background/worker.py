"""A background thread that runs tasks one after another and hands their results to the GUI thread."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from gesture_app.domain.message import Message
from gesture_app.errors import GestureAppError, one_line
from gesture_app.watchdog import WatchedThread

_log = logging.getLogger(__name__)

STOP_S = 5.0
"""Seconds that :meth:`Worker.stop` waits for the thread."""

_TASK_LIMIT_S = 60.0
"""Seconds after which the log says where a task is; some, such as an import, take long in good order."""

_HINT = Message("Try it again; if it comes back, start the program anew. The log has the details.")

Finish = Callable[[], None]
"""Uses a task's result; runs in the GUI thread."""

Task = Callable[[], Finish]
"""Runs on the worker's thread, and returns the function that uses its result."""

OnError = Callable[[GestureAppError], None]
"""Handles a task's error; runs in the GUI thread."""


class WorkerFullError(Exception):
    """A worker has as many waiting tasks as it may have."""


@dataclass(frozen=True)
class _Job:
    task: Task
    on_error: OnError
    failure: str


class Worker(QObject):
    """Runs tasks on a thread of its own, in the order in which they were given.

    Used in the GUI thread. The thread begins with the first task and survives every exception: an unforeseen one is
    logged and becomes a :class:`GestureAppError`. Results wait in a queue of the worker; its signal only wakes the GUI
    thread.

    Args:
        name: Name of the thread.
        failure: Beginning of the message about an unforeseen exception, for example "The samples could not be changed".
        most_waiting: Most tasks that may wait; None for no limit.
        parent: Qt's owner.
    """

    failed = Signal(object)
    """A task without an error handler of its own raised this :class:`GestureAppError`."""

    _woken = Signal()

    def __init__(
        self, name: str, failure: str, *, most_waiting: int | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._failure = failure
        self._most_waiting = most_waiting
        self._changed = threading.Condition()
        self._waiting: deque[_Job] = deque()
        self._finished: deque[Finish] = deque()
        self._unfinished = 0
        self._is_stopping = False
        self._thread: WatchedThread | None = None
        self._woken.connect(self._on_woken, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether a task waits or runs, or its result waits for the GUI thread."""
        return self._unfinished > 0

    def run(self, task: Task, on_error: OnError | None = None, *, failure: str = "") -> None:
        """Run a task after those that wait. Does nothing once the worker was stopped.

        Args:
            task: Runs on the thread.
            on_error: Handles the task's error instead of :attr:`failed`.
            failure: Beginning of the message about an unforeseen exception, where this task needs one of its own.

        Raises:
            WorkerFullError: If too many tasks are waiting; this one will not run.
        """
        with self._changed:
            if self._is_stopping:
                _log.debug("%s is stopped and runs no further task", self._name)
                return
            if self._most_waiting is not None and len(self._waiting) >= self._most_waiting:
                raise WorkerFullError(self._name)
            self._waiting.append(_Job(task, on_error or self.failed.emit, failure or self._failure))
            self._unfinished += 1
            self._changed.notify()
        if self._thread is None:
            self._thread = WatchedThread(self._work, name=self._name, limit_s=_TASK_LIMIT_S)
            self._thread.start()

    def stop(self, timeout_s: float = STOP_S) -> bool:
        """Run the waiting tasks, then end the thread.

        Returns:
            False, with the thread's name in the log, if it is still running after ``timeout_s`` seconds.
        """
        with self._changed:
            self._is_stopping = True
            self._changed.notify()
        if self._thread is None:
            return True
        self._thread.join(timeout_s)
        if self._thread.is_alive():
            _log.error("The thread %r is still running %.1f s after it was stopped.", self._name, timeout_s)
            return False
        return True

    def _work(self) -> None:
        assert self._thread is not None
        heartbeat = self._thread.heartbeat
        while (job := self._next_job()) is not None:
            heartbeat.beat()
            finish = _run(job)
            heartbeat.rest()
            with self._changed:
                self._finished.append(finish)
            self._woken.emit()

    def _next_job(self) -> _Job | None:
        """Wait for a task; None once the worker was stopped and has none left."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._is_stopping)
            return self._waiting.popleft() if self._waiting else None

    def _on_woken(self) -> None:
        """Finish one task: if that raises, the results behind it have wake-ups of their own."""
        with self._changed:
            finish = self._finished.popleft()
        self._unfinished -= 1
        finish()


def typed_error(error: Exception, failure: str) -> GestureAppError:
    """The error itself if it is a :class:`GestureAppError`; otherwise a new one, with the traceback in the log.

    Args:
        error: Error of a task.
        failure: Beginning of the message about an unforeseen exception.
    """
    if isinstance(error, GestureAppError):
        return error
    _log.error("%s", failure, exc_info=error)
    return GestureAppError(Message("{failure}: {reason}.").fill(failure=failure, reason=one_line(error)), hint=_HINT)


def _run(job: _Job) -> Finish:
    try:
        return job.task()
    except Exception as error:
        return partial(job.on_error, typed_error(error, job.failure))
