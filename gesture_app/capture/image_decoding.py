"""Decodes images to the format of frames: BGR, 8 bits."""

from __future__ import annotations

from typing import Any

import numpy as np

from gesture_app.capture.opencv import cv2
from gesture_app.domain.frames.frame import UInt8Array

IMAGE_SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".bmp", ".webp", ".tif", ".tiff"})
"""Suffixes of image files, in lower case."""

_JPEG_START = b"\xff\xd8"
_JPEG_END = b"\xff\xd9"
_JPEG_SCAN = 0xDA
_PNG_START = b"\x89PNG\r\n\x1a\n"
_PNG_CHUNK_OVERHEAD = 12


class ImageDecodingError(ValueError):
    """Bytes are not a complete image. The message is the reason, to follow a file name and a colon."""


def as_bgr(image: np.ndarray[Any, Any]) -> UInt8Array:
    """Convert a decoded image to ``(height, width, 3)`` uint8 BGR.

    Args:
        image: Grey, BGR or BGRA; uint8, or uint16, whose upper 8 bits are used.

    Raises:
        ImageDecodingError: If it has another format or is empty.
    """
    if image.dtype == np.uint16:
        image = (image >> 8).astype(np.uint8)
    if image.dtype != np.uint8 or image.size == 0:
        raise ImageDecodingError(f"holds no 8-bit picture, but {image.shape} {image.dtype}")
    channels = 1 if image.ndim == 2 else image.shape[-1]
    if image.ndim == 3 and channels == 3:
        return image
    conversions = {1: cv2.COLOR_GRAY2BGR, 4: cv2.COLOR_BGRA2BGR}
    if image.ndim not in {2, 3} or channels not in conversions:
        raise ImageDecodingError(f"holds no picture, but {image.shape}")
    return np.asarray(cv2.cvtColor(image, conversions[channels]), dtype=np.uint8)


def decode_image(data: bytes) -> UInt8Array:
    """Decode the content of an image file, rotated according to its EXIF orientation.

    Args:
        data: Content of the file. ``cv2.imread`` would fail on non-ASCII paths on Windows.
            Source: opencv issue 4292.

    Returns:
        ``(height, width, 3)`` uint8, BGR.

    Raises:
        ImageDecodingError: If it is not a complete image.
    """
    if not data:
        raise ImageDecodingError("the file is empty")
    if _is_cut_short(data):
        raise ImageDecodingError("the file is cut short")
    return decode_packet(np.frombuffer(data, dtype=np.uint8))


def decode_packet(data: UInt8Array) -> UInt8Array:
    """Decode an image of a stream, as far as it is there.

    Args:
        data: Bytes of an image file, in one row.

    Returns:
        ``(height, width, 3)`` uint8, BGR.

    Raises:
        ImageDecodingError: If nothing can be made out.
    """
    try:
        image = cv2.imdecode(data, cv2.IMREAD_COLOR)
    except cv2.error as error:
        # Such as an image beyond OpenCV's size limits.
        raise ImageDecodingError(f"OpenCV cannot decode it ({error.err or 'unknown reason'})") from error
    if image is None:  # type: ignore[comparison-overlap, unused-ignore]
        raise ImageDecodingError("it is not an image, or it is damaged")
    return as_bgr(image)


def _is_cut_short(data: bytes) -> bool:
    """Whether a JPEG or PNG is truncated. libjpeg would fill the missing part with grey instead of failing."""
    if data.startswith(_JPEG_START):
        return not _jpeg_is_whole(data)
    if data.startswith(_PNG_START):
        return not _png_is_whole(data)
    return False


def _jpeg_is_whole(data: bytes) -> bool:
    """Whether an end marker follows the first scan. That of an embedded preview precedes it."""
    position = len(_JPEG_START)
    while position + 4 <= len(data) and data[position] == 0xFF:
        marker = data[position + 1]
        if marker == 0xFF:  # Markers may be padded.
            position += 1
            continue
        if marker == _JPEG_SCAN:
            return data.find(_JPEG_END, position) >= 0
        position += 2 + int.from_bytes(data[position + 2 : position + 4], "big")
    return False


def _png_is_whole(data: bytes) -> bool:
    position = len(_PNG_START)
    while position + _PNG_CHUNK_OVERHEAD <= len(data):
        length = int.from_bytes(data[position : position + 4], "big")
        if data[position + 4 : position + 8] == b"IEND":
            return True
        position += _PNG_CHUNK_OVERHEAD + length
    return False
