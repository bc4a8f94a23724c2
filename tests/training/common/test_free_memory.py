from __future__ import annotations

import sys
from pathlib import Path

import pytest

from training.common.free_memory import check_free_memory

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems are not asked")


def meminfo(folder: Path, text: str) -> Path:
    path = folder / "meminfo"
    path.write_text(text)
    return path


def test_too_little_free_memory_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(MemoryError, match="307200000 bytes are free"):
        check_free_memory(
            meminfo(tmp_path, "MemTotal: 8000000 kB\nMemAvailable: 200000 kB\nHugePages: 0\nSwapFree: 100000 kB\n")
        )


@pytest.mark.parametrize(
    "text", ["MemAvailable: 900000 kB\nSwapFree: 0 kB\n", "MemAvailable: 300000 kB\nSwapFree: 600000 kB\n", ""]
)
def test_enough_free_memory_is_no_error_and_neither_is_a_system_that_does_not_say(tmp_path: Path, text: str) -> None:
    check_free_memory(meminfo(tmp_path, text))


def test_a_system_without_the_file_is_no_error(tmp_path: Path) -> None:
    check_free_memory(tmp_path / "none")
