"""Keras callbacks of a seeded, resumable and stoppable training, and the files of its backups."""

from __future__ import annotations

import math
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import keras
import numpy as np

from gesture_app.storage.atomic import atomic_path
from training.common.full_disk import require_free_space
from training.common.stop_request import StopRequest

Logs = dict[str, float] | None

_SEED_STATE = "seed_generator_state"
_NEW = ".new"
_BYTES_PER_NUMBER = 4
_FILE_OVERHEAD_BYTES = 2_000_000


class SetBatchEpoch(keras.callbacks.Callback):  # type: ignore[misc]
    """Set the epoch of the batches at its begin, also where ``fit`` starts at ``initial_epoch``.

    Args:
        batches: The training batches; their attribute ``epoch`` determines order and augmentation.
        first: Value of ``epoch`` in the first epoch.
    """

    def __init__(self, batches: Any, first: int = 0) -> None:
        super().__init__()
        self._batches = batches
        self._first = first

    def on_epoch_begin(self, epoch: int, logs: Logs = None) -> None:  # noqa: ARG002 (Keras' signature)
        """Set the epoch, before the first batch is requested."""
        self._batches.epoch = self._first + epoch


class SeedRandomLayers(keras.callbacks.Callback):  # type: ignore[misc]
    """Seed all random layers at the begin of each epoch, by seed, phase and epoch alone.

    Keras saves the state of random layers in none of its files: without this callback a resumed training would draw
    other dropout masks and augmentations than an uninterrupted one.

    Args:
        seed: Seed of the recipe.
        phase: Number of the phase, from 1.
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
    """``BackupAndRestore`` of Keras, safe against a kill at any moment.

    Keras writes the weights and the number of the epoch one after the other; after a kill in between, they would not
    match. Here each backup is written beside the previous one and put in place by one rename.

    Args:
        folder: Folder of the phase's backups.
        add_to: Called with the folder of each new backup before the rename, to add files of that epoch.
    """

    def __init__(self, folder: Path, add_to: Callable[[Path], None] | None = None) -> None:
        super().__init__()
        self._folder = folder
        self._add_to = add_to

    def on_train_begin(self, logs: Logs = None) -> None:
        """Restore the newest backup, if there is one."""
        newest = newest_backup(self._folder)
        if newest is not None:
            self._in(newest).on_train_begin(logs)

    def on_epoch_end(self, epoch: int, logs: Logs = None) -> None:
        """Back up weights and optimizer."""
        staged = self._folder / _NEW
        shutil.rmtree(staged, ignore_errors=True)
        staged.mkdir(parents=True)
        require_free_space(staged, _file_size_bytes([*self.model.variables, *self.model.optimizer.variables]))
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


class StopOnRequest(keras.callbacks.Callback):  # type: ignore[misc]
    """Stop at the end of a batch if a stop was requested, also where a library swallowed the exception.

    Args:
        stop: The request to stop.
    """

    def __init__(self, stop: StopRequest) -> None:
        super().__init__()
        self._stop = stop

    def on_train_batch_end(self, batch: int, logs: Logs = None) -> None:  # noqa: ARG002
        """Check after a training batch."""
        self._stop.check()

    def on_test_batch_end(self, batch: int, logs: Logs = None) -> None:  # noqa: ARG002
        """Check after a validation batch."""
        self._stop.check()


def newest_backup(folder: Path) -> Path | None:
    """The newest complete backup of a phase; None where there is none."""
    return max(folder.glob("epoch*"), default=None)


def epochs_backed_up(folder: Path) -> int:
    """The number of epochs in the newest backup of a phase."""
    newest = newest_backup(folder)
    return 0 if newest is None else int(newest.name.removeprefix("epoch"))


def save_weights(model: Any, file: Path) -> None:
    """Write a model's weights to a file, atomically."""
    file.parent.mkdir(parents=True, exist_ok=True)
    require_free_space(file.parent, _file_size_bytes(model.variables))
    with atomic_path(file) as temporary:
        model.save_weights(temporary)


def _file_size_bytes(variables: Iterable[Any]) -> int:
    """Upper bound of the size of a file of these variables."""
    return _FILE_OVERHEAD_BYTES + _BYTES_PER_NUMBER * sum(int(math.prod(variable.shape)) for variable in variables)
