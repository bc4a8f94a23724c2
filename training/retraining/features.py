"""What the fixed part of a network sees in varied hands, computed once and kept for all passes of training."""

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
from gesture_app.inference.library.manifest import LANDMARK_INPUT
from training.hands.data.augmentation import augmented_crop, exact_crop
from training.hands.data.batches import stack
from training.hands.data.dataset import HandSample
from training.retraining.backgrounds import before_other_background
from training.retraining.network import RetrainNetwork

_BATCH = 64
_AHEAD = 256
_THREADS = 2
_NONE_SHARE = 4
"""Of the rehearsed: what a person's own gestures take, they mostly take from here."""

_SWAPPED_BACKGROUNDS = 0.15
"""Share of hands that are pasted onto the surroundings of another hand."""

_OWN_STREAM, _REHEARSAL_STREAM = 1, 2

Arrays = dict[str, npt.NDArray[Any]]


@dataclass(frozen=True, eq=False)
class Seen:
    """Hands as the learning parts of a network take them.

    Attributes:
        arrays: ``middle`` ``(n, 8, 8, 96)`` float16; ``features`` ``(n, 1280)`` and ``logits`` ``(n, labels)``,
            float32, as the network had them before it learnt; ``landmarks`` ``(n, 21, 3)`` float32 where it takes them.
        truth: ``(n,)`` int32 label indices.
        is_own: ``(n,)`` bool: this person's hands, not rehearsed ones.
    """

    arrays: Arrays
    truth: npt.NDArray[np.int32]
    is_own: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.truth)


def varied(
    network: RetrainNetwork,
    own: Sequence[HandSample],
    rehearsal: Sequence[HandSample],
    hands_each: int,
    reached: Callable[[float], None],
) -> Seen:
    """So many varied hands of both kinds; within each, every label comes equally often, and every hand of a label.

    Of the rehearsed ones, those without a gesture come more often: most hands show none, and a new gesture is mostly
    taken from among them.

    Args:
        network: Whose fixed part looks at them.
        own: This person's hands.
        rehearsal: Other people's hands.
        hands_each: How many of each kind.
        reached: Told the share that is done.
    """
    seed = network.recipe.seed
    everyone = [*own, *rehearsal]
    drawn = [
        (example, (stream, number))
        for stream, kind, times in ((_OWN_STREAM, own, 1), (_REHEARSAL_STREAM, rehearsal, _NONE_SHARE))
        for number, example in enumerate(_evenly(kind, hands_each, times, np.random.default_rng([seed, stream])))
    ]

    def crop(draw: tuple[HandSample, tuple[int, int]]) -> HandCrop:
        example, place = draw
        rng = np.random.default_rng([seed, *place])  # the same whichever thread draws it
        other = everyone[int(rng.integers(len(everyone)))]
        region = example.region_bgr
        if rng.random() < _SWAPPED_BACKGROUNDS:
            region = before_other_background(region, example.landmarks_px, other.region_bgr)
        return augmented_crop(region, example.landmarks_px, network.recipe, rng)

    with ThreadPoolExecutor(_THREADS) as pool:
        crops = _in_order(pool, crop, drawn)
        return _seen(network, [example for example, _ in drawn], crops, hands_each if own else 0, reached)


def _in_order(
    pool: ThreadPoolExecutor,
    crop: Callable[[tuple[HandSample, tuple[int, int]]], HandCrop],
    drawn: Sequence[tuple[HandSample, tuple[int, int]]],
) -> Iterator[HandCrop]:
    """The crops in order, a few batches of them cut ahead: all at once would take too much memory."""
    ahead: deque[Future[HandCrop]] = deque()
    for draw in drawn:
        ahead.append(pool.submit(crop, draw))
        if len(ahead) > _AHEAD:
            yield ahead.popleft().result()
    while ahead:
        yield ahead.popleft().result()


def exact(network: RetrainNetwork, own: Sequence[HandSample], rehearsal: Sequence[HandSample]) -> Seen:
    """Hands as the app would cut them out, each once."""
    examples = [*own, *rehearsal]
    crops = (exact_crop(example, network.recipe.crop) for example in examples)
    return _seen(network, examples, crops, len(own), lambda _: None)


def _evenly(examples: Sequence[HandSample], count: int, none_share: int, rng: np.random.Generator) -> list[HandSample]:
    """So many hands: labels take turns, "none" so many of them, and the hands of a label come in an order of chance."""
    by_label: dict[str, list[HandSample]] = {}
    for i in rng.permutation(len(examples)):
        by_label.setdefault(examples[i].label, []).append(examples[i])
    turns = [label for label in sorted(by_label) for _ in range(none_share if label == NONE else 1)]
    decks = {label: cycle(of_label) for label, of_label in by_label.items()}
    return [next(decks[label]) for label in islice(cycle(turns), count if turns else 0)]


def _seen(
    network: RetrainNetwork,
    examples: Sequence[HandSample],
    crops: Iterator[HandCrop],
    own_count: int,
    reached: Callable[[float], None],
) -> Seen:
    parts: dict[str, list[npt.NDArray[Any]]] = {}
    done = 0
    while batch := list(islice(crops, _BATCH)):
        inputs = stack(batch, network.recipe.input)
        # One shape only: each new one would be compiled anew.
        full = {name: _filled_up(array) for name, array in inputs.items()}
        seen = dict(network.looking.predict_on_batch(full))
        seen["middle"] = seen["middle"].astype(np.float16)
        if LANDMARK_INPUT in full:
            seen[LANDMARK_INPUT] = full[LANDMARK_INPUT]
        for name, array in seen.items():
            parts.setdefault(name, []).append(array[: len(batch)])
        done += len(batch)
        reached(done / len(examples))
    arrays = {name: np.concatenate(arrays) for name, arrays in parts.items()}
    truth = np.array([network.recipe.labels.index(example.label) for example in examples], dtype=np.int32)
    return Seen(arrays, truth, np.arange(len(examples)) < own_count)


def _filled_up(array: npt.NDArray[Any]) -> npt.NDArray[Any]:
    return np.concatenate([array, np.repeat(array[-1:], _BATCH - len(array), axis=0)])
