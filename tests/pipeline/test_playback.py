"""The engine with a recorded source that is paused and goes back and forth."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest

from gesture_app.capture.image_folder import ImageFolderSource
from gesture_app.pipeline.engine import CaptureState, Engine, EngineTiming
from tests.fakes.pipeline import FakeDetector, Listener, fake_processor, mark_of

IMAGES = 5


@pytest.fixture
def detector() -> FakeDetector:
    return FakeDetector()


@pytest.fixture
def running(tmp_path: Path, detector: FakeDetector) -> Iterator[tuple[Engine, Listener]]:
    """An engine that has shown all images, the last of which is marked 40."""
    for number in range(IMAGES):
        cv2.imwrite(str(tmp_path / f"{number}.png"), np.full((48, 64, 3), number * 10, np.uint8))
    listener = Listener()
    engine = listener.engine = Engine(lambda: fake_processor(detector), listener, timing=EngineTiming(stall_s=0.02))
    engine.start(lambda: ImageFolderSource(tmp_path))
    listener.until(lambda: engine.status.capture is CaptureState.ENDED and shown(listener) == 40)
    yield engine, listener
    engine.stop()


def shown(listener: Listener) -> int | None:
    return mark_of(listener.results[-1]) if listener.results else None


def test_a_source_that_has_ended_can_be_stepped_through(running: tuple[Engine, Listener]) -> None:
    engine, listener = running
    assert engine.playback is not None
    engine.playback.step(-1)
    listener.until(lambda: shown(listener) == 30 and engine.status.capture is CaptureState.PAUSED)
    engine.playback.step(-1)
    listener.until(lambda: shown(listener) == 20 and engine.status.capture is CaptureState.PAUSED)


def test_what_was_tracked_is_dropped_at_a_jump_and_not_at_a_step_forward(
    running: tuple[Engine, Listener], detector: FakeDetector
) -> None:
    engine, listener = running
    assert engine.playback is not None
    before = detector.resets
    engine.playback.step(-3)
    listener.until(lambda: shown(listener) == 10 and engine.status.capture is CaptureState.PAUSED)
    assert detector.resets == before + 1
    engine.playback.step(1)
    listener.until(lambda: shown(listener) == 20)
    assert detector.resets == before + 1


def test_a_source_that_has_ended_starts_again(running: tuple[Engine, Listener]) -> None:
    engine, listener = running
    assert engine.playback is not None
    count = len(listener.frames)
    engine.playback.play()
    listener.until(lambda: len(listener.frames) > count and engine.status.capture is CaptureState.ENDED)


def test_a_paused_source_can_be_replaced_and_stopped(running: tuple[Engine, Listener], tmp_path: Path) -> None:
    engine, listener = running
    engine.switch_source(lambda: ImageFolderSource(tmp_path / "0.png"))
    listener.until(lambda: engine.status.capture is CaptureState.STILL)
