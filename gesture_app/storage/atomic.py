"""Atomic file replacement: a reader sees the old content or the new one, even after a crash or power cut."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from gesture_app.storage.private_folders import make_private

_TEMPORARY_PREFIX = ".tmp-"
_V0_1_TEMPORARY_SUFFIX = ".tmp"
_UNFINISHED_S = 3600.0
"""Another process may be writing younger unfinished files now."""


class FileSystem:
    """The operations that an atomic write consists of; tests let each of them fail. All raise ``OSError``."""

    def make_folder(self, folder: Path) -> None:
        """Make a folder and its parents, where they are missing."""
        make_private(folder)

    def write(self, path: Path, content: bytes, *, private: bool = True) -> None:
        """Write a file; its content is on the disk when this returns.

        Args:
            path: The file.
            content: Its content.
            private: Whether a new file may be read by its owner only; False for files that the user wanted elsewhere.
        """
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o600 if private else 0o666)
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())

    def read(self, path: Path) -> bytes:
        """The content of a file."""
        return path.read_bytes()

    def replace(self, source: Path, target: Path) -> None:
        """Rename a file within its folder in one step; an existing file of that name is replaced."""
        source.replace(target)

    def remove(self, path: Path) -> None:
        """Remove a file, if it is there."""
        path.unlink(missing_ok=True)

    def sync_folder(self, folder: Path) -> None:
        """Put the names in a folder on the disk. Does nothing on Windows, which cannot be asked for it."""
        if os.name == "nt":
            return
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


_BINARY: int = getattr(os, "O_BINARY", 0)  # on Windows only
_DISK = FileSystem()


def write_atomically(path: Path, content: bytes, *, files: FileSystem = _DISK, private: bool = True) -> None:
    """Write a file completely or not at all: to a temporary file beside it, which then replaces it.

    Args:
        path: The file; its folder is there.
        content: Its content.
        files: The file operations.
        private: As for :meth:`FileSystem.write`.

    Raises:
        OSError: If it cannot be written; an existing file is untouched.
    """
    with atomic_path(path, files=files) as temporary:
        files.write(temporary, content, private=private)


@contextmanager
def atomic_path(path: Path, *, files: FileSystem = _DISK) -> Iterator[Path]:
    """A temporary path for a library to write to, which replaces ``path`` when the block ends without an error.

    Args:
        path: The file; its folder is there.
        files: The file operations.

    Yields:
        A path in the same folder, with the same ending. The file there is removed after an error.

    Raises:
        OSError: If the file cannot be replaced; an existing file is untouched.
    """
    temporary = temporary_path(path)
    try:
        yield temporary
        files.replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            files.remove(temporary)
        raise


def temporary_path(path: Path) -> Path:
    """The path that this process writes to before it replaces ``path``."""
    return path.with_name(f"{_TEMPORARY_PREFIX}{os.getpid()}-{path.name}")


def is_temporary(name: str) -> bool:
    """Whether a file's name is that of an unfinished atomic write, of this version or of version 0.1."""
    is_v0_1 = name.startswith(".") and name.endswith(_V0_1_TEMPORARY_SUFFIX)
    return is_v0_1 or name.startswith(_TEMPORARY_PREFIX)


def unfinished_writes(path: Path) -> tuple[Path, ...]:
    """What killed processes left of atomic writes of a file; they hold what it should have become."""
    return tuple(path.parent.glob(f"{_TEMPORARY_PREFIX}*-{glob.escape(path.name)}"))


def remove_unfinished(folders: Iterable[Path], now_s: float) -> None:
    """Remove what killed processes left of atomic writes in folders and in their subfolders, but not deeper.

    Files that were written in the last hour, and those that cannot be removed, are left.

    Args:
        folders: The folders.
        now_s: Time of day, in seconds since 1970.
    """
    for folder in folders:
        for path in (*folder.glob(".*"), *folder.glob("*/.*")):
            with suppress(OSError):
                if is_temporary(path.name) and path.is_file() and now_s - path.lstat().st_mtime > _UNFINISHED_S:
                    path.unlink()
