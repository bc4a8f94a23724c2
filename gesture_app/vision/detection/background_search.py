"""Searches a frame for hands while later frames are tracked, so that none of these has to wait."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future, wait

from gesture_app.domain.frames.frame import Hand


class BackgroundSearch:
    """At most one search at a time, in another thread.

    Args:
        executor: Runs the searches; closed with this object.
    """

    def __init__(self, executor: Executor) -> None:
        self._executor = executor
        self._running: Future[list[Hand]] | None = None

    @property
    def is_idle(self) -> bool:
        """Whether no search runs, and the result of the last one was taken."""
        return self._running is None

    def start(self, search: Callable[[], list[Hand]]) -> None:
        """Start a search.

        Raises:
            RuntimeError: If one runs, or the object is closed.
        """
        if self._running is not None:
            raise RuntimeError("a search is running")
        self._running = self._executor.submit(search)

    def take(self) -> list[Hand] | None:
        """The hands that the search found, once it has ended; None before, and after they were taken.

        Raises:
            RuntimeError: If a network failed.
            ValueError: If it refused the frame.
        """
        if self._running is None or not self._running.done():
            return None
        ended, self._running = self._running, None
        return ended.result()

    def drop(self) -> None:
        """Wait for the search that runs, and forget what it found."""
        running, self._running = self._running, None
        if running is not None and not running.cancel():
            wait([running])

    def close(self) -> None:
        """Wait for the search that runs, and end the thread."""
        self._running = None
        self._executor.shutdown(cancel_futures=True)
