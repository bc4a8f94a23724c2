"""A watchdog for threads: writes the stack of one that has been at one thing for too long into the log."""

from __future__ import annotations

import logging
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterable

_log = logging.getLogger(__name__)

CHECK_S = 1.0
"""Seconds between two checks."""


class Heartbeat:
    """Tells that a thread goes on. Beaten by that thread, read by the watchdog's.

    Args:
        limit_s: Seconds without a beat after which the thread counts as stuck.
        clock: Monotonic seconds.
    """

    def __init__(self, limit_s: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.limit_s = limit_s
        self.thread_id: int | None = None
        self._clock = clock
        self._beaten_s: float | None = None

    def beat(self) -> None:
        """Begin the next thing."""
        self.thread_id = threading.get_ident()
        self._beaten_s = self._clock()

    def rest(self) -> None:
        """Wait for something to do, however long that takes."""
        self._beaten_s = None

    def silent_s(self) -> float:
        """Seconds since the last beat; 0 while it rests."""
        beaten_s = self._beaten_s
        return 0.0 if beaten_s is None else self._clock() - beaten_s

    @property
    def is_late(self) -> bool:
        """Whether the thread has not beaten for longer than its limit."""
        return self.silent_s() > self.limit_s


class WatchedThread(threading.Thread):
    """A daemon thread that a watchdog finds by itself.

    Attributes:
        heartbeat: Beaten by the thread before each thing it does.

    Args:
        target: Run in the thread.
        name: Its name, in the log as well.
        limit_s: Seconds that one thing may take.
    """

    def __init__(self, target: Callable[[], object], *, name: str, limit_s: float) -> None:
        super().__init__(target=target, name=name, daemon=True)
        self.heartbeat = Heartbeat(limit_s)

    def run(self) -> None:
        """Run the target; whatever comes after it is not watched."""
        try:
            super().run()
        finally:
            self.heartbeat.rest()


class Watchdog:
    """Looks at the heartbeats each second. A stuck thread is named once, with its stack, and again when it goes on.

    Args:
        own: Heartbeats by name of threads that are no :class:`WatchedThread`, such as the main one.
        threads: Lists the threads of the process.
        interval_s: Seconds between two checks.
    """

    def __init__(
        self,
        own: dict[str, Heartbeat],
        *,
        threads: Callable[[], Iterable[threading.Thread]] = threading.enumerate,
        interval_s: float = CHECK_S,
    ) -> None:
        self._own = own
        self._threads = threads
        self._interval_s = interval_s
        self._stuck: dict[Heartbeat, str] = {}
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._work, name="watchdog", daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def stop(self) -> None:
        """End the thread."""
        self._stop.set()
        self._thread.join()

    def check(self) -> None:
        """Look once."""
        for name, heartbeat in self._watched():
            if heartbeat.is_late and heartbeat not in self._stuck:
                self._stuck[heartbeat] = name
                _log.error(
                    "The thread %r has been at one thing for %.1f s. It is here:\n%s",
                    name,
                    heartbeat.silent_s(),
                    stack_text(heartbeat.thread_id),
                )
        for heartbeat, name in list(self._stuck.items()):
            if not heartbeat.is_late:
                del self._stuck[heartbeat]
                _log.warning("The thread %r goes on.", name)

    def _watched(self) -> list[tuple[str, Heartbeat]]:
        found = [(thread.name, thread.heartbeat) for thread in self._threads() if isinstance(thread, WatchedThread)]
        return [*self._own.items(), *found]

    def _work(self) -> None:
        repeat_until(self._stop, self._interval_s, self.check, "the watchdog")


def repeat_until(stop: threading.Event, interval_s: float, check: Callable[[], None], name: str) -> None:
    """Call a check again and again, also after an error. The first of several errors in a row is logged.

    Args:
        stop: Ends it.
        interval_s: Seconds before each call.
        check: The check.
        name: What is said to have failed.
    """
    has_failed = False
    while not stop.wait(interval_s):
        try:
            check()
            has_failed = False
        except Exception:
            if not has_failed:
                _log.exception("%s failed", name)
            has_failed = True


def stack_text(thread_id: int | None) -> str:
    """The stack of a thread, as a traceback has it.

    Args:
        thread_id: Its identifier; None for a thread that was not started.
    """
    frame = sys._current_frames().get(thread_id or 0)
    return "(it has ended)" if frame is None else "".join(traceback.format_stack(frame)).rstrip()
