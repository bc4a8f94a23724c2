"""Plays stored frames at the speed they were recorded with."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

_LATEST_S = 0.5
_LONGEST_WAIT_S = 2.0

Clock = Callable[[], float]
"""Gives monotonic seconds."""


class Stop:
    """A request to stop that a waiting thread notices at once. Safe from any thread.

    Args:
        wait: Waits up to that many seconds for the event; tests put their own here.
    """

    def __init__(self, wait: Callable[[threading.Event, float], bool] | None = None) -> None:
        self._event = threading.Event()
        self._wait = wait or threading.Event.wait

    @property
    def requested(self) -> bool:
        """Whether someone asked to stop."""
        return self._event.is_set()

    def request(self) -> None:
        """Ask to stop."""
        self._event.set()

    def clear(self) -> None:
        """Forget earlier requests."""
        self._event.clear()

    def wait(self, timeout_s: float) -> bool:
        """Wait for a request; whether there is one."""
        return self._wait(self._event, timeout_s)


class Pacer:
    """Holds each frame back until its time has come.

    A short delay is caught up; after a long one (the computer slept, the reader was busy) playing goes on from there
    instead of rushing through what was missed. A reader that is always too slow gets every frame, late.

    Args:
        stop: Ends a wait.
        clock: Monotonic seconds.
    """

    def __init__(self, stop: Stop, clock: Clock = time.monotonic) -> None:
        self._stop = stop
        self._clock = clock
        self._start_s: float | None = None

    def restart(self) -> None:
        """Let the next frame come at once and count from it."""
        self._start_s = None

    def hold_until(self, time_s: float) -> bool:
        """Wait until a frame is due.

        Args:
            time_s: The frame's time in its source.

        Returns:
            Whether the frame may go out; False when asked to stop.
        """
        now_s = self._clock()
        if self._start_s is None:
            self._start_s = now_s - time_s
        ahead_s = self._start_s + time_s - now_s
        if ahead_s < -_LATEST_S:
            self._start_s = now_s - time_s
        elif ahead_s > _LONGEST_WAIT_S:
            # A jump in a damaged file's times must not look like a hang.
            self._start_s -= ahead_s - _LONGEST_WAIT_S
            ahead_s = _LONGEST_WAIT_S
        if ahead_s > 0:
            return not self._stop.wait(ahead_s)
        return not self._stop.requested
