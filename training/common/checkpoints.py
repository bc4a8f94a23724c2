"""Best weights, averaged weights and history of a hand training, and their backups."""

from __future__ import annotations

import json
import math
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import keras
import numpy as np
import numpy.typing as npt
from rich.console import Console

from gesture_app.errors import one_line
from gesture_app.storage.atomic import write_atomically
from training.common.callbacks import epochs_backed_up, newest_backup, save_weights
from training.common.run_record import (
    AVERAGE_REJECTED_SCORE,
    AVERAGE_SCORE,
    HISTORY_NAME,
    VALIDATION_SCORE,
    RunFolderError,
)
from training.common.stop_request import StopRequest

_BEST_NAME = "best.npz"
_AVERAGE_NAME = "mean.npz"
_ROWS_NAME = "rows.json"
_ALLOWED_LOSS = 0.01
"""Averaged weights may score this much less than the lowest score among the averaged ones: they gain more than half a
point on images that validation data do not show. Source: training/EXPERIMENTS.md."""


@dataclass(frozen=True)
class Resumption:
    """Backups and stop request of a training that can be stopped and resumed.

    Attributes:
        backups: Folder of the backups of all phases.
        stop: The request to stop.
    """

    backups: Path
    stop: StopRequest


Weights = Sequence[npt.NDArray[Any]]
"""Weights of a model in the order of Keras."""


@dataclass(frozen=True, eq=False)
class BestWeights:
    """Weights with the highest score so far.

    Attributes:
        score: Their score; higher is better.
        weights: The weights.
        epochs_since: Number of epochs after the best one.
    """

    score: float = -math.inf
    weights: Weights = ()
    epochs_since: int = 0

    def after_epoch(self, score: float, model: Any) -> BestWeights:
        """The best weights after one more epoch; of equal scores the first one counts.

        Args:
            score: Score of the epoch.
            model: The model with the weights of the epoch.
        """
        if score > self.score:
            return BestWeights(score, model.get_weights())
        return replace(self, epochs_since=self.epochs_since + 1)


@dataclass(frozen=True, eq=False)
class WeightAverage:
    """Running mean of a model's weights over several epochs or runs.

    Source: Izmailov et al. 2018, "Averaging Weights Leads to Wider Optima and Better Generalization", arXiv 1803.05407.

    Attributes:
        count: Number of averaged weights.
        weights: Their mean, float32.
        lowest: The lowest score among them.
    """

    count: int = 0
    weights: Weights = ()
    lowest: float = 1.0

    def add(self, weights: Weights, score: float) -> WeightAverage:
        """The mean with one more set of weights."""
        count = self.count + 1
        known = self.weights or weights
        mean = [one + (other - one) / np.float32(count) for one, other in zip(known, weights, strict=True)]
        return WeightAverage(count, mean, min(self.lowest, score))

    def accepts(self, score: float) -> bool:
        """Whether the mean is used, given its score: weights that are too far apart have no useful mean."""
        return score >= self.lowest - _ALLOWED_LOSS


@dataclass(frozen=True, eq=False)
class PhaseProgress:
    """Progress of a phase up to an epoch, as stored in a backup.

    Attributes:
        best: The best weights; at the end of the phase the averaged weights, where averaging is on.
        rows: History rows of the phase.
        average: Average of the epochs to be averaged so far.
    """

    best: BestWeights = field(default_factory=BestWeights)
    rows: Sequence[dict[str, Any]] = ()
    average: WeightAverage = field(default_factory=WeightAverage)

    def write(self, folder: Path) -> None:
        """Write the progress into the folder of a backup."""
        np.savez(folder / _BEST_NAME, *self.best.weights)
        if self.average.count:
            np.savez(folder / _AVERAGE_NAME, *self.average.weights)
        content = {
            "score": self.best.score,
            "rows": self.rows,
            "mean": {"count": self.average.count, "lowest": self.average.lowest},
        }
        (folder / _ROWS_NAME).write_text(json.dumps(content, indent=1), encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> PhaseProgress:
        """Read the progress from the folder of a backup.

        Raises:
            RunFolderError: If it cannot be read.
        """
        try:
            content = json.loads((folder / _ROWS_NAME).read_text(encoding="utf-8"))
            count, lowest = int(content["mean"]["count"]), float(content["mean"]["lowest"])
            average = WeightAverage(count, _read_weights(folder / _AVERAGE_NAME) if count else (), lowest)
            best = BestWeights(float(content["score"]), _read_weights(folder / _BEST_NAME))
            return cls(best, list(content["rows"]), average)
        except (OSError, KeyError, TypeError, ValueError, zipfile.BadZipFile) as error:
            hint = "It was damaged. Train anew, without --resume."
            raise RunFolderError(f"The backup {folder} cannot be used: {one_line(error)}", hint=hint) from error


def _read_weights(file: Path) -> list[npt.NDArray[Any]]:
    with np.load(file, allow_pickle=False) as stored:
        return [stored[f"arr_{number}"] for number in range(len(stored.files))]


@dataclass(frozen=True, eq=False)
class TrainingHistory:
    """History of a training, on disk and on the console.

    Attributes:
        out: Folder of the history and the checkpoints.
        console: Shows each row.
        resumption: Backups and stop request, if the training can be resumed.
        rows: One row per epoch.
    """

    out: Path
    console: Console
    resumption: Resumption | None = None
    rows: list[dict[str, Any]] = field(default_factory=list)

    def extend(self, rows: Sequence[dict[str, Any]]) -> None:
        """Add rows and write the history."""
        self.rows.extend(rows)
        write_atomically(self.out / HISTORY_NAME, json.dumps(self.rows, indent=1).encode())

    def append(self, row: dict[str, Any]) -> None:
        """Add a row, write the history, and print the row."""
        self.extend([row])
        self.console.print("  ".join(f"{name} {value}" for name, value in row.items()))

    def backups(self, phase: str) -> Path | None:
        """Folder of a phase's backups; None where there are none."""
        return None if self.resumption is None else self.resumption.backups / phase

    def progress_of(self, phase: str) -> PhaseProgress | None:
        """Progress of a phase in its newest backup; None where there is none.

        Raises:
            RunFolderError: If it cannot be read.
        """
        backups = self.backups(phase)
        newest = None if backups is None else newest_backup(backups)
        return None if newest is None else PhaseProgress.read(newest)

    def restore_finished(self, phase: str, epochs: int, model: Any) -> bool:
        """Restore the history and the best weights of a phase that was trained to its end before.

        Args:
            phase: Name of the phase.
            epochs: Number of its epochs.
            model: The model that the phase trains.

        Returns:
            Whether the phase was finished before.

        Raises:
            RunFolderError: If its backup cannot be read.
        """
        backups = self.backups(phase)
        if backups is None or not epochs or epochs_backed_up(backups) < epochs:
            return False
        progress = self.progress_of(phase) or PhaseProgress()
        model.set_weights(progress.best.weights)
        self.extend(progress.rows)
        return True

    def check_stop(self) -> None:
        """Check for a request to stop.

        Raises:
            StopAskedError: If there is one.
        """
        if self.resumption is not None:
            self.resumption.stop.check()


class BestCheckpoint(keras.callbacks.Callback):  # type: ignore[misc]
    """Score the model after each epoch, save the best weights, and restore them at the end of the phase.

    The initial weights are scored as epoch 0, so that a phase cannot end with a lower score than the one before. After
    a backup was restored, best weights and history are those of the backup.

    With weight averaging, the averaged weights replace the best ones at the end, if their score allows it
    (:meth:`WeightAverage.accepts`).

    Args:
        score: Validation score of a model; higher is better.
        history: Gets one row per epoch.
        phase: Name of the phase in the history and of the checkpoint.
        averaged: Epochs to average, counted from 0, up to the last one of the phase.
    """

    def __init__(
        self, score: Callable[[Any], float], history: TrainingHistory, phase: str, *, averaged: range = range(0)
    ) -> None:
        super().__init__()
        self.checkpoint = history.out / f"{phase}.weights.h5"
        self._score_of = score
        self._history = history
        self._phase = phase
        self._averaged = averaged
        self._progress = history.progress_of(phase) or PhaseProgress()
        if self._progress.rows:
            history.extend(self._progress.rows)

    def on_train_begin(self, logs: dict[str, float] | None = None) -> None:  # noqa: ARG002 (Keras' signature)
        """Score the initial weights."""
        if not self._progress.rows:
            self._score(0, {})

    def on_epoch_end(self, epoch: int, logs: dict[str, float] | None = None) -> None:
        """Score the epoch, and save its weights if they are the best so far."""
        self._score(epoch + 1, logs or {})

    def on_train_end(self, logs: dict[str, float] | None = None) -> None:  # noqa: ARG002
        """Restore the best or averaged weights."""
        self.restore_best()

    def restore_best(self) -> None:
        """Set the model's weights to the best ones so far."""
        if self._progress.best.weights:
            self.model.set_weights(self._progress.best.weights)

    def back_up(self, folder: Path) -> None:
        """Write best weights and history of the phase into the folder of a backup."""
        self._progress.write(folder)

    def _score(self, epoch: int, logs: dict[str, float]) -> None:
        score = self._score_of(self.model)
        row = {"phase": self._phase, "epoch": epoch, VALIDATION_SCORE: round(score, 4)}
        row |= {name: round(float(value), 4) for name, value in logs.items()}
        progress = replace(self._progress, best=self._progress.best.after_epoch(score, self.model))
        if not progress.best.epochs_since:
            save_weights(self.model, self.checkpoint)
        if epoch - 1 in self._averaged:
            progress = replace(progress, average=progress.average.add(self.model.get_weights(), score))
            if epoch == self._averaged.stop:
                progress, average_score = self._with_average(progress)
                row |= average_score
        self._progress = replace(progress, rows=[*progress.rows, row])
        self._history.append(row)

    def _with_average(self, progress: PhaseProgress) -> tuple[PhaseProgress, dict[str, float]]:
        """The progress at the end of the phase, and the score of the average for the history."""
        average = progress.average
        self.model.set_weights(average.weights)
        score = self._score_of(self.model)
        if not average.accepts(score):
            return progress, {AVERAGE_REJECTED_SCORE: round(score, 4)}
        save_weights(self.model, self.checkpoint)
        return replace(progress, best=BestWeights(score, average.weights)), {AVERAGE_SCORE: round(score, 4)}
