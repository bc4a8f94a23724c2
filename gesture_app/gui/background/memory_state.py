"""State of the memory of samples, for texts. No Qt."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class MemoryState:
    """State of the memory of samples.

    Attributes:
        is_on: Whether samples are to adjust the predictions.
        is_supported: Whether the model in use can be adjusted; True as long as none is loaded.
        remembered: Number of samples that adjust the predictions now.
        missing: Number of samples that the model has still to read.
    """

    is_on: bool
    is_supported: bool
    remembered: int
    missing: int
