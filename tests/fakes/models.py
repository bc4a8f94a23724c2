"""Model folders for tests, with valid manifests and files of a few bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import numpy as np

from gesture_app.domain.frames.crop_spec import CropSpec, Turn
from gesture_app.domain.frames.frame import CROP_SIZE_PX, HandCrop
from gesture_app.domain.frames.gestures import DEFAULT_LABELS
from gesture_app.inference.library.manifest import KERAS_NAME, MANIFEST_NAME, ONNX_NAME, Manifest
from gesture_app.inference.library.model_library import FolderModelLibrary
from gesture_app.inference.library.model_store import StoredModel, sha256_of

MANIFEST = Manifest(
    id="tiny",
    labels=DEFAULT_LABELS,
    crop=CropSpec(Turn.AS_SEEN, 1.75),
    uses_landmarks=True,
    files={ONNX_NAME: "00" * 32},
    temperature=1.5,
    reject_threshold=0.25,
    metrics={"held out": {"accuracy": 0.5, "confusion": [[1, 2], [3, 4]]}},
    data={"fingerprint": "abc"},
    parent="grandparent",
    versions={"keras": "3"},
)


def write_model(folder: Path, files: dict[str, bytes] | None = None, **changes: Any) -> StoredModel:
    """A model folder whose manifest fits its files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in (files or {}).items():
        (folder / name).write_bytes(content)
    hashes = {path.name: sha256_of(path) for path in folder.iterdir() if path.name != MANIFEST_NAME}
    manifest = replace(MANIFEST, id=folder.name, files=hashes, **changes)
    (folder / MANIFEST_NAME).write_text(manifest.to_json(), encoding="utf-8")
    return StoredModel(folder, manifest)


def random_crops(count: int, seed: int = 1) -> list[HandCrop]:
    rng = np.random.default_rng(seed)
    return [
        HandCrop(
            rng.integers(0, 256, (CROP_SIZE_PX, CROP_SIZE_PX, 3), dtype=np.uint8),
            rng.uniform(0, 1, (21, 3)).astype(np.float32),
        )
        for _ in range(count)
    ]


NOW = datetime(2024, 5, 1, 10, 30, tzinfo=timezone.utc)
REFUSED = {"gate": {"accepted": False, "reasons": ["It reads your rock worse."]}}
ACCEPTED = {"gate": {"accepted": True, "reasons": []}}


class Library(FolderModelLibrary):
    """A library whose models are not run, unless a test passes a check."""

    def __init__(
        self, home: Path, check: Callable[[StoredModel], None] = lambda _: None, *, detector_id: str | None = None
    ) -> None:
        super().__init__(home / "shipped", home / "own", check=check, now=lambda: NOW, detector_id=detector_id)


def files_of(content: str) -> dict[str, bytes]:
    return {ONNX_NAME: content.encode(), KERAS_NAME: content.encode()}


def shipped(home: Path, name: str = "base-1") -> Path:
    return write_model(home / "shipped" / name, files_of(name), parent=None).folder


def retrained(home: Path, name: str, *, made_at: str = "2024-04-01T00:00:00+00:00", **changes: Any) -> Path:
    data = {"origin": "retrained", "made_at": made_at}
    changes = {"metrics": ACCEPTED, "parent": "base-1", "data": data, **changes}
    return write_model(home / "own" / name, files_of(name), **changes).folder


def ids(library: FolderModelLibrary) -> list[str]:
    return [model.id for model in library.listed()]
