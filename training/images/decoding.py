"""Decoding of images and resizing to squares."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import cv2
import numpy as np
from PIL import Image, UnidentifiedImageError
from rich.console import Console
from rich.progress import track

from gesture_app.domain.frames.frame import UInt8Array
from training.common.errors import TrainingDataError
from training.images.recipe import ImageInputRecipe

T = TypeVar("T")
R = TypeVar("R")

IMAGE_SUFFIXES = (".bmp", ".jpeg", ".jpg", ".png", ".tif", ".tiff", ".webp")
"""Suffixes of image files."""

_MOST_THREADS = 8


def decoding_error(file: Path) -> str:
    """Reason why an image cannot be read; empty if it can.

    The image is decoded to its end, JPEG at an eighth of its size, which also finds truncated files.
    """
    try:
        with Image.open(file) as image:
            image.draft("RGB", (1, 1))
            image.load()
    except UnidentifiedImageError:
        return "it is empty" if file.stat().st_size == 0 else "it is not an image, or is damaged"
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:  # all of them Pillow's
        return getattr(error, "strerror", None) or str(error)
    return ""


def decode_image(file: Path) -> UInt8Array:
    """Decode an image file, rotated by its EXIF orientation.

    Returns:
        ``(height, width, 3)`` uint8, RGB. Transparency is dropped; 16 bits become 8.

    Raises:
        TrainingDataError: If it cannot be read.
    """
    hint = "Remove it, or save it as JPEG or PNG."
    try:
        content = np.frombuffer(file.read_bytes(), dtype=np.uint8)
    except OSError as error:
        raise TrainingDataError(f"{file} cannot be read: {error.strerror}.", hint=hint) from error
    try:
        image_bgr = cv2.imdecode(content, cv2.IMREAD_COLOR)
    except cv2.error:  # an empty file, or one with more pixels than OpenCV takes
        image_bgr = None
    if image_bgr is None:
        raise TrainingDataError(f"{file} cannot be decoded.", hint=hint)
    return np.asarray(cv2.cvtColor(image_bgr, cv2.COLOR_BGR2RGB), dtype=np.uint8)


def resized(image: UInt8Array, recipe: ImageInputRecipe) -> UInt8Array:
    """Resize an image to the network's input.

    Args:
        image: ``(height, width, 3)`` RGB or ``(height, width)`` grey, uint8, of any size.
        recipe: Size, aspect and colour.

    Returns:
        ``(size, size, 3)`` uint8, RGB; three equal channels where the image or the recipe is grey.
    """
    if recipe.grey and image.ndim == 3:
        image = np.asarray(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    if recipe.fit == "crop":
        image = _middle(image)
    elif recipe.fit == "pad":
        image = _padded(image)
    for side in (recipe.reduce_to, recipe.size):
        image = _resized(image, side) if side else image
    return np.repeat(image[:, :, None], 3, axis=2) if image.ndim == 2 else image


def in_threads(function: Callable[[T], R], items: Sequence[T], title: str, console: Console) -> Iterator[R]:
    """Map a function over items in several threads, in order, with a progress bar.

    An exception of the function is raised here, and items that have not begun are dropped.

    Args:
        function: Called in the threads.
        items: Its arguments.
        title: Title of the progress bar.
        console: Shows the bar.
    """
    with ThreadPoolExecutor(min(_MOST_THREADS, os.cpu_count() or 1)) as threads:
        yield from track(threads.map(function, items), title, total=len(items), console=console, transient=True)


def _resized(image: UInt8Array, side: int) -> UInt8Array:
    height, width = image.shape[:2]
    if (height, width) == (side, side):
        return image
    shrinks = height * width > side * side
    how = cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(image, (side, side), interpolation=how), dtype=np.uint8)


def _middle(image: UInt8Array) -> UInt8Array:
    height, width = image.shape[:2]
    side = min(height, width)
    top, left = (height - side) // 2, (width - side) // 2
    return image[top : top + side, left : left + side]


def _padded(image: UInt8Array) -> UInt8Array:
    height, width = image.shape[:2]
    side = max(height, width)
    top, left = (side - height) // 2, (side - width) // 2
    square = np.zeros((side, side, *image.shape[2:]), dtype=np.uint8)
    square[top : top + height, left : left + width] = image
    return square
