"""The classifier on Keras with TensorFlow, for GPUs."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

import numpy as np

from gesture_app.domain.frames.frame import HandCrop, Prediction
from gesture_app.domain.frames.gestures import GestureSet
from gesture_app.domain.models.device import Device
from gesture_app.errors import ClassifierError, MissingDependencyError, one_line
from gesture_app.inference.classifiers.batching import model_inputs
from gesture_app.inference.classifiers.calibration import predictions_from
from gesture_app.inference.library.model_store import StoredModel
from gesture_app.inference.providers import gpu_signs_present
from gesture_app.packages import is_installed, nothing_hidden


def tensorflow_installed() -> bool:
    """Whether TensorFlow can be imported, without importing it."""
    return is_installed("tensorflow")


def tensorflow_gpus() -> list[str]:
    """Names of the GPUs that TensorFlow finds; empty without TensorFlow. Imports TensorFlow, which takes seconds.

    Raises:
        MissingDependencyError: If TensorFlow is installed but cannot be loaded.
    """
    if not tensorflow_installed():
        return []
    tensorflow = _import_tensorflow()
    gpus = tensorflow.config.list_physical_devices("GPU")
    return [tensorflow.config.experimental.get_device_details(gpu).get("device_name", gpu.name) for gpu in gpus]


def tensorflow_finds_gpu() -> bool:
    """Whether TensorFlow is installed and finds a GPU. Imports TensorFlow only if there are signs of a GPU.

    Raises:
        MissingDependencyError: If TensorFlow is installed but cannot be loaded.
    """
    return tensorflow_installed() and gpu_signs_present() and bool(tensorflow_gpus())


class KerasClassifier:
    """A :class:`~gesture_app.domain.ports.Classifier` that runs the Keras model, compiled for a fixed signature.

    Args:
        model: The model; its file is verified here.
        device: ``Device.GPU``, or ``Device.CPU`` for comparisons.

    Raises:
        ValueError: If the device is ``Device.AUTO``.
        ModelError: If the model's file is missing or damaged.
        MissingDependencyError: If TensorFlow is not installed, or cannot be loaded.
        ClassifierError: If there is no such device, or the model cannot be loaded.
    """

    def __init__(self, model: StoredModel, device: Device = Device.GPU) -> None:
        if device is Device.AUTO:
            raise ValueError("a Keras classifier needs a fixed device")
        device_type = device.value.upper()
        self._manifest = model.manifest
        file = model.keras_file
        if not tensorflow_installed():
            raise MissingDependencyError(
                "TensorFlow is not installed, and the GPU needs it.",
                hint='Install it with: pip install -c constraints.txt -e ".[train]"',
            )
        tensorflow = _import_tensorflow()
        if not tensorflow.config.list_physical_devices(device_type):
            raise ClassifierError(
                f"TensorFlow sees no {device_type}.",
                hint="Run gesture-app doctor to see why, or use --device cpu.",
            )
        import keras

        if keras.config.backend() != "tensorflow":
            raise ClassifierError(
                f"Keras is set to run on {keras.config.backend()}, and the GPU needs it on TensorFlow.",
                hint="Unset the environment variable KERAS_BACKEND, or use --device cpu.",
            )
        self._device_name = f"/{device_type}:0"
        self._description = f"Keras on TensorFlow, {device_type}"
        try:
            with tensorflow.device(self._device_name):
                self._model: Any = keras.saving.load_model(file, compile=False, safe_mode=True)
                self._call = tensorflow.function(
                    lambda inputs: self._model(inputs, training=False), reduce_retracing=True
                )
        except Exception as error:  # Keras and TensorFlow raise whatever the damaged part raised
            raise ClassifierError(
                f"{file} cannot be loaded: {one_line(error)}", hint="Choose another model."
            ) from error
        self._tensorflow = tensorflow

    @property
    def labels(self) -> GestureSet:
        """The labels of its predictions."""
        return self._manifest.labels

    @property
    def description(self) -> str:
        """Runtime and device, for people."""
        return self._description

    def classify(self, crops: Sequence[HandCrop]) -> list[Prediction]:
        """Classify crops; one prediction per crop. The first call compiles, which takes seconds."""
        if not crops:
            return []
        inputs = model_inputs(crops, self._manifest)
        try:
            with self._tensorflow.device(self._device_name):
                logits = self._call({name: self._tensorflow.constant(array) for name, array in inputs.items()})
            answers = np.asarray(logits)
        except Exception as error:  # neither TensorFlow's errors nor Keras' share a base class
            raise ClassifierError(
                f"The model {self._manifest.id} failed: {one_line(error)}",
                hint="Choose another model, or use --device cpu.",
            ) from error
        return predictions_from(answers, self._manifest, len(crops))

    def close(self) -> None:
        """Do nothing: memory is freed with the object."""


def _import_tensorflow() -> Any:
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
    os.environ.setdefault("KERAS_BACKEND", "tensorflow")
    os.environ.setdefault("TF_FORCE_GPU_ALLOW_GROWTH", "true")
    try:
        with nothing_hidden():  # MediaPipe may be being imported, without TensorFlow
            import tensorflow
    except Exception as error:  # broken native libraries show themselves in many ways
        raise MissingDependencyError(
            f"TensorFlow is installed but cannot be loaded: {error}.",
            hint='Install it again with: pip install -c constraints.txt -e ".[train]", or use --device cpu.',
        ) from error
    return tensorflow
