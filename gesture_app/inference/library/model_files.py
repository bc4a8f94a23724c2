"""File operations in the folder of models, and the hidden folders in which models are created."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta, timezone
from pathlib import Path

from gesture_app.domain.message import Message
from gesture_app.errors import ModelError
from gesture_app.storage.atomic import is_temporary
from gesture_app.storage.private_folders import make_private

REMOVING = ".removing-"
"""Prefix of folders that are being removed."""

_IMPORTING = ".making-import-"
_MAKING = (".making-", ".export-")
_STALE = timedelta(days=1)


@contextmanager
def temporary_folder(root: Path) -> Iterator[Path]:
    """An empty hidden folder in the folder of models, removed at the end.

    Raises:
        OSError: If it cannot be created.
    """
    make_private(root)
    folder = Path(tempfile.mkdtemp(dir=root, prefix=_IMPORTING))
    try:
        yield folder
    finally:
        delete(folder)


def delete(path: Path) -> None:
    """Remove a folder as far as possible; of a link, only the link itself."""
    if path.is_symlink() or path.is_file():
        with suppress(OSError):
            path.unlink()
    else:
        shutil.rmtree(path, ignore_errors=True)


def clear_leftovers(root: Path, now: datetime) -> None:
    """Remove leftovers of killed processes: folders being removed, and models begun more than a day ago."""
    with suppress(OSError):
        for path in list(root.iterdir()):
            is_leftover = path.name.startswith(_MAKING) or is_temporary(path.name)
            is_stale = is_leftover and now - _changed_at(path) > _STALE
            if is_stale or path.name.startswith(REMOVING):
                delete(path)


@contextmanager
def disk_errors(message: Message) -> Iterator[None]:
    """Turn an ``OSError`` into a ``ModelError`` with this message.

    Raises:
        ModelError: Instead of the ``OSError``.
    """
    try:
        yield
    except OSError as error:
        hint = Message("Make room on the disk, or make the folder writable, and try again.")
        raise ModelError(
            Message("{failure}: {reason}.").fill(failure=message, reason=error.strerror or error), hint=hint
        ) from error


def _changed_at(folder: Path) -> datetime:
    paths = [folder, *(folder.iterdir() if folder.is_dir() else ())]
    return datetime.fromtimestamp(max(path.lstat().st_mtime for path in paths), timezone.utc)
