"""The classifier on ONNX Runtime, for CPUs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from gesture_app.domain.frames.frame import HandCrop, Prediction
from gesture_app.domain.frames.gestures import GestureSet
from gesture_app.domain.models.device import Device
from gesture_app.errors import ClassifierError, MissingDependencyError, one_line
from gesture_app.inference.classifiers.batching import input_names, model_inputs
from gesture_app.inference.classifiers.calibration import predictions_from
from gesture_app.inference.library.model_store import StoredModel
from gesture_app.onnx_runtime import open_session


class OnnxClassifier:
    """A :class:`~gesture_app.domain.ports.Classifier` that runs a model's ONNX export on the CPU.

    Args:
        model: The model; its file is verified here.
        device: ``Device.CPU``.
        threads: Threads of one inference. The detector and the window use the other cores.

    Raises:
        ValueError: If the device is another one.
        ModelError: If the model's file is missing or damaged.
        ClassifierError: If it cannot be run, or its inputs are not those of the manifest.
        MissingDependencyError: If ONNX Runtime cannot be loaded.
    """

    def __init__(self, model: StoredModel, device: Device = Device.CPU, *, threads: int = 2) -> None:
        if device is not Device.CPU:
            raise ValueError(f"an ONNX classifier runs on the CPU only, got {device}")
        self._manifest = model.manifest
        file = model.onnx_file
        try:
            self._session = open_session(file, threads=threads)
        except MissingDependencyError:
            raise
        except Exception as error:  # onnxruntime's errors share no public base class
            raise ClassifierError(
                f"{file} cannot be run: {one_line(error)}", hint="Choose another model, or update the program."
            ) from error
        self._check_inputs()

    @property
    def labels(self) -> GestureSet:
        """The labels of its predictions."""
        return self._manifest.labels

    @property
    def description(self) -> str:
        """Runtime and device, for people."""
        return "ONNX Runtime, CPU"

    def classify(self, crops: Sequence[HandCrop]) -> list[Prediction]:
        """Classify crops; one prediction per crop."""
        if not crops:
            return []
        try:
            (logits,) = self._session.run(None, model_inputs(crops, self._manifest))
        except Exception as error:
            raise ClassifierError(
                f"The model {self._manifest.id} failed: {one_line(error)}", hint="Choose another model."
            ) from error
        return predictions_from(np.asarray(logits), self._manifest, len(crops))

    def _check_inputs(self) -> None:
        takes = sorted(node.name for node in self._session.get_inputs())
        wants = sorted(input_names(self._manifest))
        if takes != wants:
            raise ClassifierError(
                f"The model {self._manifest.id} takes {', '.join(takes)}, but its manifest says {', '.join(wants)}.",
                hint="Its files do not belong together; choose another model.",
            )

    def close(self) -> None:
        """Do nothing: memory is freed with the object."""
