"""Random splits: by whole people and sessions where they are known, else stratified by label."""

from __future__ import annotations

import warnings
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from sklearn.model_selection import StratifiedGroupKFold

from training.common.errors import TrainingDataError

Indices = npt.NDArray[np.int64]

_HINT_PARTS = "Add images, or divide the data yourself: folders train, validation and test, or a column split."


def split_indices(labels: Sequence[str], groups: Sequence[str], share: float, seed: int) -> tuple[Indices, Indices]:
    """Split images in two; no group is on both sides, and every label is on the first.

    Args:
        labels: Label of each image.
        groups: Group of each image; an image without a group is a group of its own. Where no image has a group, the
            split is stratified by label.
        share: Share of the second side, above 0 and below 1. With groups, the nearest that one fold in ``1 / share``
            gives.
        seed: Seed of the draw.

    Returns:
        Indices of the first and of the second side, each in ascending order.

    Raises:
        TrainingDataError: If a label has a single image, all images are of one group, or no split by groups leaves
            every label on the first side.
    """
    held_out = _whole_groups(labels, groups, share, seed) if any(groups) else _same_share_of_each(labels, share, seed)
    return np.setdiff1d(np.arange(len(labels)), held_out), held_out


def sample_per_label(labels: Sequence[str], most: int, seed: int) -> Indices:
    """Indices of at most ``most`` random images of each label, in ascending order."""
    rng = np.random.default_rng(seed)
    drawn = [rng.permutation(places)[:most] for places in _by_label(labels)]
    return np.sort(np.concatenate(drawn))


def _by_label(labels: Sequence[str]) -> list[Indices]:
    array = np.array(labels)
    return [np.flatnonzero(array == label) for label in np.unique(array)]


def _same_share_of_each(labels: Sequence[str], share: float, seed: int) -> Indices:
    rng = np.random.default_rng(seed)
    held_out = []
    for places in _by_label(labels):
        if len(places) < 2:
            told = f"{labels[places[0]]} has a single image, so none can be held out"
            raise TrainingDataError(f"The data cannot be divided: {told}.", hint=_HINT_PARTS)
        count = min(max(1, round(share * len(places))), len(places) - 1)
        held_out.append(rng.permutation(places)[:count])
    return np.sort(np.concatenate(held_out))


def _whole_groups(labels: Sequence[str], groups: Sequence[str], share: float, seed: int) -> Indices:
    names = [group or f"\0{place}" for place, group in enumerate(groups)]
    folds = min(max(2, round(1 / share)), len(set(names)))
    if folds < 2:
        told = f"all images are of one group, {groups[0]}"
        raise TrainingDataError(f"The data cannot be divided: {told}.", hint=_HINT_PARTS)
    if max(len(places) for places in _by_label(labels)) < folds:
        told = f"no class has the {folds} images that holding out groups needs"
        raise TrainingDataError(f"The data cannot be divided: {told}.", hint=_HINT_PARTS)
    dividing = StratifiedGroupKFold(folds, shuffle=True, random_state=seed)
    with warnings.catch_warnings():  # about labels with fewer images than folds, which is looked at below
        warnings.simplefilter("ignore", UserWarning)
        parts = [np.asarray(part) for _, part in dividing.split(np.zeros(len(labels)), labels, names) if len(part)]
    harmless = [part for part in parts if _labels_but_those_at(part, labels) == set(labels)]
    if not harmless:
        told = "whichever groups are held out, some label has none left to learn from"
        raise TrainingDataError(f"The data cannot be divided: {told}.", hint=_HINT_PARTS)
    return min(harmless, key=lambda part: abs(len(part) - share * len(labels)))


def _labels_but_those_at(places: Indices, labels: Sequence[str]) -> set[str]:
    return set(np.delete(np.array(labels), places).tolist())
