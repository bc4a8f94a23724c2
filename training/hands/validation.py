"""What a trained model makes of the hands it was not shown, and how sure it may therefore be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from training.common.metrics import Calibration, balanced_score, fit_calibration
from training.hands.data.batches import exact_inputs
from training.hands.data.dataset import HandSample
from training.hands.data.sampling import label_indices, rendered_flags
from training.hands.phases import predict
from training.hands.recipe import HandRecipe


@dataclass(frozen=True)
class HeldOut:
    """A model's view of hands that it has not learnt from.

    Attributes:
        inputs: What it saw, by input name.
        logits: ``(n, labels)``.
        truth: ``(n,)`` label indices.
        rendered: ``(n,)`` which of them are rendered.
        calibration: Fitted on them, photos and rendered hands counting alike, as in the choice of the checkpoint.
    """

    inputs: dict[str, npt.NDArray[Any]]
    logits: npt.NDArray[Any]
    truth: npt.NDArray[np.int32]
    rendered: npt.NDArray[np.bool_]
    calibration: Calibration

    def importances(self, model: Any, seed: int) -> dict[str, float]:
        """What is lost of the score that chose the checkpoint if an input comes from another hand, by input name.

        An input that is worth nothing is one that the model has not learnt to use, or no longer uses: training can end
        like this, and nobody would see it in the score alone.

        Source: Breiman 2001, "Random Forests", Machine Learning 45 (permutation importance).
        """
        order = np.random.default_rng(seed).permutation(len(self.truth))

        def score(logits: npt.NDArray[Any]) -> float:
            return balanced_score(logits.argmax(axis=1), self.truth, self.rendered)

        whole = score(self.logits)
        shuffled = {name: {**self.inputs, name: array[order]} for name, array in self.inputs.items()}
        return {name: round(whole - score(predict(model, inputs)), 4) for name, inputs in shuffled.items()}


def calibrate_on(examples: Sequence[HandSample], model: Any, recipe: HandRecipe) -> HeldOut:
    """Show a model the held-out hands and calibrate it by them.

    Args:
        examples: The hands held out.
        model: What was trained, with logits as its output.
        recipe: What it was trained by.
    """
    inputs, truth = exact_inputs(examples, recipe), label_indices(examples, recipe)
    logits = predict(model, inputs)
    rendered = rendered_flags(examples)
    calibration = fit_calibration(logits, truth, recipe.labels, recipe.false_accept_rate, rendered)
    return HeldOut(inputs, logits, truth, rendered, calibration)
