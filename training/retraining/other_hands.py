"""Outputs of a model for the hands of other people, written beside it for the memory of samples and its gate."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from gesture_app.domain.frames.crop_spec import CropSpec
from gesture_app.domain.models.hand_outputs import HandOutputs, OtherHands
from gesture_app.domain.ports import Classifier
from gesture_app.inference.classifiers.onnx_classifier import OnnxClassifier
from gesture_app.inference.library.manifest import MANIFEST_NAME, OTHERS_NAME, Manifest
from gesture_app.inference.library.model_store import StoredModel, sha256_of
from gesture_app.inference.library.other_hands import write_other_hands
from gesture_app.storage.atomic import write_atomically
from training.hands.data.augmentation import exact_crop
from training.retraining.rehearsal_set import EVERYDAY, RenderedHands

_BATCH_SIZE = 64


def add_other_hands(model: StoredModel, examples: RenderedHands, base: RenderedHands) -> Manifest:
    """Run a model on the hands of other people, and write its outputs beside it; the manifest lists the file.

    Hands with labels that the model does not know are left out.

    Args:
        model: The model; it gives features.
        examples: The hands that a memory is fitted on.
        base: The hands that check it.

    Raises:
        GestureAppError: If the model cannot be run.
        OSError: If the files cannot be written.
    """
    classifier = OnnxClassifier(model, threads=1)  # two wait for each other where other programs use the cores
    names = model.manifest.labels.labels
    manifest = with_other_hands(
        model,
        *(
            (hands, outputs_of(classifier, hands, model.manifest.crop))
            for hands in (examples.of_labels(names), base.of_labels(names))
        ),
    )
    write_atomically(model.folder / MANIFEST_NAME, manifest.to_json().encode())
    return manifest


def outputs_of(classifier: Classifier, hands: RenderedHands, crop: CropSpec) -> HandOutputs:
    """Outputs of a model for rendered hands, of which there is at least one.

    Raises:
        ClassifierError: If the model fails.
    """
    parts = [
        classifier.outputs([exact_crop(sample, crop) for sample in hands.samples[start : start + _BATCH_SIZE]])
        for start in range(0, len(hands), _BATCH_SIZE)
    ]
    return HandOutputs.joined(parts)


def with_other_hands(
    model: StoredModel, examples: tuple[RenderedHands, HandOutputs], base: tuple[RenderedHands, HandOutputs]
) -> Manifest:
    """Write a model's outputs for the hands of other people into its folder.

    Args:
        model: The model.
        examples: The hands that a memory is fitted on, and the model's outputs for them.
        base: The hands that check it, and its outputs for them.

    Returns:
        The manifest that lists the file; it is not written.

    Raises:
        OSError: If the file cannot be written.
    """
    every = examples[0] + base[0]
    hands = OtherHands(
        HandOutputs.joined([examples[1], base[1]]),
        np.array([sample.label for sample in every.samples], dtype=np.str_),
        np.array(every.poses, dtype=np.str_),
        np.array([pose.startswith(EVERYDAY) for pose in every.poses], dtype=bool),
        np.arange(len(every)) < len(examples[0]),
    )
    file = model.folder / OTHERS_NAME
    write_other_hands(file, hands)
    return replace(model.manifest, files={**model.manifest.files, OTHERS_NAME: sha256_of(file)})
