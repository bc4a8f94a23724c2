"""What the classifiers of all runtimes have in common: from the outputs of a network to predictions and features."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.frame import HandCrop, Prediction
from gesture_app.domain.frames.gestures import GestureSet
from gesture_app.domain.models.hand_outputs import HandOutputs
from gesture_app.domain.models.sample_memory import SampleMemory
from gesture_app.inference.classifiers.calibration import checked_logits, predictions_from, remembered_predictions
from gesture_app.inference.classifiers.feature_checks import checked_features, feature_count
from gesture_app.inference.library.manifest import Manifest


class NetworkClassifier(ABC):
    """A :class:`~gesture_app.domain.ports.Classifier` without its runtime.

    Args:
        manifest: Manifest of the model.
    """

    def __init__(self, manifest: Manifest) -> None:
        self._manifest = manifest

    @property
    def labels(self) -> GestureSet:
        """The labels of its predictions."""
        return self._manifest.labels

    @property
    @abstractmethod
    def description(self) -> str:
        """Runtime and device, for people."""

    @property
    def has_features(self) -> bool:
        """Whether the model gives features."""
        return self._manifest.features is not None

    def outputs(self, crops: Sequence[HandCrop]) -> HandOutputs:
        """Logits and features, one row a crop.

        Raises:
            ClassifierError: If the model gives none, or failed.
        """
        count = feature_count(self._manifest)
        if not crops:
            return HandOutputs(np.zeros((0, len(self.labels)), np.float32), np.zeros((0, count), np.float32))
        logits, features = self._run(crops, with_features=True)
        return HandOutputs(
            checked_logits(logits, self._manifest, len(crops)), checked_features(features, self._manifest, len(crops))
        )

    def predictions(self, outputs: HandOutputs) -> list[Prediction]:
        """The predictions for what :meth:`outputs` gave, as :meth:`classify` makes them without a memory.

        Raises:
            ClassifierError: If the outputs are of another model.
        """
        return predictions_from(outputs.logits, self._manifest, len(outputs))

    def classify(self, crops: Sequence[HandCrop], memory: SampleMemory | None = None) -> list[Prediction]:
        """Classify crops; one prediction per crop. The first call may take longer.

        Args:
            crops: The crops.
            memory: Samples that adjust the predictions.

        Raises:
            ClassifierError: If the model failed, or gives no features for a memory.
        """
        if not crops:
            return []
        if memory is None:
            (logits,) = self._run(crops, with_features=False)
            return predictions_from(logits, self._manifest, len(crops))
        feature_count(self._manifest)
        logits, features = self._run(crops, with_features=True)
        return remembered_predictions(logits, features, memory, self._manifest, len(crops))

    @abstractmethod
    def _run(self, crops: Sequence[HandCrop], *, with_features: bool) -> list[npt.NDArray[Any]]:
        """Logits, and features if they are wanted: the model gives them then.

        Raises:
            ClassifierError: If the model failed.
        """
