"""Requests to stop: by Ctrl-C, by another process, or by the end of standard input; for the main thread only."""

from __future__ import annotations

import _thread
import os
import signal
import threading
from contextlib import suppress
from types import FrameType

EXIT_STOPPED = 130
"""Exit code of an interrupted program, as in shells."""


class StopAskedError(KeyboardInterrupt):
    """A stop was requested. Not an ``Exception``, so that no library handles it as one of its own."""


class StopRequest:
    """Raise :class:`StopAskedError` in the main thread, once, after a request to stop.

    Requests are SIGINT, SIGTERM, and the end of standard input, which comes when the parent process closes it or dies:
    Windows has no signal for a program without a console.

    Args:
        with_stdin: Whether the end of standard input is a request.
    """

    def __init__(self, *, with_stdin: bool) -> None:
        self.was_asked = False
        self._before = {number: signal.signal(number, self._on_signal) for number in (signal.SIGINT, signal.SIGTERM)}
        if with_stdin:
            threading.Thread(target=_interrupt_at_end_of_stdin, name="stdin", daemon=True).start()

    def _on_signal(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002 (a signal handler's signature)
        if self.was_asked:
            return  # the clean-up must not be interrupted
        self.was_asked = True
        raise StopAskedError

    def check(self) -> None:
        """Raise again, as an exception in a library's callback may have been swallowed.

        Raises:
            StopAskedError: If a stop was requested.
        """
        if self.was_asked:
            raise StopAskedError

    def close(self) -> None:
        """Restore the signal handlers."""
        for number, handler in self._before.items():
            signal.signal(number, handler)


def _interrupt_at_end_of_stdin() -> None:
    with suppress(OSError):  # not the buffered file: its lock would be held while Python ends
        while os.read(0, 1024):
            pass
    _thread.interrupt_main(signal.SIGTERM)
