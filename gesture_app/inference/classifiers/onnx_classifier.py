"""The classifier on ONNX Runtime, for CPUs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.frame import HandCrop
from gesture_app.domain.message import Message
from gesture_app.domain.models.device import Device
from gesture_app.errors import ClassifierError, MissingDependencyError, one_line
from gesture_app.inference.classifiers.batching import input_names, model_inputs
from gesture_app.inference.classifiers.network_classifier import NetworkClassifier
from gesture_app.inference.library.manifest import FEATURES_OUTPUT
from gesture_app.inference.library.model_store import StoredModel
from gesture_app.inference.library.onnx_files import check_onnx_file
from gesture_app.onnx_runtime import open_session


class OnnxClassifier(NetworkClassifier):
    """A :class:`~gesture_app.domain.ports.Classifier` that runs a model's ONNX export on the CPU.

    Args:
        model: The model; its file is verified here.
        device: ``Device.CPU``.
        threads: Threads of one inference. The detector and the window use the other cores.

    Raises:
        ValueError: If the device is another one.
        ModelError: If the model's file is missing or damaged.
        ClassifierError: If it cannot be run, a part of it is in another file, or its inputs are not those of the
            manifest.
        MissingDependencyError: If ONNX Runtime cannot be loaded.
    """

    def __init__(self, model: StoredModel, device: Device = Device.CPU, *, threads: int = 2) -> None:
        if device is not Device.CPU:
            raise ValueError(f"an ONNX classifier runs on the CPU only, got {device}")
        super().__init__(model.manifest)
        file = model.onnx_file
        try:
            check_onnx_file(file)
            self._session = open_session(file, threads=threads)
        except MissingDependencyError:
            raise
        except Exception as error:  # onnxruntime's errors share no public base class
            raise ClassifierError(
                Message("{file} cannot be run: {reason}").fill(file=file, reason=one_line(error)),
                hint=Message("Choose another model, or update the program."),
            ) from error
        self._check_names()

    @property
    def description(self) -> str:
        """Runtime and device, for people."""
        return "ONNX Runtime, CPU"

    def _run(self, crops: Sequence[HandCrop], *, with_features: bool) -> list[npt.NDArray[Any]]:
        outputs = [self._outputs[0], *([FEATURES_OUTPUT] if with_features else [])]
        try:
            answers = self._session.run(outputs, model_inputs(crops, self._manifest))
        except Exception as error:
            raise ClassifierError(
                Message("The model {model} failed: {reason}").fill(model=self._manifest.id, reason=one_line(error)),
                hint=Message("Choose another model."),
            ) from error
        return [np.asarray(answer) for answer in answers]

    def _check_names(self) -> None:
        """Compare inputs and outputs with the manifest."""
        self._outputs = [node.name for node in self._session.get_outputs()]
        takes = sorted(node.name for node in self._session.get_inputs())
        wants = sorted(input_names(self._manifest))
        message = None
        if takes != wants:
            message = Message("The model {model} takes {inputs}, but its manifest says {wanted}.").fill(
                model=self._manifest.id, inputs=", ".join(takes), wanted=", ".join(wants)
            )
        elif self.has_features and FEATURES_OUTPUT not in self._outputs:
            message = Message("The model {model} gives no features, but its manifest has statistics of them.").fill(
                model=self._manifest.id
            )
        if message is not None:
            raise ClassifierError(message, hint=Message("Its files do not belong together; choose another model."))

    def close(self) -> None:
        """Do nothing: memory is freed with the object."""
