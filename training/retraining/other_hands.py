"""Outputs of a model for the hands of other people, written beside it for the gate of the memory of samples."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from gesture_app.domain.models.hand_outputs import HandOutputs, OtherHands
from gesture_app.inference.classifiers.onnx_classifier import OnnxClassifier
from gesture_app.inference.library.manifest import MANIFEST_NAME, OTHERS_NAME, Manifest
from gesture_app.inference.library.model_store import StoredModel, sha256_of
from gesture_app.inference.library.other_hands import write_other_hands
from gesture_app.storage.atomic import write_atomically
from training.hands.data.augmentation import exact_crop
from training.retraining.rehearsal_set import EVERYDAY, RenderedHands

_BATCH_SIZE = 64


def add_other_hands(model: StoredModel, base: RenderedHands) -> Manifest:
    """Run a model on the hands of other people, and write its outputs beside it; the manifest lists the file.

    Args:
        model: The model; it gives features.
        base: The hands; those with labels that the model does not know are left out.

    Raises:
        GestureAppError: If the model cannot be run.
        OSError: If the files cannot be written.
    """
    known = base.of_labels(model.manifest.labels.labels)
    classifier = OnnxClassifier(model, threads=1)  # two wait for each other where other programs use the cores
    parts = [
        classifier.outputs(
            [exact_crop(sample, model.manifest.crop) for sample in known.samples[start : start + _BATCH_SIZE]]
        )
        for start in range(0, len(known), _BATCH_SIZE)
    ]
    manifest = with_other_hands(model, known, HandOutputs.joined(parts))
    write_atomically(model.folder / MANIFEST_NAME, manifest.to_json().encode())
    return manifest


def with_other_hands(model: StoredModel, base: RenderedHands, outputs: HandOutputs) -> Manifest:
    """Write a model's outputs for the hands of other people into its folder.

    Args:
        model: The model.
        base: The hands.
        outputs: Its outputs for them.

    Returns:
        The manifest that lists the file; it is not written.

    Raises:
        OSError: If the file cannot be written.
    """
    hands = OtherHands(
        outputs,
        np.array([sample.label for sample in base.samples], dtype=np.str_),
        np.array(base.poses, dtype=np.str_),
        np.array([pose.startswith(EVERYDAY) for pose in base.poses], dtype=bool),
    )
    file = model.folder / OTHERS_NAME
    write_other_hands(file, hands)
    return replace(model.manifest, files={**model.manifest.files, OTHERS_NAME: sha256_of(file)})
