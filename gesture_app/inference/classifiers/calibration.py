"""Converts logits to calibrated predictions, for all runtimes."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.frame import Prediction
from gesture_app.domain.frames.gestures import GestureSet
from gesture_app.domain.message import Message
from gesture_app.domain.models.sample_memory import SampleMemory
from gesture_app.errors import ClassifierError
from gesture_app.inference.classifiers.feature_checks import checked_features
from gesture_app.inference.library.manifest import Manifest


def predictions_from(logits: npt.NDArray[Any], manifest: Manifest, count: int) -> list[Prediction]:
    """Convert logits to predictions with the calibration of the manifest.

    Args:
        logits: ``(count, len(labels))`` float32.
        manifest: Manifest of the model.
        count: Number of hands.

    Raises:
        ClassifierError: If the logits have another shape or are not finite.
    """
    return _calibrated(checked_logits(logits, manifest, count), manifest.labels, manifest)


def remembered_predictions(
    logits: npt.NDArray[Any],
    features: npt.NDArray[Any],
    memory: SampleMemory,
    manifest: Manifest,
    count: int,
) -> list[Prediction]:
    """Convert logits to predictions with the labels of a memory of samples, which adjusts them first.

    Args:
        logits: ``(count, len(labels))`` float32.
        features: ``(count, features)`` float32.
        memory: The memory; made of features of this model.
        manifest: Manifest of the model.
        count: Number of hands.

    Raises:
        ClassifierError: If an array has another shape or is not finite, or the memory is of another model.
    """
    checked = checked_features(features, manifest, count)
    if memory.base_labels != manifest.labels or memory.feature_count != checked.shape[1]:
        raise ClassifierError(
            Message("The remembered samples do not belong to the model {model}.").fill(model=manifest.id),
            hint=Message("Start the program again."),
        )
    return _calibrated(memory.adjusted(checked_logits(logits, manifest, count), checked), memory.labels, manifest)


def checked_logits(logits: npt.NDArray[Any], manifest: Manifest, count: int) -> npt.NDArray[Any]:
    """Logits after a check of their shape and values.

    Args:
        logits: ``(count, len(labels))``.
        manifest: Manifest of the model.
        count: Number of hands.

    Raises:
        ClassifierError: If they have another shape, or are not finite.
    """
    expected = (count, len(manifest.labels))
    if logits.shape != expected:
        raise ClassifierError(
            Message("The model {model} answers with shape {shape}, where its labels want {expected}.").fill(
                model=manifest.id, shape=logits.shape, expected=expected
            ),
            hint=Message("Its files do not belong together; choose another model."),
        )
    if not np.isfinite(logits).all():
        raise ClassifierError(
            Message("The model {model} answered with numbers that are not finite.").fill(model=manifest.id),
            hint=Message("Choose another model."),
        )
    return logits


def _calibrated(logits: npt.NDArray[Any], labels: GestureSet, manifest: Manifest) -> list[Prediction]:
    calibration = manifest.calibration
    thresholds = None if calibration.intent is None else calibration.intent.thresholds
    probabilities = calibration.probabilities(logits, labels.none_index).astype(np.float32)
    return [Prediction(labels, row, calibration.reject_threshold, thresholds) for row in probabilities]
