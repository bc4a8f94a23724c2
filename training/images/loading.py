"""Decoded pictures, as the network gets them: in memory, or kept in a file that is mapped into it."""

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
from training.images.decoding import decoded, fitted, in_threads
from training.images.recipe import ImageInputRecipe

_VERSION = 1
"""Raised when pictures are fitted in another way than before, so that those kept are not used."""


def load_pixels(
    part: ImageSet, input: ImageInputRecipe, cache: Path | None = None, console: Console | None = None
) -> UInt8Array:
    """All pictures of a part, in its order.

    Args:
        part: The pictures.
        input: Size, aspect and colour.
        cache: A folder where decoded pictures are kept between runs, ``images-<fingerprint>.npy``; they are then read
            from the file as they are needed, so that data may be larger than memory. None: all are held in memory.
        console: Told about progress.

    Returns:
        ``(n, size, size, 3)`` uint8, RGB; read-only where it is a file.

    Raises:
        TrainingDataError: If a picture cannot be decoded, or nothing can be written to the cache.
    """
    console = console or Console(stderr=True)
    shape = (len(part), input.size, input.size, 3)
    if cache is None or not len(part):
        pixels = np.empty(shape, dtype=np.uint8)
        for place, picture in enumerate(_fitted_pictures(part, input, console)):
            pixels[place] = picture
        return pixels
    file = cache / f"images-{_fingerprint(part, input)}.npy"
    if not file.is_file():
        try:
            _keep(file, shape, _fitted_pictures(part, input, console))
        except OSError as error:
            hint = "Free some space, or choose another folder with --runs."
            raise TrainingDataError(
                f"Decoded pictures cannot be kept in {cache}: {error.strerror}.", hint=hint
            ) from error
    kept: UInt8Array = np.load(file, mmap_mode="r", allow_pickle=False)
    return kept


def _keep(file: Path, shape: tuple[int, ...], pictures: Iterator[UInt8Array]) -> None:
    """Write an array to a file, which is there only when it is whole.

    Not through a mapped file: a disk that is full would end the process instead of raising an error.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    with atomic_path(file) as temporary, temporary.open("wb") as out:
        header = {"descr": "|u1", "fortran_order": False, "shape": shape}
        np.lib.format.write_array_header_1_0(out, header)  # type: ignore[no-untyped-call]
        for picture in pictures:
            out.write(np.ascontiguousarray(picture).data)


def _fitted_pictures(part: ImageSet, input: ImageInputRecipe, console: Console) -> Iterator[UInt8Array]:
    if part.pixels is not None:
        return (fitted(image, input) for image in part.pixels)
    return in_threads(lambda file: fitted(decoded(file), input), part.files, "Decoding pictures", console)


def _fingerprint(part: ImageSet, input: ImageInputRecipe) -> str:
    """A digest of what the pictures are and how they are fitted; files count by place, size and time of change."""
    digest = hashlib.sha256(json.dumps([_VERSION, dataclasses.asdict(input)]).encode())
    if part.pixels is not None:
        digest.update(f"{part.pixels.shape}".encode())
        digest.update(np.ascontiguousarray(part.pixels).data)
    for file in part.files:
        status = file.stat()
        digest.update(f"\0{file.resolve()}\0{status.st_size}\0{status.st_mtime_ns}".encode())
    return digest.hexdigest()[:16]
