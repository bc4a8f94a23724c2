"""Split of the shipped rendered hands for one retraining: train, validation and base."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gesture_app.domain.retraining.plan import RetrainPlan
from training.hands.recipe import HandRecipe
from training.retraining.pose_relabelling import matching_poses
from training.retraining.rehearsal_set import RenderedHands
from training.retraining.user_dataset import UserDataset

_VALIDATION_PEOPLE, _VALIDATION_PEOPLE_WITH_NEW_LABELS = 0.4, 0.2
"""Fraction of the people: half a thousand hands show whether other people lose. With a new gesture this is not checked
(:mod:`training.retraining.weight_interpolation`), and more hands are left to train on."""


@dataclass(frozen=True)
class RehearsalSplit:
    """Other people's hands.

    Attributes:
        train: To train on.
        validation: For early stopping, calibration and weight interpolation.
        base: For the comparison of both models.
        relabelled_poses: By new label, the ``"none"`` poses that show it; left out of all splits.
    """

    train: RenderedHands
    validation: RenderedHands
    base: RenderedHands
    relabelled_poses: dict[str, set[str]]


def split_rehearsal(
    rehearsal: RenderedHands, base: RenderedHands, user: UserDataset, plan: RetrainPlan, recipe: HandRecipe
) -> RehearsalSplit:
    """Leave out unknown labels and poses that show a new gesture, and split the rehearsal set by person."""
    known = [label for label in recipe.labels.labels if label not in plan.new_labels]
    hands = [sample.hand for sample in (*user.train, *user.validation)]
    everything = rehearsal + base
    relabelled = {label: matching_poses(label, hands, everything, recipe.crop) for label in plan.new_labels}
    excluded: set[str] = set().union(*relabelled.values())
    rehearsal, base = (one.of_labels(known).without_poses(excluded) for one in (rehearsal, base))
    people = sorted({sample.group for sample in rehearsal.samples})
    order = np.random.default_rng(recipe.seed).permutation(people).tolist()
    fraction = _VALIDATION_PEOPLE_WITH_NEW_LABELS if plan.new_labels else _VALIDATION_PEOPLE
    validation = set(order[: round(fraction * len(people))])
    return RehearsalSplit(rehearsal.without_people(validation), rehearsal.of_people(validation), base, relabelled)
