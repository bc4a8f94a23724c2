"""A processor that needs no networks."""

from __future__ import annotations

import numpy as np

from gesture_app.domain.frames.crop_spec import CropSpec
from gesture_app.domain.frames.frame import Frame, Hand, Handedness, Prediction
from gesture_app.domain.frames.gestures import DEFAULT_LABELS
from gesture_app.domain.frames.sensitivity import IntentThresholds, Sensitivity
from gesture_app.domain.ports import DetectionMode
from gesture_app.pipeline.processor import FrameProcessor
from gesture_app.vision.cropping import HandCropper


class BrightnessDetector:
    """Finds one hand in bright images, none in dark ones."""

    def __init__(self) -> None:
        self.closed = False

    def detect(self, frame: Frame) -> list[Hand]:
        if frame.image_bgr.mean() < 64:
            return []
        width, height = frame.resolution_wh
        points = np.tile(np.linspace(0.3, 0.7, 21, dtype=np.float32)[:, None], (1, 3))
        return [Hand((points * [width, height, 1]).astype(np.float32), Handedness.RIGHT, 0.9)]

    def expect_hands(self, count: int) -> None:
        pass

    def reset(self) -> None:
        pass

    def close(self) -> None:
        self.closed = True


class BlueClassifier:
    """Classifies bluish crops as paper, others as rock; either is meant with a probability of 0.98."""

    labels = DEFAULT_LABELS
    description = "a fake"
    has_features = False

    def classify(self, crops: list, memory: object = None) -> list[Prediction]:
        return [self._answer(crop.image_rgb) for crop in crops]

    def _answer(self, image_rgb: np.ndarray) -> Prediction:
        label = "paper" if image_rgb[..., 2].mean() > image_rgb[..., 0].mean() else "rock"
        probabilities = np.full(len(self.labels), 0.02, dtype=np.float32)
        probabilities[self.labels.index(label)] = 0.9
        return Prediction(self.labels, probabilities, intent_thresholds=IntentThresholds(0.99, 0.9, 0.6))

    def close(self) -> None:
        pass


def fake_processor(
    *,
    mode: DetectionMode = DetectionMode.VIDEO,
    sensitivity: Sensitivity = Sensitivity.NORMAL,
    **_options: object,
) -> FrameProcessor:
    cropper = HandCropper(CropSpec())
    return FrameProcessor(BrightnessDetector(), cropper, BlueClassifier(), mode=mode, sensitivity=sensitivity)
