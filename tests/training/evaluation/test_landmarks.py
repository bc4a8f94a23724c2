from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from gesture_app.domain.frames.frame import Frame, Hand, Handedness
from tests.fakes.evaluation import (
    LABELS,
    Box,
    detected_hand,
    landmarks_in,
    quiet_console,
    save_image,
)
from training.evaluation.datasets import EvaluationImage
from training.evaluation.decision import DecisionRule
from training.evaluation.landmarks import leading_landmarks
from training.evaluation.replay import ImagePrediction


class FakeDetector:
    """Finds hands with the same boxes in every image, and counts the images."""

    def __init__(self, boxes: list[Box]) -> None:
        self.boxes = boxes
        self.frames: list[int] = []

    def detect(self, frame: Frame) -> list[Hand]:
        self.frames.append(frame.seq)
        return [Hand(landmarks_in(box), Handedness.LEFT, 1.0) for box in self.boxes]

    def close(self) -> None: ...


class TestLeadingLandmarks:
    @pytest.fixture
    def detector(self) -> FakeDetector:
        return FakeDetector([(0, 0, 50, 50), (200, 200, 250, 250)])

    def landmarks(self, tmp_path: Path, prediction: ImagePrediction, detector: FakeDetector) -> np.ndarray | None:
        path = save_image(tmp_path / "anna" / "rock" / "1.png")
        images = [EvaluationImage(path, "rock", "anna", "anna", "1.png")]
        (points,) = leading_landmarks(
            images, [prediction], DecisionRule(LABELS, 0.5), tmp_path / "cache", quiet_console(), lambda: detector
        )
        return points

    def test_they_are_those_of_the_hand_that_determines_the_prediction(
        self, tmp_path: Path, detector: FakeDetector
    ) -> None:
        prediction = ImagePrediction(
            "rock", (detected_hand("none", 0.9, detector.boxes[0]), detected_hand("rock", 0.9, detector.boxes[1]))
        )
        for _ in range(2):
            points = self.landmarks(tmp_path, prediction, detector)
            assert points is not None
            assert points[:, :2].min() >= 200
        assert detector.frames == [0]

    def test_without_a_hand_there_are_none(self, tmp_path: Path, detector: FakeDetector) -> None:
        detector.boxes.clear()
        assert self.landmarks(tmp_path, ImagePrediction(), detector) is None

    def test_cached_landmarks_of_another_detector_are_replaced(self, tmp_path: Path, detector: FakeDetector) -> None:
        self.landmarks(
            tmp_path,
            ImagePrediction("rock", tuple(detected_hand("rock", 0.9, box) for box in detector.boxes)),
            detector,
        )
        detector.boxes[:] = [(70, 70, 90, 90)]
        points = self.landmarks(
            tmp_path, ImagePrediction("rock", (detected_hand("rock", 0.9, detector.boxes[0]),)), detector
        )
        assert points is not None
        assert points[:, :2].min() == 70
        assert detector.frames == [0, 0]
