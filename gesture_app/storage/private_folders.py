"""Permissions of the program's folders: only their owner may look into them."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

_FOLDER, _FILE = 0o700, 0o600
_OTHERS = 0o077


def protect(folders: Iterable[Path]) -> None:
    """Take the permissions of everybody but the owner from existing folders and from all that lies in them.

    Files of earlier versions are mended with it. A folder that is private already is not looked into, so that this
    takes next to no time. Links are not followed. Does nothing on Windows, where folders of a user are private anyway.
    What belongs to somebody else is left as it is.

    Args:
        folders: The program's own folders.
    """
    if os.name == "nt":
        return
    for folder in folders:
        with suppress(OSError):
            if not stat.S_IMODE(folder.lstat().st_mode) & _OTHERS or folder.is_symlink():
                continue
            _protect_content(folder)
            # Last, so that what was interrupted is done again.
            folder.chmod(_FOLDER)


def make_private(folder: Path) -> None:
    """Make a folder that only the owner may look into, with parents as the system makes them; an existing one stays.

    Raises:
        OSError: If it cannot be made.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=_FOLDER, exist_ok=True)


def _protect_content(folder: Path) -> None:
    for parent, folders, files in os.walk(folder):
        for names, mode in ((folders, _FOLDER), (files, _FILE)):
            for path in (Path(parent, name) for name in names):
                with suppress(OSError):
                    if not path.is_symlink():
                        path.chmod(mode)
