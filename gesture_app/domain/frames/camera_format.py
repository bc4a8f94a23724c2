"""The format that is asked of a camera: resolution, frame rate and exposure."""

from __future__ import annotations

import math
from dataclasses import dataclass

RESOLUTIONS_WH = ((320, 240), (640, 480), (800, 600), (1280, 720), (1920, 1080))
"""Resolutions to choose from, in pixels; a camera that lacks one sends the nearest it has."""

FRAME_RATES = (15, 30, 60)
"""Frame rates to choose from, per second."""

EXPOSURES_S = tuple(2.0**stop for stop in range(-11, -2))
"""Exposure times to choose from, in seconds, one photographic stop apart: 1/2048 s to 1/8 s."""

AUTOMATIC_S = 0.0
"""In place of an exposure time: the camera chooses."""


@dataclass(frozen=True)
class CameraFormat:
    """The format to ask of a camera.

    Attributes:
        width_px: Width of the frames.
        height_px: Height of the frames.
        fps: Frames per second.
        exposure_s: Exposure time in seconds; :data:`AUTOMATIC_S` leaves it to the camera.

    Raises:
        ValueError: If a value is not positive or not finite.
    """

    width_px: int = 640
    height_px: int = 480
    fps: int = 30
    exposure_s: float = AUTOMATIC_S

    def __post_init__(self) -> None:
        if self.width_px < 1 or self.height_px < 1 or self.fps < 1:
            raise ValueError(f"expected a positive size and rate, got {self.width_px} x {self.height_px} at {self.fps}")
        if not (math.isfinite(self.exposure_s) and 0 <= self.exposure_s <= 10):
            raise ValueError(f"expected an exposure of 0 to 10 seconds, got {self.exposure_s}")

    @property
    def resolution_wh(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.width_px, self.height_px

    @property
    def is_automatic(self) -> bool:
        """Whether the camera chooses the exposure."""
        return self.exposure_s == AUTOMATIC_S
