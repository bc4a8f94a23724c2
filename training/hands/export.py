"""Export of a trained hand model to a model folder of the app."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import keras
import numpy as np

from gesture_app.domain.models.calibration import Calibration
from gesture_app.inference.library.manifest import KERAS_NAME, MANIFEST_NAME, ONNX_NAME, Manifest
from gesture_app.inference.library.model_store import sha256_of
from gesture_app.vision.detectors import DEFAULT_DETECTOR
from training.common.environment import installed_versions
from training.common.export import PARITY_TOLERANCE, ExportError, onnx_answers, write_onnx
from training.hands.data.batches import Inputs
from training.hands.phases import predict
from training.hands.recipe import HandRecipe


def write_model(
    model: Any,
    recipe: HandRecipe,
    calibration: Calibration,
    folder: Path,
    *,
    metrics: Mapping[str, Any],
    data: Mapping[str, Any],
    check_inputs: Inputs,
) -> Manifest:
    """Write a model folder atomically: the Keras model, its ONNX export and the manifest.

    Args:
        model: The trained model.
        recipe: The recipe of the model.
        calibration: Calibration of both questions.
        folder: The model folder; replaced if it exists.
        metrics: Metrics for the manifest.
        data: Description of the training data for the manifest.
        check_inputs: Model inputs on which both files must agree.

    Raises:
        ExportError: If they do not agree.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".export-") as temporary:
        staged = Path(temporary) / folder.name
        staged.mkdir()
        manifest = Manifest(
            id=folder.name,
            labels=recipe.labels,
            crop=recipe.crop,
            uses_landmarks=recipe.input.landmarks,
            files=write_files(model, staged, check_inputs),
            temperature=calibration.temperature,
            reject_threshold=calibration.reject_threshold,
            metrics=metrics,
            data=data,
            versions=installed_versions(),
            detector=DEFAULT_DETECTOR,
            uses_hand_angle=recipe.input.hand_angle,
            intent=calibration.intent,
        )
        (staged / MANIFEST_NAME).write_text(manifest.to_json(), encoding="utf-8")
        if folder.exists():
            shutil.rmtree(folder)
        staged.replace(folder)
    return manifest


def write_files(model: Any, folder: Path, check_inputs: Inputs) -> dict[str, str]:
    """Write the Keras model and its ONNX export into a folder.

    Args:
        model: The trained model.
        folder: The folder; it exists.
        check_inputs: Model inputs on which both files must agree.

    Returns:
        The sha256 of each file by name, as in manifests.

    Raises:
        ExportError: If they do not agree.
    """
    without_optimizer(model).save(folder / KERAS_NAME)
    model({name: array[:1] for name, array in check_inputs.items()}, training=False)  # else Keras has no shapes yet
    write_onnx(model, folder / ONNX_NAME)
    difference = parity(model, folder / ONNX_NAME, check_inputs)
    if difference > PARITY_TOLERANCE:
        raise ExportError(f"The ONNX export differs from the Keras model by {difference:.2g}.")
    return {name: sha256_of(folder / name) for name in (KERAS_NAME, ONNX_NAME)}


def without_optimizer(model: Any) -> Any:
    """Copy a model without its optimizer, which would triple the size of the file."""
    bare = keras.Model.from_config(model.get_config())
    bare.set_weights(model.get_weights())
    return bare


def parity(model: Any, onnx_file: Path, inputs: Inputs) -> float:
    """Largest difference of a logit between the Keras model and its ONNX export."""
    return float(np.abs(predict(model, inputs) - onnx_answers(onnx_file, inputs)).max())
