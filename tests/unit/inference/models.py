"""Models on disk for tests: folders that look right, with contents as small as can be."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from gesture_app.domain.crop_spec import CropSpec, Turn
from gesture_app.domain.frames import CROP_SIZE_PX, HandCrop
from gesture_app.domain.gestures import DEFAULT_LABELS
from gesture_app.inference.manifest import MANIFEST_NAME, ONNX_NAME, Manifest
from gesture_app.inference.model_store import StoredModel, sha256_of

MANIFEST = Manifest(
    id="tiny",
    labels=DEFAULT_LABELS,
    crop=CropSpec(Turn.AS_SEEN, 1.75, skeleton=True),
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
