"""Turns what is stored or sent into the one kind of picture that frames hold: BGR, 8 bits."""

from __future__ import annotations

from typing import Any

import numpy as np

from gesture_app.capture.opencv import cv2
from gesture_app.domain.frames.frame import UInt8Array

IMAGE_SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".bmp", ".webp", ".tif", ".tiff"})
"""File name endings taken for images, in lower case."""

_JPEG_START = b"\xff\xd8"
_JPEG_END = b"\xff\xd9"
_JPEG_SCAN = 0xDA
_PNG_START = b"\x89PNG\r\n\x1a\n"
_PNG_CHUNK_OVERHEAD = 12


class PictureError(ValueError):
    """Some bytes are not a whole picture. The message is the reason, to follow a file's name and a colon."""


def as_bgr(image: np.ndarray[Any, Any]) -> UInt8Array:
    """A decoded picture as ``(height, width, 3)`` uint8 BGR.

    Args:
        image: Grey, BGR or BGRA; uint8, or uint16, of which the upper 8 bits are taken.

    Raises:
        PictureError: If it is none of these, or empty.
    """
    if image.dtype == np.uint16:
        image = (image >> 8).astype(np.uint8)
    if image.dtype != np.uint8 or image.size == 0:
        raise PictureError(f"holds no 8-bit picture, but {image.shape} {image.dtype}")
    channels = 1 if image.ndim == 2 else image.shape[-1]
    if image.ndim == 3 and channels == 3:
        return image
    conversions = {1: cv2.COLOR_GRAY2BGR, 4: cv2.COLOR_BGRA2BGR}
    if image.ndim not in {2, 3} or channels not in conversions:
        raise PictureError(f"holds no picture, but {image.shape}")
    return np.asarray(cv2.cvtColor(image, conversions[channels]), dtype=np.uint8)


def decode_picture(data: bytes) -> UInt8Array:
    """The picture in an image file's content, turned upright as its EXIF orientation says.

    Args:
        data: The whole file. Read by the caller, as ``cv2.imread`` fails on non-ASCII paths on Windows.
            Source: opencv issue 4292.

    Returns:
        ``(height, width, 3)`` uint8, BGR.

    Raises:
        PictureError: If there is no whole picture in it.
    """
    if not data:
        raise PictureError("the file is empty")
    if _is_cut_short(data):
        raise PictureError("the file is cut short")
    try:
        image = cv2.imdecode(np.frombuffer(data, dtype=np.uint8), cv2.IMREAD_COLOR)
    except cv2.error as error:
        # Refused by OpenCV's own limits on size, among others.
        raise PictureError(f"OpenCV cannot decode it ({error.err or 'unknown reason'})") from error
    if image is None:  # type: ignore[comparison-overlap, unused-ignore]
        raise PictureError("it is not an image, or it is damaged")
    return as_bgr(image)


def _is_cut_short(data: bytes) -> bool:
    """Whether a JPEG or PNG ends too early. libjpeg fills up the missing part with grey instead of failing."""
    if data.startswith(_JPEG_START):
        return not _jpeg_is_whole(data)
    if data.startswith(_PNG_START):
        return not _png_is_whole(data)
    return False


def _jpeg_is_whole(data: bytes) -> bool:
    """Whether the end marker follows the first scan; one in an embedded preview comes before it."""
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
