"""Hand detection by a sliding window: the landmark network scores ROIs all over an image, without the palm detector."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from gesture_app.domain.frames.frame import Hand, UInt8Array
from gesture_app.vision.detection.hand_roi import HandRoi, roi_from_landmarks
from gesture_app.vision.detection.networks import RoiScorer, ScoredHand
from gesture_app.vision.detection.view_search import best_first


@dataclass(frozen=True)
class WindowGrid:
    """Windows of one size, evenly spaced over an image. Lengths are shares of the image's shorter side.

    Attributes:
        size: Length of a window's sides.
        step: Approximate distance between neighbouring centers.
        angles_deg: Clockwise rotations of each window; 0 if the fingers point up.
    """

    size: float
    step: float
    angles_deg: tuple[float, ...]

    def windows(self, width: int, height: int) -> Iterator[HandRoi]:
        """Yield the windows of an image of this size in pixels; a tenth of the outer ones lies outside."""
        side_px = min(width, height)
        size_px, step_px = self.size * side_px, self.step * side_px
        for y in _centers(height, size_px, step_px):
            for x in _centers(width, size_px, step_px):
                for angle_deg in self.angles_deg:
                    yield HandRoi((x, y), size_px, float(np.radians(angle_deg)))


@dataclass(frozen=True)
class SlidingWindowOptions:
    """Windows and thresholds. Source of the defaults: docs/research/experiments.md.

    Attributes:
        grids: The windows. Smaller ones would take long and produce more false positives.
        min_window_score: Minimum presence score of a window, 0 to 1, to score the hand once more in its own ROI.
        min_presence_score: Minimum presence score in the hand's own ROI, 0 to 1.
        min_roi_size: Minimum size of a hand's ROI, as a share of the image's shorter side.
    """

    grids: tuple[WindowGrid, ...] = (
        WindowGrid(0.55, 0.3, (0, 45, -45)),
        WindowGrid(0.8, 0.36, (0, 45, -45)),
        WindowGrid(1.1, 0.45, (0,)),
    )
    min_window_score: float = 0.05
    min_presence_score: float = 0.7
    min_roi_size: float = 0.4


@dataclass(frozen=True)
class WindowSubset:
    """Every ``count``-th window: a subset that covers the whole image, for spreading the windows over several frames.

    Attributes:
        index: Index of the subset, from 0.
        count: Number of subsets.
    """

    index: int = 0
    count: int = 1


ALL_WINDOWS = WindowSubset()


def detect_in_windows(
    image_rgb: UInt8Array,
    network: RoiScorer,
    options: SlidingWindowOptions = SlidingWindowOptions(),
    subset: WindowSubset = ALL_WINDOWS,
) -> list[Hand]:
    """Detect hands in windows all over an image.

    Most missed hands are missed by the palm detector, which is not used here.

    Args:
        image_rgb: ``(height, width, 3)`` uint8.
        network: Scores the windows, and each hand found once more in its own ROI.
        options: Windows and thresholds.
        subset: The windows to use.

    Returns:
        The hands by descending presence score, without duplicates.

    Raises:
        RuntimeError: If a network failed.
        ValueError: If it refused the image.
    """
    height, width = image_rgb.shape[:2]
    windows = [window for grid in options.grids for window in grid.windows(width, height)]
    chosen = windows[subset.index :: subset.count]
    return best_first(hand for window in chosen if (hand := _scored_twice(image_rgb, window, network, options)))


def _scored_twice(
    image_rgb: UInt8Array, window: HandRoi, network: RoiScorer, options: SlidingWindowOptions
) -> ScoredHand | None:
    first = network.score(image_rgb, window)
    if first is None or first.presence_score < options.min_window_score:
        return None
    second = network.score(image_rgb, roi_from_landmarks(first.hand.landmarks_px))
    if second is None or second.presence_score < options.min_presence_score:
        return None
    min_size_px = options.min_roi_size * min(image_rgb.shape[:2])
    return second if roi_from_landmarks(second.hand.landmarks_px).size_px >= min_size_px else None


def _centers(length_px: int, size_px: float, step_px: float) -> list[float]:
    first, last = 0.4 * size_px, length_px - 0.4 * size_px
    gaps = max(0, round((last - first) / step_px))
    return [float(center) for center in np.linspace(first, last, gaps + 1)] if gaps else [length_px / 2]
