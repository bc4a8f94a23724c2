"""Background replacement, an augmentation of retraining."""

from __future__ import annotations

import cv2
import numpy as np

from gesture_app.domain.frames.frame import Float32Array, UInt8Array

_HAND_MARGIN = 0.3


def before_other_background(region_bgr: UInt8Array, landmarks_px: Float32Array, other_bgr: UInt8Array) -> UInt8Array:
    """Paste a hand, cut out roughly, onto the surroundings of another hand.

    The other image is rolled by half its size: its edges come to the middle and its hand to the corners.

    Args:
        region_bgr: ``(height, width, 3)`` uint8, BGR, with the hand.
        landmarks_px: ``(21, 3)`` float32, landmarks of that hand in pixels of the region.
        other_bgr: ``(any, any, 3)`` uint8, BGR, the surroundings.

    Returns:
        ``(height, width, 3)`` uint8, BGR.
    """
    height, width = region_bgr.shape[:2]
    points = landmarks_px[:, :2].round().astype(np.int32)
    extent = float(np.ptp(points, axis=0).max())
    mask = np.zeros((height, width), np.uint8)
    cv2.fillConvexPoly(mask, np.asarray(cv2.convexHull(points), dtype=np.int32), (255,))
    grown = 2 * round(_HAND_MARGIN * extent / 2) + 1
    mask = np.asarray(cv2.dilate(mask, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (grown, grown))), np.uint8)
    soft = cv2.GaussianBlur(mask, (0, 0), max(1.0, 0.03 * extent)).astype(np.float32)[..., None] / 255
    other = cv2.resize(other_bgr, (width, height), interpolation=cv2.INTER_LINEAR)
    other = np.roll(other, (height // 2, width // 2), axis=(0, 1))
    return np.asarray(region_bgr * soft + other * (1 - soft), dtype=np.uint8)
