"""One window at a time: two would overwrite each other's settings, and want the same camera."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLockFile

from gesture_app.storage.private_folders import make_private

FILE_NAME = "window.lock"
"""Name of the file in the data folder that is there while the window is open."""


class WindowLock:
    """Says that this process has the window. The file of a process that was killed does not count.

    Args:
        folder: The data folder; made if it is missing.
    """

    def __init__(self, folder: Path) -> None:
        with suppress(OSError):
            make_private(folder)
        self._file = QLockFile(str(folder / FILE_NAME))
        self._file.setStaleLockTime(0)  # however long it is held, unless its process has ended

    def acquire(self) -> bool:
        """Take the lock. False if another process has it; true where it cannot be written, as nothing can be then."""
        return self._file.tryLock(0) or self._file.error() is not QLockFile.LockError.LockFailedError

    def release(self) -> None:
        """Give it back."""
        self._file.unlock()
