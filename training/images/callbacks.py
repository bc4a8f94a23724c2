"""What happens around the epochs of a training, each as a Keras callback."""

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
    if phase.patience and waited >= phase.patience:
        return f"{phase.monitor} was no better for {waited} epochs"
    return ""


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


def remove_all_but_best(run: RunWriter, phase: int) -> None:
    """Remove the checkpoints of a phase that are not of its best epoch."""
    best = run.best_checkpoint(phase)
    if best is not None and best.is_file():
        for file in best.parent.glob(f"phase{phase}-*"):
            if file != best:
                file.unlink()
