"""What is done to files and folders where models are kept, and the hidden folders in which they are made."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta, timezone
from pathlib import Path

from gesture_app.errors import ModelError
from gesture_app.storage.atomic import is_temporary

REMOVING = ".removing-"
"""Begins the names of folders that are being removed."""

_IMPORTING = ".making-import-"
_MAKING = (".making-", ".export-")
_STALE = timedelta(days=1)


@contextmanager
def temporary_folder(root: Path) -> Iterator[Path]:
    """An empty hidden folder in the folder of models, made with it and removed afterwards.

    Raises:
        OSError: If it cannot be made.
    """
    root.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(dir=root, prefix=_IMPORTING))
    try:
        yield folder
    finally:
        delete(folder)


def delete(path: Path) -> None:
    """Remove a folder as far as that is possible; a link is removed without what it leads to."""
    if path.is_symlink() or path.is_file():
        with suppress(OSError):
            path.unlink()
    else:
        shutil.rmtree(path, ignore_errors=True)


def clear_leftovers(root: Path, now: datetime) -> None:
    """Remove what processes left that were killed: what was being removed, and what was being made a day ago."""
    with suppress(OSError):
        for path in list(root.iterdir()):
            is_leftover = path.name.startswith(_MAKING) or is_temporary(path.name)
            is_stale = is_leftover and now - _changed_at(path) > _STALE
            if is_stale or path.name.startswith(REMOVING):
                delete(path)


@contextmanager
def disk_errors(what: str) -> Iterator[None]:
    """Turns what a disk says into an error that names what could not be done.

    Raises:
        ModelError: In place of an OSError.
    """
    try:
        yield
    except OSError as error:
        hint = "Make room on the disk, or make the folder writable, and try again."
        raise ModelError(f"{what}: {error.strerror or error}.", hint=hint) from error


def _changed_at(folder: Path) -> datetime:
    paths = [folder, *(folder.iterdir() if folder.is_dir() else ())]
    return datetime.fromtimestamp(max(path.lstat().st_mtime for path in paths), timezone.utc)
