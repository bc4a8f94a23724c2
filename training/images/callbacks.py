"""Keras callbacks of a training on images: recording, early stopping and progress."""

from __future__ import annotations

import time
from typing import Any

import keras
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from training.common.callbacks import save_weights
from training.images.history import Row, as_number, best_row, epochs_without_better
from training.images.recipe import PhaseRecipe
from training.images.run_writer import RunWriter

Logs = dict[str, float] | None


class EvaluateTrainingData(keras.callbacks.Callback):  # type: ignore[misc]
    """Evaluate the training data at the end of each epoch like validation data.

    Training loss and accuracy are means over an epoch with changing weights, dropout and augmentation, so that
    validation can seem better. These values are without all that.

    Args:
        batches: The training data.
    """

    def __init__(self, batches: Any) -> None:
        super().__init__()
        self._batches = batches

    def on_epoch_end(self, epoch: int, logs: Logs = None) -> None:  # noqa: ARG002
        """Add ``train_loss`` and ``train_accuracy`` to the logs of the next callbacks."""
        measured = self.model.evaluate(self._batches, return_dict=True, verbose=0)
        if logs is not None:
            logs |= {f"train_{name}": value for name, value in measured.items()}


class RecordEpoch(keras.callbacks.Callback):  # type: ignore[misc]
    """Write each epoch into the run's history, and the weights of the best one into a checkpoint.

    Older checkpoints are removed at the begin of the next epoch: until then, the backup from which a killed run is
    resumed may be older than the newest checkpoint.

    Args:
        run: The run.
        phase: Number of the phase, from 1.
        model: The model whose weights are saved; the trained model may be a part of it.
        console: Shows one line per epoch.
    """

    def __init__(self, run: RunWriter, phase: int, model: Any, console: Console) -> None:
        super().__init__()
        self._run = run
        self._phase = phase
        self._whole = model
        self._console = console
        self._began_s = 0.0

    def on_epoch_begin(self, epoch: int, logs: Logs = None) -> None:  # noqa: ARG002
        """Start the clock, and remove older checkpoints."""
        self._began_s = time.perf_counter()
        remove_other_checkpoints(self._run, self._phase)

    def on_epoch_end(self, epoch: int, logs: Logs = None) -> None:
        """Record the epoch."""
        seconds = round(time.perf_counter() - self._began_s, 3)
        row = history_row(self._phase, epoch + 1, logs or {})
        row |= {"learning_rate": as_number(self.model.optimizer.learning_rate), "seconds": seconds}
        monitor = self._run.recipe.phases[self._phase - 1].monitor
        is_best = best_row([*self._run.rows(self._phase), row], monitor) is row
        if is_best:
            save_weights(self._whole, self._run.checkpoint(row))
        self._run.append(row)
        self._run.record(seconds=round(self._run.info["seconds"] + seconds, 3))
        self._console.print(log_line(row, is_best=is_best), markup=False, highlight=False, soft_wrap=True)


class EarlyStopping(keras.callbacks.Callback):  # type: ignore[misc]
    """Stop a phase without improvement, or with a loss that is not finite.

    It depends on the history alone, so that a resumed run stops where it would have stopped.

    Args:
        run: The run.
        phase: Number of the phase, from 1.
    """

    def __init__(self, run: RunWriter, phase: int) -> None:
        super().__init__()
        self._run = run
        self._phase = phase

    def on_epoch_end(self, epoch: int, logs: Logs = None) -> None:  # noqa: ARG002
        """Stop the phase if it is over."""
        recipe = self._run.recipe.phases[self._phase - 1]
        self.model.stop_training = bool(end_reason(self._run.rows(self._phase), recipe))


def end_reason(rows: list[Row], phase: PhaseRecipe) -> str:
    """Reason why a phase is over, in words; empty where it is not."""
    if rows and rows[-1]["epoch"] and (rows[-1]["loss"] is None or rows[-1]["val_loss"] is None):
        return "the loss is no number any more; a lower learning_rate may help"
    if rows and rows[-1]["epoch"] >= phase.epochs:
        return "all epochs are done"
    waited = epochs_without_better(rows, phase.monitor)
    if phase.patience and waited >= phase.patience:
        return f"{phase.monitor} was no better for {waited} epochs"
    return ""


class EpochBar(keras.callbacks.Callback):  # type: ignore[misc]
    """Progress bar of the batches of an epoch, in terminals only.

    Use it as a context manager, which ends its thread.

    Args:
        phase: Title of the phase.
        epochs: Largest number of epochs.
        console: Shows the bar.
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
        """Reset the bar."""
        told = f"{self._phase}, epoch {epoch + 1} of {self._epochs}"
        self._progress.reset(self._task, total=self.params.get("steps"), description=told, visible=True)

    def on_train_batch_end(self, batch: int, logs: Logs = None) -> None:  # noqa: ARG002
        """Advance by one batch."""
        self._progress.advance(self._task)


def history_row(phase: int, epoch: int, measured: dict[str, float]) -> dict[str, Any]:
    """Row of the history from metrics of Keras."""
    return {"phase": phase, "epoch": epoch, **{name: as_number(value) for name, value in sorted(measured.items())}}


def log_line(row: Row, *, is_best: bool) -> str:
    """One line of text for an epoch."""
    told = [
        f"{name} {'none' if value is None else f'{value:.4g}'}"
        for name, value in row.items()
        if name not in ("phase", "epoch", "seconds")
    ]
    seconds = [f"{row['seconds']:.1f} s"] if "seconds" in row else []
    best = ["best so far"] if is_best else []
    return "  ".join([f"phase {row['phase']} epoch {row['epoch']:>2}", *told, *seconds, *best])


def remove_other_checkpoints(run: RunWriter, phase: int) -> None:
    """Remove all checkpoints of a phase but that of its best epoch."""
    best = run.best_checkpoint(phase)
    if best is not None and best.is_file():
        for file in best.parent.glob(f"phase{phase}-*"):
            if file != best:
                file.unlink()
