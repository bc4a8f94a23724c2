"""The classifier on Keras with TensorFlow, for GPUs."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.frame import HandCrop
from gesture_app.domain.message import Message
from gesture_app.domain.models.device import Device
from gesture_app.domain.models.features import FeatureStatistics
from gesture_app.errors import ClassifierError, MissingDependencyError, one_line, reason_of
from gesture_app.inference.classifiers.batching import model_inputs
from gesture_app.inference.classifiers.network_classifier import NetworkClassifier
from gesture_app.inference.library.keras_files import check_keras_file
from gesture_app.inference.library.manifest import LAST_LAYER
from gesture_app.inference.library.model_store import StoredModel
from gesture_app.inference.providers import gpu_signs_present, tensorflow_log_level
from gesture_app.installation.requirements import add_command, add_hint
from gesture_app.native_log import without_native_notices
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


class KerasClassifier(NetworkClassifier):
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
        super().__init__(model.manifest)
        file = model.keras_file
        check_keras_file(file)
        if not tensorflow_installed():
            raise MissingDependencyError(
                Message("TensorFlow is not installed, and the GPU needs it."),
                hint=add_hint(),
            )
        tensorflow = _import_tensorflow()
        if not tensorflow.config.list_physical_devices(device_type):
            raise ClassifierError(
                Message("TensorFlow sees no {device}.").fill(device=device_type),
                hint=Message("Run gesture-app doctor to see why, or use --device cpu."),
            )
        import keras

        if keras.config.backend() != "tensorflow":
            raise ClassifierError(
                Message("Keras is set to run on {backend}, and the GPU needs it on TensorFlow.").fill(
                    backend=keras.config.backend()
                ),
                hint=Message("Unset the environment variable KERAS_BACKEND, or use --device cpu."),
            )
        self._device_name = f"/{device_type}:0"
        self._description = f"Keras on TensorFlow, {device_type}"
        try:
            with tensorflow.device(self._device_name):
                network = keras.saving.load_model(file, compile=False, safe_mode=True)
                statistics = self._manifest.features
                self._model: Any = network if statistics is None else with_features(network, statistics)
                self._call = tensorflow.function(
                    lambda inputs: self._model(inputs, training=False), reduce_retracing=True
                )
        except Exception as error:  # Keras and TensorFlow raise whatever the damaged part raised
            raise ClassifierError(
                Message("{file} cannot be loaded: {reason}").fill(file=file, reason=one_line(error)),
                hint=Message("Choose another model."),
            ) from error
        self._tensorflow = tensorflow

    @property
    def description(self) -> str:
        """Runtime and device, for people."""
        return self._description

    def _run(self, crops: Sequence[HandCrop], *, with_features: bool) -> list[npt.NDArray[Any]]:
        inputs = model_inputs(crops, self._manifest)
        try:
            with self._tensorflow.device(self._device_name):
                answers = self._call({name: self._tensorflow.constant(array) for name, array in inputs.items()})
            outputs = answers if self.has_features else [answers]
            return [np.asarray(output) for output in outputs[: 2 if with_features else 1]]
        except Exception as error:  # neither TensorFlow's errors nor Keras' share a base class
            raise ClassifierError(
                Message("The model {model} failed: {reason}").fill(model=self._manifest.id, reason=one_line(error)),
                hint=Message("Choose another model, or use --device cpu."),
            ) from error

    def close(self) -> None:
        """Do nothing: memory is freed with the object."""


def with_last_inputs(model: Any) -> Any:
    """A Keras model with the outputs ``[logits, inputs of the last layer]``, which shares the layers of another one.

    Args:
        model: A functional model; the layer ``"logits"`` is one of its layers, or of one of the models in it.

    Raises:
        ValueError: If there is no such layer.
    """
    import keras

    if _has_last_layer(model):
        return keras.Model(model.input, [model.output, model.get_layer(LAST_LAYER).input])
    head = next((layer for layer in model.layers if isinstance(layer, keras.Model) and _has_last_layer(layer)), None)
    if head is None:
        raise ValueError(f"the model has no layer {LAST_LAYER}")
    head_with_inputs = with_last_inputs(head)
    last_inputs = []

    def call(layer: Any, *arguments: Any, **options: Any) -> Any:
        if layer is not head:
            return layer(*arguments, **options)
        logits, inputs = head_with_inputs(*arguments, **options)
        last_inputs.append(inputs)
        return logits

    copy = keras.models.clone_model(model, clone_function=lambda layer: layer, call_function=call)
    return keras.Model(copy.input, [copy.output, last_inputs[0]])


def with_features(model: Any, statistics: FeatureStatistics) -> Any:
    """A Keras model with the outputs ``[logits, features]``, which shares the layers of another one.

    Args:
        model: As for :func:`with_last_inputs`.
        statistics: Standardize the features.

    Raises:
        ValueError: If it has no layer ``"logits"``, or another number of features.
    """
    import keras

    both = with_last_inputs(model)
    logits, inputs = both.output
    if inputs.shape[-1] != len(statistics):
        raise ValueError(f"the model has {inputs.shape[-1]} features, and {len(statistics)} statistics are given")
    mean, deviation = np.array(statistics.mean), np.array(statistics.deviation)
    standardize = keras.layers.Rescaling((1 / deviation).tolist(), offset=(-mean / deviation).tolist(), dtype="float32")
    return keras.Model(both.input, [logits, keras.layers.UnitNormalization(dtype="float32")(standardize(inputs))])


def _has_last_layer(model: Any) -> bool:
    return any(layer.name == LAST_LAYER for layer in model.layers)


def _import_tensorflow() -> Any:
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", tensorflow_log_level())
    os.environ.setdefault("KERAS_BACKEND", "tensorflow")
    os.environ.setdefault("TF_FORCE_GPU_ALLOW_GROWTH", "true")
    try:
        # MediaPipe may be being imported, without TensorFlow
        with nothing_hidden(), without_native_notices():
            import tensorflow
    except Exception as error:  # broken native libraries show themselves in many ways
        raise MissingDependencyError(
            Message("TensorFlow is installed but cannot be loaded: {reason}.").fill(reason=reason_of(error)),
            hint=Message("Install it again with: {command}, or use --device cpu.").fill(command=add_command()),
        ) from error
    return tensorflow
