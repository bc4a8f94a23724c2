"""What happens around the epochs of a training, each as a Keras callback."""

from __future__ import annotations

import math
import shutil
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import keras
import numpy as np
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from training.full_disk import require_room
from training.images.history import Row, as_number, best_row, epochs_without_better
from training.images.recipe import PhaseRecipe
from training.images.run_writer import RunWriter
from training.stop_request import StopRequest

Logs = dict[str, float] | None

_SEED_STATE = "seed_generator_state"
_NEW = ".new"
_BYTES_A_NUMBER = 4
_FILE_OVERHEAD = 2_000_000


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

    def on_epoch_begin(self, epoch: int, logs: Logs = None) -> None:  # noqa: ARG002 (Keras' signature)
        """Set the state of every random layer."""
        states = [variable for variable in self.model.variables if variable.path.endswith(_SEED_STATE)]
        for index, state in enumerate(states):
            drawn = np.random.SeedSequence([self._seed, self._phase, epoch, index]).generate_state(1)
            state.assign(np.array([drawn[0] >> 1, 0], dtype=state.dtype))


class MeasureAgain(keras.callbacks.Callback):  # type: ignore[misc]
    """Measures the training data once more at each epoch's end, as validation data are.

    The loss and accuracy of training are means over an epoch in which the weights changed, dropout dropped and
    augmentation varied; that is why validation can look better. These are without all that.

    Args:
        batches: The training data.
    """

    def __init__(self, batches: Any) -> None:
        super().__init__()
        self._batches = batches

    def on_epoch_end(self, epoch: int, logs: Logs = None) -> None:  # noqa: ARG002
        """Add ``train_loss`` and ``train_accuracy`` to what the next callbacks are told."""
        measured = self.model.evaluate(self._batches, return_dict=True, verbose=0)
        if logs is not None:
            logs |= {f"train_{name}": value for name, value in measured.items()}


class RecordEpochs(keras.callbacks.Callback):  # type: ignore[misc]
    """Writes each epoch into the run's history, and the weights of the best one into a checkpoint.

    The checkpoint of the best epoch before goes when the next epoch begins: until then the backup, which a run that was
    killed goes on from, may be older than the newest checkpoint.

    Args:
        run: The run.
        phase: Which phase, from 1.
        model: Whose weights are kept; the model that is trained may be a part of it.
        console: Told a line an epoch.
    """

    def __init__(self, run: RunWriter, phase: int, model: Any, console: Console) -> None:
        super().__init__()
        self._run = run
        self._phase = phase
        self._whole = model
        self._console = console
        self._began_s = 0.0

    def on_epoch_begin(self, epoch: int, logs: Logs = None) -> None:  # noqa: ARG002
        """Start the clock; remove checkpoints that are no longer the best."""
        self._began_s = time.perf_counter()
        remove_all_but_best(self._run, self._phase)

    def on_epoch_end(self, epoch: int, logs: Logs = None) -> None:
        """Record the epoch."""
        seconds = round(time.perf_counter() - self._began_s, 3)
        row = row_of(self._phase, epoch + 1, logs or {})
        row |= {"learning_rate": as_number(self.model.optimizer.learning_rate), "seconds": seconds}
        monitor = self._run.recipe.phases[self._phase - 1].monitor
        is_best = best_row([*self._run.rows(self._phase), row], monitor) is row
        if is_best:
            save_weights(self._whole, self._run.checkpoint(row))
        self._run.append(row)
        self._run.record(seconds=round(self._run.info["seconds"] + seconds, 3))
        self._console.print(line_of(row, is_best=is_best), markup=False, highlight=False, soft_wrap=True)


class Backup(keras.callbacks.Callback):  # type: ignore[misc]
    """Keras' ``BackupAndRestore``, safe against being killed at any moment.

    Keras writes weights and the number of the epoch one after the other; killed in between, they would not fit
    together. Here each backup is made beside the one before, and put in its place by one renaming.

    Args:
        folder: Of the phase's backups.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

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
        older = list(self._folder.glob("epoch*"))
        staged.replace(self._folder / f"epoch{epoch + 1:04d}")
        for backup in older:
            shutil.rmtree(backup)

    def _in(self, folder: Path) -> Any:
        keras_backup = keras.callbacks.BackupAndRestore(folder, delete_checkpoint=False)
        keras_backup.set_model(self.model)
        return keras_backup


def newest_backup(folder: Path) -> Path | None:
    """The newest complete backup of a phase; None where there is none."""
    return max(folder.glob("epoch*"), default=None)


def epochs_backed_up(folder: Path) -> int:
    """How many epochs of a phase need not be trained again."""
    newest = newest_backup(folder)
    return 0 if newest is None else int(newest.name.removeprefix("epoch"))


class EndEarly(keras.callbacks.Callback):  # type: ignore[misc]
    """Ends a phase that gets no better, or whose loss is no number any more.

    It looks at the history alone, so that a run that is gone on with ends where it would have ended.

    Args:
        run: The run.
        phase: Which phase, from 1.
    """

    def __init__(self, run: RunWriter, phase: int) -> None:
        super().__init__()
        self._run = run
        self._phase = phase

    def on_epoch_end(self, epoch: int, logs: Logs = None) -> None:  # noqa: ARG002
        """End the phase where it is over."""
        recipe = self._run.recipe.phases[self._phase - 1]
        self.model.stop_training = bool(why_over(self._run.rows(self._phase), recipe))


def why_over(rows: list[Row], phase: PhaseRecipe) -> str:
    """Why a phase is over, in words; empty where it is not."""
    if rows and rows[-1]["epoch"] and (rows[-1]["loss"] is None or rows[-1]["val_loss"] is None):
        return "the loss is no number any more; a lower learning_rate may help"
    if rows and rows[-1]["epoch"] >= phase.epochs:
        return "all epochs are done"
    waited = epochs_without_better(rows, phase.monitor)
    if phase.stop_after and waited >= phase.stop_after:
        return f"{phase.monitor} was no better for {waited} epochs"
    return ""


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


class EpochBar(keras.callbacks.Callback):  # type: ignore[misc]
    """A bar for the batches of the epoch, in terminals only.

    Use it as a context: its thread ends there, however the training does.

    Args:
        phase: What the phase is called.
        epochs: How many it has at most.
        console: Where to.
    """

    def __init__(self, phase: str, epochs: int, console: Console) -> None:
        super().__init__()
        self._phase = phase
        self._epochs = epochs
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self._progress = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
        self._task = self._progress.add_task(phase, total=None, visible=False)

    def __enter__(self) -> EpochBar:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def on_epoch_begin(self, epoch: int, logs: Logs = None) -> None:  # noqa: ARG002
        """Begin anew."""
        told = f"{self._phase}, epoch {epoch + 1} of {self._epochs}"
        self._progress.reset(self._task, total=self.params.get("steps"), description=told, visible=True)

    def on_train_batch_end(self, batch: int, logs: Logs = None) -> None:  # noqa: ARG002
        """Go on by one."""
        self._progress.advance(self._task)


def row_of(phase: int, epoch: int, measured: dict[str, float]) -> dict[str, Any]:
    """A row of the history from what Keras measured."""
    return {"phase": phase, "epoch": epoch, **{name: as_number(value) for name, value in sorted(measured.items())}}


def line_of(row: Row, *, is_best: bool) -> str:
    """An epoch as one line for a log."""
    told = [
        f"{name} {'none' if value is None else f'{value:.4g}'}"
        for name, value in row.items()
        if name not in ("phase", "epoch", "seconds")
    ]
    seconds = [f"{row['seconds']:.1f} s"] if "seconds" in row else []
    best = ["best so far"] if is_best else []
    return "  ".join([f"phase {row['phase']} epoch {row['epoch']:>2}", *told, *seconds, *best])


def save_weights(model: Any, file: Path) -> None:
    """Write a model's weights, whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    require_room(file.parent, _bytes_of(model.variables))
    temporary = file.with_name(f".{file.name}")
    try:
        model.save_weights(temporary)
        temporary.replace(file)
    finally:
        temporary.unlink(missing_ok=True)


def _bytes_of(variables: Iterable[Any]) -> int:
    """What a file of them takes, and some more for the file's own."""
    return _FILE_OVERHEAD + _BYTES_A_NUMBER * sum(int(math.prod(variable.shape)) for variable in variables)


def remove_all_but_best(run: RunWriter, phase: int) -> None:
    """Remove the checkpoints of a phase that are not of its best epoch."""
    best = run.best_checkpoint(phase)
    if best is not None and best.is_file():
        for file in best.parent.glob(f"phase{phase}-*"):
            if file != best:
                file.unlink()
