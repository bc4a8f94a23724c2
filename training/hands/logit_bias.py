"""Logit bias of labels that no training photo shows.

A model that has seen a gesture in renderings only predicts it too rarely on photos. Without such photos the deficit
cannot be measured, but validation photos of all other labels show how large a bias these bear.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.gestures import GestureSet
from training.common.metrics import macro_recall
from training.hands.data.dataset import EVERYDAY, HandSample
from training.hands.data.sampling import label_indices, rendered_flags
from training.hands.data.splits import Split
from training.hands.recipe import HandRecipe

_MIN_PHOTOS = 10
_STEP = 0.1
_MAX_BIAS = 5.0


def labels_without_photos(samples: Sequence[HandSample], labels: GestureSet) -> list[str]:
    """Labels with fewer than ten training photos; none where there are no photos at all."""
    photos = Counter(sample.label for sample in samples if not sample.is_rendered)
    return [label for label in labels.labels if photos[label] < _MIN_PHOTOS] if photos else []


def largest_logit_bias(
    logits: npt.NDArray[np.float32], split: Split, recipe: HandRecipe, labels: Sequence[str]
) -> float:
    """The largest bias of some logits that costs the other labels no more than ``logit_bias_cost``.

    The cost is the loss of mean validation recall of the other labels, in which photos, rendered hands and everyday
    hands of a label count as labels of their own: everyday hands are what too large a bias turns into lizards. Source,
    for the shift of logits by another prior: Saerens et al. 2002, Neural Computation 14, 21-41; here the prior cannot
    be estimated.

    Args:
        logits: ``(n, labels)`` float32, of the validation samples.
        split: The split with the validation samples.
        recipe: The recipe with the allowed cost.
        labels: Labels that get the bias, all the same one.
    """
    biased = [recipe.labels.index(label) for label in labels]
    truth, kinds = label_indices(split.validation, recipe), rendered_flags(split.validation).astype(np.int32)
    kinds += [sample.source == EVERYDAY for sample in split.validation]
    others = ~np.isin(truth, biased)
    if not others.any():
        return 0.0

    def recall(bias: float) -> float:
        shifted = np.array(logits[others])
        shifted[:, biased] += bias
        return macro_recall(3 * shifted.argmax(axis=1) + kinds[others], 3 * truth[others] + kinds[others])

    min_recall = recall(0.0) - recipe.data.logit_bias_cost
    biases = np.arange(_STEP, _MAX_BIAS + _STEP / 2, _STEP)
    too_large = next((i for i, bias in enumerate(biases) if recall(float(bias)) < min_recall), len(biases))
    return round(too_large * _STEP, 1)
