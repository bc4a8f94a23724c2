"""Detection of everything that the landmark network might take for a hand, for examples of false detections."""

from __future__ import annotations

import cv2
import numpy as np

from gesture_app.domain.frames.frame import Hand, UInt8Array
from gesture_app.vision.detection.networks import HandNetworks
from gesture_app.vision.detection.sliding_window import SlidingWindowOptions, WindowGrid, detect_in_windows

LENIENT_WINDOWS = SlidingWindowOptions(
    grids=(WindowGrid(0.3, 0.2, (0,)), WindowGrid(0.55, 0.3, (0, 90, -90)), WindowGrid(0.8, 0.36, (0, 180))),
    min_window_score=0.05,
    min_presence_score=0.25,
    min_roi_size=0.1,
)
"""Lower scores than a hand needs: a model then learns to refuse more kinds of places."""
_MAX_SIDE_PX = 640


class LenientDetector:
    """Detects places with at least a low presence score, hands or not, in windows all over an image.

    Args:
        max_hands: Maximum number of places per image.
        networks: Opens the landmark network.

    Raises:
        DetectorError: If the network cannot be loaded.
        MissingDependencyError: If the runtime cannot be imported.
    """

    def __init__(self, max_hands: int, networks: HandNetworks) -> None:
        self._max_hands = max_hands
        self._network = networks.open_roi_scorer()

    def detect(self, image_rgb: UInt8Array, time_s: float) -> list[Hand]:
        """Detect the most probable places of a ``(height, width, 3)`` uint8 RGB image. Its time is ignored.

        Raises:
            RuntimeError: If a network failed.
            ValueError: If it refused the image.
        """
        del time_s
        height, width = image_rgb.shape[:2]
        scale = min(1.0, _MAX_SIDE_PX / max(width, height))
        size_wh = (max(1, round(width * scale)), max(1, round(height * scale)))
        small = np.asarray(cv2.resize(image_rgb, size_wh, interpolation=cv2.INTER_AREA), dtype=np.uint8)
        found = detect_in_windows(small, self._network, LENIENT_WINDOWS)[: self._max_hands]
        return [Hand(hand.landmarks_px / np.float32(scale), hand.handedness, hand.score) for hand in found]

    def expect_hands(self, count: int) -> None:
        """Do nothing: each image is searched as it is."""

    def reset(self) -> None:
        """Do nothing: no state is carried from image to image."""

    def close(self) -> None:
        """Release the network."""
        self._network.close()
