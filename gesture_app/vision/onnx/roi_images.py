"""Square inputs of the networks, cut out of an image, and points mapped back."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.frame import UInt8Array
from gesture_app.vision.detection.hand_roi import HandRoi


def roi_image(image_rgb: UInt8Array, roi: HandRoi, size_px: int, *, border: int = cv2.BORDER_REPLICATE) -> UInt8Array:
    """The ROI of an image as a square, ``(size_px, size_px, 3)`` uint8 RGB.

    It is interpolated like MediaPipe's, without averaging over the pixels of a large ROI.

    Args:
        image_rgb: ``(height, width, 3)`` uint8.
        roi: The ROI, which may lie partly outside.
        size_px: Side of the result.
        border: OpenCV's border mode for what lies outside.

    Source: image_to_tensor_converter_opencv.cc of https://github.com/google-ai-edge/mediapipe at v0.10.21.
    """
    square = cv2.warpAffine(
        image_rgb,
        _to_image(roi, size_px),
        (size_px, size_px),
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=border,
    )
    return np.asarray(square, dtype=np.uint8)


def points_in_image(points: npt.NDArray[np.float32], roi: HandRoi, size_px: int) -> npt.NDArray[np.float64]:
    """Map points ``(n, 2)`` in pixels of an ROI's square to pixels of the image, ``(n, 2)``."""
    to_image = _to_image(roi, size_px)
    return np.asarray(points @ to_image[:, :2].T + to_image[:, 2])


def _to_image(roi: HandRoi, size_px: int) -> npt.NDArray[np.float64]:
    """The 2x3 affine transform from pixels of the ROI's square to pixels of the image."""
    scale = roi.size_px / size_px
    right, down = scale * np.cos(roi.angle_rad), scale * np.sin(roi.angle_rad)
    half = size_px / 2
    x, y = roi.center_px
    return np.array([[right, -down, x - half * (right - down)], [down, right, y - half * (right + down)]])
