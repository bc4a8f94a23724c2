"""The saved state of the model library: the active model, the earlier ones, and the forced ones."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from gesture_app.storage.atomic import write_atomically
from gesture_app.storage.decoding import decode, parse_json, require_version
from gesture_app.storage.private_folders import make_private

FILE_NAME = "active.json"
"""Name of the file in the folder of own models."""

_SCHEMA = 1
_MAX_BYTES = 1_000_000
_HISTORY_MOST = 50

Choice = str | None
"""The id of a model; None for the shipped one, which an update may replace."""


@dataclass(frozen=True)
class LibraryState:
    """The state that is saved between two starts.

    Attributes:
        active: The active model.
        history: The models that were active before, the last one at the end.
        forced: Models that are used although they were refused for being worse than their parent.
        names: Names that the user gave to models, by id.
    """

    active: Choice = None
    history: tuple[Choice, ...] = ()
    forced: frozenset[str] = frozenset()
    names: Mapping[str, str] = field(default_factory=dict)

    def with_active(self, choice: Choice, before: Choice, *, forced: str | None = None) -> LibraryState:
        """The state after the choice of a model.

        Args:
            choice: The chosen model.
            before: The model that was active before.
            forced: The id of the chosen model, if the choice had to be forced.
        """
        history = self.history if choice == before else (*self.history, before)[-_HISTORY_MOST:]
        now_forced = self.forced | ({forced} if forced else frozenset())
        return replace(self, active=choice, history=history, forced=now_forced)

    def rolled_back_to(self, index: int) -> LibraryState:
        """The state after going back to an entry of the history; the model that is left is no longer forced."""
        forced = self.forced - {self.active}
        return replace(self, active=self.history[index], history=self.history[:index], forced=forced)

    def with_name(self, model_id: str, name: str) -> LibraryState:
        """The state after a model got a name; an empty one takes it away."""
        others = {other: given for other, given in self.names.items() if other != model_id}
        return replace(self, names={**others, model_id: name} if name else others)

    def without(self, model_id: str) -> LibraryState:
        """The state after a model was removed."""
        return replace(
            self,
            active=None if self.active == model_id else self.active,
            history=tuple(choice for choice in self.history if choice != model_id),
            forced=self.forced - {model_id},
            names={other: name for other, name in self.names.items() if other != model_id},
        )


@dataclass(frozen=True)
class _SavedState:
    history: tuple[Choice, ...]
    forced: tuple[Choice, ...]
    active: Choice = None
    names: dict[str, str] = field(default_factory=dict)


def read_state(path: Path) -> LibraryState:
    """Read the state; an empty one if there is no file.

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
    return LibraryState(saved.active, saved.history, forced, saved.names)


def write_state(path: Path, state: LibraryState) -> None:
    """Write the state atomically.

    Raises:
        OSError: If it cannot be written; the old file is untouched.
    """
    data = {
        "schema": _SCHEMA,
        "active": state.active,
        "history": state.history,
        "forced": sorted(state.forced),
        **({"names": dict(state.names)} if state.names else {}),
    }
    make_private(path.parent)
    write_atomically(path, (json.dumps(data, indent=2) + "\n").encode())
