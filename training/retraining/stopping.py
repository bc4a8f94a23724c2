"""How the process that retrains behaves: low priority, a voice on standard output, and an end when it is asked for.

Everything here is the process's own, so only its main thread calls it.
"""

from __future__ import annotations

import _thread
import ctypes
import gc
import os
import signal
import sys
import threading
from contextlib import suppress
from types import FrameType

from gesture_app.domain.retraining import Event, to_line

EXIT_FAILED = 1
EXIT_STOPPED = 130
"""As shells have it for a program that was interrupted."""

_BELOW_NORMAL = 0x4000
"""Windows: BELOW_NORMAL_PRIORITY_CLASS. Source: learn.microsoft.com, SetPriorityClass."""
_NICENESS = 10


class StopAskedError(KeyboardInterrupt):
    """The process is asked to end. Not an ordinary error, so that no library takes it for one of its own."""


class Voice:
    """Writes events to what was standard output; what libraries print goes to standard error from now on."""

    def __init__(self) -> None:
        sys.stdout.flush()
        self._file = os.fdopen(os.dup(1), "w", encoding="ascii", newline="\n")
        os.dup2(2, 1)

    def say(self, event: Event) -> None:
        """Write one event.

        Raises:
            StopAskedError: If nobody listens any more.
        """
        try:
            self._file.write(to_line(event) + "\n")
            self._file.flush()
        except OSError as error:  # a closed pipe; on Windows this is "invalid argument"
            raise StopAskedError from error

    def close(self) -> None:
        """Say no more, and give libraries their standard output back."""
        with suppress(OSError):
            os.dup2(self._file.fileno(), 1)
        with suppress(OSError):
            self._file.close()


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


def give_memory_back() -> None:
    """Give the system what is no longer used: C's allocator keeps it otherwise, beside what comes next."""
    gc.collect()
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):  # another C library than glibc has no such function
            ctypes.CDLL(None).malloc_trim(0)


def lower_priority() -> None:
    """Let everything else on this machine go first; where that is not allowed, go on all the same."""
    if sys.platform == "win32":
        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), _BELOW_NORMAL)
        return
    with suppress(OSError):
        os.nice(_NICENESS)
