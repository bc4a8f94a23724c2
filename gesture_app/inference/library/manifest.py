"""The manifest of a model: its labels, input, files, calibration and origin."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from gesture_app.domain.frames.crop_spec import CropSpec, Turn
from gesture_app.domain.frames.frame import CROP_SIZE_PX
from gesture_app.domain.frames.gestures import GestureSet
from gesture_app.domain.message import Message
from gesture_app.domain.models.calibration import Calibration, IntentCalibration
from gesture_app.domain.models.features import FeatureStatistics
from gesture_app.errors import ModelError, reason_of
from gesture_app.storage.decoding import decode, parse_json, to_plain

MANIFEST_NAME = "manifest.json"
ONNX_NAME = "model.onnx"
KERAS_NAME = "model.keras"
OTHERS_NAME = "others.npz"
"""Optional file with the model's outputs for hands of other people (:mod:`.other_hands`)."""
SCHEMA = 1

CROP_INPUT = "crop_rgb"
"""Name of the model input for crops: ``(n, 128, 128, 3)`` uint8, RGB."""
LANDMARK_INPUT = "landmarks"
"""Name of the optional model input for landmarks: ``(n, 21, 3)`` float32 in the crop's frame."""
ANGLE_INPUT = "hand_angle"
"""Name of the optional model input for the hand's angle in the frame: ``(n, 2)`` float32, sine and cosine."""

LAST_LAYER = "logits"
"""Name of the last layer of a Keras model, whose input becomes the features."""
FEATURES_OUTPUT = "features"
"""Name of the optional second output of the ONNX export: ``(n, features)`` float32 of unit length."""

FIRST_DETECTOR = "mediapipe-hands-0.10.21"
"""The hand detector of all models whose manifest names none: there was no other when they were trained."""

_MAX_BYTES = 1_000_000
_PLAIN_NAME = re.compile(r"(?!\.{1,2}$)[^/\\:\x00-\x1f]+")
"""A file name that stays within its folder on every system."""


@dataclass(frozen=True)
class Manifest:
    """The contents of a model's ``manifest.json``.

    Attributes:
        id: Name of the model and of its folder, without path separators.
        labels: The labels of its outputs, in order.
        crop: The crop that it was trained with.
        uses_landmarks: Whether it has the input ``"landmarks"``.
        files: SHA-256 of each file of the model, by name.
        temperature: Logits are divided by this before the softmax. Source: Guo et al. 2017, arXiv 1706.04599.
        reject_threshold: A gesture less probable than this is answered with ``"none"``; unused with ``intent``.
        metrics: Metrics by dataset, measured after training.
        data: Fingerprint and composition of its training data.
        parent: The id of the model it was trained from, if any.
        versions: Versions of the libraries it was trained with.
        detector: Id of the hand detector that found the hands it was trained on.
        uses_hand_angle: Whether it has the input ``"hand_angle"``.
        intent: Calibration of the question whether a gesture is meant; None for models of earlier versions.
        features: Statistics that standardize its features. They are part of the ONNX export, and the Keras model is
            standardized with these. None for models of earlier versions, which give no features.

    Raises:
        ValueError: If a name could point outside the model's folder, or a number is invalid.
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
    detector: str = FIRST_DETECTOR
    uses_hand_angle: bool = False
    intent: IntentCalibration | None = None
    features: FeatureStatistics | None = None

    def __post_init__(self) -> None:
        for name in (self.id, *self.files):
            if not _PLAIN_NAME.fullmatch(name):
                raise ValueError(f"{name!r} is not a plain name")
        _ = self.calibration  # raises ValueError for invalid numbers

    @property
    def calibration(self) -> Calibration:
        """Temperature, threshold and calibration of intent together."""
        return Calibration(self.temperature, self.reject_threshold, self.intent)

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
                **({"hand_angle": True} if self.uses_hand_angle else {}),
            },
            "files": dict(self.files),
            "temperature": self.temperature,
            "reject_threshold": self.reject_threshold,
            **({"intent": asdict(self.intent)} if self.intent is not None else {}),
            **({"features": to_plain(self.features)} if self.features is not None else {}),
            "metrics": dict(self.metrics),
            "data": dict(self.data),
            "parent": self.parent,
            "versions": dict(self.versions),
            "detector": self.detector,
        }
        return json.dumps({**content, "seal": _seal(content)}, indent=2) + "\n"

    @property
    def seal(self) -> str:
        """Digest of the fields that predictions depend on; the same for copies with another id."""
        return str(json.loads(self.to_json())["seal"])

    @classmethod
    def from_json(cls, text: str) -> Manifest:
        """Parse the text of a manifest file.

        Raises:
            ValueError: If it is not JSON, or something is missing or invalid.
        """
        content = parse_json(text)
        schema = decode(_SavedSchema, content).schema
        if schema != SCHEMA:
            raise ValueError(f"its schema is {schema}, this program reads {SCHEMA}")
        saved = decode(_SavedManifest, content)
        # Manifests of the first models have no seal.
        if saved.seal is not None and saved.seal != _seal(content):
            raise ValueError("its labels, input, files or calibration were changed after it was written")
        if saved.input.size_px != CROP_SIZE_PX:
            raise ValueError(f"it reads images of {saved.input.size_px} px, this program makes {CROP_SIZE_PX} px")
        if saved.input.crop.skeleton:
            raise ValueError("it reads crops with the landmarks drawn in, which this program no longer makes")
        return cls(
            id=saved.id,
            labels=GestureSet.of(saved.labels),
            crop=CropSpec(saved.input.crop.turn, saved.input.crop.scale),
            uses_landmarks=saved.input.landmarks,
            files=saved.files,
            temperature=saved.temperature,
            reject_threshold=saved.reject_threshold,
            metrics=saved.metrics,
            data=saved.data,
            parent=saved.parent,
            versions=saved.versions,
            detector=saved.detector,
            uses_hand_angle=saved.input.hand_angle,
            intent=saved.intent,
            features=saved.features,
        )


@dataclass(frozen=True)
class _SavedSchema:
    schema: int


@dataclass(frozen=True)
class _SavedCrop:
    turn: Turn
    scale: float
    skeleton: bool


@dataclass(frozen=True)
class _SavedInput:
    size_px: int
    crop: _SavedCrop
    landmarks: bool
    hand_angle: bool = False


@dataclass(frozen=True)
class _SavedManifest:
    """The keys of a manifest file and their types."""

    id: str
    labels: tuple[str, ...]
    input: _SavedInput
    files: Mapping[str, str]
    temperature: float
    reject_threshold: float
    metrics: Mapping[str, Any] = field(default_factory=dict)
    data: Mapping[str, Any] = field(default_factory=dict)
    parent: str | None = None
    versions: Mapping[str, str] = field(default_factory=dict)
    detector: str = FIRST_DETECTOR
    intent: IntentCalibration | None = None
    features: FeatureStatistics | None = None
    seal: str | None = None


_SEALED = ("labels", "input", "files", "temperature", "reject_threshold")
_SEALED_IF_PRESENT = ("intent", "features")
"""Manifests of earlier versions have no such fields, and their seals do not cover them."""


def _seal(content: Mapping[str, Any]) -> str:
    """Digest of the fields that predictions depend on: swapped labels would give wrong predictions without an error."""
    names = (*_SEALED, *(name for name in _SEALED_IF_PRESENT if name in content))
    sealed = json.dumps({name: content.get(name) for name in names}, sort_keys=True)
    return hashlib.sha256(sealed.encode()).hexdigest()


def read_manifest(folder: Path) -> Manifest:
    """Read a model folder's manifest.

    Raises:
        ModelError: If there is none, or it cannot be used.
    """
    path = folder / MANIFEST_NAME
    try:
        if not folder.is_dir():
            hint = Message("Check the name: it is a folder, or an id as `gesture-app models list` shows it.")
            raise ModelError(Message("There is no model folder {folder}.").fill(folder=folder), hint=hint)
        return Manifest.from_json(_text_of(path))
    except FileNotFoundError:
        hint = Message("A model folder holds manifest.json, model.onnx and model.keras; choose another folder.")
        raise ModelError(
            Message("{folder} has no {file}.").fill(folder=folder, file=MANIFEST_NAME), hint=hint
        ) from None
    except OSError as error:
        hint = Message("Check that the file may be read.")
        raise ModelError(
            Message("{path} cannot be read: {reason}.").fill(path=path, reason=error.strerror), hint=hint
        ) from error
    except ValueError as error:
        hint = Message("Choose another model, or restore this one from where it came from.")
        raise ModelError(
            Message("{path} cannot be used: {reason}.").fill(path=path, reason=reason_of(error)), hint=hint
        ) from error


def _text_of(path: Path) -> str:
    with path.open("rb") as file:
        content = file.read(_MAX_BYTES + 1)
    if len(content) > _MAX_BYTES:
        raise ValueError(f"it is longer than {_MAX_BYTES:,} bytes")
    return content.decode("utf-8")
