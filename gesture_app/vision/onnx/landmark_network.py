"""The landmark network: reads the hand in an ROI."""

from __future__ import annotations

import numpy as np

from gesture_app.domain.frames.frame import LANDMARK_COUNT, Hand, Handedness, UInt8Array
from gesture_app.vision.detection.hand_roi import HandRoi
from gesture_app.vision.detection.networks import ScoredHand
from gesture_app.vision.onnx.network_files import HandNetwork
from gesture_app.vision.onnx.roi_images import points_in_image, roi_image

LANDMARK_FILE = "landmark_network.onnx"

_DEPTH_SCALE = 0.4


class OnnxLandmarkNetwork:
    """Finds and scores the hand in an ROI. A :class:`~gesture_app.vision.detection.networks.RoiScorer`.

    Args:
        network: The network; it may be shared, and is freed with the last object that uses it.

    Source: hand_landmarks_detector_graph.cc of https://github.com/google-ai-edge/mediapipe at v0.10.21.
    """

    def __init__(self, network: HandNetwork) -> None:
        self._network = network

    def score(self, image_rgb: UInt8Array, roi: HandRoi) -> ScoredHand | None:
        """Find and score the hand in an ROI of a ``(height, width, 3)`` uint8 RGB image.

        Returns:
            None if the network gives no finite landmarks.

        Raises:
            RuntimeError: If ONNX Runtime failed.
        """
        size_px = self._network.size_px
        landmarks, presence, right = self._network.run(roi_image(image_rgb, roi, size_px)[None])
        points = landmarks.reshape(LANDMARK_COUNT, 3)
        points_px = np.empty((LANDMARK_COUNT, 3), dtype=np.float32)
        points_px[:, :2] = points_in_image(points[:, :2], roi, size_px)
        points_px[:, 2] = points[:, 2] * (roi.size_px / size_px / _DEPTH_SCALE)
        if not np.isfinite(points_px).all():
            return None
        is_right = float(right[0, 0])
        side = Handedness.RIGHT if is_right > 0.5 else Handedness.LEFT
        return ScoredHand(Hand(points_px, side, max(is_right, 1 - is_right)), float(presence[0, 0]))

    def close(self) -> None:
        """Do nothing: memory is freed with the object."""
