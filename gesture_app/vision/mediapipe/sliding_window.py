"""Looking for hands all over a picture, without the palm detector."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from gesture_app.domain.frames.frame import Hand, UInt8Array
from gesture_app.vision.mediapipe.landmark_network import HandRoi, LandmarkNetwork, ScoredHand, place_of
from gesture_app.vision.mediapipe.view_search import surest_first


@dataclass(frozen=True)
class Grid:
    """Places of one size, evenly over a picture; lengths are shares of its shorter side.

    Attributes:
        size: The length of a place's sides.
        step: About how far from one middle to the next.
        angles_deg: How far a place is turned clockwise from where the fingers point up.
    """

    size: float
    step: float
    angles_deg: tuple[float, ...]

    def places(self, width: int, height: int) -> Iterator[HandRoi]:
        """The places in a picture of this size in pixels; those at the edge reach a tenth of their size beyond it."""
        side_px = min(width, height)
        size_px, step_px = self.size * side_px, self.step * side_px
        for y in _middles(height, size_px, step_px):
            for x in _middles(width, size_px, step_px):
                for angle_deg in self.angles_deg:
                    yield HandRoi((x, y), size_px, float(np.radians(angle_deg)))


GRIDS = (
    Grid(0.55, 0.3, (0, 45, -45)),
    Grid(0.8, 0.36, (0, 45, -45)),
    Grid(1.1, 0.45, (0,)),
)
"""Where hands are looked for. Smaller places take long and show more that is no hand.
Source: training/EXPERIMENTS.md, "All over the picture"."""
WORTH_READING_AGAIN = 0.05
"""How sure the landmark network must be of a place, to read the hand again where its landmarks say that it is."""
SURE_AGAIN = 0.7
"""How sure it must be then. Source: as above."""
SMALLEST = 0.4
"""The smallest place that a hand takes, as a share of the picture's shorter side. Source: as above."""


@dataclass(frozen=True)
class WindowSubset:
    """A part of the places, which lies all over the picture.

    Attributes:
        number: Which part it is, from 0.
        of: How many parts there are.
    """

    number: int = 0
    of: int = 1


def sweep(
    image_rgb: UInt8Array, network: LandmarkNetwork, part: WindowSubset = WindowSubset(), sure: float = SURE_AGAIN
) -> list[Hand]:
    """The hands of a picture, the surest first, each once, read at places all over it.

    The palm detector has no say, which is what misses most of the hands that are missed.

    Args:
        image_rgb: ``(height, width, 3)`` uint8.
        network: What reads: a place of which something comes a second time, where the landmarks say that the hand is.
        part: Which places are read; if not said, all.
        sure: How sure the network must be the second time, 0 to 1.

    Raises:
        RuntimeError: If MediaPipe failed.
        ValueError: If it refused the picture.
    """
    height, width = image_rgb.shape[:2]
    places = [place for grid in GRIDS for place in grid.places(width, height)][part.number :: part.of]
    return surest_first(judged for place in places if (judged := _read_twice(image_rgb, place, network, sure)))


def _read_twice(image_rgb: UInt8Array, place: HandRoi, network: LandmarkNetwork, sure: float) -> ScoredHand | None:
    first = network.read(image_rgb, place)
    if first is None or first.presence < WORTH_READING_AGAIN:
        return None
    again = network.read(image_rgb, place_of(first.hand.landmarks_px))
    if again is None or again.presence < sure:
        return None
    return again if place_of(again.hand.landmarks_px).size_px >= SMALLEST * min(image_rgb.shape[:2]) else None


def _middles(length_px: int, size_px: float, step_px: float) -> list[float]:
    first, last = 0.4 * size_px, length_px - 0.4 * size_px
    gaps = max(0, round((last - first) / step_px))
    return [float(middle) for middle in np.linspace(first, last, gaps + 1)] if gaps else [length_px / 2]
