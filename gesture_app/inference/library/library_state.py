"""Which model a person chose, which ones were in use before, and which were forced: one small JSON file."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path

from gesture_app.storage.atomic import write_atomically
from gesture_app.storage.decoding import decode, parse_json, require_version

FILE_NAME = "active.json"
"""Name of the file in the folder of own models."""

_SCHEMA = 1
_MAX_BYTES = 1_000_000
_HISTORY_MOST = 50

Choice = str | None
"""A model's id; None for the one that comes with the program, whichever that is after an update."""


@dataclass(frozen=True)
class LibraryState:
    """What is remembered between two starts.

    Attributes:
        active: The model in use.
        history: What was in use before, the last one at the end.
        forced: Models that are used although they were found to be worse than their parent.
    """

    active: Choice = None
    history: tuple[Choice, ...] = ()
    forced: frozenset[str] = frozenset()

    def using(self, choice: Choice, before: Choice, *, forced: str | None = None) -> LibraryState:
        """After the person chose a model.

        Args:
            choice: The model.
            before: What was in use until now.
            forced: The id of the model, if that had to be forced.
        """
        history = self.history if choice == before else (*self.history, before)[-_HISTORY_MOST:]
        return LibraryState(choice, history, self.forced | ({forced} if forced else frozenset()))

    def rolled_back_to(self, place: int) -> LibraryState:
        """After going back to an entry of the history; what is left by that is not forced any more."""
        return LibraryState(self.history[place], self.history[:place], self.forced - {self.active})

    def without(self, model_id: str) -> LibraryState:
        """After a model was removed."""
        return replace(
            self,
            active=None if self.active == model_id else self.active,
            history=tuple(choice for choice in self.history if choice != model_id),
            forced=self.forced - {model_id},
        )


@dataclass(frozen=True)
class _SavedState:
    history: tuple[Choice, ...]
    forced: tuple[Choice, ...]
    active: Choice = None


def read_state(path: Path) -> LibraryState:
    """What the file says; nothing was chosen where there is none.

    Raises:
        OSError: If it cannot be read.
        ValueError: If it is damaged, or of a newer version.
    """
    try:
        with path.open("rb") as file:
            content = file.read(_MAX_BYTES + 1)
    except FileNotFoundError:
        return LibraryState()
    data = parse_json(content, max_bytes=_MAX_BYTES)
    require_version(data, "schema", _SCHEMA)
    saved = decode(_SavedState, data)
    forced = frozenset(model_id for model_id in saved.forced if model_id is not None)
    return LibraryState(saved.active, saved.history, forced)


def write_state(path: Path, state: LibraryState) -> None:
    """Write the file, whole or not at all.

    Raises:
        OSError: If it cannot be written; the old one is untouched.
    """
    data = {"schema": _SCHEMA, "active": state.active, "history": state.history, "forced": sorted(state.forced)}
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, (json.dumps(data, indent=2) + "\n").encode())
