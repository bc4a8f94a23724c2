"""Cutting out the region around a hand, and its PNG files."""

from __future__ import annotations

import struct

import cv2
import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.crop_spec import CropSpec
from gesture_app.domain.frames.frame import Frame, Hand, UInt8Array
from gesture_app.domain.samples.sample import MAX_REGION_SIDE_PX, REGION_SCALE

_PNG_HEAD = struct.Struct(">8sI4sII")
_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PNG_LEVEL = 3
_LEAST_EXTENT_PX = 8.0
_TURNS = 18


def cut_region(frame: Frame, hand: Hand) -> tuple[UInt8Array, Hand]:
    """Cut the region around a hand out of a frame.

    Args:
        frame: The frame; not written to.
        hand: A hand in it.

    Returns:
        A copy of the region, ``(height, width, 3)`` uint8 BGR, as
        :class:`~gesture_app.domain.samples.sample.Sample` has it, and the hand in pixels of the region.
    """
    low_xy, high_xy = _reach(hand)
    width, height = frame.resolution_wh
    low = np.clip(np.floor(low_xy), 0, [width - 1, height - 1]).astype(int)
    high = np.clip(np.ceil(high_xy), low + 1, [width, height]).astype(int)
    region = frame.image_bgr[low[1] : high[1], low[0] : high[0]].copy()
    landmarks = hand.landmarks_px - np.array([low[0], low[1], 0], dtype=np.float32)
    shrink = MAX_REGION_SIDE_PX / max(region.shape[:2])
    if shrink < 1:
        region = shrunk(region, MAX_REGION_SIDE_PX)
        landmarks = landmarks * np.float32(shrink)
    return region, Hand(landmarks.astype(np.float32), hand.handedness, hand.score)


def _reach(hand: Hand) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """The upper left and lower right corner of the region in pixels of the frame, not clipped.

    The region holds a square around the hand and the crops of all turns. A crop is as wide as the hand in the turned
    image, which for a slanted hand is more than its box in the frame.
    """
    points = hand.landmarks_px[:, :2].astype(np.float64)
    angles = np.linspace(0, np.pi / 2, _TURNS, endpoint=False)
    cos, sin = np.cos(angles), np.sin(angles)
    to_turned = np.array([[cos, -sin], [sin, cos]]).transpose(2, 0, 1)
    turned = points @ to_turned.transpose(0, 2, 1)
    lowest, highest = turned.min(axis=1), turned.max(axis=1)
    sides = np.maximum((highest - lowest).max(axis=1), _LEAST_EXTENT_PX)
    middles = np.einsum("tji,tj->ti", to_turned, (lowest + highest) / 2)
    # A square that is turned reaches this far to each side of its middle.
    reaches = sides * CropSpec().scale / 2 * (cos + sin)
    reaches[0] = sides[0] * REGION_SCALE / 2
    return (middles - reaches[:, None]).min(axis=0), (middles + reaches[:, None]).max(axis=0)


def shrunk(image_bgr: UInt8Array, side_px: int) -> UInt8Array:
    """A copy of an image, scaled down to a maximum side length; never enlarged.

    Args:
        image_bgr: ``(height, width, 3)`` uint8, BGR.
        side_px: Maximum length of the longer side.
    """
    factor = side_px / max(image_bgr.shape[:2])
    if factor >= 1:
        return image_bgr.copy()
    size_wh = (max(1, round(image_bgr.shape[1] * factor)), max(1, round(image_bgr.shape[0] * factor)))
    return np.asarray(cv2.resize(image_bgr, size_wh, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def encode_png(image_bgr: UInt8Array) -> bytes:
    """Encode an image as PNG, without loss.

    Args:
        image_bgr: ``(height, width, 3)`` uint8, BGR.
    """
    return cv2.imencode(".png", image_bgr, [cv2.IMWRITE_PNG_COMPRESSION, _PNG_LEVEL])[1].tobytes()


def png_size_wh(content: bytes) -> tuple[int, int]:
    """Width and height in the header of a PNG file; nothing is decoded.

    Source: PNG specification, third edition, 5.2 and 11.2.1 (signature, IHDR).

    Raises:
        ValueError: If it is not a PNG file.
    """
    if not content.startswith(_PNG_SIGNATURE) or len(content) < _PNG_HEAD.size:
        raise ValueError("it is no PNG image")
    _, length, chunk, width, height = _PNG_HEAD.unpack_from(content)
    if length != 13 or chunk != b"IHDR" or 0 in (width, height):
        raise ValueError("the header of the PNG image is damaged")
    return width, height


def decode_png(content: bytes, *, max_px: int = MAX_REGION_SIDE_PX) -> UInt8Array:
    """Decode a PNG file to ``(height, width, 3)`` uint8, BGR.

    Args:
        content: The content of the file.
        max_px: Maximum side length; larger images are refused before decoding.

    Raises:
        ValueError: If it is not a PNG file, too large, truncated or damaged.
    """
    width, height = png_size_wh(content)
    if max(width, height) > max_px:
        raise ValueError(f"the image is {width} x {height} px large, the most is {max_px}")
    # IMREAD_COLOR alone would rotate the image by its EXIF orientation.
    flags = cv2.IMREAD_COLOR | cv2.IMREAD_IGNORE_ORIENTATION
    image: UInt8Array | None = cv2.imdecode(np.frombuffer(content, np.uint8), flags)  # type: ignore[assignment]
    if image is None or image.shape != (height, width, 3):
        raise ValueError("the PNG image is damaged")
    return image
