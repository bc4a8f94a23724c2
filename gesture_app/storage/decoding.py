"""The one decoder of data from files: JSON or TOML values are checked against the types of frozen dataclasses.

Keys that a dataclass does not have are ignored, so that files of later versions can be read. Errors name the key, the
given value and the allowed values.
"""

from __future__ import annotations

import json
import math
import re
import reprlib
import types
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec

T = TypeVar("T")

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


class DecodingError(ValueError):
    """Data from a file that are damaged, of another form, or written by a later version."""


def parse_json(content: bytes | str, *, max_bytes: int | None = None) -> Any:
    """Parse the content of a JSON file.

    Args:
        content: The content of the file; bytes are in UTF-8.
        max_bytes: The length from which on it is refused; None for any length.

    Raises:
        DecodingError: If it is too long, not UTF-8 or not JSON.
    """
    if max_bytes is not None and len(content) > max_bytes:
        raise DecodingError(f"it is longer than {max_bytes:,} bytes")
    try:
        return json.loads(content.decode("utf-8") if isinstance(content, bytes) else content)
    except ValueError as error:
        raise DecodingError(str(error)) from error
    except RecursionError:
        raise DecodingError("it is nested too deeply") from None


def decode(kind: type[T], data: object) -> T:
    """Convert parsed JSON or TOML to a type, which may be a dataclass with dataclasses, enums and tuples in it.

    Types are strict: ``"1"`` and true are not numbers. A whole number is taken where a number is expected.

    Args:
        kind: The type.
        data: The parsed data: dictionaries, lists, texts, numbers, booleans and None.

    Raises:
        DecodingError: If something is missing or has another type, or the dataclass refuses it.
    """
    try:
        return msgspec.convert(data, kind)
    except msgspec.ValidationError as error:
        raise DecodingError(_explained(str(error), kind, data)) from error
    except RecursionError:
        raise DecodingError("it is nested too deeply") from None


def require_version(data: object, key: str, newest: int) -> None:
    """Refuse data that a later version of the program wrote, before anything else in them is decoded.

    Args:
        data: The parsed data.
        key: The key of the format's version.
        newest: The newest format that this program reads.

    Raises:
        DecodingError: If the version is missing, no whole number, or newer.
    """
    content = decode(dict[str, Any], data)
    if key not in content:
        raise DecodingError(f"it lacks {key!r}")
    version = content[key]
    if type(version) is not int:
        raise DecodingError(f"its {key!r} is not a whole number, got {version!r}")
    if version > newest:
        raise DecodingError(f"a newer version of this program wrote it (format {version}, this one reads {newest})")


def to_plain(value: Any) -> Any:
    """Dataclasses, enums, mappings and tuples as plain values for JSON; numbers that are not finite become None."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {key: to_plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [to_plain(inner) for inner in value]
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value


@dataclass(frozen=True)
class _Place:
    """The place of an error: the keys and list indices that lead to it, ``...`` for any key of a mapping."""

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


def _explained(message: str, kind: Any, data: Any) -> str:
    """A message of msgspec in the words of this program."""
    match = _PATH.match(message)
    reason, path = (match["reason"], match["path"]) if match else (message, "")
    steps = tuple(name or (int(index) if index.isdigit() else index) for name, index in _STEP.findall(path))
    place = _Place(steps)
    if missing := _MISSING.match(reason):
        return f"it lacks {missing['key']!r}" + (f" in {place.key!r}" if place.key else "")
    if reason.startswith(_NOT_IN_ENUM):
        return _refusal(place, ["one of " + ", ".join(_members(kind, steps))], data)
    if reason == _TOO_LARGE:
        return _refusal(place, ["a number of that size"], data)
    if expected := _KIND.match(reason):
        plural = place.is_item
        names = [_KIND_NAMES.get(name, (name, name))[plural] for name in expected["kinds"].split(" | ")]
        if expected["length"]:
            names = [f"{names[0]} of length {expected['length']}"]
        return _refusal(place, names, data)
    return reason  # of a dataclass's own check, which is a whole sentence


def _refusal(place: _Place, allowed: Sequence[str], data: Any) -> str:
    value = place.value_in(data)
    if not place.key:
        return f"it is not {' or '.join(allowed)}{value}"
    verb = "are not all" if place.is_item else "is not"
    return f"its {place.key!r} {verb} {' or '.join(allowed)}{value}{place.suffix}"


def _members(kind: Any, steps: Sequence[str | int]) -> list[str]:
    """The values of the enum at a place."""
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
