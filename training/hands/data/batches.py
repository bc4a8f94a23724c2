"""Hands as the arrays that training and evaluation feed to a model."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import keras
import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.frame import HandCrop
from gesture_app.inference.library.manifest import CROP_INPUT, LANDMARK_INPUT
from gesture_app.vision.cropping import crop_landmarks
from training.hands.data.augmentation import augmented_crop, augmented_landmarks, exact_crop
from training.hands.data.dataset import HandSample
from training.hands.data.sampling import label_indices, rendered_flags, sampling_weights
from training.hands.recipe import HandInputRecipe, HandRecipe

Inputs = dict[str, npt.NDArray[Any]]


def stack(crops: Sequence[HandCrop], wanted: HandInputRecipe) -> Inputs:
    """Crops as model inputs: ``crop_rgb`` ``(n, 128, 128, 3)`` uint8, ``landmarks`` ``(n, 21, 3)`` float32."""
    inputs: Inputs = {CROP_INPUT: np.stack([crop.image_rgb for crop in crops])}
    if wanted.landmarks:
        inputs[LANDMARK_INPUT] = np.stack([crop.landmarks for crop in crops])
    return inputs


def exact_inputs(examples: Sequence[HandSample], recipe: HandRecipe) -> Inputs:
    """All hands, cut as the app cuts them."""
    if not recipe.input.image:
        return {LANDMARK_INPUT: np.stack([crop_landmarks(example.landmarks_px, recipe.crop) for example in examples])}
    return stack([exact_crop(example, recipe.crop) for example in examples], recipe.input)


class AugmentedBatches(keras.utils.PyDataset):  # type: ignore[misc]
    """Batches of varied hands, drawn by weight; every epoch draws anew, and the same seed draws the same.

    The truth of a batch is ``(n, 2)`` int32: the output index of each hand's label, and its kind, 1 for rendered hands.
    Give :class:`~training.common.callbacks.FollowEpoch` and ``shuffle=False`` to ``fit`` as well, so that a training
    that is resumed sees what it would have seen.

    Args:
        examples: What to draw from.
        recipe: Labels, crop and seed.
        hands_per_epoch: How many hands to draw an epoch.
        batch_size: Hands a batch.

    Attributes:
        epoch: Which hands are drawn, from 0.
    """

    def __init__(
        self, examples: Sequence[HandSample], recipe: HandRecipe, *, hands_per_epoch: int, batch_size: int
    ) -> None:
        super().__init__(workers=1, use_multiprocessing=False, max_queue_size=4)
        self._examples = examples
        self._recipe = recipe
        self._weights = sampling_weights(examples, recipe)
        kinds = rendered_flags(examples).astype(np.int32)
        self._truth = np.stack([label_indices(examples, recipe), kinds], axis=1)
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
        examples = [self._examples[i] for i in chosen]
        if not recipe.input.image:
            varied = [augmented_landmarks(example.landmarks_px, recipe, rng) for example in examples]
            return {LANDMARK_INPUT: np.stack(varied)}
        crops = [augmented_crop(example.region_bgr, example.landmarks_px, recipe, rng) for example in examples]
        return stack(crops, recipe.input)

    def on_epoch_end(self) -> None:
        """Draw other hands next time."""
        self.epoch += 1


class KeptBatches(keras.utils.PyDataset):  # type: ignore[misc]
    """Arrays in batches, all rows once an epoch; the last batch may be smaller.

    The order depends on the seed and the epoch alone. As for :class:`AugmentedBatches`, ``fit`` is to be told.

    Args:
        inputs: Arrays with a row for each hand, by input name.
        truth: ``(n, 2)`` int32, as of :class:`AugmentedBatches`.
        batch_size: Hands a batch.
        seed: Of the order.

    Attributes:
        epoch: Which order is given, from 0.
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
        """Go on to the next order."""
        self.epoch += 1
