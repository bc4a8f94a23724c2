"""Labels that no photo to learn from shows: what a model should still say when a photo does show one.

A model that has seen a gesture on rendered hands alone finds it less probable on every photo. How much less cannot be
measured, for want of such photos; but held-out photos of everything else tell how far its logit can be raised before
others are taken for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.gestures import GestureSet
from training.common.metrics import macro_recall
from training.hands.data.dataset import HandSample
from training.hands.data.sampling import label_indices, rendered_flags
from training.hands.data.splits import Split
from training.hands.recipe import HandRecipe

_FEW_PHOTOS = 10
_STEP = 0.1
_MOST = 5.0


def unseen_labels(examples: Sequence[HandSample], labels: GestureSet) -> list[str]:
    """Labels that hardly any photo to learn from shows; none where there are no photos at all."""
    photos = Counter(example.label for example in examples if not example.is_rendered)
    return [label for label in labels.labels if photos[label] < _FEW_PHOTOS] if photos else []


def how_far_to_raise(logits: npt.NDArray[np.float32], split: Split, recipe: HandRecipe, labels: Sequence[str]) -> float:
    """What to add to the logits of some labels: as much as the others can bear.

    They can bear it as long as the mean of their recalls on held-out hands, photos and rendered hands of a label
    counting as two, is lower than before by no more than the recipe's ``logit_bias_cost``. That another prior moves
    logits by a constant: Saerens et al. 2002, Neural Computation 14, 21-41; here the prior cannot be estimated.

    Args:
        logits: ``(n, labels)``, of the held-out hands.
        split: Its held-out hands.
        recipe: How much it may cost.
        labels: Which are raised, together.
    """
    raised = [recipe.labels.index(label) for label in labels]
    truth, rendered = label_indices(split.held_out, recipe), rendered_flags(split.held_out)
    others = ~np.isin(truth, raised)
    if not others.any():
        return 0.0

    def recall(amount: float) -> float:
        answers = np.array(logits[others])
        answers[:, raised] += amount
        return macro_recall(2 * answers.argmax(axis=1) + rendered[others], 2 * truth[others] + rendered[others])

    least = recall(0.0) - recipe.data.logit_bias_cost
    amounts = np.arange(_STEP, _MOST + _STEP / 2, _STEP)
    too_far = next((i for i, amount in enumerate(amounts) if recall(float(amount)) < least), len(amounts))
    return round(too_far * _STEP, 1)
