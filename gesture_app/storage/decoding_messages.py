"""Error messages of the decoder: the key, the given value and the allowed values."""

from __future__ import annotations

import re
import reprlib
import types
from collections.abc import Sequence
from dataclasses import dataclass, is_dataclass
from typing import Any, Union, get_args, get_origin, get_type_hints

_KIND_NAMES = {
    "int": ("a whole number", "whole numbers"),
    "float": ("a number", "numbers"),
    "str": ("a text", "texts"),
    "bool": ("true or false", "true or false"),
    "array": ("a list", "lists"),
    "object": ("an object", "objects"),
    "null": ("null", "null"),
}
_PATH = re.compile(r"^(?P<reason>.*) - at `(?:key` in `)?\$(?P<path>[^`]*)`$", re.DOTALL)
_STEP = re.compile(r"\.([^.\[\]]+)|\[(\d+|\.\.\.)\]")
_KIND = re.compile(r"^Expected `(?P<kinds>[^`]+)`(?: of length (?P<length>.+?))?(?:, got .*)?$")
_MISSING = re.compile(r"^Object missing required field `(?P<key>.+)`$")
_TOO_LARGE = "Number out of range"
_NOT_IN_ENUM = "Invalid enum value"
_SHORT = reprlib.Repr()
_SHORT.maxstring = _SHORT.maxother = 60


@dataclass(frozen=True)
class _ErrorPath:
    """Path to an error: the keys and list indices that lead to it, ``...`` for any key of a mapping."""

    steps: tuple[str | int, ...]

    @property
    def key(self) -> str:
        """The last named key."""
        return next((step for step in reversed(self.steps) if isinstance(step, str) and step != "..."), "")

    @property
    def is_item(self) -> bool:
        """Whether it is an entry of a list or mapping."""
        return bool(self.steps) and not (isinstance(self.steps[-1], str) and self.steps[-1] != "...")

    @property
    def suffix(self) -> str:
        """The full path in parentheses where it has more than one step."""
        if len(self.steps) < 2:
            return ""
        texts = (f"[{step}]" if isinstance(step, int) or step == "..." else f".{step}" for step in self.steps)
        return f" (at {''.join(texts).removeprefix('.')})"

    def value_in(self, data: Any) -> str:
        """The given value as the end of a sentence; empty where it is not known."""
        value: Any = data
        for step in self.steps:
            if step == "...":
                return ""
            value = value[step]
        return f", got {_SHORT.repr(value)}"


def explain(message: str, data_type: Any, data: Any) -> str:
    """Rewrite a validation message of msgspec, and add the given and the allowed values.

    Args:
        message: The message; one of a dataclass's own check is returned unchanged.
        data_type: The type that was decoded.
        data: The data that do not fit it.
    """
    match = _PATH.match(message)
    reason, location = (match["reason"], match["path"]) if match else (message, "")
    steps = tuple(name or (int(index) if index.isdigit() else index) for name, index in _STEP.findall(location))
    path = _ErrorPath(steps)
    if missing := _MISSING.match(reason):
        return f"it lacks {missing['key']!r}" + (f" in {path.key!r}" if path.key else "")
    if reason.startswith(_NOT_IN_ENUM):
        return _refusal(path, ["one of " + ", ".join(_members(data_type, steps))], data)
    if reason == _TOO_LARGE:
        return _refusal(path, ["a number of that size"], data)
    if expected := _KIND.match(reason):
        names = [_KIND_NAMES.get(name, (name, name))[path.is_item] for name in expected["kinds"].split(" | ")]
        if expected["length"]:
            names = [f"{names[0]} of length {expected['length']}"]
        return _refusal(path, names, data)
    return reason  # of a dataclass's own check, which is a whole sentence


def _refusal(path: _ErrorPath, allowed: Sequence[str], data: Any) -> str:
    value = path.value_in(data)
    if not path.key:
        return f"it is not {' or '.join(allowed)}{value}"
    verb = "are not all" if path.is_item else "is not"
    return f"its {path.key!r} {verb} {' or '.join(allowed)}{value}{path.suffix}"


def _members(kind: Any, steps: Sequence[str | int]) -> list[str]:
    """The values of the enum at a path."""
    for step in steps:
        kind = _without_none(kind)
        if is_dataclass(kind):
            kind = get_type_hints(kind)[str(step)]
        else:
            arguments = get_args(kind)
            is_fixed = get_origin(kind) is tuple and ... not in arguments
            kind = arguments[int(step)] if is_fixed else arguments[-1] if arguments[-1] is not ... else arguments[0]
    kind = _without_none(kind)
    return [str(member.value) for member in kind]


def _without_none(kind: Any) -> Any:
    if get_origin(kind) in (Union, types.UnionType):
        (kind,) = (inner for inner in get_args(kind) if inner is not type(None))
    return kind
