"""Which model a person chose, which ones were in use before, and which were forced: one small JSON file."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path

from gesture_app.inference.library.model_files import write_whole

FILE_NAME = "active.json"
"""Name of the file in the folder of own models."""

_SCHEMA = 1
_MOST_BYTES = 1_000_000
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

    def back_at(self, place: int) -> LibraryState:
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


def read_state(path: Path) -> LibraryState:
    """What the file says; nothing was chosen where there is none.

    Raises:
        OSError: If it cannot be read.
        ValueError: If it is damaged, or of a newer version.
    """
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except FileNotFoundError:
        return LibraryState()
    if len(content) > _MOST_BYTES:
        raise ValueError("it is too long")
    try:
        data = json.loads(content.decode())
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    if not isinstance(data, dict) or type(data.get("schema")) is not int:
        raise ValueError("it has another form")
    if data["schema"] > _SCHEMA:
        raise ValueError(f"a newer version of this program wrote it (form {data['schema']}, this reads {_SCHEMA})")
    (active,) = _choices([data.get("active")])
    forced = (model_id for model_id in _choices(data.get("forced")) if model_id is not None)
    return LibraryState(active, _choices(data.get("history")), frozenset(forced))


def write_state(path: Path, state: LibraryState) -> None:
    """Write the file, whole or not at all.

    Raises:
        OSError: If it cannot be written; the old one is untouched.
    """
    data = {"schema": _SCHEMA, "active": state.active, "history": state.history, "forced": sorted(state.forced)}
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, (json.dumps(data, indent=2) + "\n").encode())


def _choices(values: object) -> tuple[Choice, ...]:
    if not isinstance(values, list) or not all(value is None or isinstance(value, str) for value in values):
        raise ValueError("it has another form")
    return tuple(values)
