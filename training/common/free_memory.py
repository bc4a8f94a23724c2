"""Check of the free memory, before libraries are loaded that try for ever where there is too little."""

from __future__ import annotations

import sys
from pathlib import Path

LEAST_ADDRESS_SPACE = 2_500_000_000
"""Bytes that a process may take, by ``ulimit -v``: the smallest retraining takes 2.6 GB and uses 0.8."""

LEAST_FREE = 700_000_000
"""Bytes of memory and swap that are free: the smallest retraining uses 0.8 GB, a part of which is taken before."""

MEMINFO = Path("/proc/meminfo")


def check_free_memory(meminfo: Path = MEMINFO) -> None:
    """Check that TensorFlow has the memory that it needs at the least. Does nothing on systems other than Linux.

    Args:
        meminfo: The system's file about its memory.

    Raises:
        MemoryError: If there is too little; with less, OpenBLAS tries again for ever.
    """
    if sys.platform != "linux":
        return
    import resource

    limit = resource.getrlimit(resource.RLIMIT_AS)[0]
    if limit != resource.RLIM_INFINITY and limit < LEAST_ADDRESS_SPACE:
        raise MemoryError(f"the process may take {limit} bytes, and needs {LEAST_ADDRESS_SPACE}")
    free = _free_bytes(meminfo)
    if free is not None and free < LEAST_FREE:
        raise MemoryError(f"{free} bytes are free, and {LEAST_FREE} are needed")


def _free_bytes(meminfo: Path) -> int | None:
    """Bytes of memory and swap that are free; None where the system does not say."""
    try:
        lines = [line.split() for line in meminfo.read_text().splitlines()]
    except OSError:
        return None
    kilobytes = {line[0]: int(line[1]) for line in lines if line[0] in ("MemAvailable:", "SwapFree:")}
    return sum(kilobytes.values()) * 1024 if "MemAvailable:" in kilobytes else None
