"""A slot between two threads that holds only the newest item."""

from __future__ import annotations

import threading
from typing import Generic, TypeVar

T = TypeVar("T")


class LatestSlot(Generic[T]):
    """Holds the newest item: a slow reader neither delays the writer nor reads an old item.

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
        """Number of items that were replaced before they were taken."""
        with self._changed:
            return self._dropped

    def put(self, item: T) -> None:
        """Replace the item. Does nothing after :meth:`close`."""
        with self._changed:
            if self._closed:
                return
            self._dropped += self._fresh
            self._item, self._fresh = item, True
            self._changed.notify_all()

    def take(self, timeout_s: float | None = 0.0) -> T | None:
        """Take the newest item that was not taken yet.

        Args:
            timeout_s: Maximum wait for one; None waits without limit.

        Returns:
            The item, or None after the timeout or if the slot was closed.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._fresh or self._closed, timeout_s)
            if not self._fresh or self._closed:
                return None
            self._fresh = False
            return self._item

    def peek(self) -> T | None:
        """The newest item, taken or not; None if there was none since the last :meth:`clear`."""
        with self._changed:
            return self._item

    def clear(self) -> None:
        """Remove the item, which does not count as dropped."""
        with self._changed:
            self._item, self._fresh = None, False

    def close(self) -> None:
        """Wake all waiting threads with None. The slot stays empty."""
        with self._changed:
            self._closed = True
            self._item, self._fresh = None, False
            self._changed.notify_all()
