"""The reader of sample archives, with their limits."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from gesture_app.errors import SampleArchiveError
from gesture_app.storage.zip_reader import MIB, ZipLimits, ZipReader


@dataclass(frozen=True)
class ArchiveLimits(ZipLimits):
    """Limits of a sample archive.

    Attributes:
        entry_bytes: A noisy image of 4096 x 4096 px fits, and the metadata of 20,000 samples.
        image_side_px: Maximum longer side of an image.
    """

    entries: int = 20_000
    entry_bytes: int = 64 * MIB
    total_bytes: int = 4095 * MIB
    image_side_px: int = 4096


class ArchiveReader(ZipReader):
    """An open sample archive with a checked table of contents. A context manager, used from one thread.

    Args:
        path: The archive.
        limits: Its limits.

    Raises:
        SampleArchiveError: If it cannot be read, or is not to be trusted.
    """

    def __init__(self, path: Path, limits: ArchiveLimits) -> None:
        advice = "Nothing was imported. Choose an archive that this program exported, or one with PNG images by label."
        super().__init__(path, limits, error=SampleArchiveError, advice=advice)
