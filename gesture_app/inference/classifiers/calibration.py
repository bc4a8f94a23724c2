"""Converts logits to calibrated predictions, for all runtimes."""

from __future__ import annotations

import numpy as np

from gesture_app.domain.frames.frame import Float32Array, Prediction
from gesture_app.errors import ClassifierError
from gesture_app.inference.library.manifest import Manifest


def predictions_from(logits: Float32Array, manifest: Manifest, count: int) -> list[Prediction]:
    """Convert logits to predictions with the calibration of the manifest.

    Args:
        logits: ``(count, len(labels))`` float32.
        manifest: Manifest of the model.
        count: Number of hands.

    Raises:
        ClassifierError: If the logits have another shape or are not finite.
    """
    expected = (count, len(manifest.labels))
    if logits.shape != expected:
        raise ClassifierError(
            f"The model {manifest.id} answers with shape {logits.shape}, where its labels want {expected}.",
            hint="Its files do not belong together; choose another model.",
        )
    if not np.isfinite(logits).all():
        raise ClassifierError(
            f"The model {manifest.id} answered with numbers that are not finite.", hint="Choose another model."
        )
    calibration = manifest.calibration
    thresholds = None if calibration.intent is None else calibration.intent.thresholds
    probabilities = calibration.probabilities(logits, manifest.labels.none_index).astype(np.float32)
    return [Prediction(manifest.labels, row, calibration.reject_threshold, thresholds) for row in probabilities]
