"""Telling a full disk from other failures, and telling of it in time."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

_CODES = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def is_full_disk(error: BaseException) -> bool:
    """Whether a disk was full: libraries that write in C tell it in words only, or as the cause of their own error."""
    seen: BaseException | None = error
    while seen is not None:
        text = str(seen)
        if isinstance(seen, OSError) and (seen.errno in _CODES or "errno = 28" in text or "errno = 27" in text):
            return True
        if "No space left" in text or "File too large" in text:
            return True
        seen = seen.__cause__ or seen.__context__
    return False


def require_room(folder: Path, needed: int) -> None:
    """Check that a disk has room for what is to be written by a library that a full one would crash: HDF5.

    Args:
        folder: It is there.
        needed: Bytes.

    Raises:
        OSError: With the code of a full disk, if there is less.
    """
    if shutil.disk_usage(folder).free < needed:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(folder))
