"""The port for processing a frame from detection to prediction."""

from __future__ import annotations

from typing import Protocol

from gesture_app.domain.frames.frame import Frame, FrameResult


class FrameReader(Protocol):
    """Detects the hands in a frame and classifies their gestures. Used from one thread."""

    def process(self, frame: Frame) -> FrameResult:
        """The detected hands of a frame with their predictions.

        Raises:
            DetectorError: If the detector failed.
            ClassifierError: If the classifier failed.
        """
        ...

    def close(self) -> None:
        """Release everything. May be called more than once."""
        ...
