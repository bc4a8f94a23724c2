"""What is recorded of a hand training, so that it can be gone on with: what it was begun with, and how far it is."""

from __future__ import annotations

import dataclasses
import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from gesture_app.errors import one_line
from gesture_app.storage.atomic import write_atomically
from training.common.recipe_migration import migrated
from training.common.run_record import BACKUP, RunFolderError, RunState, changed_settings, read_json
from training.hands.data.dataset import data_fingerprint
from training.hands.data.splits import Split
from training.hands.recipe import KEY_CHANGES, KIND, HandRecipe

RECORD_NAME = "training.json"
"""Not ``run.json``: that is what runs on pictures are told by."""

_REMEDY = "Train anew, without --resume."


class HandRun:
    """The record of a training, in its folder; what it is told is on disk before its methods return.

    Args:
        folder: Of the run; it is there.
        info: What the record holds.
    """

    def __init__(self, folder: Path, info: Mapping[str, Any]) -> None:
        self.folder = folder
        self._info = dict(info)

    @property
    def state(self) -> RunState:
        """How far it is."""
        return RunState(self._info["state"])

    def record(self, state: RunState) -> None:
        """Say how far it is; what it would go on from is removed when it is done."""
        self._info["state"] = state.value
        text = json.dumps(self._info, indent=1, ensure_ascii=False) + "\n"
        write_atomically(self.folder / RECORD_NAME, text.encode())
        if state is RunState.DONE:
            shutil.rmtree(self.folder / BACKUP, ignore_errors=True)


def begun_with(recipe: HandRecipe, split: Split, weights: str) -> dict[str, Any]:
    """What has to be the same where a training is gone on with.

    Args:
        recipe: What it is trained by.
        split: What is learnt from and what chooses the checkpoint.
        weights: What it starts from, as :func:`training.common.pretrained_weights.weights_name` has it.
    """
    plain = {**dataclasses.asdict(recipe), "labels": recipe.labels.labels}
    return {
        "recipe": json.loads(json.dumps(plain)),
        "weights": weights,
        "data": {"learnt_from": data_fingerprint(split.train), "held_out": data_fingerprint(split.held_out)},
    }


def open_run(folder: Path, begun: Mapping[str, Any], *, resume: bool) -> HandRun:
    """Begin a training, or go on with the one in a folder.

    Args:
        folder: Of the run; it is there.
        begun: What it is begun with, as :func:`begun_with` says it.
        resume: Whether to go on with what is there; where nothing is, and else, a new training begins.

    Raises:
        RunFolderError: If what is there was begun with something else, or cannot be read.
    """
    file = folder / RECORD_NAME
    if resume and file.is_file():
        return _go_on(folder, read_json(file, _REMEDY), begun)
    # first what a killed training left: it must not be taken for a part of this one
    file.unlink(missing_ok=True)
    if (folder / BACKUP).exists():
        shutil.rmtree(folder / BACKUP)
    run = HandRun(folder, {"kind": KIND, **begun})
    run.record(RunState.RUNNING)
    return run


def _go_on(folder: Path, info: Any, begun: Mapping[str, Any]) -> HandRun:
    try:
        told = changed_settings(migrated(info["recipe"], KEY_CHANGES), begun["recipe"])
        if info["weights"] != begun["weights"]:
            told.append(f"its weights were {info['weights']} and are {begun['weights']} now")
        if info["data"] != begun["data"]:
            told.append("the pictures are not those that it began with")
        run = HandRun(folder, info)
        state = run.state
    except (KeyError, TypeError, ValueError) as error:
        hint = f"It may be damaged, or written by another version of this program. {_REMEDY}"
        raise RunFolderError(f"{folder / RECORD_NAME} cannot be used: {one_line(error)}", hint=hint) from error
    if told:
        hint = "Train by what it was begun with, or anew, without --resume."
        raise RunFolderError(f"{folder} cannot be gone on with: {'; '.join(told)}.", hint=hint)
    if state is not RunState.DONE:
        run.record(RunState.RUNNING)
    return run
