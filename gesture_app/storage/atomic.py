"""The few things that are done to files, each of which may fail or be the last before the power goes."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

TEMPORARY_SUFFIX = ".tmp"
"""Ends the names of files that are being written; one that is left was never finished."""


class FileSystem:
    """The steps that keeping a sample is made of; tests let each of them fail. All raise ``OSError``."""

    def make_folder(self, folder: Path) -> None:
        """Make a folder and those above it, where they are missing."""
        folder.mkdir(parents=True, exist_ok=True)

    def write(self, path: Path, content: bytes) -> None:
        """Write a file; its content is on the disk when this returns."""
        with path.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())

    def read(self, path: Path) -> bytes:
        """The content of a file."""
        return path.read_bytes()

    def replace(self, source: Path, target: Path) -> None:
        """Give a file another name within its folder, in one step, in place of what was there."""
        source.replace(target)

    def remove(self, path: Path) -> None:
        """Remove a file, if it is there."""
        path.unlink(missing_ok=True)

    def sync_folder(self, folder: Path) -> None:
        """Put the names in a folder on the disk. Windows cannot be asked to, and does so in time."""
        if os.name == "nt":
            return
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def write_whole(files: FileSystem, path: Path, content: bytes) -> None:
    """Write a file whole or not at all: under another name first, which then takes the place of the old one.

    Raises:
        OSError: If it cannot be written; what was there before is untouched.
    """
    temporary = path.with_name(f".{path.name}{TEMPORARY_SUFFIX}")
    try:
        files.write(temporary, content)
        files.replace(temporary, path)
    except OSError:
        with suppress(OSError):
            files.remove(temporary)
        raise
