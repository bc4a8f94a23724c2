"""Batches of model inputs."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import keras
import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.frame import HandCrop
from gesture_app.inference.library.manifest import ANGLE_INPUT, CROP_INPUT, LANDMARK_INPUT
from gesture_app.vision.cropping import crop_landmarks, hand_angle
from training.hands.data.augmentation import augmented_crop, augmented_landmarks, exact_crop
from training.hands.data.dataset import HandSample
from training.hands.data.sampling import label_indices, rendered_flags, sampling_weights
from training.hands.recipe import HandInputRecipe, HandRecipe

Inputs = dict[str, npt.NDArray[Any]]


def stack(crops: Sequence[HandCrop], recipe: HandInputRecipe) -> Inputs:
    """Stack crops to the model inputs of a recipe.

    Returns:
        ``crop_rgb`` ``(n, 128, 128, 3)`` uint8, ``landmarks`` ``(n, 21, 3)`` float32, and ``hand_angle`` ``(n, 2)``
        float32.
    """
    inputs: Inputs = {}
    if recipe.image:
        inputs[CROP_INPUT] = np.stack([crop.image_rgb for crop in crops])
    if recipe.landmarks:
        inputs[LANDMARK_INPUT] = np.stack([crop.landmarks for crop in crops])
    if recipe.hand_angle:
        inputs[ANGLE_INPUT] = np.stack([crop.hand_angle for crop in crops])
    return inputs


def exact_inputs(samples: Sequence[HandSample], recipe: HandRecipe) -> Inputs:
    """Model inputs of samples without augmentation, as the app makes them."""
    if not recipe.input.image:
        landmarks = np.stack([crop_landmarks(sample.landmarks_px, recipe.crop) for sample in samples])
        angles = np.stack([hand_angle(sample.landmarks_px) for sample in samples])
        return {LANDMARK_INPUT: landmarks, **({ANGLE_INPUT: angles} if recipe.input.hand_angle else {})}
    return stack([exact_crop(sample, recipe.crop) for sample in samples], recipe.input)


def drawn_inputs(samples: Sequence[HandSample], recipe: HandRecipe, count: int, seed: int) -> Inputs:
    """As :func:`exact_inputs`, of at most ``count`` samples that are drawn at random."""
    chosen = np.random.default_rng(seed).permutation(len(samples))[:count]
    return exact_inputs([samples[index] for index in chosen], recipe)


class AugmentedBatches(keras.utils.PyDataset):  # type: ignore[misc]
    """Batches of augmented samples, drawn by weight; they depend on the seed and the epoch alone.

    The truth of a batch is ``(n, 2)`` int32: the label index of each hand, and 1 for rendered hands, else 0. Train with
    :func:`training.common.loop.fit_phase`, which sets the epoch also in a resumed training.

    Args:
        samples: The training samples.
        recipe: Labels, crop, augmentation and seed.
        hands_per_epoch: Number of hands per epoch.
        batch_size: Hands per batch.

    Attributes:
        epoch: Number of the epoch, from 0.
    """

    def __init__(
        self, samples: Sequence[HandSample], recipe: HandRecipe, *, hands_per_epoch: int, batch_size: int
    ) -> None:
        super().__init__(workers=1, use_multiprocessing=False, max_queue_size=4)
        self._examples = samples
        self._recipe = recipe
        self._weights = sampling_weights(samples, recipe)
        kinds = rendered_flags(samples).astype(np.int32)
        self._truth = np.stack([label_indices(samples, recipe), kinds], axis=1)
        self._batches = max(1, hands_per_epoch // batch_size)
        self._batch_size = batch_size
        self.epoch = 0

    def __len__(self) -> int:
        return self._batches

    def __getitem__(self, index: int) -> tuple[Inputs, npt.NDArray[np.int32]]:
        rng = np.random.default_rng([self._recipe.seed, self.epoch, index])
        chosen = rng.choice(len(self._examples), self._batch_size, p=self._weights)
        return self._inputs(chosen, rng), self._truth[chosen]

    def _inputs(self, chosen: npt.NDArray[np.int64], rng: np.random.Generator) -> Inputs:
        recipe = self._recipe
        samples = [self._examples[i] for i in chosen]
        augment = augmented_crop if recipe.input.image else augmented_landmarks
        return stack([augment(sample, recipe, rng) for sample in samples], recipe.input)

    def on_epoch_end(self) -> None:
        """Go on to the next epoch."""
        self.epoch += 1


class CachedBatches(keras.utils.PyDataset):  # type: ignore[misc]
    """Batches of arrays in random order, each row once per epoch; the last batch may be smaller.

    The order depends on the seed and the epoch alone.

    Args:
        inputs: Arrays with one row per hand, by input name.
        truth: ``(n, 2)`` int32, as of :class:`AugmentedBatches`.
        batch_size: Hands per batch.
        seed: Seed of the order.

    Attributes:
        epoch: Number of the epoch, from 0.
    """

    def __init__(self, inputs: Inputs, truth: npt.NDArray[np.int32], batch_size: int, seed: int) -> None:
        super().__init__()
        self._inputs = inputs
        self._truth = truth
        self._batch_size = batch_size
        self._seed = seed
        self.epoch = 0

    def __len__(self) -> int:
        return math.ceil(len(self._truth) / self._batch_size)

    def __getitem__(self, index: int) -> tuple[Inputs, npt.NDArray[np.int32]]:
        order = np.random.default_rng([self._seed, self.epoch]).permutation(len(self._truth))
        chosen = order[index * self._batch_size : (index + 1) * self._batch_size]
        return {name: array[chosen] for name, array in self._inputs.items()}, self._truth[chosen]

    def on_epoch_end(self) -> None:
        """Go on to the next epoch."""
        self.epoch += 1
