"""How far the weights go from where they began to where training led them: half of the way, or less for others' sake.

The first steps bring this person most, the last ones cost others most. Source: Wortsman et al. 2022, "Robust
fine-tuning of zero-shot models", arXiv 2109.01903. Measured in EXPERIMENTS.md, "How far a retraining goes".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.gestures import GestureSet
from training.common.metrics import Calibration, brier_scores, softmax
from training.retraining.calibration import calibrate
from training.retraining.features import Seen
from training.retraining.learner import answer
from training.retraining.network import RetrainNetwork

_SHARE_BESIDE_NEW = 0.9
"""Where a gesture is new: it begins from nothing, and half of the way leaves it unsure."""

_MOST_SHARE, _LEAST_SHARE = 0.5, 0.1
"""Less than a tenth would hardly be another model; if others lose even so, the gate says no."""

_HALVINGS = 2
"""To a tenth of the way."""

_MOST_LOST = 0.01
"""How much worse the Brier score of a label may get on other people's hands. A hand that is read wrongly instead of
rightly, in full certainty, adds 2; so this is half a hand of a hundred, as much as the gate lets all of them lose."""


def go_as_far_as_others_allow(
    network: RetrainNetwork, at_first: Sequence[npt.NDArray[Any]], choosing: Seen, before: Calibration
) -> Calibration:
    """Bring the weights back until no label is read worse by much on rehearsed hands that nothing was learnt from.

    Where it learnt a new gesture, they stay where they are, nearly.

    Args:
        network: The network.
        at_first: What ``network.whole.get_weights()`` was before it learnt.
        choosing: This person's and other people's hands that nothing was learnt from.
        before: What was used with the old logits.

    Returns:
        Temperature and reject threshold of what the network is now.
    """
    learnt = network.whole.get_weights()

    def go(share: float) -> tuple[Calibration, float]:
        network.whole.set_weights([old + share * (new - old) for old, new in zip(at_first, learnt, strict=True)])
        logits, labels = answer(network.tail, choosing.arrays), network.recipe.labels
        old_logits = choosing.arrays["logits"]
        after = calibrate(old_logits, logits, choosing.truth, labels, network.known_labels, before)
        return after, _most_lost(
            softmax(old_logits, before.temperature), softmax(logits, after.temperature), choosing, labels
        )

    if network.known_labels < len(network.recipe.labels):
        return go(_SHARE_BESIDE_NEW)[0]
    calibration, lost = go(_MOST_SHARE)
    if lost <= _MOST_LOST:
        return calibration
    near, far = _LEAST_SHARE, _MOST_SHARE
    for _ in range(_HALVINGS):
        share = (near + far) / 2
        near, far = (share, far) if go(share)[1] <= _MOST_LOST else (near, share)
    return go(near)[0]


def _most_lost(
    before: npt.NDArray[np.float64], after: npt.NDArray[np.float64], choosing: Seen, labels: GestureSet
) -> float:
    """By how much the mean Brier score of a label rises on rehearsed hands, for the label where it rises most."""
    rises = brier_scores(after, choosing.truth) - brier_scores(before, choosing.truth)
    of_label = [rises[~choosing.is_own & (choosing.truth == place)] for place in range(len(labels))]
    return max((float(ones.mean()) for ones in of_label if len(ones)), default=0.0)
