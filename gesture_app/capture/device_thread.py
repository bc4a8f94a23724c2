"""Runs calls into a driver in a thread of their own, so that nobody has to wait for one that hangs."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar, cast

_T = TypeVar("_T")


class CallInterruptedError(Exception):
    """The wait for a call was given up because of ``DeviceThread.interrupt``; the call may still be running."""


class CallTimedOutError(Exception):
    """A call took too long; it may still be running."""


@dataclass
class _Call(Generic[_T]):
    work: Callable[[], _T]
    result: list[_T] = field(default_factory=list)
    error: Exception | None = None
    is_done: bool = False


class DeviceThread:
    """One thread that makes the calls to one device, one after the other.

    OpenCV's ``read`` cannot be interrupted, and ``release`` from another thread crashes while it runs. So all calls for
    a device are made here; who waits for one can stop waiting. A call that nobody waits for any more still finishes,
    and the calls handed in later, at least the one that releases the device, come after it.

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
        """Run something in the thread and wait for its result.

        Raises:
            CallInterruptedError: If ``interrupt`` was or is called.
            CallTimedOutError: If there is no result in time.
            Exception: Whatever ``work`` raised.
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
        """End the present wait and refuse later ones. Safe from any thread."""
        with self._changed:
            self._interrupted = True
            self._changed.notify_all()

    def finish(self, release: Callable[[], None], *, idle_timeout_s: float, busy_timeout_s: float) -> bool:
        """Hand in the last call and wait a little for it.

        Args:
            release: Gives the device back.
            idle_timeout_s: How long to wait where only ``release`` is left to do.
            busy_timeout_s: How long to wait where another call hangs.

        Returns:
            Whether the device was given back in time. If not, that happens as soon as the call that hangs returns.
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
