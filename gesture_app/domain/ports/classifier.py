"""The ports for gesture classifiers and for cutting out their crops."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from gesture_app.domain.frames.frame import Frame, Hand, HandCrop, Prediction
from gesture_app.domain.frames.gestures import GestureSet
from gesture_app.domain.models.hand_outputs import HandOutputs
from gesture_app.domain.models.sample_memory import SampleMemory


class Classifier(Protocol):
    """Predicts gestures from crops. It may be made in one thread and used in another, but never by two at a time."""

    @property
    def labels(self) -> GestureSet:
        """The labels it tells apart."""
        ...

    @property
    def description(self) -> str:
        """The runtime and device for the status line, for example ``"ONNX Runtime, CPU"``."""
        ...

    @property
    def has_features(self) -> bool:
        """Whether the model gives features. Models of earlier versions do not."""
        ...

    def outputs(self, crops: Sequence[HandCrop]) -> HandOutputs:
        """Logits and features, one row a crop, in order.

        Raises:
            ClassifierError: If the model gives none, or the classifier failed.
        """
        ...

    def classify(self, crops: Sequence[HandCrop], memory: SampleMemory | None = None) -> list[Prediction]:
        """One prediction a crop, in order; an empty list for no crops.

        Args:
            crops: The crops.
            memory: Samples that adjust the predictions, which then have the memory's labels.

        Raises:
            ClassifierError: If the classifier failed, or it has no features for a memory.
        """
        ...

    def close(self) -> None:
        """Release everything. May be called more than once."""
        ...


class Cropper(Protocol):
    """Cuts hands out of frames as the classifier's model was trained with."""

    def __call__(self, frame: Frame, hand: Hand) -> HandCrop:
        """The crop of one hand."""
        ...
