"""Rendered hands of other people, shipped for retraining: a rehearsal set to train on and a base set to compare on.

No shipped model was trained on the people of the base set. :mod:`training.retraining.rehearsal_builder` builds both.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import compress
from pathlib import Path
from typing import Any

import numpy as np

from gesture_app.domain.frames.frame import UInt8Array
from gesture_app.domain.message import Message
from gesture_app.errors import GestureAppError, reason_of
from gesture_app.inference.library.model_store import sha256_of
from gesture_app.resources import ASSETS
from training.hands.data.dataset import HandSample

FOLDER = ASSETS / "rehearsal"
REHEARSAL_FILE = "rehearsal.npz"
BASE_FILE = "base.npz"
MANIFEST_FILE = "manifest.json"
SCHEMA = 1
EVERYDAY = "everyday: "
"""Prefix of the pose of hands of people who show no sign: the name of what they do, in any shape of the hand."""


class RehearsalError(GestureAppError):
    """The shipped rendered hands cannot be read or built."""


@dataclass(frozen=True)
class RenderedHands:
    """Rendered hands.

    Attributes:
        samples: The hands.
        poses: Name of each hand's pose (:mod:`training.synthetic.poses`).
    """

    samples: tuple[HandSample, ...]
    poses: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.samples)

    def __add__(self, other: RenderedHands) -> RenderedHands:
        return RenderedHands((*self.samples, *other.samples), (*self.poses, *other.poses))

    def without_poses(self, excluded: set[str]) -> RenderedHands:
        """The hands in other poses."""
        return self._where([pose not in excluded for pose in self.poses])

    def of_labels(self, labels: Sequence[str]) -> RenderedHands:
        """The hands with one of these labels."""
        return self._where([sample.label in labels for sample in self.samples])

    def of_people(self, groups: set[str]) -> RenderedHands:
        """The hands of these people."""
        return self._where([sample.group in groups for sample in self.samples])

    def without_people(self, groups: set[str]) -> RenderedHands:
        """The hands of other people."""
        return self._where([sample.group not in groups for sample in self.samples])

    def _where(self, mask: Sequence[bool]) -> RenderedHands:
        return RenderedHands(tuple(compress(self.samples, mask)), tuple(compress(self.poses, mask)))


def load_rendered_hands(folder: Path, name: str) -> RenderedHands:
    """Load one of the two files and check its sha256.

    Args:
        folder: Usually :data:`FOLDER`.
        name: :data:`REHEARSAL_FILE` or :data:`BASE_FILE`.

    Raises:
        RehearsalError: If it is missing or damaged.
    """
    hint = Message("Fetch the program again, or build the files: python -m training rehearsal.")
    path = folder / name
    try:
        manifest = json.loads((folder / MANIFEST_FILE).read_text(encoding="utf-8"))
        if manifest["files"][name]["sha256"] != sha256_of(path):
            raise RehearsalError(
                Message("{path} is damaged: its contents do not match {file}.").fill(path=path, file=MANIFEST_FILE),
                hint=hint,
            )
        return _load(path)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise RehearsalError(
            Message("The rendered hands in {path} cannot be read: {reason}.").fill(path=path, reason=reason_of(error)),
            hint=hint,
        ) from error


def save_rendered_hands(path: Path, hands: RenderedHands) -> None:
    """Save hands as ``.npz``; names are stored once, with indices, which saves a tenth of the size."""
    texts = {
        "label": [sample.label for sample in hands.samples],
        "group": [sample.group for sample in hands.samples],
        "pose": list(hands.poses),
    }
    arrays: dict[str, Any] = {
        "jpeg": np.frombuffer(b"".join(sample.region_jpeg for sample in hands.samples), dtype=np.uint8),
        "ends": np.cumsum([len(sample.region_jpeg) for sample in hands.samples]),
        "landmarks": np.array([sample.landmarks_px for sample in hands.samples], dtype=np.float32),
    }
    for name, values in texts.items():
        arrays[f"{name}_names"], arrays[name] = np.unique(np.array(values, dtype=np.str_), return_inverse=True)
        arrays[name] = arrays[name].astype(np.uint16)
    np.savez(path, **arrays)


def _load(path: Path) -> RenderedHands:
    with np.load(path, allow_pickle=False) as stored:
        arrays = {name: stored[name] for name in stored.files}
    labels, groups, poses = (arrays[f"{name}_names"][arrays[name]].tolist() for name in ("label", "group", "pose"))
    return RenderedHands(
        tuple(
            HandSample(jpeg, landmarks, label, "rendered", group)
            for jpeg, landmarks, label, group in zip(
                _split_bytes(arrays["jpeg"], arrays["ends"]), arrays["landmarks"], labels, groups, strict=True
            )
        ),
        tuple(poses),
    )


def _split_bytes(jpeg: UInt8Array, ends: Sequence[int]) -> Iterator[bytes]:
    start = 0
    for end in ends:
        yield jpeg[start : int(end)].tobytes()
        start = int(end)
