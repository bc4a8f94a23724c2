from __future__ import annotations

import threading

import numpy as np
import pytest

from gesture_app.capture.prepared_frames import PreparedFramesSource
from gesture_app.domain.frames.frame import Frame, Hand
from gesture_app.errors import DetectorError, GestureAppError
from gesture_app.pipeline.processor import FrameProcessor
from gesture_app.pipeline.speed import PipelineSpeed, measure_speed
from tests.fakes.pipeline import PATIENT_S, FakeClassifier, FakeDetector, fake_processor

IMAGES = [np.full((60, 80, 3), value, dtype=np.uint8) for value in (20, 40)]


class CountingDetector(FakeDetector):
    """Lets a test wait until some more frames were seen."""

    def __init__(self) -> None:
        super().__init__()
        self._left = 0
        self._seen = threading.Event()

    def detect(self, frame: Frame) -> list[Hand]:
        self._left -= 1
        if self._left == 0:
            self._seen.set()
        return super().detect(frame)

    def await_frames(self, count: int) -> None:
        self._left = count
        assert self._seen.wait(PATIENT_S)


def source() -> PreparedFramesSource:
    return PreparedFramesSource("test", IMAGES)


def measured(detector: CountingDetector) -> PipelineSpeed:
    return measure_speed(
        source,
        lambda: fake_processor(detector),
        seconds=1,
        pause=lambda _: detector.await_frames(5),
    )


def test_frames_are_counted_and_each_stage_is_measured() -> None:
    speed = measured(CountingDetector())

    assert {"detect", "crop", "classify", "total"} <= speed.stages_ms.keys()
    assert speed.frames_in == speed.processed + speed.dropped
    assert speed.processed >= 3
    assert speed.with_hand == speed.processed
    total = speed.stages_ms["total"]
    assert 0 <= total["p50"] <= total["p95"] <= total["p99"]
    assert speed.label_age_ms["p50"] >= 0
    assert speed.classifier == FakeClassifier.description


def test_recognition_that_fails_is_an_error_at_once() -> None:
    def fail() -> FrameProcessor:
        raise DetectorError("no network")

    with pytest.raises(GestureAppError, match="no network"):
        measure_speed(source, fail, seconds=600)
