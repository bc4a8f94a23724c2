"""What a hand training keeps of its epochs: history, best weights, and backups to go on from."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import keras
import numpy as np
import numpy.typing as npt
from rich.console import Console

from gesture_app.errors import one_line
from training.resuming import epochs_backed_up, newest_backup, save_weights
from training.run_record import RunFolderError, write_whole
from training.stop_request import StopRequest

HISTORY_NAME = "history.json"
_BEST_NAME = "best.npz"
_ROWS_NAME = "rows.json"


@dataclass(frozen=True)
class Resumption:
    """What lets a training be stopped, or killed, and gone on with.

    Attributes:
        backups: Folder where every epoch is backed up; what is there already is gone on with.
        stop: Knows whether it was asked to stop.
    """

    backups: Path
    stop: StopRequest


@dataclass(frozen=True, eq=False)
class BestSoFar:
    """How a phase went up to some epoch.

    Attributes:
        score: The best score.
        weights: What the model had then, as Keras lists them.
        rows: All epochs of the phase in the history.
    """

    score: float = -1.0
    weights: Sequence[npt.NDArray[Any]] = ()
    rows: Sequence[dict[str, Any]] = ()

    def write(self, folder: Path) -> None:
        """Write it into the folder of a backup."""
        np.savez(folder / _BEST_NAME, *self.weights)
        told = {"score": self.score, "rows": self.rows}
        (folder / _ROWS_NAME).write_text(json.dumps(told, indent=1), encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> BestSoFar:
        """What :meth:`write` wrote.

        Raises:
            RunFolderError: If it cannot be read.
        """
        try:
            told = json.loads((folder / _ROWS_NAME).read_text(encoding="utf-8"))
            with np.load(folder / _BEST_NAME, allow_pickle=False) as stored:
                weights = [stored[f"arr_{number}"] for number in range(len(stored.files))]
            return cls(float(told["score"]), weights, list(told["rows"]))
        except (OSError, KeyError, TypeError, ValueError, zipfile.BadZipFile) as error:
            hint = "It was damaged. Train anew, without --resume."
            raise RunFolderError(f"The backup {folder} cannot be used: {one_line(error)}", hint=hint) from error


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
        write_whole(self.out / HISTORY_NAME, json.dumps(self.history, indent=1))

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

    Args:
        score: Of a model on held-out hands; higher is better.
        journal: Its history gets one row an epoch.
        phase: Name of the phase in the history and of the checkpoint.
    """

    def __init__(self, score: Callable[[Any], float], journal: Journal, phase: str) -> None:
        super().__init__()
        self.checkpoint = journal.out / f"{phase}.weights.h5"
        self._score_of = score
        self._journal = journal
        self._phase = phase
        self._best = journal.backed_up(phase) or BestSoFar()
        if self._best.rows:
            journal.add(self._best.rows)

    def on_train_begin(self, logs: dict[str, float] | None = None) -> None:  # noqa: ARG002 (Keras' signature)
        """Score the model as it comes, so that a phase can only improve on the one before."""
        if not self._best.rows:
            self._score(0, {})

    def on_epoch_end(self, epoch: int, logs: dict[str, float] | None = None) -> None:
        """Score, and keep the weights if they are the best so far."""
        self._score(epoch + 1, logs or {})

    def on_train_end(self, logs: dict[str, float] | None = None) -> None:  # noqa: ARG002
        """Put the best weights back."""
        self.restore_best()

    def restore_best(self) -> None:
        """Give the model the weights of its best epoch so far."""
        if self._best.weights:
            self.model.set_weights(self._best.weights)

    def back_up(self, folder: Path) -> None:
        """Write the best so far, and the history of the phase, into the folder of a backup."""
        self._best.write(folder)

    def _score(self, epoch: int, logs: dict[str, float]) -> None:
        score = self._score_of(self.model)
        row = {"phase": self._phase, "epoch": epoch, "held_out": round(score, 4)}
        row |= {name: round(float(value), 4) for name, value in logs.items()}
        rows, best = [*self._best.rows, row], self._best
        if score > best.score:
            self._best = BestSoFar(score, self.model.get_weights(), rows)
            save_weights(self.model, self.checkpoint)
        else:
            self._best = BestSoFar(best.score, best.weights, rows)
        self._journal.add([row])
        self._journal.console.print("  ".join(f"{name} {value}" for name, value in row.items()))
