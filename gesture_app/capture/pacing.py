"""Delays recorded frames to their original speed."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

_LATEST_S = 0.5
_LONGEST_WAIT_S = 2.0

Clock = Callable[[], float]
"""Returns monotonic seconds."""


class Stop:
    """A stop request that ends the wait of a thread. Safe from any thread.

    A wait can also be ended without a stop, by :meth:`interrupt`.

    Args:
        wait: Waits for the event, up to a number of seconds; tests pass one that does not wait.
    """

    def __init__(self, wait: Callable[[threading.Event, float], bool] | None = None) -> None:
        self._event = threading.Event()
        self._is_requested = False
        self._wait = wait or threading.Event.wait

    @property
    def requested(self) -> bool:
        """Whether a stop was requested."""
        return self._is_requested

    def request(self) -> None:
        """Request a stop."""
        self._is_requested = True
        self._event.set()

    def interrupt(self) -> None:
        """End the current wait, or else the next one, without requesting a stop."""
        self._event.set()

    def rearm(self) -> None:
        """Forget interruptions, so that the next wait lasts; called by the thread that waits."""
        self._event.clear()
        if self._is_requested:  # It may have come in between.
            self._event.set()

    def clear(self) -> None:
        """Remove earlier requests."""
        self._is_requested = False
        self._event.clear()

    def wait(self, timeout_s: float) -> bool:
        """Wait for a request or an interruption, and return whether there is one."""
        return self._wait(self._event, timeout_s)


class Pacer:
    """Holds each frame back until it is due.

    After a short delay the following frames come sooner; after a long one (the computer slept, the reader was busy)
    the schedule is shifted. A reader that is always too slow gets every frame, late.

    Args:
        stop: Stop request, which ends a wait.
        clock: Monotonic seconds.
    """

    def __init__(self, stop: Stop, clock: Clock = time.monotonic) -> None:
        self._stop = stop
        self._clock = clock
        self._start_s: float | None = None

    def restart(self) -> None:
        """Start a new schedule at the next frame, which is due at once."""
        self._start_s = None

    def hold_until(self, time_s: float) -> bool:
        """Wait until a frame is due.

        Args:
            time_s: The frame's ``time_s``.

        Returns:
            True when the frame is due; False after a stop request or an interruption.
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
