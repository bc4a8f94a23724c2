"""The retraining process: event output, low priority, release of memory.

Called from the main thread only.
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


class EventWriter:
    """Writes events to standard output as JSON lines; output of libraries is redirected to standard error."""

    def __init__(self) -> None:
        sys.stdout.flush()
        self._file = os.fdopen(os.dup(1), "w", encoding="ascii", newline="\n")
        os.dup2(2, 1)

    def write(self, event: Event) -> None:
        """Write one event.

        Raises:
            StopAskedError: If the reader closed the pipe.
        """
        try:
            self._file.write(to_line(event) + "\n")
            self._file.flush()
        except OSError as error:  # a closed pipe; on Windows this is "invalid argument"
            raise StopAskedError from error

    def close(self) -> None:
        """Restore standard output."""
        with suppress(OSError):
            os.dup2(self._file.fileno(), 1)
        with suppress(OSError):
            self._file.close()


def release_memory() -> None:
    """Return unused memory to the system; the C allocator keeps it otherwise."""
    gc.collect()
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):  # only glibc has this function
            ctypes.CDLL(None).malloc_trim(0)


def lower_priority() -> None:
    """Lower the priority of this process, if the system allows it."""
    if sys.platform == "win32":
        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), _BELOW_NORMAL)
        return
    with suppress(OSError):
        os.nice(_NICENESS)
