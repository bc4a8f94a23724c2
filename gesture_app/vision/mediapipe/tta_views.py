"""Changed views of a picture, in which a hand that was missed may be found."""

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


def as_it_is(image_rgb: UInt8Array) -> UInt8Array:
    """The picture unchanged."""
    return image_rgb


def brightened(image_rgb: UInt8Array) -> UInt8Array:
    """The picture with its shadows lifted: a gamma of 0.5."""
    return _BRIGHTENED[image_rgb]


def lifted(image_rgb: UInt8Array) -> UInt8Array:
    """The picture with its shadows lifted still more: a gamma of 0.35."""
    return _LIFTED[image_rgb]


def stretched(image_rgb: UInt8Array) -> UInt8Array:
    """The picture with its contrast stretched until its brightest tenth is white."""
    low, high = np.percentile(image_rgb, _STRETCH_PERCENTILES)
    scale = 255 / max(high - low, 1)
    return np.asarray(cv2.convertScaleAbs(np.maximum(image_rgb, low) - low, alpha=scale), dtype=np.uint8)


def inverted(image_rgb: UInt8Array) -> UInt8Array:
    """The picture with its lightness turned round and its colours kept: a dark hand before a bright wall is bright.

    MediaPipe's palm detector sees bright hands better than dark ones. Source: training/EXPERIMENTS.md.
    """
    return _with_lightness(image_rgb, np.invert)


def equalized(image_rgb: UInt8Array) -> UInt8Array:
    """The picture with all shades of lightness equally often, its histogram being flat."""
    return _with_lightness(image_rgb, cv2.equalizeHist)


def _with_lightness(image_rgb: UInt8Array, change: Callable[[Any], Any]) -> UInt8Array:
    lab = cv2.cvtColor(image_rgb, cv2.COLOR_RGB2LAB)
    lab[..., 0] = change(lab[..., 0])
    return np.asarray(cv2.cvtColor(lab, cv2.COLOR_LAB2RGB), dtype=np.uint8)


@dataclass(frozen=True)
class ImageView:
    """A changed view of a picture.

    Attributes:
        tone: What is done to its light.
        border: What is added on each side by repeating the picture's edge, as a share of width and height.
        mirrored: Whether left and right change places.
    """

    tone: Tone = as_it_is
    border: float = 0.0
    mirrored: bool = False

    def apply(self, image_rgb: UInt8Array) -> UInt8Array:
        """The changed ``(height, width, 3)`` uint8 RGB picture."""
        height, width = image_rgb.shape[:2]
        x, y = self._border_px((width, height))
        bordered = cv2.copyMakeBorder(self.tone(image_rgb), y, y, x, x, cv2.BORDER_REPLICATE)
        return np.ascontiguousarray(bordered[:, ::-1] if self.mirrored else bordered, dtype=np.uint8)

    def undo(self, hand: Hand, size_wh: tuple[int, int]) -> Hand:
        """A hand found in the changed view, as a hand of the original picture, which is ``size_wh`` pixels."""
        border_x, border_y = self._border_px(size_wh)
        points_px = hand.landmarks_px - np.array([border_x, border_y, 0], dtype=np.float32)
        if not self.mirrored:
            return Hand(points_px, hand.handedness, hand.score)
        points_px[:, 0] = size_wh[0] - points_px[:, 0]
        side = Handedness.LEFT if hand.handedness is Handedness.RIGHT else Handedness.RIGHT
        return Hand(points_px, side, hand.score)

    def _border_px(self, size_wh: tuple[int, int]) -> tuple[int, int]:
        return round(size_wh[0] * self.border), round(size_wh[1] * self.border)
