"""Memory that this process holds."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_PAGES = Path("/proc/self/statm")


def resident_mb() -> float | None:
    """Resident memory of this process in MB; None where the system does not tell (only Linux does)."""
    if sys.platform != "linux":
        return None
    pages = int(_PAGES.read_text(encoding="ascii").split()[1])
    return round(pages * os.sysconf("SC_PAGE_SIZE") / 1e6, 1)


def peak_mb() -> int | None:
    """Most memory that this process held so far in MB; None where the system does not tell (Windows)."""
    if sys.platform == "win32":
        return None
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6)
