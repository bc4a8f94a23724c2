"""Which hands are learnt from and which are held out: by source or person, never by frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from training.common.errors import TrainingDataError
from training.hands.data.dataset import HandSample
from training.hands.recipe import HandRecipe


@dataclass(frozen=True)
class Split:
    """Hands to learn from, and hands of other people to choose the checkpoint and calibrate with."""

    train: list[HandSample]
    held_out: list[HandSample]


def split_examples(examples: Sequence[HandSample], recipe: HandRecipe) -> Split:
    """Split as the recipe says; what it leaves out, and labels that it does not know, are on neither side.

    Raises:
        TrainingDataError: If nothing is left on a side, or a label has nothing to learn from.
    """
    known = [
        example
        for example in examples
        if example.label in recipe.labels.labels and not recipe.data.excludes(example.source, example.label)
    ]
    people = sorted({example.group for example in known if example.is_rendered})
    rng = np.random.default_rng(recipe.seed)
    held_out_count = round(len(people) * recipe.data.validation_people)
    validation_people = set(rng.permutation(people)[:held_out_count].tolist()) if people else set()
    validation_sources = set(recipe.data.validation_sources)

    def is_held_out(example: HandSample) -> bool:
        return example.group in validation_people if example.is_rendered else example.source in validation_sources

    split = Split([e for e in known if not is_held_out(e)], [e for e in known if is_held_out(e)])
    missing = set(recipe.labels.labels) - {example.label for example in split.train}
    if missing:
        raise TrainingDataError(
            f"There is nothing to learn {', '.join(sorted(missing))} from.",
            hint='Add pictures of it with --data; "python -m training synthesize" makes rendered ones.',
        )
    if not split.held_out:
        raise TrainingDataError(
            "Nothing is held out, so no checkpoint could be chosen honestly.",
            hint="Name sources of the data in the recipe's validation_sources, or raise validation_people.",
        )
    return split
