"""Runs driver calls in a separate thread, so that callers can abandon one that hangs."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar, cast

_T = TypeVar("_T")


class CallInterruptedError(Exception):
    """``DeviceThread.interrupt`` ended the wait for a call, which may still be running."""


class CallTimedOutError(Exception):
    """A call took too long; it may still be running."""


@dataclass
class _Call(Generic[_T]):
    work: Callable[[], _T]
    result: list[_T] = field(default_factory=list)
    error: Exception | None = None
    is_done: bool = False


class DeviceThread:
    """A thread that runs the calls to one device, one after the other.

    OpenCV's ``read`` cannot be interrupted, and ``release`` from another thread crashes while it runs. So all calls to
    a device run in this thread, and callers can stop waiting. An abandoned call still finishes; later calls, such as
    the one that releases the device, run after it.

    Args:
        name: The thread's name, for debugging.
    """

    def __init__(self, name: str) -> None:
        self._calls: queue.SimpleQueue[_Call[object] | None] = queue.SimpleQueue()
        self._changed = threading.Condition()
        self._interrupted = False
        self._pending = 0
        # A driver that hangs must not keep the program from ending.
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def call(self, work: Callable[[], _T], *, timeout_s: float) -> _T:
        """Run a call in the thread and wait for its result.

        Raises:
            CallInterruptedError: If ``interrupt`` was called before or meanwhile.
            CallTimedOutError: If there is no result within the timeout.
            Exception: The exception of ``work``.
        """
        call = _Call(work)
        with self._changed:
            if self._interrupted:
                raise CallInterruptedError
            self._pending += 1
            self._calls.put(cast("_Call[object]", call))
            self._changed.wait_for(lambda: call.is_done or self._interrupted, timeout_s)
            if call.is_done:
                if call.error is not None:
                    raise call.error
                return call.result[0]
            if self._interrupted:
                raise CallInterruptedError
            raise CallTimedOutError

    def interrupt(self) -> None:
        """End the current wait and refuse later calls. Safe from any thread."""
        with self._changed:
            self._interrupted = True
            self._changed.notify_all()

    def finish(self, release: Callable[[], None], *, idle_timeout_s: float, busy_timeout_s: float) -> bool:
        """Run the last call and end the thread.

        Args:
            release: Releases the device.
            idle_timeout_s: Timeout if no other call is pending.
            busy_timeout_s: Timeout if another call is pending, which may hang.

        Returns:
            Whether the device was released in time. If not, it is released when the pending call returns.
        """
        with self._changed:
            is_busy = self._pending > 0
            self._pending += 1
            self._calls.put(_Call(cast("Callable[[], object]", release)))
            self._calls.put(None)
        self._thread.join(busy_timeout_s if is_busy else idle_timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while (call := self._calls.get()) is not None:
            try:
                call.result.append(call.work())
            except Exception as error:
                call.error = error  # Raised again where someone waits for it.
            with self._changed:
                call.is_done = True
                self._pending -= 1
                self._changed.notify_all()
