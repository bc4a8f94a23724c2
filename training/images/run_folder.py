"""Folder of one run: its recipe, data, history and best weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gesture_app.errors import one_line
from training.common.run_record import HISTORY_NAME, RunFolderError, RunState, read_json
from training.images.history import Row
from training.images.recipe import ImageRecipe
from training.images.recipe_file import parse_image_recipe

RUN_NAME = "run.json"
HISTORY_TABLE_NAME = "history.csv"
ENVIRONMENT_NAME = "environment.json"
MODEL_NAME = "model.keras"
CURVES_NAME = "curves.png"
CHECKPOINTS = "checkpoints"
LOGS = "logs"

_REMEDY = "Train again with --overwrite."


@dataclass(frozen=True, eq=False)
class Run:
    """A run, as read from its folder.

    Attributes:
        folder: Its folder.
        recipe: Its recipe, with the actual seed.
        variant: Name of the variant of the recipe file.
        labels: Labels of its outputs, in order.
        info: Content of ``run.json``.
        history: One row per epoch.
    """

    folder: Path
    recipe: ImageRecipe
    variant: str
    labels: tuple[str, ...]
    info: Mapping[str, Any]
    history: Sequence[Row]

    @property
    def state(self) -> RunState:
        """State of the run."""
        return RunState(self.info["state"])

    @property
    def weights(self) -> str:
        """Initial weights of the backbone: ``imagenet``, ``none``, or a file's name and SHA-256."""
        return str(self.info["weights"])

    @property
    def data_fingerprint(self) -> str:
        """Fingerprint of its dataset."""
        return str(self.info["data"]["fingerprint"])

    def load_model(self) -> Any:
        """Load the Keras model with the best weights: from uint8 RGB images to the outputs of the recipe's network.

        Raises:
            RunFolderError: If there is none, or it cannot be loaded.
        """
        file = self.folder / MODEL_NAME
        if not file.is_file():
            hint = "Let it finish an epoch: train again with --resume."
            raise RunFolderError(f"The run {self.folder} has no {MODEL_NAME} yet.", hint=hint)
        import keras

        try:
            return keras.models.load_model(file, compile=False)
        except (OSError, ValueError, TypeError, KeyError) as error:
            hint = "It may have been cut off, or written by another version of Keras. Train again with --overwrite."
            raise RunFolderError(f"{file} cannot be loaded: {one_line(error)}", hint=hint) from error


def is_run(folder: Path) -> bool:
    """Whether a folder is that of a run on images."""
    return (folder / RUN_NAME).is_file()


def read_run(folder: Path) -> Run:
    """Read a run's folder.

    Raises:
        RunFolderError: If it is no run's folder, or its content cannot be used.
    """
    if not is_run(folder):
        hint = "Name the folder that training wrote, such as runs/camp-gestures/relu-frozen."
        raise RunFolderError(f"{folder} is no run: it has no {RUN_NAME}.", hint=hint)
    info = read_json(folder / RUN_NAME, _REMEDY)
    history = read_json(folder / HISTORY_NAME, _REMEDY) if (folder / HISTORY_NAME).is_file() else []
    try:
        RunState(info["state"])
        return Run(
            folder, parse_image_recipe(info["recipe"]), info["variant"], tuple(info["labels"]), info, tuple(history)
        )
    except (KeyError, TypeError, ValueError) as error:
        hint = "It may be damaged, or written by another version of this program. Train again with --overwrite."
        raise RunFolderError(f"{folder / RUN_NAME} cannot be used: {one_line(error)}", hint=hint) from error
