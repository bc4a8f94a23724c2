"""What a hand training keeps of its epochs: history, best weights, and backups to go on from."""

from __future__ import annotations

import json
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
from training.common.run_record import HELD_OUT_OF_MEAN, HISTORY_NAME, MEAN_NOT_KEPT, RunFolderError
from training.common.stop_request import StopRequest

_BEST_NAME = "best.npz"
_MEAN_NAME = "mean.npz"
_ROWS_NAME = "rows.json"
_MOST_BELOW = 0.01
"""A mean of weights may score less than each of those it is made of, by this at most: what it does for what held-out
hands do not show is worth half a point of theirs. Source: training/EXPERIMENTS.md."""


@dataclass(frozen=True)
class Resumption:
    """What lets a training be stopped, or killed, and gone on with.

    Attributes:
        backups: Folder where every epoch is backed up; what is there already is gone on with.
        stop: Knows whether it was asked to stop.
    """

    backups: Path
    stop: StopRequest


Weights = Sequence[npt.NDArray[Any]]
"""What a model has learnt, as Keras lists it."""


@dataclass(frozen=True, eq=False)
class MeanWeights:
    """The mean of a model's weights after several epochs, or several trainings from one start.

    It lies nearer the middle of what fits than any of them, and does better on what is unlike the data: Izmailov et al.
    2018, "Averaging Weights Leads to Wider Optima and Better Generalization", arXiv 1803.05407.

    Attributes:
        count: Of how many.
        weights: Their mean, float32.
        lowest: The lowest score among them.
    """

    count: int = 0
    weights: Weights = ()
    lowest: float = 1.0

    def and_also(self, weights: Weights, score: float) -> MeanWeights:
        """The mean of one more."""
        count = self.count + 1
        known = self.weights or weights
        mean = [one + (other - one) / np.float32(count) for one, other in zip(known, weights, strict=True)]
        return MeanWeights(count, mean, min(self.lowest, score))

    def is_kept(self, score: float) -> bool:
        """Whether the mean, which has this score, is any good: else they are too far from each other to have one."""
        return score >= self.lowest - _MOST_BELOW


@dataclass(frozen=True, eq=False)
class BestSoFar:
    """How a phase went up to some epoch.

    Attributes:
        score: Of the weights that are kept.
        weights: The best, or in the end the mean of the last epochs' where that was asked for.
        rows: All epochs of the phase in the history.
        mean: Of the epochs so far whose mean is asked for.
    """

    score: float = -1.0
    weights: Weights = ()
    rows: Sequence[dict[str, Any]] = ()
    mean: MeanWeights = field(default_factory=MeanWeights)

    def write(self, folder: Path) -> None:
        """Write it into the folder of a backup."""
        np.savez(folder / _BEST_NAME, *self.weights)
        if self.mean.count:
            np.savez(folder / _MEAN_NAME, *self.mean.weights)
        told = {
            "score": self.score,
            "rows": self.rows,
            "mean": {"count": self.mean.count, "lowest": self.mean.lowest},
        }
        (folder / _ROWS_NAME).write_text(json.dumps(told, indent=1), encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> BestSoFar:
        """What :meth:`write` wrote.

        Raises:
            RunFolderError: If it cannot be read.
        """
        try:
            told = json.loads((folder / _ROWS_NAME).read_text(encoding="utf-8"))
            count, lowest = int(told["mean"]["count"]), float(told["mean"]["lowest"])
            mean = MeanWeights(count, _read_weights(folder / _MEAN_NAME) if count else (), lowest)
            return cls(float(told["score"]), _read_weights(folder / _BEST_NAME), list(told["rows"]), mean)
        except (OSError, KeyError, TypeError, ValueError, zipfile.BadZipFile) as error:
            hint = "It was damaged. Train anew, without --resume."
            raise RunFolderError(f"The backup {folder} cannot be used: {one_line(error)}", hint=hint) from error


def _read_weights(file: Path) -> list[npt.NDArray[Any]]:
    with np.load(file, allow_pickle=False) as stored:
        return [stored[f"arr_{number}"] for number in range(len(stored.files))]


@dataclass(frozen=True, eq=False)
class Journal:
    """Where a training is written down.

    Attributes:
        out: Folder for the history and the checkpoints.
        console: Told about progress.
        resumption: Where it is backed up and gone on with, if it is.
        history: One row an epoch.
    """

    out: Path
    console: Console
    resumption: Resumption | None = None
    history: list[dict[str, Any]] = field(default_factory=list)

    def add(self, rows: Sequence[dict[str, Any]]) -> None:
        """Add epochs to the history."""
        self.history.extend(rows)
        write_atomically(self.out / HISTORY_NAME, json.dumps(self.history, indent=1).encode())

    def tell(self, row: dict[str, Any]) -> None:
        """Add an epoch to the history, and tell the console."""
        self.add([row])
        self.console.print("  ".join(f"{name} {value}" for name, value in row.items()))

    def backups(self, phase: str) -> Path | None:
        """Where a phase is backed up; None where nothing is."""
        return None if self.resumption is None else self.resumption.backups / phase

    def backed_up(self, phase: str) -> BestSoFar | None:
        """How a phase went up to its newest backup; None where there is none.

        Raises:
            RunFolderError: If it cannot be read.
        """
        backups = self.backups(phase)
        newest = None if backups is None else newest_backup(backups)
        return None if newest is None else BestSoFar.read(newest)

    def take_done(self, phase: str, epochs: int, model: Any) -> bool:
        """Where a phase was trained to its end before, take up its history, and give the model its best weights.

        Args:
            phase: Its name.
            epochs: How many it has.
            model: What it trains.

        Returns:
            Whether it was.

        Raises:
            RunFolderError: If its backup cannot be read.
        """
        backups = self.backups(phase)
        if backups is None or not epochs or epochs_backed_up(backups) < epochs:
            return False
        kept = self.backed_up(phase) or BestSoFar()
        model.set_weights(kept.weights)
        self.add(kept.rows)
        return True

    def check_stop(self) -> None:
        """Ask whether to stop.

        Raises:
            StopAskedError: If so.
        """
        if self.resumption is not None:
            self.resumption.stop.check()


class KeepBest(keras.callbacks.Callback):  # type: ignore[misc]
    """Scores the model after every epoch, keeps the best weights, and puts them back at the end.

    The checkpoint is on disk from the start, so an interrupted run loses nothing. Where the phase was backed up, what
    was the best then, and the history, are gone on with.

    Where a mean is asked for, that is kept in the end instead of the best, if it is any good
    (:meth:`MeanWeights.is_kept`).

    Args:
        score: Of a model on held-out hands; higher is better.
        journal: Its history gets one row an epoch.
        phase: Name of the phase in the history and of the checkpoint.
        averaged: The epochs whose weights' mean is asked for, counted from 0; the last of the phase are the last here.
    """

    def __init__(
        self, score: Callable[[Any], float], journal: Journal, phase: str, *, averaged: range = range(0)
    ) -> None:
        super().__init__()
        self.checkpoint = journal.out / f"{phase}.weights.h5"
        self._score_of = score
        self._journal = journal
        self._phase = phase
        self._averaged = averaged
        self._best = journal.backed_up(phase) or BestSoFar()
        if self._best.rows:
            journal.add(self._best.rows)

    def on_train_begin(self, logs: dict[str, float] | None = None) -> None:  # noqa: ARG002 (Keras' signature)
        """Score the model as it comes, so that a phase can only improve on the one before."""
        if not self._best.rows:
            self._score(0, {})

    def on_epoch_end(self, epoch: int, logs: dict[str, float] | None = None) -> None:
        """Score, and keep the weights if they are the best so far, or their mean in the end."""
        self._score(epoch + 1, logs or {})

    def on_train_end(self, logs: dict[str, float] | None = None) -> None:  # noqa: ARG002
        """Put the kept weights back."""
        self.restore_best()

    def restore_best(self) -> None:
        """Give the model the weights that are kept so far."""
        if self._best.weights:
            self.model.set_weights(self._best.weights)

    def back_up(self, folder: Path) -> None:
        """Write what is kept so far, and the history of the phase, into the folder of a backup."""
        self._best.write(folder)

    def _score(self, epoch: int, logs: dict[str, float]) -> None:
        score = self._score_of(self.model)
        row = {"phase": self._phase, "epoch": epoch, "held_out": round(score, 4)}
        row |= {name: round(float(value), 4) for name, value in logs.items()}
        best = self._best
        if score > best.score:
            best = replace(best, score=score, weights=self.model.get_weights())
            save_weights(self.model, self.checkpoint)
        if epoch - 1 in self._averaged:
            best = replace(best, mean=best.mean.and_also(self.model.get_weights(), score))
            if epoch == self._averaged.stop:
                best, of_mean = self._with_mean(best)
                row |= of_mean
        self._best = replace(best, rows=[*best.rows, row])
        self._journal.tell(row)

    def _with_mean(self, best: BestSoFar) -> tuple[BestSoFar, dict[str, float]]:
        """What is kept in the end, and what the history says of the mean."""
        mean = best.mean
        self.model.set_weights(mean.weights)
        score = self._score_of(self.model)
        if not mean.is_kept(score):
            return best, {MEAN_NOT_KEPT: round(score, 4)}
        save_weights(self.model, self.checkpoint)
        return replace(best, score=score, weights=mean.weights), {HELD_OUT_OF_MEAN: round(score, 4)}
