"""Converts crops to the input arrays of a model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.frame import HandCrop
from gesture_app.inference.library.manifest import ANGLE_INPUT, CROP_INPUT, LANDMARK_INPUT, Manifest


def input_names(manifest: Manifest) -> list[str]:
    """Names of the model's inputs."""
    optional = {LANDMARK_INPUT: manifest.uses_landmarks, ANGLE_INPUT: manifest.uses_hand_angle}
    return [CROP_INPUT, *(name for name, is_used in optional.items() if is_used)]


def model_inputs(crops: Sequence[HandCrop], manifest: Manifest) -> dict[str, npt.NDArray[Any]]:
    """The model's inputs by name.

    ``crop_rgb`` is ``(n, 128, 128, 3)`` uint8, ``landmarks`` ``(n, 21, 3)`` float32, ``hand_angle`` ``(n, 2)`` float32.
    """
    inputs: dict[str, npt.NDArray[Any]] = {CROP_INPUT: np.stack([crop.image_rgb for crop in crops])}
    if manifest.uses_landmarks:
        inputs[LANDMARK_INPUT] = np.stack([crop.landmarks for crop in crops]).astype(np.float32)
    if manifest.uses_hand_angle:
        inputs[ANGLE_INPUT] = np.stack([crop.hand_angle for crop in crops]).astype(np.float32)
    return inputs
