"""Checks of a model's features, for all runtimes."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.frame import Float32Array
from gesture_app.domain.message import Message
from gesture_app.errors import ClassifierError
from gesture_app.inference.library.manifest import Manifest


def feature_count(manifest: Manifest) -> int:
    """Number of features of a hand.

    Raises:
        ClassifierError: If the model gives none.
    """
    if manifest.features is None:
        raise ClassifierError(
            Message("The model {model} was made by an earlier version and gives no features.").fill(model=manifest.id),
            hint=Message("Add them with: python -m training features {model}").fill(model=manifest.id),
        )
    return len(manifest.features)


def checked_features(features: npt.NDArray[Any], manifest: Manifest, count: int) -> Float32Array:
    """Features as float32, after a check of their shape and values.

    Args:
        features: ``(count, features)``.
        manifest: Manifest of the model.
        count: Number of hands.

    Raises:
        ClassifierError: If they have another shape, or are not finite.
    """
    expected = (count, feature_count(manifest))
    if features.shape != expected or not np.isfinite(features).all():
        raise ClassifierError(
            Message(
                "The model {model} gives features of shape {shape}, or ones that are not finite; its "
                "manifest wants {expected}."
            ).fill(model=manifest.id, shape=features.shape, expected=expected),
            hint=Message("Its files do not belong together; choose another model."),
        )
    return features.astype(np.float32, copy=False)
