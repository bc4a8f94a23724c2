"""Outputs of the frozen part of a network for augmented hands, computed once for all epochs."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import cycle, islice
from typing import Any

import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.frame import HandCrop
from gesture_app.domain.frames.gestures import NONE
from gesture_app.inference.library.manifest import CROP_INPUT
from training.hands.data.augmentation import augmented_crop, exact_crop
from training.hands.data.batches import stack
from training.hands.data.dataset import HandSample
from training.retraining.network import RetrainNetwork

_BATCH_SIZE = 64
_PREFETCHED_CROPS = 256
_THREADS = 2
_NONE_REPEATS = 4
"""Rehearsal draws ``"none"`` more often: most hands show no gesture, and new gestures are mostly confused with it."""

_USER_STREAM, _REHEARSAL_STREAM = 1, 2

Arrays = dict[str, npt.NDArray[Any]]


@dataclass(frozen=True, eq=False)
class HandFeatures:
    """Inputs of the trainable parts of a network, with labels.

    Attributes:
        arrays: ``middle`` ``(n, 8, 8, 96)`` float16; ``features`` ``(n, 1280)`` and ``logits`` ``(n, labels)``
            float32 of the network before training; ``landmarks`` ``(n, 21, 3)`` and ``hand_angle`` ``(n, 2)`` float32
            if the network takes them.
        truth: ``(n,)`` int32 label indices.
        is_user: ``(n,)`` bool, True for the user's samples, False for rehearsed ones.
    """

    arrays: Arrays
    truth: npt.NDArray[np.int32]
    is_user: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.truth)


def augmented_features(
    network: RetrainNetwork,
    user: Sequence[HandSample],
    rehearsal: Sequence[HandSample],
    samples_each: int,
    on_progress: Callable[[float], None],
) -> HandFeatures:
    """Draw, augment and encode equally many user and rehearsal samples.

    Labels are balanced within each kind, and all samples of a label are drawn equally often. Rehearsed ``"none"`` is
    drawn :data:`_NONE_REPEATS` times as often as a gesture.

    Args:
        network: The network with the feature extractor.
        user: Samples of the user.
        rehearsal: Samples of other people.
        samples_each: Number of samples of each kind.
        on_progress: Called with the finished fraction.
    """
    seed = network.recipe.seed
    drawn = [
        (sample, (stream, number))
        for stream, kind, repeats in ((_USER_STREAM, user, 1), (_REHEARSAL_STREAM, rehearsal, _NONE_REPEATS))
        for number, sample in enumerate(
            _balanced_draw(kind, samples_each, repeats, np.random.default_rng([seed, stream]))
        )
    ]

    def crop(draw: tuple[HandSample, tuple[int, int]]) -> HandCrop:
        sample, position = draw
        rng = np.random.default_rng([seed, *position])  # independent of the thread
        return augmented_crop(sample, network.recipe, rng)

    with ThreadPoolExecutor(_THREADS) as pool:
        crops = _prefetched(pool, crop, drawn)
        return _extract(network, [sample for sample, _ in drawn], crops, samples_each if user else 0, on_progress)


def _prefetched(
    pool: ThreadPoolExecutor,
    crop: Callable[[tuple[HandSample, tuple[int, int]]], HandCrop],
    drawn: Sequence[tuple[HandSample, tuple[int, int]]],
) -> Iterator[HandCrop]:
    """Yield the crops in order, a few batches computed ahead: all at once would need too much memory."""
    ahead: deque[Future[HandCrop]] = deque()
    for draw in drawn:
        ahead.append(pool.submit(crop, draw))
        if len(ahead) > _PREFETCHED_CROPS:
            yield ahead.popleft().result()
    while ahead:
        yield ahead.popleft().result()


def exact_features(
    network: RetrainNetwork, user: Sequence[HandSample], rehearsal: Sequence[HandSample]
) -> HandFeatures:
    """Encode each sample once, cropped as in the app, without augmentation."""
    samples = [*user, *rehearsal]
    crops = (exact_crop(sample, network.recipe.crop) for sample in samples)
    return _extract(network, samples, crops, len(user), lambda _: None)


def _balanced_draw(
    samples: Sequence[HandSample], count: int, none_repeats: int, rng: np.random.Generator
) -> list[HandSample]:
    """Draw ``count`` samples: labels in turn, ``"none"`` several times a turn, shuffled within each label."""
    by_label: dict[str, list[HandSample]] = {}
    for i in rng.permutation(len(samples)):
        by_label.setdefault(samples[i].label, []).append(samples[i])
    turns = [label for label in sorted(by_label) for _ in range(none_repeats if label == NONE else 1)]
    endless = {label: cycle(of_label) for label, of_label in by_label.items()}
    return [next(endless[label]) for label in islice(cycle(turns), count if turns else 0)]


def _extract(
    network: RetrainNetwork,
    samples: Sequence[HandSample],
    crops: Iterator[HandCrop],
    user_count: int,
    on_progress: Callable[[float], None],
) -> HandFeatures:
    batches: dict[str, list[npt.NDArray[Any]]] = {}
    done = 0
    while batch := list(islice(crops, _BATCH_SIZE)):
        inputs = stack(batch, network.recipe.input)
        # One batch shape only: TensorFlow compiles the graph for each new shape.
        padded = {name: _padded(array) for name, array in inputs.items()}
        outputs = dict(network.feature_extractor.predict_on_batch(padded))
        outputs["middle"] = outputs["middle"].astype(np.float16)
        outputs |= {name: array for name, array in padded.items() if name != CROP_INPUT}
        for name, array in outputs.items():
            batches.setdefault(name, []).append(array[: len(batch)])
        done += len(batch)
        on_progress(done / len(samples))
    arrays = {name: np.concatenate(parts) for name, parts in batches.items()}
    truth = np.array([network.recipe.labels.index(sample.label) for sample in samples], dtype=np.int32)
    return HandFeatures(arrays, truth, np.arange(len(samples)) < user_count)


def _padded(array: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Repeat the last row up to the batch size."""
    return np.concatenate([array, np.repeat(array[-1:], _BATCH_SIZE - len(array), axis=0)])
