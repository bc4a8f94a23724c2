"""Batches of decoded images in random order, for any backend of Keras."""

from __future__ import annotations

import math

import keras
import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.frame import UInt8Array
from training.images.distribution import ALONE, ProcessRank

Int64Array = npt.NDArray[np.int64]


class Batches(keras.utils.PyDataset):  # type: ignore[misc]
    """Batches of images and labels; the last one may be smaller.

    The order depends on the seed and the epoch only. Train with :func:`training.common.loop.fit_phase`, which sets the
    epoch and ``shuffle=False``: on JAX, Keras requests a batch and ends an epoch before the first one, and by default
    it shuffles the batches.

    Args:
        pixels: ``(n, size, size, 3)`` uint8, RGB, or features ``(n, ...)`` float32; may be memory-mapped.
        labels: ``(n,)`` int64.
        batch_size: Images per batch.
        seed: Seed of the order.
        shuffle: Whether the order is random in each epoch; else it is that of ``pixels``.
        place: Rank of this process, where several processes or devices share each batch. Images that cannot be divided
            evenly among all devices are dropped at the end of the epoch.

    Attributes:
        epoch: Number of the epoch, from 0.
    """

    def __init__(
        self,
        pixels: UInt8Array,
        labels: Int64Array,
        batch_size: int,
        seed: int = 0,
        *,
        shuffle: bool = True,
        place: ProcessRank = ALONE,
    ) -> None:
        super().__init__()
        if len(pixels) != len(labels):
            raise ValueError(f"each image has one label, got {len(pixels)} images and {len(labels)} labels")
        if batch_size % place.devices:
            raise ValueError(f"{place.devices} devices should share a batch alike, got batch_size {batch_size}")
        self._pixels = pixels
        self._labels = labels
        self._batch_size = batch_size
        self._seed = seed
        self._shuffle = shuffle
        self._place = place
        self._usable = place.usable(len(labels))
        self._order: tuple[int, Int64Array] | None = None
        self.epoch = 0

    def __len__(self) -> int:
        """Number of batches per epoch."""
        return math.ceil(self._usable / self._batch_size)

    def __getitem__(self, index: int) -> tuple[UInt8Array, Int64Array]:
        """One batch, or the part of this process: ``(b, size, size, 3)`` uint8 RGB, and ``(b,)`` int64."""
        if not 0 <= index < len(self):
            raise IndexError(f"there are {len(self)} batches, got {index}")
        places = self.order()[: self._usable][index * self._batch_size : (index + 1) * self._batch_size]
        places = places[self._place.part_of(len(places))]
        # a file is read fastest from its beginning to its end, and only then put in order
        ascending = np.argsort(places)
        batch = np.empty((len(places), *self._pixels.shape[1:]), dtype=self._pixels.dtype)
        batch[ascending] = self._pixels[places[ascending]]
        return batch, self._labels[places]

    def order(self) -> Int64Array:
        """Indices of all images in the order of this epoch, ``(n,)`` int64."""
        epoch = self.epoch if self._shuffle else 0
        if self._order is None or self._order[0] != epoch:
            rng = np.random.default_rng([self._seed, epoch])
            places = rng.permutation(len(self._labels)) if self._shuffle else np.arange(len(self._labels))
            self._order = (epoch, places)
        return self._order[1]

    def on_epoch_end(self) -> None:
        """Go on to the next epoch; called by Keras."""
        self.epoch += 1
