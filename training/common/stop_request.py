"""Being asked to stop, by Ctrl-C, by another program, or by the end of standard input; for the main thread only."""

from __future__ import annotations

import _thread
import os
import signal
import threading
from contextlib import suppress
from types import FrameType

EXIT_STOPPED = 130
"""As shells have it for a program that was interrupted."""


class StopAskedError(KeyboardInterrupt):
    """The process is asked to end. Not an ordinary error, so that no library takes it for one of its own."""


class StopRequest:
    """Turns what asks the process to end into :class:`StopAskedError` in the main thread, once.

    Asked for by SIGINT, SIGTERM, or the end of standard input, which comes when the parent closes it or dies: Windows
    has no signal that a program without a console gets.

    Args:
        with_stdin: Whether the end of standard input counts.
    """

    def __init__(self, *, with_stdin: bool) -> None:
        self.was_asked = False
        self._before = {number: signal.signal(number, self._on_signal) for number in (signal.SIGINT, signal.SIGTERM)}
        if with_stdin:
            threading.Thread(target=_interrupt_at_end_of_stdin, name="stdin", daemon=True).start()

    def _on_signal(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002 (a signal handler's signature)
        if self.was_asked:
            return  # what is being cleared away must not be disturbed
        self.was_asked = True
        raise StopAskedError

    def check(self) -> None:
        """Ask again: what is raised within a library's callback may never have got out of it.

        Raises:
            StopAskedError: If the process was asked to end.
        """
        if self.was_asked:
            raise StopAskedError

    def close(self) -> None:
        """Handle signals as before."""
        for number, handler in self._before.items():
            signal.signal(number, handler)


def _interrupt_at_end_of_stdin() -> None:
    with suppress(OSError):  # not the buffered file: its lock would be held while Python ends
        while os.read(0, 1024):
            pass
    _thread.interrupt_main(signal.SIGTERM)
