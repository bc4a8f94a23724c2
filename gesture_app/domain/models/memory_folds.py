"""Parts of a person's samples that are held out in turn, to check what the others teach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

MOST_FOLDS = 5
"""More sessions than these are held out several at a time, which bounds the time of a check."""

PART = 0.4
"""Share of a recording that is held out, the first and then the last: the fifth between them keeps neighbours apart,
which are nearly the same image."""

LEAST_SAMPLES = 4
"""Fewest samples of a label in a single session of which some can be held out."""


@dataclass(frozen=True, eq=False)
class Fold:
    """One part that is held out.

    Attributes:
        kept: ``(n,)`` bool, True for the samples to learn from.
        tested: ``(n,)`` bool, True for the samples to test on; their labels are among those of the kept ones.
    """

    kept: npt.NDArray[np.bool_]
    tested: npt.NDArray[np.bool_]


def held_out_folds(labels: Sequence[str], sessions: Sequence[str]) -> list[Fold]:
    """Hold out each session in turn; of labels that have a single one, the first and the last part of the recording.

    Args:
        labels: Label of each sample, in order of recording.
        sessions: Session of each sample.

    Returns:
        The folds; no sample is tested twice.
    """
    names = np.array(labels, dtype=np.str_)
    numbers = {session: number for number, session in enumerate(dict.fromkeys(sessions))}
    groups = np.array([numbers[session] % MOST_FOLDS for session in sessions], dtype=np.intp)
    is_tested = np.zeros(len(names), dtype=bool)
    folds = []
    for group in np.unique(groups):
        kept = groups != group
        tested = ~kept & np.isin(names, names[kept])
        folds.append(Fold(kept, tested))
        is_tested |= tested
    first, last, parted = _ends(names, ~is_tested)
    folds += [Fold(~parted | first, last), Fold(~parted | last, first)]
    return [fold for fold in folds if fold.tested.any()]


def _ends(
    names: npt.NDArray[np.str_], of_one_session: npt.NDArray[np.bool_]
) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """First and last part of each label with enough samples in one session, and all samples of these labels."""
    first, last, parted = (np.zeros(len(names), dtype=bool) for _ in range(3))
    for label in np.unique(names[of_one_session]):
        indices = np.flatnonzero(of_one_session & (names == label))
        if len(indices) >= LEAST_SAMPLES:
            count = int(PART * len(indices))
            first[indices[:count]] = last[indices[len(indices) - count :]] = parted[indices] = True
    return first, last, parted
