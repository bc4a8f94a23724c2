"""Validation of a trained model: logits, calibration and permutation importance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from gesture_app.domain.models.calibration import Calibration
from training.common.metrics import balanced_score, fit_calibration
from training.hands.data.batches import exact_inputs
from training.hands.data.dataset import EVERYDAY, RENDERED, HandSample
from training.hands.data.sampling import label_indices, rendered_flags
from training.hands.phases import predict
from training.hands.recipe import HandRecipe


@dataclass(frozen=True)
class ValidationResult:
    """Logits and calibration of a model on the validation samples.

    Attributes:
        inputs: Model inputs by name.
        logits: ``(n, labels)`` float32.
        truth: ``(n,)`` int32 label indices.
        rendered: ``(n,)`` bool, true for rendered hands.
        calibration: Fitted on them; photos, rendered hands and everyday hands have equal weight.
    """

    inputs: dict[str, npt.NDArray[Any]]
    logits: npt.NDArray[Any]
    truth: npt.NDArray[np.int32]
    rendered: npt.NDArray[np.bool_]
    calibration: Calibration

    def permutation_importances(self, model: Any, seed: int) -> dict[str, float]:
        """Loss of the validation score when an input is permuted over the samples, by input name.

        An importance near 0 shows an input that the model ignores, for sample after its layers died in training; the
        score alone does not show it.

        Source: Breiman 2001, "Random Forests", Machine Learning 45 (permutation importance).
        """
        order = np.random.default_rng(seed).permutation(len(self.truth))

        def score(logits: npt.NDArray[Any]) -> float:
            return balanced_score(logits.argmax(axis=1), self.truth, self.rendered)

        whole = score(self.logits)
        permuted = {name: {**self.inputs, name: array[order]} for name, array in self.inputs.items()}
        return {name: round(whole - score(predict(model, inputs)), 4) for name, inputs in permuted.items()}


def calibrate_on(samples: Sequence[HandSample], model: Any, recipe: HandRecipe) -> ValidationResult:
    """Run a model on the validation samples and calibrate it.

    Args:
        samples: The validation samples.
        model: The trained model, with logits as its output.
        recipe: The recipe of the model.
    """
    inputs, truth = exact_inputs(samples, recipe), label_indices(samples, recipe)
    logits = predict(model, inputs)
    rendered = rendered_flags(samples)
    groups = np.array([_group(sample) for sample in samples])
    calibration = fit_calibration(logits, truth, recipe.labels, recipe.false_accept_rates, groups)
    return ValidationResult(inputs, logits, truth, rendered, calibration)


def _group(sample: HandSample) -> str:
    """Group of a sample in calibration: there are too few other signs of rendered people for a group of their own."""
    if not sample.is_rendered:
        return "photo"
    return sample.source if sample.source == EVERYDAY else RENDERED
