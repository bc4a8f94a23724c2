from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

import pytest

from gesture_app.storage.decoding import DecodingError, decode, parse_json, require_version, to_plain


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True)
class Wheel:
    size: float
    colour: Colour = Colour.RED
    spokes: int = 12

    def __post_init__(self) -> None:
        if self.spokes == 13:
            raise ValueError("spokes must not be 13")


@dataclass(frozen=True)
class Cart:
    name: str
    wheels: tuple[Wheel, ...] = ()
    axle: Wheel | None = None
    sides: tuple[Colour, Colour] = (Colour.RED, Colour.RED)
    notes: Mapping[str, str] = field(default_factory=dict)
    cover: Colour | None = None


def test_values_become_dataclasses_enums_and_tuples() -> None:
    data = {
        "name": "a",
        "wheels": [{"size": 2, "colour": "blue"}, {"size": 0.5, "spokes": 3}],
        "axle": {"size": 1.0},
        "sides": ["blue", "red"],
        "notes": {"b": "c"},
        "cover": "blue",
        "of a later version": 1,
    }
    assert decode(Cart, data) == Cart(
        "a",
        (Wheel(2.0, Colour.BLUE), Wheel(0.5, spokes=3)),
        Wheel(1.0),
        (Colour.BLUE, Colour.RED),
        {"b": "c"},
        Colour.BLUE,
    )


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"name": 4}, "its 'name' is not a text, got 4"),
        ({"name": None}, "its 'name' is not a text, got None"),
        ({"wheels": {}}, "its 'wheels' is not a list, got {}"),
        ({"wheels": [{"size": 1}, 3]}, "its 'wheels' are not all objects, got 3 (at wheels[1])"),
        ({"wheels": [{"size": True}]}, "its 'size' is not a number, got True (at wheels[0].size)"),
        ({"wheels": [{"size": 1, "spokes": 1.0}]}, "its 'spokes' is not a whole number, got 1.0 (at wheels[0].spokes)"),
        ({"wheels": [{}]}, "it lacks 'size' in 'wheels'"),
        ({"wheels": [{"size": 1, "spokes": 13}]}, "spokes must not be 13"),
        ({"axle": {"size": 10**400}}, "its 'size' is not a number of that size, got 1"),
        ({"axle": {"size": 1, "colour": "pink"}}, "its 'colour' is not one of red, blue, got 'pink' (at axle.colour)"),
        ({"axle": 4}, "its 'axle' is not an object or null, got 4"),
        ({"sides": ["red"]}, "its 'sides' is not a list of length 2, got ['red']"),
        ({"sides": ["red", "pink"]}, "its 'sides' are not all one of red, blue, got 'pink' (at sides[1])"),
        ({"notes": {"a": 1}}, "its 'notes' are not all texts (at notes[...])"),
        ({"cover": "pink"}, "its 'cover' is not one of red, blue, got 'pink'"),
        ({"cover": 4}, "its 'cover' is not a text or null, got 4"),
    ],
)
def test_an_error_names_the_key_the_given_and_the_allowed_values(change: dict[str, Any], message: str) -> None:
    with pytest.raises(DecodingError) as caught:
        decode(Cart, {"name": "a", **change})
    assert str(caught.value).startswith(message)


def test_a_long_value_is_cut() -> None:
    with pytest.raises(DecodingError) as caught:
        decode(Cart, {"name": ["x" * 100_000]})
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize("data", [[], None, 4, "text"])
def test_data_that_are_no_object_are_refused(data: object) -> None:
    with pytest.raises(DecodingError, match="it is not an object, got"):
        decode(Cart, data)
    with pytest.raises(DecodingError, match="it is not an object, got"):
        require_version(data, "version", 1)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "Expecting value"),
        ("{", "Expecting property name"),
        (b"\xff", "can't decode"),
        (b"[" * 100_000, "nested too deeply"),
        (b"[" + b" " * 200_000 + b"]", "it is longer than 150,000 bytes"),
    ],
)
def test_content_that_is_not_json_is_refused(content: bytes | str, message: str) -> None:
    with pytest.raises(DecodingError, match=message):
        parse_json(content, max_bytes=150_000)


@pytest.mark.parametrize(
    ("version", "message"),
    [
        ({}, "it lacks 'version'"),
        ({"version": "1"}, "its 'version' is not a whole number, got '1'"),
        ({"version": True}, "its 'version' is not a whole number, got True"),
        ({"version": 3}, r"a newer version of this program wrote it \(format 3, this one reads 2\)"),
    ],
)
def test_a_format_that_is_not_known_is_refused(version: dict[str, object], message: str) -> None:
    with pytest.raises(DecodingError, match=message):
        require_version(version, "version", 2)


def test_older_formats_are_left_to_the_reader() -> None:
    require_version({"version": 1}, "version", 2)


def test_dataclasses_become_plain_values_for_json() -> None:
    cart = Cart("a", (Wheel(math.nan), Wheel(math.inf)), notes={"b": "c"})
    assert to_plain(cart) == {
        "name": "a",
        "wheels": [
            {"size": None, "colour": "red", "spokes": 12},
            {"size": None, "colour": "red", "spokes": 12},
        ],
        "axle": None,
        "sides": ["red", "red"],
        "notes": {"b": "c"},
        "cover": None,
    }
