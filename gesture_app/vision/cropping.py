"""Cropping of hands, shared by the app and training so that both give a model the same input."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.crop_spec import CropSpec, Turn
from gesture_app.domain.frames.frame import CROP_SIZE_PX, Frame, Hand, HandCrop, UInt8Array
from gesture_app.domain.frames.hand_topology import MIDDLE_KNUCKLE, WRIST

_MIN_SIDE_PX = 8.0


@dataclass(frozen=True)
class CropJitter:
    """A deviation from the exact crop, for augmentation.

    Attributes:
        turn_rad: Additional clockwise rotation of the content.
        zoom: Factor of the crop's side; above 1 the hand appears smaller.
        shift_xy: Translation of the content, in units of the crop's side.
        stretch: Factor of the content's width, and divisor of its height.
        shear: Horizontal shear of the content: its top moves to the left, its bottom to the right.
    """

    turn_rad: float = 0.0
    zoom: float = 1.0
    shift_xy: tuple[float, float] = (0.0, 0.0)
    stretch: float = 1.0
    shear: float = 0.0


_EXACT = CropJitter()


class HandCropper:
    """Crops hands with the crop specification of a model. A :class:`~gesture_app.domain.ports.Cropper`."""

    def __init__(self, spec: CropSpec) -> None:
        self.spec = spec

    def __call__(self, frame: Frame, hand: Hand) -> HandCrop:
        """Crop one hand of a frame."""
        return crop_hand(frame.image_bgr, hand.landmarks_px, self.spec)


def crop_hand(
    image_bgr: UInt8Array, landmarks_px: npt.NDArray[np.float32], spec: CropSpec, jitter: CropJitter = _EXACT
) -> HandCrop:
    """Crop the square around a hand, rotated and scaled according to ``spec``. Edge pixels are repeated outside.

    Args:
        image_bgr: ``(height, width, 3)`` uint8, BGR.
        landmarks_px: ``(21, 3)`` float32, x, y and relative depth in pixels of the image.
        spec: Rotation and scale.
        jitter: A deviation for augmentation.
    """
    to_crop = _crop_transform(landmarks_px[:, :2], spec, jitter)
    pixels_per_side = _linear_scale(to_crop) ** -1
    crop_bgr = _warp(image_bgr, to_crop * CROP_SIZE_PX, pixels_per_side / CROP_SIZE_PX)
    crop_rgb = np.asarray(cv2.cvtColor(crop_bgr, cv2.COLOR_BGR2RGB), dtype=np.uint8)
    landmarks = _moved(landmarks_px, to_crop)
    return HandCrop(crop_rgb, landmarks, hand_angle(landmarks_px))


def hand_angle(landmarks_px: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Sine and cosine of the hand's angle: :attr:`gesture_app.domain.frames.frame.HandCrop.hand_angle`.

    Args:
        landmarks_px: ``(21, 3)`` float32, x and y in pixels of the frame.
    """
    right, down = (landmarks_px[MIDDLE_KNUCKLE, :2] - landmarks_px[WRIST, :2]).astype(np.float64)
    length = math.hypot(right, down)
    angle = (right / length, -down / length) if length > 0 else (0.0, 1.0)
    return np.array(angle, dtype=np.float32)


def crop_landmarks(
    landmarks_px: npt.NDArray[np.float32], spec: CropSpec, jitter: CropJitter = _EXACT
) -> npt.NDArray[np.float32]:
    """The landmarks of :func:`crop_hand` without the image: ``(21, 3)`` float32 in the crop's frame."""
    return _moved(landmarks_px, _crop_transform(landmarks_px[:, :2], spec, jitter))


def _crop_transform(points_px: npt.NDArray[np.float32], spec: CropSpec, jitter: CropJitter) -> npt.NDArray[np.float64]:
    """The 2x3 affine transform from pixels of the frame to the crop's frame (0 to 1)."""
    angle = 0.0
    if spec.turn is Turn.UPRIGHT:
        along = points_px[MIDDLE_KNUCKLE].astype(np.float64) - points_px[WRIST]
        angle = -math.pi / 2 - math.atan2(along[1], along[0])
    angle += jitter.turn_rad
    turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    turn = np.array([[jitter.stretch, jitter.shear], [0.0, 1 / jitter.stretch]]) @ turn
    turned = points_px.astype(np.float64) @ turn.T
    low, high = turned.min(axis=0), turned.max(axis=0)
    side_px = max(float((high - low).max()) * spec.scale * jitter.zoom, _MIN_SIDE_PX)
    shift = 0.5 + np.asarray(jitter.shift_xy) - (low + high) / 2 / side_px
    return np.hstack([turn / side_px, shift[:, None]])


def _moved(landmarks_px: npt.NDArray[np.float32], to_crop: npt.NDArray[np.float64]) -> npt.NDArray[np.float32]:
    landmarks = np.empty_like(landmarks_px, dtype=np.float32)
    landmarks[:, :2] = landmarks_px[:, :2] @ to_crop[:, :2].T + to_crop[:, 2]
    landmarks[:, 2] = landmarks_px[:, 2] * _linear_scale(to_crop)
    return landmarks


def _linear_scale(affine: npt.NDArray[np.float64]) -> float:
    return float(math.sqrt(abs(np.linalg.det(affine[:, :2]))))


def _warp(image_bgr: UInt8Array, to_crop_px: npt.NDArray[np.float64], shrink: float) -> npt.NDArray[np.uint8]:
    """Warp the region of the crop; large hands are shrunk by area first, which avoids aliasing."""
    inverse = cv2.invertAffineTransform(to_crop_px)
    corners = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], dtype=np.float64) * CROP_SIZE_PX
    region = corners @ inverse[:, :2].T + inverse[:, 2]
    height, width = image_bgr.shape[:2]
    left, top = np.clip(np.floor(region.min(axis=0)).astype(int) - 2, 0, [width - 1, height - 1])
    right, bottom = np.clip(np.ceil(region.max(axis=0)).astype(int) + 2, [left + 1, top + 1], [width, height])
    part = image_bgr[top:bottom, left:right]
    factor_xy = np.ones(2)
    if shrink > 1.5:
        size_wh = (max(1, round(part.shape[1] / shrink)), max(1, round(part.shape[0] / shrink)))
        factor_xy = np.array([part.shape[1] / size_wh[0], part.shape[0] / size_wh[1]])
        part = np.asarray(cv2.resize(part, size_wh, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    # Pixel centres: a pixel of the shrunk part covers `factor` pixels of the original.
    from_part = np.hstack([np.diag(factor_xy), ((factor_xy - 1) / 2 + [left, top])[:, None]])
    affine = to_crop_px.copy()
    affine[:, 2] = to_crop_px[:, :2] @ from_part[:, 2] + to_crop_px[:, 2]
    affine[:, :2] = to_crop_px[:, :2] @ from_part[:, :2]
    warped = cv2.warpAffine(
        part, affine, (CROP_SIZE_PX, CROP_SIZE_PX), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(warped, dtype=np.uint8)
