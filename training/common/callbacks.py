"""What a training needs to go on, after it was killed, as if nothing had happened: Keras callbacks and their files."""

from __future__ import annotations

import math
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import keras
import numpy as np

from gesture_app.storage.atomic import atomic_path
from training.common.full_disk import require_room
from training.common.stop_request import StopRequest

Logs = dict[str, float] | None

_SEED_STATE = "seed_generator_state"
_NEW = ".new"
_BYTES_A_NUMBER = 4
_FILE_OVERHEAD = 2_000_000


class FollowEpoch(keras.callbacks.Callback):  # type: ignore[misc]
    """Tells batches which epoch begins, as ``fit`` counts: also from ``initial_epoch`` on.

    Args:
        batches: What ``fit`` learns from; its attribute ``epoch`` says which order it gives.
        first: What the first epoch is to it.
    """

    def __init__(self, batches: Any, first: int = 0) -> None:
        super().__init__()
        self._batches = batches
        self._first = first

    def on_epoch_begin(self, epoch: int, logs: Logs = None) -> None:  # noqa: ARG002 (Keras' signature)
        """Keras calls it before it asks for the epoch's first batch."""
        self._batches.epoch = self._first + epoch


class SeedEpochs(keras.callbacks.Callback):  # type: ignore[misc]
    """Lets all that a network draws depend on the seed, the phase and the epoch alone.

    Keras keeps the state of random layers in none of its files, so without this a training that is gone on with would
    drop and vary other values than one that was not interrupted.

    Args:
        seed: Of the recipe.
        phase: Which phase, from 1.
    """

    def __init__(self, seed: int, phase: int) -> None:
        super().__init__()
        self._seed = seed
        self._phase = phase

    def on_epoch_begin(self, epoch: int, logs: Logs = None) -> None:  # noqa: ARG002
        """Set the state of every random layer."""
        states = [variable for variable in self.model.variables if variable.path.endswith(_SEED_STATE)]
        for index, state in enumerate(states):
            drawn = np.random.SeedSequence([self._seed, self._phase, epoch, index]).generate_state(1)
            state.assign(np.array([drawn[0] >> 1, 0], dtype=state.dtype))


class Backup(keras.callbacks.Callback):  # type: ignore[misc]
    """Keras' ``BackupAndRestore``, safe against being killed at any moment.

    Keras writes weights and the number of the epoch one after the other; killed in between, they would not fit
    together. Here each backup is made beside the one before, and put in its place by one renaming.

    Args:
        folder: Of the phase's backups.
        add_to: Told the folder of each new backup before it is put in its place, to write there what else belongs to
            that epoch.
    """

    def __init__(self, folder: Path, add_to: Callable[[Path], None] | None = None) -> None:
        super().__init__()
        self._folder = folder
        self._add_to = add_to

    def on_train_begin(self, logs: Logs = None) -> None:
        """Go on from the newest backup, if there is one."""
        newest = newest_backup(self._folder)
        if newest is not None:
            self._in(newest).on_train_begin(logs)

    def on_epoch_end(self, epoch: int, logs: Logs = None) -> None:
        """Back up weights and optimizer."""
        staged = self._folder / _NEW
        shutil.rmtree(staged, ignore_errors=True)
        staged.mkdir(parents=True)
        require_room(staged, _bytes_of([*self.model.variables, *self.model.optimizer.variables]))
        self._in(staged).on_epoch_end(epoch, logs)
        if self._add_to is not None:
            self._add_to(staged)
        older = list(self._folder.glob("epoch*"))
        staged.replace(self._folder / f"epoch{epoch + 1:04d}")
        for backup in older:
            shutil.rmtree(backup)

    def _in(self, folder: Path) -> Any:
        keras_backup = keras.callbacks.BackupAndRestore(folder, delete_checkpoint=False)
        keras_backup.set_model(self.model)
        return keras_backup


class StopWhenAsked(keras.callbacks.Callback):  # type: ignore[misc]
    """Stops at the next batch where a request to stop was swallowed by a library.

    Args:
        stop: Knows whether it was asked.
    """

    def __init__(self, stop: StopRequest) -> None:
        super().__init__()
        self._stop = stop

    def on_train_batch_end(self, batch: int, logs: Logs = None) -> None:  # noqa: ARG002
        """Look."""
        self._stop.check()

    def on_test_batch_end(self, batch: int, logs: Logs = None) -> None:  # noqa: ARG002
        """Look."""
        self._stop.check()


def newest_backup(folder: Path) -> Path | None:
    """The newest complete backup of a phase; None where there is none."""
    return max(folder.glob("epoch*"), default=None)


def epochs_backed_up(folder: Path) -> int:
    """How many epochs of a phase need not be trained again."""
    newest = newest_backup(folder)
    return 0 if newest is None else int(newest.name.removeprefix("epoch"))


def save_weights(model: Any, file: Path) -> None:
    """Write a model's weights, whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    require_room(file.parent, _bytes_of(model.variables))
    with atomic_path(file) as temporary:
        model.save_weights(temporary)


def _bytes_of(variables: Iterable[Any]) -> int:
    """What a file of them takes, and some more for the file's own."""
    return _FILE_OVERHEAD + _BYTES_A_NUMBER * sum(int(math.prod(variable.shape)) for variable in variables)
