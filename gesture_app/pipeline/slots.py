"""A slot between two threads that holds the newest item only."""

from __future__ import annotations

import threading
from typing import Generic, TypeVar

T = TypeVar("T")


class LatestSlot(Generic[T]):
    """Newest wins: a slow reader never makes the writer wait and never reads something old.

    Any thread may call any method. An item is taken once; :meth:`peek` leaves it for the taker.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._item: T | None = None
        self._fresh = False
        self._closed = False
        self._dropped = 0

    @property
    def dropped(self) -> int:
        """How many items were overwritten before anybody took them."""
        with self._changed:
            return self._dropped

    def put(self, item: T) -> None:
        """Replace what is in the slot. Does nothing after :meth:`close`."""
        with self._changed:
            if self._closed:
                return
            self._dropped += self._fresh
            self._item, self._fresh = item, True
            self._changed.notify_all()

    def take(self, timeout_s: float | None = 0.0) -> T | None:
        """The newest item that nobody took yet.

        Args:
            timeout_s: How long to wait for one; None waits for as long as it takes.

        Returns:
            The item, or None when time ran out or the slot was closed.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._fresh or self._closed, timeout_s)
            if not self._fresh or self._closed:
                return None
            self._fresh = False
            return self._item

    def peek(self) -> T | None:
        """The newest item, taken or not; None when there never was one since the last :meth:`clear`."""
        with self._changed:
            return self._item

    def clear(self) -> None:
        """Forget the item, as for a new source. It does not count as dropped."""
        with self._changed:
            self._item, self._fresh = None, False

    def close(self) -> None:
        """Wake every waiting thread with None, for good."""
        with self._changed:
            self._closed = True
            self._item, self._fresh = None, False
            self._changed.notify_all()
