"""How the process that retrains behaves: low priority, a voice on standard output, memory given back.

Everything here is the process's own, so only its main thread calls it.
"""

from __future__ import annotations

import ctypes
import gc
import os
import sys
from contextlib import suppress

from gesture_app.domain.retraining.events import Event
from gesture_app.storage.retraining_events import to_line
from training.common.stop_request import StopAskedError

EXIT_FAILED = 1

_BELOW_NORMAL = 0x4000
"""Windows: BELOW_NORMAL_PRIORITY_CLASS. Source: learn.microsoft.com, SetPriorityClass."""
_NICENESS = 10


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
