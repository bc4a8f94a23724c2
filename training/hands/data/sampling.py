"""Sampling weights of training samples, and label priors of photos and of rendered hands."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from training.hands.data.dataset import HandSample
from training.hands.recipe import HandRecipe


def label_indices(samples: Sequence[HandSample], recipe: HandRecipe) -> npt.NDArray[np.int32]:
    """Label index of each sample, ``(n,)`` int32."""
    return np.array([recipe.labels.index(sample.label) for sample in samples], dtype=np.int32)


def rendered_flags(samples: Sequence[HandSample]) -> npt.NDArray[np.bool_]:
    """Whether each sample is rendered, ``(n,)`` bool."""
    return np.array([sample.is_rendered for sample in samples], dtype=bool)


def sampling_weights(samples: Sequence[HandSample], recipe: HandRecipe) -> npt.NDArray[np.float64]:
    """Probability of each sample in a draw, ``(n,)`` float64; sums to 1.

    Rendered hands have their share of the recipe. Within photos and within rendered hands, labels are weighted equally
    (or as in the recipe), and sources by the square root of their size, so that no large source dominates.
    """
    sizes = Counter((sample.is_rendered, sample.label, sample.source) for sample in samples)
    shares = {key: size**0.5 for key, size in sizes.items()}
    totals: dict[tuple[bool, str], float] = defaultdict(float)
    for (rendered, label, _), share in shares.items():
        totals[rendered, label] += share
    label_weight = {key: float(recipe.data.label_weights.get(key[1], 1.0)) for key in totals}
    kinds = {kind: sum(w for (k, _), w in label_weight.items() if k == kind) for kind in {k for k, _ in totals}}
    kind_share = {True: recipe.data.rendered_share, False: 1 - recipe.data.rendered_share}
    weights = np.empty(len(samples))
    for i, sample in enumerate(samples):
        key = (sample.is_rendered, sample.label, sample.source)
        within = shares[key] / totals[key[:2]] / sizes[key]
        weights[i] = kind_share[key[0]] * label_weight[key[:2]] / kinds[key[0]] * within
    return np.asarray(weights / weights.sum())


def log_priors(samples: Sequence[HandSample], recipe: HandRecipe) -> npt.NDArray[np.float32] | None:
    """Log prior of each label among photos and among rendered hands; None where the recipe has no logit adjustment.

    Some labels have rendered hands only, and a network soon learns that no photo shows a lizard. The loss adds these
    logarithms to the logits, so that this correlation need not be learnt. Source, for one kind of images: Menon et al.
    2021, "Long-tail learning via logit adjustment", arXiv 2007.07314.

    Returns:
        ``(2, labels)`` float32, photos in the first row, none below the logarithm of the recipe's
        ``logit_adjustment_min_prior``.
    """
    if not recipe.data.logit_adjustment_min_prior:
        return None
    priors = np.zeros((2, len(recipe.labels)))
    for sample, weight in zip(samples, sampling_weights(samples, recipe), strict=True):
        priors[int(sample.is_rendered), recipe.labels.index(sample.label)] += weight
    totals = priors.sum(axis=1, keepdims=True)
    shares = np.divide(priors, totals, out=np.full_like(priors, 1 / len(recipe.labels)), where=totals > 0)
    return np.asarray(np.log(np.maximum(shares, recipe.data.logit_adjustment_min_prior)), dtype=np.float32)
