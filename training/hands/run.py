"""Record of a hand training with its settings and state, for resuming it."""

from __future__ import annotations

import dataclasses
import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from gesture_app.errors import one_line
from gesture_app.storage.atomic import write_atomically
from training.common.run_record import BACKUP, RunFolderError, RunState, changed_settings, read_json
from training.hands.data.dataset import data_fingerprint
from training.hands.data.splits import Split
from training.hands.recipe import KIND, HandRecipe, parse_recipe

RECORD_NAME = "training.json"
"""Name of the record; ``run.json`` identifies runs on images."""

_REMEDY = "Train anew, without --resume."


class HandRun:
    """Record of a training in the run's folder; changes are on disk before a method returns.

    Args:
        folder: Folder of the run.
        info: Content of the record.
    """

    def __init__(self, folder: Path, info: Mapping[str, Any]) -> None:
        self.folder = folder
        self._info = dict(info)

    @property
    def state(self) -> RunState:
        """State of the run."""
        return RunState(self._info["state"])

    def record(self, state: RunState) -> None:
        """Record the state; backups of a finished run are removed."""
        self._info["state"] = state.value
        text = json.dumps(self._info, indent=1, ensure_ascii=False) + "\n"
        write_atomically(self.folder / RECORD_NAME, text.encode())
        if state is RunState.DONE:
            shutil.rmtree(self.folder / BACKUP, ignore_errors=True)


def begun_with(recipe: HandRecipe, split: Split, weights: str) -> dict[str, Any]:
    """Settings that must be the same when a training is resumed.

    Args:
        recipe: The recipe.
        split: Training and validation samples.
        weights: Name of the initial weights, of :func:`training.common.pretrained_weights.weights_name`.
    """
    return {
        "recipe": _plain(recipe),
        "weights": weights,
        "data": {"learnt_from": data_fingerprint(split.train), "held_out": data_fingerprint(split.validation)},
    }


def _plain(recipe: HandRecipe) -> dict[str, Any]:
    """The recipe as values for JSON, with the default of each key that its file lacks."""
    plain = {**dataclasses.asdict(recipe), "labels": recipe.labels.labels}
    return dict(json.loads(json.dumps(plain)))


def open_run(folder: Path, begun: Mapping[str, Any], *, resume: bool) -> HandRun:
    """Begin a training, or resume the one in a folder.

    Args:
        folder: Folder of the run; it exists.
        begun: Settings of the training, of :func:`begun_with`.
        resume: Whether to resume a training in the folder; without one, a new training begins.

    Raises:
        RunFolderError: If the existing training has other settings, or cannot be read.
    """
    file = folder / RECORD_NAME
    if resume and file.is_file():
        return _resume(folder, read_json(file, _REMEDY), begun)
    # Remove the files of a killed training first, so that they cannot be mistaken for part of this one.
    file.unlink(missing_ok=True)
    if (folder / BACKUP).exists():
        shutil.rmtree(folder / BACKUP)
    run = HandRun(folder, {"kind": KIND, **begun})
    run.record(RunState.RUNNING)
    return run


def _resume(folder: Path, info: Any, begun: Mapping[str, Any]) -> HandRun:
    try:
        changes = changed_settings(_plain(parse_recipe(info["recipe"])), begun["recipe"])
        if info["weights"] != begun["weights"]:
            changes.append(f"its weights were {info['weights']} and are {begun['weights']} now")
        if info["data"] != begun["data"]:
            changes.append("the images are not those that it began with")
        run = HandRun(folder, info)
        state = run.state
    except (KeyError, TypeError, ValueError) as error:
        hint = f"It may be damaged, or written by another version of this program. {_REMEDY}"
        raise RunFolderError(f"{folder / RECORD_NAME} cannot be used: {one_line(error)}", hint=hint) from error
    if changes:
        hint = "Train by what it was begun with, or anew, without --resume."
        raise RunFolderError(f"{folder} cannot be gone on with: {'; '.join(changes)}.", hint=hint)
    if state is not RunState.DONE:
        run.record(RunState.RUNNING)
    return run
