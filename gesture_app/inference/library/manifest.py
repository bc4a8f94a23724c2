"""What a model says about itself: labels, input, files, calibration and where it came from."""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gesture_app.domain.frames.crop_spec import CropSpec, Turn
from gesture_app.domain.frames.frame import CROP_SIZE_PX
from gesture_app.domain.frames.gestures import GestureSet
from gesture_app.errors import ModelError

MANIFEST_NAME = "manifest.json"
ONNX_NAME = "model.onnx"
KERAS_NAME = "model.keras"
SCHEMA = 1

CROP_INPUT = "crop_rgb"
"""Name of the model input for pictures: ``(n, 128, 128, 3)`` uint8, RGB."""
LANDMARK_INPUT = "landmarks"
"""Name of the optional model input for landmarks: ``(n, 21, 3)`` float32 in the crop's frame."""

_MAX_BYTES = 1_000_000
_PLAIN_NAME = re.compile(r"(?!\.{1,2}$)[^/\\:\x00-\x1f]+")
"""A name that stays within its folder on every system."""


@dataclass(frozen=True)
class Manifest:
    """The contents of a model's ``manifest.json``.

    Attributes:
        id: Name of the model and of its folder; a plain name without separators.
        labels: What its outputs mean, in order.
        crop: How hands are cut out for it.
        uses_landmarks: Whether it has the second input, ``"landmarks"``.
        files: sha256 of each file of the model, by its plain name.
        temperature: Logits are divided by this before the softmax. Source: Guo et al. 2017, arXiv 1706.04599.
        reject_threshold: A gesture less probable than this is answered with ``"none"``.
        metrics: Figures by data set, as measured when it was made.
        data: Fingerprint and make-up of what it learnt from.
        parent: The id of the model it was trained from, if any.
        versions: Library versions it was made with.

    Raises:
        ValueError: If a name could point outside the model's folder, or a number makes no sense.
    """

    id: str
    labels: GestureSet
    crop: CropSpec
    uses_landmarks: bool
    files: Mapping[str, str]
    temperature: float = 1.0
    reject_threshold: float = 0.0
    metrics: Mapping[str, Any] = field(default_factory=dict)
    data: Mapping[str, Any] = field(default_factory=dict)
    parent: str | None = None
    versions: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in (self.id, *self.files):
            if not _PLAIN_NAME.fullmatch(name):
                raise ValueError(f"{name!r} is not a plain name")
        if not (self.temperature > 0 and math.isfinite(self.temperature)):
            raise ValueError(f"temperature must be positive and finite, got {self.temperature}")
        if not 0 <= self.reject_threshold <= 1:
            raise ValueError(f"reject_threshold must be from 0 to 1, got {self.reject_threshold}")

    def to_json(self) -> str:
        """The manifest as the text of its file."""
        content = {
            "schema": SCHEMA,
            "id": self.id,
            "labels": list(self.labels.labels),
            "input": {
                "size_px": CROP_SIZE_PX,
                "crop": {"turn": self.crop.turn.value, "scale": self.crop.scale, "skeleton": False},
                "landmarks": self.uses_landmarks,
            },
            "files": dict(self.files),
            "temperature": self.temperature,
            "reject_threshold": self.reject_threshold,
            "metrics": dict(self.metrics),
            "data": dict(self.data),
            "parent": self.parent,
            "versions": dict(self.versions),
        }
        return json.dumps({**content, "seal": _seal(content)}, indent=2) + "\n"

    @property
    def seal(self) -> str:
        """A digest of what the model's answers depend on, and of nothing else: copies under other names share it."""
        return str(json.loads(self.to_json())["seal"])

    @classmethod
    def from_json(cls, text: str) -> Manifest:
        """Parse the text of a manifest file.

        Raises:
            ValueError: If it is not JSON, lacks something, or holds something of the wrong kind.
        """
        try:
            content = _field({"outermost part": json.loads(text)}, "outermost part", dict)
        except RecursionError:
            raise ValueError("it is nested too deeply") from None
        if (schema := _field(content, "schema", int)) != SCHEMA:
            raise ValueError(f"its schema is {schema}, this program reads {SCHEMA}")
        # Manifests of the first models have no seal.
        if "seal" in content and _field(content, "seal", str) != _seal(content):
            raise ValueError("its labels, input, files or calibration were changed after it was written")
        picture = _field(content, "input", dict)
        if (size_px := _field(picture, "size_px", int)) != CROP_SIZE_PX:
            raise ValueError(f"it reads pictures of {size_px} px, this program makes {CROP_SIZE_PX} px")
        crop = _field(picture, "crop", dict)
        turn, scale = Turn(_field(crop, "turn", str)), float(_field(crop, "scale", int, float))
        if _field(crop, "skeleton", bool):
            raise ValueError("it reads crops with the landmarks drawn in, which this program no longer makes")
        return cls(
            id=_field(content, "id", str),
            labels=GestureSet.of(_texts("labels", _field(content, "labels", list))),
            crop=CropSpec(turn, scale),
            uses_landmarks=_field(picture, "landmarks", bool),
            files=_texts_by_name("files", _field(content, "files", dict)),
            temperature=float(_field(content, "temperature", int, float)),
            reject_threshold=float(_field(content, "reject_threshold", int, float)),
            metrics=_field({"metrics": {}, **content}, "metrics", dict),
            data=_field({"data": {}, **content}, "data", dict),
            parent=_field({"parent": None, **content}, "parent", str, type(None)),
            versions=_texts_by_name("versions", _field({"versions": {}, **content}, "versions", dict)),
        )


_SEALED = ("labels", "input", "files", "temperature", "reject_threshold")


def _seal(content: Mapping[str, Any]) -> str:
    """A digest of what the model's answers depend on: labels in another order would be wrong without a sign of it."""
    sealed = json.dumps({name: content.get(name) for name in _SEALED}, sort_keys=True)
    return hashlib.sha256(sealed.encode()).hexdigest()


_KIND_NAMES = {
    int: "a whole number",
    float: "a number",
    str: "a text",
    bool: "true or false",
    list: "a list",
    dict: "an object",
    type(None): "null",
}


def _field(content: Mapping[str, Any], name: str, *kinds: type) -> Any:
    """A field of exactly one of these kinds: ``"false"`` is no bool, and true is no number."""
    if name not in content:
        raise ValueError(f"it lacks {name!r}")
    value = content[name]
    if type(value) not in kinds:
        raise ValueError(f"its {name!r} is not {' or '.join(_KIND_NAMES[kind] for kind in kinds)}")
    return value


def _texts(name: str, values: list[Any]) -> list[str]:
    if not all(isinstance(value, str) for value in values):
        raise ValueError(f"its {name!r} are not all texts")
    return values


def _texts_by_name(name: str, values: dict[str, Any]) -> dict[str, str]:
    _texts(name, list(values.values()))
    return values


def read_manifest(folder: Path) -> Manifest:
    """Read a model folder's manifest.

    Raises:
        ModelError: If there is none, or it cannot be used.
    """
    path = folder / MANIFEST_NAME
    try:
        if not folder.is_dir():
            hint = "Check the name: it is a folder, or an id as `gesture-app models list` shows it."
            raise ModelError(f"There is no model folder {folder}.", hint=hint)
        return Manifest.from_json(_text_of(path))
    except FileNotFoundError:
        hint = "A model folder holds manifest.json, model.onnx and model.keras; choose another folder."
        raise ModelError(f"{folder} has no {MANIFEST_NAME}.", hint=hint) from None
    except OSError as error:
        hint = "Check that the file may be read."
        raise ModelError(f"{path} cannot be read: {error.strerror}.", hint=hint) from error
    except ValueError as error:
        hint = "Choose another model, or restore this one from where it came from."
        raise ModelError(f"{path} cannot be used: {error}.", hint=hint) from error


def _text_of(path: Path) -> str:
    with path.open("rb") as file:
        content = file.read(_MAX_BYTES + 1)
    if len(content) > _MAX_BYTES:
        raise ValueError(f"it is longer than {_MAX_BYTES:,} bytes")
    return content.decode("utf-8")
