"""Regions of interest (ROIs), in which the landmark network reads a hand."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gesture_app.domain.frames.frame import Float32Array
from gesture_app.domain.frames.hand_topology import WRIST

_INDEX_KNUCKLE, _MIDDLE_KNUCKLE, _RING_KNUCKLE = 5, 9, 13
_PALM_AND_FIRST_JOINTS = (0, 1, 2, 3, 5, 6, 9, 10, 13, 14, 17, 18)
_SCALE = 2.0
_SHIFT = 0.1


@dataclass(frozen=True)
class HandRoi:
    """Region of interest around a hand: a rotated square in an image.

    Attributes:
        center_px: Center, x and y in pixels of the image.
        size_px: Length of its sides.
        angle_rad: Clockwise rotation; 0 if the fingers point up.
    """

    center_px: tuple[float, float]
    size_px: float
    angle_rad: float


def roi_from_landmarks(landmarks_px: Float32Array) -> HandRoi:
    """The ROI in which MediaPipe expects a hand in the next frame of a video.

    It is rotated so that the fingers point up, is twice as large as the palm with the first joints of the fingers, and
    is shifted a little towards these.

    Args:
        landmarks_px: ``(21, 3)`` float32, x and y in pixels.

    Source: hand_landmarks_to_rect_calculator.cc and, for the numbers, hand_landmarks_detector_graph.cc of
    https://github.com/google-ai-edge/mediapipe at v0.10.21.
    """
    points_px = landmarks_px[:, :2].astype(np.float64)
    knuckles = ((points_px[_INDEX_KNUCKLE] + points_px[_RING_KNUCKLE]) / 2 + points_px[_MIDDLE_KNUCKLE]) / 2
    right, down = knuckles - points_px[WRIST]
    angle_rad = float(np.pi / 2 - np.arctan2(-down, right))
    to_image = np.array([[np.cos(angle_rad), -np.sin(angle_rad)], [np.sin(angle_rad), np.cos(angle_rad)]])
    upright = points_px[list(_PALM_AND_FIRST_JOINTS)] @ to_image
    low, high = upright.min(axis=0), upright.max(axis=0)
    width, height = high - low
    center_px = to_image @ ((low + high) / 2 - (0, _SHIFT * height))
    return HandRoi((float(center_px[0]), float(center_px[1])), float(_SCALE * max(width, height)), angle_rad)
