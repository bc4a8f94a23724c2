"""What the records of all runs share: how far a run is, what it was begun with, and files that are written whole."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import Any

from gesture_app.errors import GestureAppError, one_line
from training.common.full_disk import is_full_disk

BACKUP = "backup"
"""The folder of the backups in that of a run."""

HISTORY_NAME = "history.json"
"""What a run wrote down of its epochs: a list with one row an epoch, in its folder."""

HELD_OUT_OF_MEAN = "held_out_of_mean"
"""In the last row of a hand training's: the score of the mean of several epochs' weights, where that is kept."""

MEAN_NOT_KEPT = "held_out_of_mean_not_kept"
"""The same, where it is not."""


class RunFolderError(GestureAppError):
    """The folder of a run cannot be read, written, or gone on with."""


class RunState(Enum):
    """How far a run is. One that was killed still says that it is running."""

    RUNNING = "running"
    STOPPED = "stopped"
    DONE = "done"


def read_json(file: Path, remedy: str) -> Any:
    """What a file of a run holds.

    Args:
        file: The file.
        remedy: How to train again if it is damaged.

    Raises:
        RunFolderError: If it cannot be read.
    """
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise RunFolderError(f"{file} cannot be read: {error.strerror}.", hint="Check who may read it.") from error
    except ValueError as error:
        raise RunFolderError(f"{file} is not JSON: {one_line(error)}.", hint=f"It is damaged. {remedy}") from error


def changed_settings(before: Any, now: Any) -> list[str]:
    """What differs between two recipes as nested tables and lists, in words."""
    was, is_now = _flat(before), _flat(now)
    return [
        f"{key} was {was.get(key)!r} and is {is_now.get(key)!r} now"
        for key in dict.fromkeys((*was, *is_now))
        if was.get(key) != is_now.get(key)
    ]


def _flat(value: Any, place: str = "") -> dict[str, Any]:
    """Each number and text in nested tables and lists by its dotted key."""
    if isinstance(value, Mapping):
        inner = {f"{place}.{key}" if place else str(key): entry for key, entry in value.items()}
    elif isinstance(value, (list, tuple)) and any(isinstance(entry, Mapping) for entry in value):
        inner = {f"{place}[{index}]": entry for index, entry in enumerate(value)}
    else:
        return {place: value}
    return {key: leaf for name, entry in inner.items() for key, leaf in _flat(entry, name).items()}


@contextmanager
def disk_errors(folder: Path) -> Iterator[None]:
    """Say plainly when a run's folder cannot be written.

    Raises:
        RunFolderError: Instead of what the system or a library says.
    """
    try:
        yield
    except GestureAppError:
        raise
    except Exception as error:
        if is_full_disk(error):
            hint = "Make room, then go on with --resume; what was trained so far is kept."
            raise RunFolderError(f"The disk is full, so the run in {folder} cannot go on.", hint=hint) from error
        if isinstance(error, OSError):
            why = error.strerror or one_line(error)
            hint = "Check who may write there, or choose another place with --runs."
            raise RunFolderError(f"{error.filename or folder} cannot be written: {why}.", hint=hint) from error
        raise
