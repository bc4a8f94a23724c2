"""Records of runs: state, settings, and files that are written atomically."""

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
"""Name of the folder of backups in a run's folder."""

HISTORY_NAME = "history.json"
"""Name of the history in a run's folder: a list with one row per epoch."""

VALIDATION_SCORE = "held_out"
"""Key of the validation score in the rows of a hand training. The names of these keys are those of version 0.1."""

AVERAGE_SCORE = "held_out_of_mean"
"""Key of the validation score of averaged weights that are used, in the last row."""

AVERAGE_REJECTED_SCORE = "held_out_of_mean_not_kept"
"""Key of the validation score of averaged weights that are not used."""


class RunFolderError(GestureAppError):
    """A run's folder cannot be read, written or resumed."""


class RunState(Enum):
    """State of a run; a killed run is still ``RUNNING``."""

    RUNNING = "running"
    STOPPED = "stopped"
    DONE = "done"


def read_json(file: Path, remedy: str) -> Any:
    """Read a JSON file of a run.

    Args:
        file: The file.
        remedy: Next step for the reader of an error about a damaged file.

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
    """Differences between two recipes as nested tables and lists, in words."""
    was, is_now = _flat(before), _flat(now)
    return [
        f"{key} was {was.get(key)!r} and is {is_now.get(key)!r} now"
        for key in dict.fromkeys((*was, *is_now))
        if was.get(key) != is_now.get(key)
    ]


def _flat(value: Any, place: str = "") -> dict[str, Any]:
    """Leaves of nested tables and lists by dotted key."""
    if isinstance(value, Mapping):
        inner = {f"{place}.{key}" if place else str(key): entry for key, entry in value.items()}
    elif isinstance(value, (list, tuple)) and any(isinstance(entry, Mapping) for entry in value):
        inner = {f"{place}[{index}]": entry for index, entry in enumerate(value)}
    else:
        return {place: value}
    return {key: leaf for name, entry in inner.items() for key, leaf in _flat(entry, name).items()}


@contextmanager
def disk_errors(folder: Path) -> Iterator[None]:
    """Context in which errors of writing become plain errors about a run's folder.

    Raises:
        RunFolderError: In place of an error of the system or a library.
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
