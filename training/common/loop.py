"""The training loop that recipes of all kinds share: seeded, resumable epochs of a Keras model."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import keras

from training.common.callbacks import Backup, SeedRandomLayers, SetBatchEpoch, StopOnRequest
from training.common.stop_request import StopRequest

_LAST_RATE_SHARE = 0.05
"""A cosine schedule ends at this share of its peak."""


@dataclass(frozen=True, eq=False)
class Phase:
    """One phase of a training.

    Attributes:
        number: Number of the phase, from 1.
        epochs: Largest number of epochs.
        seed: Seed of the recipe.
        first_batch_epoch: Epoch of the batches in the first epoch of the phase.
        backups: Folder of the phase's backups; None for no backups.
        stop: Request to stop, checked after each batch; None where the training cannot be stopped.
    """

    number: int
    epochs: int
    seed: int
    first_batch_epoch: int = 0
    backups: Path | None = None
    stop: StopRequest | None = None


def fit_phase(
    model: Any,
    batches: Any,
    phase: Phase,
    recorders: Sequence[Any],
    *,
    validation: Any = None,
    add_to_backup: Callable[[Path], None] | None = None,
    callbacks: Sequence[Any] = (),
    verbose: int = 0,
) -> None:
    """Train a compiled model for one phase, from the phase's newest backup on.

    All randomness depends on the seed, the phase and the epoch alone, so that an interrupted training gives the same
    weights as an uninterrupted one. An epoch is recorded before it is backed up: an epoch that was recorded but not
    backed up is trained again.

    Args:
        model: The compiled model.
        batches: Training batches with an attribute ``epoch``.
        phase: Length, seed and backups.
        recorders: Callbacks that record an epoch at its end, in order.
        validation: Validation batches for Keras, if any.
        add_to_backup: Adds files to the folder of a backup.
        callbacks: Further callbacks, called after all others.
        verbose: Verbosity of Keras.

    Raises:
        StopAskedError: If a stop was requested.
    """
    core = [SetBatchEpoch(batches, phase.first_batch_epoch), SeedRandomLayers(phase.seed, phase.number), *recorders]
    if phase.backups is not None:
        core.append(Backup(phase.backups, add_to_backup))
    if phase.stop is not None:
        core.append(StopOnRequest(phase.stop))
    model.fit(
        batches,
        validation_data=validation,
        epochs=phase.epochs,
        shuffle=False,
        verbose=verbose,
        callbacks=[*core, *callbacks],
    )
    if phase.stop is not None:
        phase.stop.check()


def cosine_schedule(peak_rate: float, steps: int, warm_up: float = 0.0) -> Any:
    """Learning rate by step: linear warm-up from 0 to the peak, then cosine decay to a twentieth of it.

    Args:
        peak_rate: The largest rate.
        steps: Number of steps in all.
        warm_up: Share of the steps in which the rate rises; 0 for none.
    """
    rising = round(steps * warm_up)
    start, target = (0.0, peak_rate) if rising else (peak_rate, None)
    return keras.optimizers.schedules.CosineDecay(
        start, max(steps - rising, 1), alpha=_LAST_RATE_SHARE, warmup_target=target, warmup_steps=rising
    )
