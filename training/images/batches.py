"""Decoded pictures in batches, shuffled anew in each epoch, for whichever backend Keras runs on."""

from __future__ import annotations

import math

import keras
import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.frame import UInt8Array
from training.images.distribution import ALONE, ProcessRank

Int64Array = npt.NDArray[np.int64]


class Batches(keras.utils.PyDataset):  # type: ignore[misc]
    """Pictures and labels in batches; the last one may be smaller.

    The order depends on the seed and the epoch only, so a training that is resumed sees what it would have seen. Give
    :class:`~training.common.callbacks.SetBatchEpoch` to ``fit`` as well, for Keras counts wrongly: on JAX it asks
    for a batch, and ends an epoch, before the first one. And give ``shuffle=False``: else Keras shuffles the batches
    among themselves.

    Args:
        pixels: ``(n, size, size, 3)`` uint8, RGB; may be mapped from a file. Or features, ``(n, ...)`` float32.
        labels: ``(n,)`` int64.
        batch_size: Pictures a batch.
        seed: Of the order.
        shuffle: Whether there is another order in each epoch; else it is that of ``pixels``.
        place: Where several processes or devices share each batch: which part of it is given. Pictures that cannot be
            dealt out to all devices alike, fewer than there are devices, are left out at the end of the epoch.

    Attributes:
        epoch: Which order is given, from 0.
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
            raise ValueError(f"each picture has one label, got {len(pixels)} pictures and {len(labels)} labels")
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
        """How many batches an epoch has."""
        return math.ceil(self._usable / self._batch_size)

    def __getitem__(self, index: int) -> tuple[UInt8Array, Int64Array]:
        """One batch, or this process's part of it: ``(b, size, size, 3)`` uint8 RGB, and ``(b,)`` int64."""
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
        """Places of all pictures in the order of this epoch, ``(n,)`` int64."""
        epoch = self.epoch if self._shuffle else 0
        if self._order is None or self._order[0] != epoch:
            rng = np.random.default_rng([self._seed, epoch])
            places = rng.permutation(len(self._labels)) if self._shuffle else np.arange(len(self._labels))
            self._order = (epoch, places)
        return self._order[1]

    def on_epoch_end(self) -> None:
        """Go on to the next order; Keras calls it."""
        self.epoch += 1
