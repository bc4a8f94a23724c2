"""Lets several pages receive each frame with its result."""

from __future__ import annotations

from gesture_app.domain.frames.frame import Frame, FrameResult
from gesture_app.pipeline.engine import FrameTap


class FrameTaps:
    """A tap of the engine that calls every added tap, in the inference thread."""

    def __init__(self) -> None:
        self._taps: tuple[FrameTap, ...] = ()

    def add(self, tap: FrameTap) -> None:
        """Add a tap. Call it in the GUI thread; the tap itself is called in the inference thread."""
        self._taps = (*self._taps, tap)

    def __call__(self, frame: Frame, result: FrameResult) -> None:
        """Pass a frame with its result to every tap."""
        for tap in self._taps:
            tap(frame, result)
