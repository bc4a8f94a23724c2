"""The one decoder of data from files: JSON or TOML values are checked against the types of frozen dataclasses.

Keys that a dataclass does not have are ignored, so that files of later versions can be read. Errors name the key, the
given value and the allowed values.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any, TypeVar

import msgspec

from gesture_app.storage.decoding_messages import explain

T = TypeVar("T")


class DecodingError(ValueError):
    """Data of a file that are damaged, of another type, or written by a later version."""


def parse_json(content: bytes | str, *, max_bytes: int | None = None) -> Any:
    """Parse the content of a JSON file.

    Args:
        content: The content of the file; bytes are in UTF-8.
        max_bytes: Maximum length; None for any length.

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


def decode(data_type: type[T], data: object) -> T:
    """Convert parsed JSON or TOML to a type, which may be a dataclass with dataclasses, enums and tuples in it.

    Types are strict: ``"1"`` and true are not numbers. A whole number is taken where a number is expected.

    Args:
        data_type: The type.
        data: The parsed data: dictionaries, lists, texts, numbers, booleans and None.

    Raises:
        DecodingError: If something is missing or has another type, or the dataclass refuses it.
    """
    try:
        return msgspec.convert(data, data_type)
    except msgspec.ValidationError as error:
        raise DecodingError(explain(str(error), data_type, data)) from error
    except RecursionError:
        raise DecodingError("it is nested too deeply") from None


def require_version(data: object, key: str, newest: int) -> None:
    """Refuse data that a later version of the program wrote, before anything else in them is decoded.

    Args:
        data: The parsed data.
        key: The key of the format's version.
        newest: The newest version that this program reads.

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
