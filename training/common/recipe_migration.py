"""Recipe keys of earlier versions: renamed keys get their new name, removed keys are dropped or refused."""

from __future__ import annotations

import copy
import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from training.common.recipe_schema import Problem, ProblemsError, shown

_LOG = logging.getLogger(__name__)

Place = tuple[str | int, ...]


@dataclass(frozen=True)
class KeyChanges:
    """Changes of a kind of recipe since version 0.1.

    Attributes:
        renamed: New name by dotted old key, tables before the keys inside them. A key's table has its new name.
        removed: By dotted key, the value that switched a technique off which no longer exists.
    """

    renamed: Mapping[str, str] = field(default_factory=dict)
    removed: Mapping[str, object] = field(default_factory=dict)


def migrated(
    content: Mapping[str, Any], changes: KeyChanges, notify: Callable[[str], None] = lambda _: None
) -> dict[str, Any]:
    """Recipe content with the keys of this version.

    Args:
        content: Values by key, of this or an earlier version; not changed.
        changes: The changes since version 0.1.
        notify: Called with a sentence for each old key.

    Raises:
        ProblemsError: If a key stands there under its old and its new name, or a removed technique is switched on.
    """
    result = copy.deepcopy(dict(content))
    problems = []
    for key, new_name in changes.renamed.items():
        for place, table in _tables_with(result, key):
            old = Problem(place, f"is called {new_name} now, and that is given as well")
            if new_name in table:
                problems.append(old)
                continue
            table[new_name] = table.pop(str(place[-1]))
            notify(f"{old.key} is called {new_name} now.")
    for key, off in changes.removed.items():
        for place, table in _tables_with(result, key):
            value = table.pop(str(place[-1]))
            if value != off:
                fault = "was removed, because it did not help (training/EXPERIMENTS.md): leave it out"
                problems.append(Problem(place, f"{fault}, got {shown(value)}"))
            else:
                notify(f"{key} is no longer used: leave it out.")
    if problems:
        raise ProblemsError(problems)
    return result


def warn_about(path: Path) -> Callable[[str], None]:
    """Function that logs a warning about a recipe file."""

    def warn(sentence: str) -> None:
        _LOG.warning("%s: %s", path, sentence)

    return warn


def _tables_with(content: dict[str, Any], dotted_key: str) -> Iterator[tuple[Place, dict[str, Any]]]:
    """Each table that has a key, and the key's place; lists of tables are searched table by table."""
    *outer, key = dotted_key.split(".")
    tables: list[tuple[Place, Any]] = [((), content)]
    for name in outer:
        inner = [((*place, name), table[name]) for place, table in tables if name in table]
        tables = [entry for place, value in inner for entry in _numbered(place, value) if isinstance(entry[1], dict)]
    return (((*place, key), table) for place, table in tables if key in table)


def _numbered(place: Place, value: Any) -> list[tuple[Place, Any]]:
    return [((*place, i), entry) for i, entry in enumerate(value)] if isinstance(value, list) else [(place, value)]
