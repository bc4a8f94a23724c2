"""Training and validation split by source or person, never by image."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from training.common.errors import TrainingDataError
from training.hands.data.dataset import HandSample
from training.hands.recipe import HandRecipe


@dataclass(frozen=True)
class Split:
    """Samples of a training.

    Attributes:
        train: Samples to learn from.
        validation: Samples of other people, to select the checkpoint and to calibrate.
    """

    train: list[HandSample]
    validation: list[HandSample]


def split_samples_by_group(samples: Sequence[HandSample], recipe: HandRecipe) -> Split:
    """Split samples as the recipe says; samples that it excludes, and unknown labels, are in neither set.

    Raises:
        TrainingDataError: If a set is empty, or a label has no training sample.
    """
    known = [
        sample
        for sample in samples
        if sample.label in recipe.labels.labels and not recipe.data.excludes(sample.source, sample.label)
    ]
    people = sorted({sample.group for sample in known if sample.is_rendered})
    rng = np.random.default_rng(recipe.seed)
    count = round(len(people) * recipe.data.validation_people)
    validation_people = set(rng.permutation(people)[:count].tolist()) if people else set()
    validation_sources = set(recipe.data.validation_sources)

    def is_validation(sample: HandSample) -> bool:
        return sample.group in validation_people if sample.is_rendered else sample.source in validation_sources

    split = Split([s for s in known if not is_validation(s)], [s for s in known if is_validation(s)])
    missing = set(recipe.labels.labels) - {sample.label for sample in split.train}
    if missing:
        raise TrainingDataError(
            f"There is nothing to learn {', '.join(sorted(missing))} from.",
            hint='Add images of it with --data; "python -m training synthesize" makes rendered ones.',
        )
    if not split.validation:
        raise TrainingDataError(
            "Nothing is held out, so no checkpoint could be chosen honestly.",
            hint="Name sources of the data in the recipe's validation_sources, or raise validation_people.",
        )
    return split
