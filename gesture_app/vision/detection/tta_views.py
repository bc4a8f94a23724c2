"""Test-time augmentation (TTA): transformed views of an image in which a missed hand may be found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from gesture_app.domain.frames.frame import Hand, Handedness, UInt8Array

_BRIGHTENED = np.asarray(np.rint(255 * np.sqrt(np.arange(256) / 255)), dtype=np.uint8)
_LIFTED = np.asarray(np.rint(255 * (np.arange(256) / 255) ** 0.35), dtype=np.uint8)
_STRETCH_PERCENTILES = (1, 90)

Tone = Callable[[UInt8Array], UInt8Array]
"""Transforms the brightness of an RGB image."""


def unchanged(image_rgb: UInt8Array) -> UInt8Array:
    """Return the image itself."""
    return image_rgb


def brightened(image_rgb: UInt8Array) -> UInt8Array:
    """Brighten the shadows: a gamma of 0.5."""
    return _BRIGHTENED[image_rgb]


def lifted(image_rgb: UInt8Array) -> UInt8Array:
    """Brighten the shadows strongly: a gamma of 0.35."""
    return _LIFTED[image_rgb]


def stretched(image_rgb: UInt8Array) -> UInt8Array:
    """Stretch the contrast until the brightest tenth of all values is white."""
    low, high = np.percentile(image_rgb, _STRETCH_PERCENTILES)
    scale = 255 / max(high - low, 1)
    return np.asarray(cv2.convertScaleAbs(np.maximum(image_rgb, low) - low, alpha=scale), dtype=np.uint8)


def inverted(image_rgb: UInt8Array) -> UInt8Array:
    """Invert the lightness and keep the colours: a dark hand in front of a bright wall becomes bright.

    MediaPipe's palm detector finds bright hands better than dark ones. Source: docs/research/experiments.md.
    """
    return _with_lightness(image_rgb, np.invert)


def equalized(image_rgb: UInt8Array) -> UInt8Array:
    """Equalize the histogram of the lightness."""
    return _with_lightness(image_rgb, cv2.equalizeHist)


def _with_lightness(image_rgb: UInt8Array, transform: Callable[[Any], Any]) -> UInt8Array:
    lab = cv2.cvtColor(image_rgb, cv2.COLOR_RGB2LAB)
    lab[..., 0] = transform(lab[..., 0])
    return np.asarray(cv2.cvtColor(lab, cv2.COLOR_LAB2RGB), dtype=np.uint8)


@dataclass(frozen=True)
class ImageView:
    """A view of an image: its tone curve, padding and mirroring.

    Attributes:
        tone: Transforms the brightness; ``(height, width, 3)`` uint8 RGB to the same.
        border: Padding on each side, as a share of width and height. It repeats the edge pixels.
        mirrored: Whether the view is flipped horizontally.
    """

    tone: Tone = unchanged
    border: float = 0.0
    mirrored: bool = False

    def apply(self, image_rgb: UInt8Array) -> UInt8Array:
        """Compute the view of a ``(height, width, 3)`` uint8 RGB image."""
        height, width = image_rgb.shape[:2]
        x, y = self._border_px((width, height))
        bordered = cv2.copyMakeBorder(self.tone(image_rgb), y, y, x, x, cv2.BORDER_REPLICATE)
        return np.ascontiguousarray(bordered[:, ::-1] if self.mirrored else bordered, dtype=np.uint8)

    def undo(self, hand: Hand, size_wh: tuple[int, int]) -> Hand:
        """Map a hand from the view to the original image, whose width and height are ``size_wh`` pixels."""
        border_x, border_y = self._border_px(size_wh)
        points_px = hand.landmarks_px - np.array([border_x, border_y, 0], dtype=np.float32)
        if not self.mirrored:
            return Hand(points_px, hand.handedness, hand.score)
        points_px[:, 0] = size_wh[0] - points_px[:, 0]
        side = Handedness.LEFT if hand.handedness is Handedness.RIGHT else Handedness.RIGHT
        return Hand(points_px, side, hand.score)

    def _border_px(self, size_wh: tuple[int, int]) -> tuple[int, int]:
        return round(size_wh[0] * self.border), round(size_wh[1] * self.border)
