"""What a model says about itself: labels, input, files, calibration and where it came from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gesture_app.domain.crop_spec import CropSpec, Turn
from gesture_app.domain.frames import CROP_SIZE_PX
from gesture_app.domain.gestures import GestureSet
from gesture_app.errors import ModelError

MANIFEST_NAME = "manifest.json"
ONNX_NAME = "model.onnx"
KERAS_NAME = "model.keras"
SCHEMA = 1

CROP_INPUT = "crop_rgb"
"""Name of the model input for pictures: ``(n, 128, 128, 3)`` uint8, RGB."""
LANDMARK_INPUT = "landmarks"
"""Name of the optional model input for landmarks: ``(n, 21, 3)`` float32 in the crop's frame."""


@dataclass(frozen=True)
class Manifest:
    """The contents of a model's ``manifest.json``.

    Attributes:
        id: Name of the model and of its folder.
        labels: What its outputs mean, in order.
        crop: How hands are cut out for it.
        uses_landmarks: Whether it has the second input, ``"landmarks"``.
        files: sha256 of each file of the model, by name.
        temperature: Logits are divided by this before the softmax. Source: Guo et al. 2017, arXiv 1706.04599.
        reject_threshold: A gesture less probable than this is answered with ``"none"``.
        metrics: Figures by data set, as measured when it was made.
        data: Fingerprint and make-up of what it learnt from.
        parent: The id of the model it was trained from, if any.
        versions: Library versions it was made with.
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
        if not self.temperature > 0:
            raise ValueError(f"temperature must be positive, got {self.temperature}")
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
                "crop": {"turn": self.crop.turn.value, "scale": self.crop.scale, "skeleton": self.crop.skeleton},
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
        return json.dumps(content, indent=2) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Manifest:
        """Parse the text of a manifest file.

        Raises:
            ValueError: If it is not JSON, lacks something, or holds something of the wrong kind.
        """
        content = json.loads(text)
        try:
            if content["schema"] != SCHEMA:
                raise ValueError(f"its schema is {content['schema']}, this program reads {SCHEMA}")
            picture = content["input"]
            if picture["size_px"] != CROP_SIZE_PX:
                raise ValueError(f"it reads pictures of {picture['size_px']} px, this program makes {CROP_SIZE_PX} px")
            crop = picture["crop"]
            return cls(
                id=str(content["id"]),
                labels=GestureSet.of([str(label) for label in content["labels"]]),
                crop=CropSpec(Turn(crop["turn"]), float(crop["scale"]), bool(crop["skeleton"])),
                uses_landmarks=bool(picture["landmarks"]),
                files={str(name): str(digest) for name, digest in content["files"].items()},
                temperature=float(content["temperature"]),
                reject_threshold=float(content["reject_threshold"]),
                metrics=content.get("metrics", {}),
                data=content.get("data", {}),
                parent=content.get("parent"),
                versions=content.get("versions", {}),
            )
        except KeyError as error:
            raise ValueError(f"it lacks {error}") from None
        except (TypeError, AttributeError) as error:
            raise ValueError(f"it is not laid out like a manifest ({error})") from None


def read_manifest(folder: Path) -> Manifest:
    """Read a model folder's manifest.

    Raises:
        ModelError: If there is none, or it cannot be used.
    """
    path = folder / MANIFEST_NAME
    if not folder.is_dir():
        raise ModelError(f"There is no model folder {folder}.", hint="Check the path given with --model.")
    try:
        return Manifest.from_json(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        hint = "A model folder holds manifest.json, model.onnx and model.keras; choose another folder."
        raise ModelError(f"{folder} has no {MANIFEST_NAME}.", hint=hint) from None
    except OSError as error:
        hint = "Check that the file may be read."
        raise ModelError(f"{path} cannot be read: {error.strerror}.", hint=hint) from error
    except ValueError as error:
        hint = "Choose another model, or restore this one from where it came from."
        raise ModelError(f"{path} cannot be used: {error}.", hint=hint) from error
