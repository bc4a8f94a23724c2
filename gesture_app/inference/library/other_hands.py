"""File of a model with its outputs for hands of other people: the memory of samples is fitted and checked with them."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from gesture_app.domain.message import Message
from gesture_app.domain.models.hand_outputs import HandOutputs, OtherHands
from gesture_app.errors import ModelError, reason_of
from gesture_app.inference.library.manifest import OTHERS_NAME, Manifest
from gesture_app.inference.library.model_store import StoredModel
from gesture_app.storage.array_files import read_arrays


def write_other_hands(file: Path, hands: OtherHands) -> None:
    """Write the file: outputs as float16, names once with indices. 1,500 hands with 256 features take 0.7 MB.

    Files of earlier versions do not say which hands are examples: they are read as if every second one was.

    Raises:
        OSError: If it cannot be written.
    """
    label_names, labels = np.unique(hands.labels, return_inverse=True)
    pose_names, poses = np.unique(hands.poses, return_inverse=True)
    np.savez_compressed(
        file,
        logits=hands.outputs.logits.astype(np.float16),
        features=hands.outputs.features.astype(np.float16),
        label_names=label_names,
        label=labels.astype(np.uint16),
        pose_names=pose_names,
        pose=poses.astype(np.uint16),
        is_everyday=hands.is_everyday,
        is_example=np.zeros(len(hands), dtype=bool) if hands.is_example is None else hands.is_example,
    )


def read_other_hands(model: StoredModel) -> OtherHands | None:
    """Read the file of a model; None if it has none, as models of earlier versions.

    Raises:
        ModelError: If it is missing though the manifest lists it, or damaged.
    """
    if OTHERS_NAME not in model.manifest.files:
        return None
    file = model.verified(OTHERS_NAME)
    try:
        return _decoded(file.read_bytes(), model.manifest)
    except (OSError, ValueError, KeyError, IndexError, TypeError) as error:
        hint = Message("Write it anew with: python -m training features MODEL, or choose another model.")
        raise ModelError(
            Message("{path} cannot be used: {reason}.").fill(path=file, reason=reason_of(error)), hint=hint
        ) from error


def _decoded(content: bytes, manifest: Manifest) -> OtherHands:
    stored = read_arrays(content)
    outputs = HandOutputs(stored["logits"].astype(np.float32), stored["features"].astype(np.float32))
    labels, poses = (stored[f"{name}_names"][stored[name]] for name in ("label", "pose"))
    is_example = stored["is_example"] if "is_example" in stored else np.arange(len(labels)) % 2 == 0
    hands = OtherHands(outputs, labels, poses, stored["is_everyday"], is_example)
    widths = outputs.logits.shape[1], outputs.features.shape[1]
    expected = len(manifest.labels), len(manifest.features or ())
    if widths != expected:
        raise ValueError(f"it holds {widths} logits and features a hand, its model gives {expected}")
    if unknown := set(labels.tolist()) - set(manifest.labels.labels):
        raise ValueError(f"its model does not know {', '.join(sorted(unknown))}")
    if not (np.isfinite(outputs.logits).all() and np.isfinite(outputs.features).all()):
        raise ValueError("it holds numbers that are not finite")
    return hands
