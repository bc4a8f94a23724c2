"""How often each hand is drawn in training, and what its kind alone, photo or rendered, then says about its label."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from training.hands.data.dataset import HandSample
from training.hands.recipe import HandRecipe


def label_indices(examples: Sequence[HandSample], recipe: HandRecipe) -> npt.NDArray[np.int32]:
    """``(n,)`` int32: the output index of each hand's label."""
    return np.array([recipe.labels.index(example.label) for example in examples], dtype=np.int32)


def rendered_flags(examples: Sequence[HandSample]) -> npt.NDArray[np.bool_]:
    """``(n,)`` bool: which hands are rendered."""
    return np.array([example.is_rendered for example in examples], dtype=bool)


def sampling_weights(examples: Sequence[HandSample], recipe: HandRecipe) -> npt.NDArray[np.float64]:
    """How often each hand is drawn; sums to 1.

    Rendered hands get their share of the recipe. Within photos and within rendered hands every label counts alike (or
    as the recipe weighs it), and a source counts with the square root of its size, so that one diligent person does not
    drown out the many.
    """
    sizes = Counter((example.is_rendered, example.label, example.source) for example in examples)
    shares = {key: size**0.5 for key, size in sizes.items()}
    totals: dict[tuple[bool, str], float] = defaultdict(float)
    for (rendered, label, _), share in shares.items():
        totals[rendered, label] += share
    label_weight = {key: float(recipe.data.label_weights.get(key[1], 1.0)) for key in totals}
    kinds = {kind: sum(w for (k, _), w in label_weight.items() if k == kind) for kind in {k for k, _ in totals}}
    kind_share = {True: recipe.data.rendered_share, False: 1 - recipe.data.rendered_share}
    weights = np.empty(len(examples))
    for i, example in enumerate(examples):
        key = (example.is_rendered, example.label, example.source)
        within = shares[key] / totals[key[:2]] / sizes[key]
        weights[i] = kind_share[key[0]] * label_weight[key[:2]] / kinds[key[0]] * within
    return np.asarray(weights / weights.sum())


def log_priors(examples: Sequence[HandSample], recipe: HandRecipe) -> npt.NDArray[np.float32] | None:
    """How likely a drawn hand's label is, by kind of hand; None where the recipe leaves it out of the loss.

    Some labels have hands of one kind only, and a network soon finds out that no photo shows a lizard. The loss adds
    these logarithms to the logits, so that what a kind says about the label need not be learnt, and the logits are left
    with what the hand says. Source, for one kind: Menon et al. 2021, "Long-tail learning via logit adjustment", arXiv
    2007.07314.

    Returns:
        ``(2, labels)`` float32, the row of photos first, none below the logarithm of the recipe's
        ``logit_adjustment_min_prior``.
    """
    if not recipe.data.logit_adjustment_min_prior:
        return None
    priors = np.zeros((2, len(recipe.labels)))
    for example, weight in zip(examples, sampling_weights(examples, recipe), strict=True):
        priors[int(example.is_rendered), recipe.labels.index(example.label)] += weight
    totals = priors.sum(axis=1, keepdims=True)
    shares = np.divide(priors, totals, out=np.full_like(priors, 1 / len(recipe.labels)), where=totals > 0)
    return np.asarray(np.log(np.maximum(shares, recipe.data.logit_adjustment_min_prior)), dtype=np.float32)
