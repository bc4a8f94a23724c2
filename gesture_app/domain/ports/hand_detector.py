"""The port for hand detectors."""

from __future__ import annotations

from enum import Enum
from typing import Protocol

from gesture_app.domain.frames.frame import Frame, Hand


class DetectionMode(Enum):
    """The relation between the frames that a detector is given."""

    VIDEO = "video"
    """Consecutive frames of one scene: hands are tracked from frame to frame, and times must rise."""
    LIVE = "live"
    """The same as they come in from a camera: no frame waits for a search that takes long. Where a hand is found may
    differ by a few frames from one run to the next."""
    INDEPENDENT = "independent"
    """Unrelated images: nothing is carried over from one to the next."""


class HandDetector(Protocol):
    """Detects hands in frames. Used from one thread."""

    def detect(self, frame: Frame) -> list[Hand]:
        """The hands in a frame in no particular order, at most as many as the detector was made for.

        Raises:
            DetectorError: If the detector failed.
        """
        ...

    def expect_hands(self, count: int) -> None:
        """Say how many hands are surely in view in the next frames: while one is missing, each frame is searched.

        Args:
            count: Number of hands; 0, as at the beginning, for none in particular.

        Raises:
            DetectorError: If networks for more hands cannot be loaded; the detector goes on with what it has.
        """
        ...

    def reset(self) -> None:
        """Forget the tracked hands: the next frame is the first of another scene."""
        ...

    def close(self) -> None:
        """Release everything. May be called more than once."""
        ...
