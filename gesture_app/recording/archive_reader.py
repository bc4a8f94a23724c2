"""What an archive of samples may hold, and the reader that holds it to that."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from gesture_app.errors import SampleArchiveError
from gesture_app.storage.zip_reader import MIB, ZipLimits, ZipReader


@dataclass(frozen=True)
class ArchiveLimits(ZipLimits):
    """What an archive of samples may hold at most.

    Attributes:
        entry_bytes: A noisy picture of 4096 x 4096 px fits, and what is known of 20,000 samples.
        picture_px: The longer side of a picture.
    """

    entries: int = 20_000
    entry_bytes: int = 64 * MIB
    total_bytes: int = 4095 * MIB
    picture_px: int = 4096


class ArchiveReader(ZipReader):
    """An open archive of samples whose table of contents is harmless. Used from one thread, as a context.

    Args:
        path: The archive.
        limits: What it may hold.

    Raises:
        SampleArchiveError: If it cannot be read, or is not to be trusted.
    """

    def __init__(self, path: Path, limits: ArchiveLimits) -> None:
        advice = "Nothing was imported. Choose an archive that this program exported, or one of pictures by label."
        super().__init__(path, limits, error=SampleArchiveError, advice=advice)
