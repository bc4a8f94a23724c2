"""Detection of a full disk."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

_CODES = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def is_full_disk(error: BaseException) -> bool:
    """Whether an error comes from a full disk; libraries in C say so in words only, or as the cause of their error."""
    seen: BaseException | None = error
    while seen is not None:
        text = str(seen)
        if isinstance(seen, OSError) and (seen.errno in _CODES or "errno = 28" in text or "errno = 27" in text):
            return True
        if "No space left" in text or "File too large" in text:
            return True
        seen = seen.__cause__ or seen.__context__
    return False


def require_free_space(folder: Path, needed_bytes: int) -> None:
    """Check the free space of a disk before HDF5 writes, which crashes on a full disk.

    Args:
        folder: An existing folder on the disk.
        needed_bytes: Space that the write needs.

    Raises:
        OSError: With the code of a full disk, if there is less.
    """
    if shutil.disk_usage(folder).free < needed_bytes:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(folder))
