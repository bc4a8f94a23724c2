"""Export of a trained hand model to a model folder of the app."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import keras
import numpy as np
import numpy.typing as npt

from gesture_app.domain.models.calibration import Calibration
from gesture_app.domain.models.features import FeatureStatistics
from gesture_app.errors import one_line
from gesture_app.inference.classifiers.keras_classifier import with_features, with_last_inputs
from gesture_app.inference.library.manifest import FEATURES_OUTPUT, KERAS_NAME, MANIFEST_NAME, ONNX_NAME, Manifest
from gesture_app.inference.library.model_store import StoredModel, sha256_of
from gesture_app.storage.atomic import write_atomically
from gesture_app.vision.detectors import NETWORKS_ID
from training.common.environment import installed_versions
from training.common.export import PARITY_TOLERANCE, ExportError, onnx_outputs, write_onnx
from training.hands.data.batches import Inputs
from training.hands.model import LOGITS
from training.hands.phases import predict
from training.hands.recipe import HandRecipe

FEATURE_SAMPLES = 2000
"""Hands for the statistics of the features of a new model."""
_CHECK_SAMPLES = 32


def write_model(
    model: Any,
    recipe: HandRecipe,
    calibration: Calibration,
    folder: Path,
    *,
    metrics: Mapping[str, Any],
    data: Mapping[str, Any],
    check_inputs: Inputs,
    feature_inputs: Inputs | None = None,
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
        feature_inputs: Model inputs that the statistics of the features are computed from; None to export no features.

    Raises:
        ExportError: If they do not agree.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".export-") as temporary:
        staged = Path(temporary) / folder.name
        staged.mkdir()
        written = write_files(model, staged, check_inputs, feature_inputs)
        manifest = Manifest(
            id=folder.name,
            labels=recipe.labels,
            crop=recipe.crop,
            uses_landmarks=recipe.input.landmarks,
            files=written.sha256,
            temperature=calibration.temperature,
            reject_threshold=calibration.reject_threshold,
            metrics=metrics,
            data=data,
            versions=installed_versions(),
            detector=NETWORKS_ID,
            uses_hand_angle=recipe.input.hand_angle,
            intent=calibration.intent,
            features=written.features,
        )
        (staged / MANIFEST_NAME).write_text(manifest.to_json(), encoding="utf-8")
        if folder.exists():
            shutil.rmtree(folder)
        staged.replace(folder)
    return manifest


@dataclass(frozen=True)
class WrittenFiles:
    """The files of a model.

    Attributes:
        sha256: SHA-256 of each file by name, as in manifests.
        features: Statistics that standardize the features in the ONNX export; None if it gives none.
    """

    sha256: dict[str, str]
    features: FeatureStatistics | None = None


def write_files(model: Any, folder: Path, check_inputs: Inputs, feature_inputs: Inputs | None = None) -> WrittenFiles:
    """Write the Keras model and its ONNX export into a folder.

    Args:
        model: The trained model.
        folder: The folder; it exists.
        check_inputs: Model inputs on which both files must agree.
        feature_inputs: Model inputs that the statistics of the features are computed from; None to export no features.

    Raises:
        ExportError: If they do not agree.
    """
    bare = without_optimizer(model)
    bare.save(folder / KERAS_NAME)
    features = write_onnx_export(bare, folder / ONNX_NAME, check_inputs, feature_inputs)
    return WrittenFiles({name: sha256_of(folder / name) for name in (KERAS_NAME, ONNX_NAME)}, features)


def write_onnx_export(
    model: Any, file: Path, check_inputs: Inputs, feature_inputs: Inputs | None
) -> FeatureStatistics | None:
    """Write the ONNX export of a model, and compare it with the model.

    Args:
        model: The model, with one output.
        file: The file.
        check_inputs: As for :func:`write_files`.
        feature_inputs: As for :func:`write_files`.

    Returns:
        The statistics that standardize the features; None without features.

    Raises:
        ExportError: If both do not agree.
    """
    statistics = None if feature_inputs is None else feature_statistics(model, feature_inputs)
    exported = model if statistics is None else with_features(model, statistics)
    exported({name: array[:1] for name, array in check_inputs.items()}, training=False)  # else Keras has no shapes yet
    write_onnx(exported, file, [LOGITS, FEATURES_OUTPUT] if statistics is not None else [])
    expected = [predict(model, check_inputs)]
    if statistics is not None:
        expected.append(statistics.features(last_inputs(model, check_inputs)))
    difference = max(
        float(np.abs(one - other).max()) for one, other in zip(expected, onnx_outputs(file, check_inputs), strict=True)
    )
    if difference > PARITY_TOLERANCE:
        raise ExportError(f"The ONNX export differs from the Keras model by {difference:.2g}.")
    return statistics


def add_features(model: StoredModel, feature_inputs: Inputs) -> Manifest:
    """Write the ONNX export of a stored model anew, with features, from its Keras model.

    The manifest gets the statistics and the new SHA-256. The logits stay the same but for rounding.

    Args:
        model: The model; its ONNX export may be damaged.
        feature_inputs: Model inputs that the statistics of the features are computed from.

    Raises:
        ModelError: If the Keras model is missing or damaged.
        ExportError: If it cannot be loaded, has no last layer of the usual name, or both models do not agree.
    """
    file = model.keras_file
    with tempfile.TemporaryDirectory(dir=model.folder, prefix=".export-") as temporary:
        staged = Path(temporary) / ONNX_NAME
        try:
            network = keras.saving.load_model(file, compile=False)
            check_inputs = {name: array[:_CHECK_SAMPLES] for name, array in feature_inputs.items()}
            statistics = write_onnx_export(network, staged, check_inputs, feature_inputs)
        except (OSError, TypeError, ValueError) as error:
            hint = "Only models that this program trained can be given features; choose another model."
            raise ExportError(f"The model {model.manifest.id} has no features: {one_line(error)}", hint=hint) from error
        files = {**model.manifest.files, ONNX_NAME: sha256_of(staged)}
        manifest = replace(model.manifest, files=files, features=statistics)
        staged.replace(model.folder / ONNX_NAME)
        write_atomically(model.folder / MANIFEST_NAME, manifest.to_json().encode())
    return manifest


def feature_statistics(model: Any, inputs: Inputs) -> FeatureStatistics:
    """Statistics of the features of a model on some of its inputs."""
    return FeatureStatistics.of(last_inputs(model, inputs))


def last_inputs(model: Any, inputs: Inputs) -> npt.NDArray[np.float32]:
    """``(n, features)`` float32 inputs of the last layer of a model."""
    both = with_last_inputs(model)
    return predict(keras.Model(both.input, both.output[1]), inputs)


def without_optimizer(model: Any) -> Any:
    """Copy a model without its optimizer, which would triple the file's size, and its loss: Keras cannot clone it."""
    bare = keras.Model.from_config(model.get_config())
    bare.set_weights(model.get_weights())
    return bare
