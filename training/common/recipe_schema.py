"""Reading and validation of recipe files against dataclasses."""

from __future__ import annotations

import difflib
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import Annotated, Any, TypeVar, get_type_hints

from pydantic import ConfigDict, Field, Strict, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from training.common.errors import RecipeError

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

T = TypeVar("T")

Text = Annotated[str, Strict()]
Switch = Annotated[bool, Strict()]
Count = Annotated[int, Strict(), Field(ge=0)]
AtLeastOne = Annotated[int, Strict(), Field(ge=1)]
Seed = Annotated[int, Strict(), Field(ge=0, lt=2**32)]
"""Seed of NumPy and Keras."""
NotNegative = Annotated[float, Strict(), Field(ge=0, allow_inf_nan=False)]
Positive = Annotated[float, Strict(), Field(gt=0, allow_inf_nan=False)]
Share = Annotated[float, Strict(), Field(ge=0, le=1)]
ShareBelowOne = Annotated[float, Strict(), Field(ge=0, lt=1)]

ONLY_KNOWN_KEYS = ConfigDict(extra="forbid")
"""Value of ``__pydantic_config__`` in the outermost dataclass of a recipe; it holds for nested dataclasses, too."""

_SHOWN_CHARACTERS = 60
_IN_WORDS = {
    "bool_type": "true or false",
    "dataclass_type": "a table of keys and values",
    "dict_type": "a table of keys and values",
    "float_type": "a number",
    "int_type": "a whole number",
    "mapping_type": "a table of keys and values",
    "string_type": "text",
    "tuple_type": "a list",
}
"""Plain words for the types of errors of pydantic."""


@dataclass(frozen=True)
class Problem:
    """A problem in a recipe.

    Attributes:
        place: Keys and indices of its location, from the outside in.
        fault: Description of the problem, with the allowed and the given value.
    """

    place: tuple[str | int, ...]
    fault: str

    @property
    def key(self) -> str:
        """The place as text, as in ``phases[1].learning_rate``; empty for the recipe as a whole."""
        parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in self.place)
        return "".join(parts).removeprefix(".")

    def __str__(self) -> str:
        return f"{self.key}: {self.fault}" if self.place else self.fault


class ProblemsError(ValueError):
    """All problems in a recipe.

    Attributes:
        problems: The problems, at least one.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("; ".join(str(problem) for problem in problems))
        self.problems = tuple(problems)


def read_toml(path: Path) -> dict[str, Any]:
    """Read the content of a recipe file, without validation.

    Raises:
        RecipeError: If it is missing, or is not TOML in UTF-8.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        hint = "The recipes that come with the program are in training/recipes."
        raise RecipeError(f"The recipe {path} cannot be read: {error.strerror}.", hint=hint) from error
    except (ValueError, RecursionError) as error:  # of the TOML, or of its characters
        raise unusable(path, error) from error


def read_as(path: Path, parse: Callable[[dict[str, Any]], T]) -> T:
    """Read a recipe file and parse its content.

    Args:
        path: The file.
        parse: Converts the content to a recipe; raises ValueError for invalid content.

    Raises:
        RecipeError: If it is missing, is not TOML in UTF-8, or is invalid.
    """
    content = read_toml(path)
    try:
        return parse(content)
    except ValueError as error:
        raise unusable(path, error) from error


def unusable(path: Path, error: Exception) -> RecipeError:
    """The error for a recipe file with invalid content."""
    return RecipeError(f"The recipe {path} cannot be used: {error}.", hint="Compare it with the others.")


def merged(base: Mapping[str, Any], overrides: Mapping[str, Any]) -> dict[str, Any]:
    """Merge overrides into a base; tables are merged key by key, other values are replaced."""
    result = dict(base)
    for key, value in overrides.items():
        both_tables = isinstance(value, Mapping) and isinstance(result.get(key), Mapping)
        result[key] = merged(result[key], value) if both_tables else value
    return result


def checked(kind: type[T], content: Mapping[str, Any]) -> T:
    """Validate parsed TOML and convert it to a recipe's dataclass.

    Args:
        kind: The dataclass; its annotations and its ``__post_init__`` define the allowed values.
        content: Values by key.

    Raises:
        ProblemsError: A ``ValueError`` that names every unknown or missing key and every invalid value, with the given
            and the allowed value.
    """
    try:
        return TypeAdapter(kind).validate_python(content)
    except ValidationError as error:
        problems = [_problem(kind, content, detail) for detail in error.errors(include_url=False)]
    raise ProblemsError(problems)


def shown(value: object) -> str:
    """A value as text for a message; long ones are truncated."""
    text = json.dumps(value, default=str, ensure_ascii=False)
    return text if len(text) <= _SHOWN_CHARACTERS else f"{text[: _SHOWN_CHARACTERS - 3]}..."


def _problem(kind: type, content: Mapping[str, Any], detail: ErrorDetails) -> Problem:
    place, fault = detail["loc"], detail["type"]
    if fault == "missing":
        return Problem(place, "missing")
    if fault == "unexpected_keyword_argument":
        return Problem(place, f"unknown {place[-1]}{_known_instead(str(place[-1]), _table(kind, place[:-1]))}")
    said = detail["msg"].removeprefix("Value error, ").removeprefix("Input ").removeprefix("String ")
    if fault == "value_error" and (isinstance(_at(content, place), Mapping) or ", got " in said):
        return Problem(place, said)  # it says itself what was given
    wanted = f"should be {_IN_WORDS[fault]}" if fault in _IN_WORDS else said
    return Problem(place, f"{wanted}, got {shown(detail['input'])}")


def _known_instead(unknown: str, table: type | None) -> str:
    """Text with the known keys of a table, and the closest one."""
    if table is None:
        return ""
    known = [field.name for field in fields(table)]
    close = difflib.get_close_matches(unknown, known, n=1)
    meant = f" (did you mean {close[0]}?)" if close else ""
    return f"{meant}; known are {', '.join(known)}"


def _table(kind: type, place: Sequence[str | int]) -> type | None:
    """The dataclass at a place within another one."""
    found: Any = kind
    for part in place:
        if isinstance(part, int):
            found = next(iter(getattr(found, "__args__", ())), None)
        else:
            found = get_type_hints(found).get(part) if is_dataclass(found) else None
    return found if isinstance(found, type) and is_dataclass(found) else None


def _at(content: object, place: Sequence[str | int]) -> object:
    for part in place:
        inner = isinstance(content, Mapping) or (isinstance(content, Sequence) and isinstance(part, int))
        content = content[part] if inner else None  # type: ignore[index]
    return content
