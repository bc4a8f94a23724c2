"""Interpolation between the weights before and after training (WiSE-FT): half of the change, or less.

The first training steps improve most for the user, the last ones cost other people most. Source: Wortsman et al. 2022,
"Robust fine-tuning of zero-shot models", arXiv 2109.01903. Measured in docs/research/experiments.md, "How far a
retraining goes".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.gestures import GestureSet
from gesture_app.domain.models.calibration import Calibration
from training.common.metrics import brier_scores
from training.hands.phases import predict
from training.retraining.calibration import recalibrate
from training.retraining.features import HandFeatures
from training.retraining.network import RetrainNetwork

_ALPHA_WITH_NEW_LABELS = 0.9
"""A new gesture starts from nothing; half of the change would leave its probabilities low."""

_MAX_ALPHA, _MIN_ALPHA = 0.5, 0.1
"""Less than a tenth would hardly change the model; the gate refuses models that harm other people even so."""

_BISECTIONS = 2
"""Resolution of a tenth."""

_MAX_BRIER_INCREASE = 0.01
"""Largest increase of a label's mean Brier score on other people's hands. One fully confident error more adds 2, so
this is half a hand in a hundred, as much as the gate allows over all labels."""


def interpolate_weights(
    network: RetrainNetwork,
    initial_weights: Sequence[npt.NDArray[Any]],
    validation: HandFeatures,
    initial_calibration: Calibration,
) -> Calibration:
    """Set the weights to the largest interpolation at which no label gets much worse on rehearsed validation hands.

    With new labels, nearly the whole change is kept.

    Args:
        network: The trained network; its weights are changed.
        initial_weights: ``network.whole.get_weights()`` before training.
        validation: Validation samples of the user and of other people.
        initial_calibration: Calibration before training.

    Returns:
        The calibration of the interpolated network.
    """
    trained_weights = network.whole.get_weights()

    def interpolate(alpha: float) -> tuple[Calibration, float]:
        pairs = zip(initial_weights, trained_weights, strict=True)
        network.whole.set_weights([initial + alpha * (trained - initial) for initial, trained in pairs])
        logits, labels = predict(network.tail, validation.arrays), network.recipe.labels
        old_logits = validation.arrays["logits"]
        calibration = recalibrate(
            old_logits, logits, validation.truth, labels, network.known_labels, initial_calibration
        )
        return calibration, _largest_brier_increase(
            initial_calibration.probabilities(old_logits, labels.none_index),
            calibration.probabilities(logits, labels.none_index),
            validation,
            labels,
        )

    if network.known_labels < len(network.recipe.labels):
        return interpolate(_ALPHA_WITH_NEW_LABELS)[0]
    calibration, increase = interpolate(_MAX_ALPHA)
    if increase <= _MAX_BRIER_INCREASE:
        return calibration
    low, high = _MIN_ALPHA, _MAX_ALPHA
    for _ in range(_BISECTIONS):
        alpha = (low + high) / 2
        low, high = (alpha, high) if interpolate(alpha)[1] <= _MAX_BRIER_INCREASE else (low, alpha)
    return interpolate(low)[0]


def _largest_brier_increase(
    before: npt.NDArray[np.float64], after: npt.NDArray[np.float64], validation: HandFeatures, labels: GestureSet
) -> float:
    """The largest increase of a label's mean Brier score on rehearsed hands."""
    increases = brier_scores(after, validation.truth) - brier_scores(before, validation.truth)
    by_label = [increases[~validation.is_user & (validation.truth == index)] for index in range(len(labels))]
    return max((float(of_label.mean()) for of_label in by_label if len(of_label)), default=0.0)
