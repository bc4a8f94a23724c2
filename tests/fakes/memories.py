"""A classifier with features, and memories made of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from gesture_app.domain.frames.frame import CROP_SIZE_PX, Float32Array, Frame, Hand, HandCrop, Prediction
from gesture_app.domain.frames.gestures import DEFAULT_LABELS
from gesture_app.domain.models.calibration import softmax
from gesture_app.domain.models.hand_outputs import HandOutputs
from gesture_app.domain.models.learnt_samples import LearntSamples
from gesture_app.domain.models.memory_fit import fit_memory
from gesture_app.domain.models.sample_memory import SampleMemory
from gesture_app.pipeline.processor import LoadedMemory
from tests.fakes.pipeline import FakeClassifier

FEATURE_COUNT = 64
ROW_LENGTH = FEATURE_COUNT + len(DEFAULT_LABELS)
"""Numbers of a sample in the cache: features, then logits."""


def tint_of(level: int) -> Float32Array:
    """The features of a crop of this grey level: different levels are unlike each other."""
    features = np.zeros(FEATURE_COUNT, np.float32)
    features[level % FEATURE_COUNT] = 1
    return features


class TintClassifier(FakeClassifier):
    """A classifier of grey crops: the features are those of the level, the model's own answer is rock.

    Attributes:
        read_count: Number of crops whose features were computed.
        error: Raised by :meth:`outputs`, if set.
    """

    has_features = True

    def __init__(self) -> None:
        super().__init__()
        self.read_count = 0
        self.error: Exception | None = None

    def outputs(self, crops: Sequence[HandCrop]) -> HandOutputs:
        if self.error is not None:
            raise self.error
        self.read_count += len(crops)
        rows = [tint_of(int(crop.image_rgb[0, 0, 0])) for crop in crops]
        logits = [np.log(one.probabilities) for one in super().classify(crops)]
        return HandOutputs(
            np.array(logits, np.float32).reshape(-1, len(self.labels)),
            np.array(rows, np.float32).reshape(-1, FEATURE_COUNT),
        )

    def classify(self, crops: Sequence[HandCrop], memory: SampleMemory | None = None) -> list[Prediction]:
        if memory is None or not crops:
            return super().classify(crops)
        outputs = self.outputs(crops)
        rows = softmax(memory.adjusted(outputs.logits, outputs.features).astype(np.float64))
        return [Prediction(memory.labels, row.astype(np.float32)) for row in rows]


def tinted_crop(frame: Frame, _hand: Hand) -> HandCrop:
    """A crop of the grey level of the frame's first pixel."""
    level = int(frame.image_bgr[0, 0, 0])
    return HandCrop(np.full((CROP_SIZE_PX, CROP_SIZE_PX, 3), level, np.uint8), np.zeros((21, 3), np.float32))


def memory_of(levels: Sequence[int], label: str, seal: str = "seal") -> LoadedMemory:
    """A memory of samples of these grey levels."""
    features = np.stack([tint_of(level) for level in levels])
    logits = np.zeros((len(levels), len(DEFAULT_LABELS)), np.float32)
    return LoadedMemory(fit_memory(DEFAULT_LABELS, HandOutputs(logits, features), [label] * len(levels)), seal)


def raised_labels(memory: SampleMemory, level: int) -> list[str]:
    """The labels that a memory raises for hands of this grey level."""
    logits = np.zeros((1, len(memory.base_labels)), np.float32)
    (row,) = memory.adjusted(logits, tint_of(level)[None])
    return [label for label, value in zip(memory.labels.labels, row, strict=True) if value > 1]


def learnt_of(people: Mapping[str, str], seal: str = "seal") -> LearntSamples:
    """Samples of paper with these keys and people, each with features of a level of its own."""
    features = np.stack([tint_of(level + 10) for level in range(len(people))])
    return LearntSamples(seal, tuple(people), ("paper",) * len(people), tuple(people.values()), features)
