"""Writing a run's folder, and resuming a run.

``run.json`` and ``history.json`` are replaced atomically, so that they are complete also after a crash.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from gesture_app.storage.atomic import write_atomically
from training.common.run_record import (
    HISTORY_NAME,
    RunFolderError,
    RunState,
    changed_settings,
    disk_errors,
)
from training.images.history import Row, best_of_run, best_row, history_csv
from training.images.recipe_file import KIND, to_dict
from training.images.run_folder import (
    CHECKPOINTS,
    ENVIRONMENT_NAME,
    HISTORY_TABLE_NAME,
    RUN_NAME,
    Run,
    is_run,
    read_run,
)


class RunWriter:
    """Writer of a run's folder; changes are on disk before a method returns.

    Args:
        run: The run, as read from its folder.
    """

    def __init__(self, run: Run) -> None:
        self.folder = run.folder
        self.recipe = run.recipe
        self._info = dict(run.info)
        self._history = list(run.history)

    @property
    def info(self) -> Mapping[str, Any]:
        """Content of ``run.json``."""
        return self._info

    @property
    def history(self) -> Sequence[Row]:
        """All rows of the history."""
        return self._history

    @property
    def phases_done(self) -> int:
        """Number of finished phases."""
        return int(self._info["phases_done"])

    def rows(self, phase: int) -> list[Row]:
        """Rows of a phase, counted from 1."""
        return [row for row in self._history if row["phase"] == phase]

    def record(self, **changes: Any) -> None:
        """Change values of ``run.json``."""
        self._info |= changes
        write_atomically(self.folder / RUN_NAME, _json(self._info).encode())

    def append(self, row: Row) -> None:
        """Add an epoch to the history."""
        self._history.append(row)
        self._write_history()

    def truncate_history(self, phase: int, epoch: int) -> None:
        """Remove the rows after an epoch, which will be trained again."""
        kept = [row for row in self._history if (row["phase"], row["epoch"]) <= (phase, epoch)]
        if kept != self._history:
            self._history = kept
            self._write_history()

    def checkpoint(self, row: Row) -> Path:
        """File of the weights of an epoch; its name holds phase, epoch and score."""
        score = row[self.recipe.phases[row["phase"] - 1].monitor]
        return self.folder / CHECKPOINTS / f"phase{row['phase']}-epoch{row['epoch']:02d}-{score:.4f}.weights.h5"

    def best_checkpoint(self, phase: int) -> Path | None:
        """File of the weights of the best epoch of a phase; None where no epoch has a score."""
        row = best_row(self.rows(phase), self.recipe.phases[phase - 1].monitor)
        return None if row is None else self.checkpoint(row)

    def best(self) -> Row | None:
        """Row of the best epoch of the run so far."""
        return best_of_run(self._history, [phase.monitor for phase in self.recipe.phases])

    def _write_history(self) -> None:
        write_atomically(self.folder / HISTORY_NAME, _json(self._history).encode())
        write_atomically(self.folder / HISTORY_TABLE_NAME, history_csv(self._history).encode())


def begin_run(folder: Path, info: Mapping[str, Any], environment: Mapping[str, Any], *, overwrite: bool) -> RunWriter:
    """Make a run's folder.

    Args:
        folder: The folder.
        info: Settings for ``run.json``; state and progress are added.
        environment: Content of ``environment.json``.
        overwrite: Whether an existing run may be removed.

    Raises:
        RunFolderError: If the folder exists and may not be removed, or cannot be written.
    """
    with disk_errors(folder):
        check_vacant(folder, overwrite=overwrite)
        if is_run(folder):
            shutil.rmtree(folder)
        (folder / CHECKPOINTS).mkdir(parents=True, exist_ok=True)
        write_atomically(folder / ENVIRONMENT_NAME, _json(environment).encode())
        write_atomically(folder / HISTORY_NAME, _json([]).encode())
        begun = {"kind": KIND, "state": RunState.RUNNING.value, "phases_done": 0, "seconds": 0.0, **info}
        write_atomically(folder / RUN_NAME, _json(begun).encode())
    return RunWriter(read_run(folder))


def check_vacant(folder: Path, *, overwrite: bool) -> None:
    """Check that a new run may use a folder.

    Raises:
        RunFolderError: If there is a run, or something else, in it.
    """
    if is_run(folder):
        if not overwrite:
            hint = "Go on with it by --resume, replace it by --overwrite, or choose another --runs or --seed."
            raise RunFolderError(f"There is a run in {folder} already.", hint=hint)
    elif folder.is_file() or (folder.is_dir() and not _is_left_over(folder)):
        raise RunFolderError(
            f"{folder} is there already, and is no run.", hint="Move it away, or choose another --runs."
        )


def _is_left_over(folder: Path) -> bool:
    """Whether a folder is that of a run that was killed at its begin."""
    begun = {CHECKPOINTS, ENVIRONMENT_NAME, HISTORY_NAME, RUN_NAME}
    return {path.name.removeprefix(".") for path in folder.iterdir()} <= begun


def resume_run(run: Run, info: Mapping[str, Any]) -> RunWriter:
    """Resume a run.

    Args:
        run: The run.
        info: Settings that a new run would have.

    Raises:
        RunFolderError: If recipe, data or weights differ; it names the differences.
    """
    told = differences(run, info)
    if told:
        hint = "Train by what it was begun with, or replace it by --overwrite."
        raise RunFolderError(f"{run.folder} cannot be gone on with: {'; '.join(told)}.", hint=hint)
    return RunWriter(run)


def differences(run: Run, info: Mapping[str, Any]) -> list[str]:
    """Differences between the settings of a run and those of now, in words."""
    told = changed_settings(to_dict(run.recipe), info["recipe"])
    if run.weights != info["weights"]:
        told.append(f"its weights were {run.weights} and are {info['weights']} now")
    if run.data_fingerprint != info["data"]["fingerprint"] or list(run.labels) != list(info["labels"]):
        told.append("the images are not those that it began with")
    before_on, now_on = (one.get("devices", 1) for one in (run.info, info))
    if before_on != now_on:
        told.append(f"it was trained on {before_on} device(s) at once and there are {now_on} now")
    return told


def _json(content: Any) -> str:
    return json.dumps(content, indent=1, ensure_ascii=False, allow_nan=False) + "\n"
