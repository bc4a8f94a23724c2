"""Cache of the features of a frozen backbone."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import keras
import numpy as np
import numpy.typing as npt
from rich.console import Console
from rich.progress import track

from gesture_app.domain.frames.frame import UInt8Array
from gesture_app.storage.atomic import atomic_path
from training.images.network import ImageNetwork
from training.images.recipe import NetworkRecipe

_BATCH = 64
_BLOCK = 256


@dataclass(frozen=True, eq=False)
class Features:
    """Features of some images.

    Attributes:
        values: ``(n, k)`` float32, memory-mapped.
        seconds: Duration of their computation.
        reused: Whether they were in the cache.
    """

    values: npt.NDArray[np.float32]
    seconds: float
    reused: bool


def cached_features(
    network: ImageNetwork,
    recipe: NetworkRecipe,
    pixels: UInt8Array,
    cache: Path,
    console: Console,
    check: Callable[[], None] = lambda: None,
) -> Features:
    """Features of images, from the cache if they are in it; all runs with the same backbone share them.

    Their key in the cache is a digest of the images, the backbone with its weights, and the pooling.

    Args:
        network: The network.
        recipe: Recipe of the network.
        pixels: ``(n, size, size, 3)`` uint8, RGB.
        cache: Folder of the cache.
        console: Shows progress.
        check: Called between batches; may raise to stop.

    Raises:
        OSError: If the cache cannot be written.
    """
    started_s = time.perf_counter()
    file = cache / f"features-{_key(network, recipe, pixels)}.npy"
    reused = file.is_file()
    if not reused:
        cache.mkdir(parents=True, exist_ok=True)
        _compute(network, pixels, file, console, check)
    return Features(np.load(file, mmap_mode="r"), time.perf_counter() - started_s, reused)


def _compute(
    network: ImageNetwork, pixels: UInt8Array, file: Path, console: Console, check: Callable[[], None]
) -> None:
    header = {"descr": "<f4", "fortran_order": False, "shape": (len(pixels), network.features.output_shape[-1])}
    starts = track(
        range(0, len(pixels), _BATCH),
        "Computing features",
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    # written, not mapped: a mapped file on a disk that is full ends the process
    with atomic_path(file) as temporary, temporary.open("wb") as stream:
        np.lib.format.write_array_header_1_0(stream, header)  # type: ignore[no-untyped-call]
        for start in starts:
            check()
            batch = np.ascontiguousarray(pixels[start : start + _BATCH])
            stream.write(np.asarray(network.features.predict_on_batch(batch), dtype="<f4").tobytes())


def _key(network: ImageNetwork, recipe: NetworkRecipe, pixels: UInt8Array) -> str:
    told = (recipe.backbone, recipe.width, recipe.pooling, keras.backend.backend(), keras.__version__, pixels.shape)
    digest = hashlib.sha256(repr(told).encode())
    for weight in network.backbone.get_weights():
        digest.update(weight.tobytes())
    for start in range(0, len(pixels), _BLOCK):
        digest.update(pixels[start : start + _BLOCK].tobytes())
    return digest.hexdigest()[:24]
