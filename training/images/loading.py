"""Decoded images in the size of the network's input, in memory or in a memory-mapped cache file."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from rich.console import Console

from gesture_app.domain.frames.frame import UInt8Array
from gesture_app.storage.atomic import atomic_path
from training.common.errors import TrainingDataError
from training.images.data import ImageSet
from training.images.decoding import decode_image, in_threads, resized
from training.images.recipe import ImageInputRecipe

_VERSION = 1
"""Raised when the resizing changes, so that cached images are not used."""


def load_pixels(
    part: ImageSet, input: ImageInputRecipe, cache: Path | None = None, console: Console | None = None
) -> UInt8Array:
    """Decode and resize all images of a split.

    Args:
        part: The images.
        input: Size, aspect and colour.
        cache: Folder of the cache, ``images-<fingerprint>.npy``, which is memory-mapped, so that the data may be larger
            than memory; None to hold all images in memory.
        console: Shows progress.

    Returns:
        ``(n, size, size, 3)`` uint8, RGB; read-only for a cache file.

    Raises:
        TrainingDataError: If an image cannot be decoded, or the cache cannot be written.
    """
    console = console or Console(stderr=True)
    shape = (len(part), input.size, input.size, 3)
    if cache is None or not len(part):
        pixels = np.empty(shape, dtype=np.uint8)
        for index, image in enumerate(_resized_images(part, input, console)):
            pixels[index] = image
        return pixels
    file = cache / f"images-{_fingerprint(part, input)}.npy"
    if not file.is_file():
        try:
            _write_cache(file, shape, _resized_images(part, input, console))
        except OSError as error:
            hint = "Free some space, or choose another folder with --runs."
            raise TrainingDataError(
                f"Decoded images cannot be kept in {cache}: {error.strerror}.", hint=hint
            ) from error
    kept: UInt8Array = np.load(file, mmap_mode="r", allow_pickle=False)
    return kept


def _write_cache(file: Path, shape: tuple[int, ...], images: Iterator[UInt8Array]) -> None:
    """Write an array to a file, atomically.

    Not by a memory-mapped file: a full disk would end the process instead of raising an error.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    with atomic_path(file) as temporary, temporary.open("wb") as out:
        header = {"descr": "|u1", "fortran_order": False, "shape": shape}
        np.lib.format.write_array_header_1_0(out, header)  # type: ignore[no-untyped-call]
        for image in images:
            out.write(np.ascontiguousarray(image).data)


def _resized_images(part: ImageSet, input: ImageInputRecipe, console: Console) -> Iterator[UInt8Array]:
    if part.pixels is not None:
        return (resized(image, input) for image in part.pixels)
    return in_threads(lambda file: resized(decode_image(file), input), part.files, "Decoding images", console)


def _fingerprint(part: ImageSet, input: ImageInputRecipe) -> str:
    """Digest of the images and their input recipe; files count by path, size and time of change."""
    digest = hashlib.sha256(json.dumps([_VERSION, dataclasses.asdict(input)]).encode())
    if part.pixels is not None:
        digest.update(f"{part.pixels.shape}".encode())
        digest.update(np.ascontiguousarray(part.pixels).data)
    for file in part.files:
        status = file.stat()
        digest.update(f"\0{file.resolve()}\0{status.st_size}\0{status.st_mtime_ns}".encode())
    return digest.hexdigest()[:16]
