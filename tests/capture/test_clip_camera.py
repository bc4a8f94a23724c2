"""A clip in place of a camera's driver."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import cv2
import pytest

from gesture_app.capture.camera import OpenCVCamera
from gesture_app.capture.clip_camera import clip_camera
from gesture_app.domain.ports import RecordedSource
from gesture_app.errors import SourceError
from tests.fakes.mjpeg_server import SMALL_WH, numbered_image

FRAMES = 5
FPS = 50.0


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    path = tmp_path / "five numbers.mp4"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"mp4v"), FPS, SMALL_WH)
    for number in range(FRAMES):
        writer.write(numbered_image(number, SMALL_WH))
    writer.release()
    return path


@pytest.fixture
def camera(clip: Path) -> Iterator[OpenCVCamera]:
    camera = clip_camera(clip, "clip")
    yield camera
    camera.close()


def test_it_is_a_live_camera_without_an_end_or_a_seeking_bar(camera: OpenCVCamera) -> None:
    camera.open()
    frames = [camera.read() for _ in range(3 * FRAMES)]
    assert [frame.seq for frame in frames if frame is not None] == list(range(3 * FRAMES))
    assert camera.is_live
    assert camera.frame_count is None
    assert not isinstance(camera, RecordedSource)
    assert camera.name == "five numbers (clip as a camera)"
    assert camera.granted is not None
    assert (camera.granted.resolution_wh, camera.granted.fps) == (SMALL_WH, FPS)


def test_it_plays_at_its_frame_rate(camera: OpenCVCamera) -> None:
    camera.open()
    first, *_others, last = [camera.read() for _ in range(11)]
    assert first is not None
    assert last is not None
    assert last.captured_s - first.captured_s >= 9 / FPS


def test_a_clip_that_is_moved_away_is_a_camera_that_is_unplugged(camera: OpenCVCamera, clip: Path) -> None:
    camera.open()
    away = clip.rename(clip.with_name("away.mp4"))
    with pytest.raises(SourceError, match="stopped sending pictures"):
        [camera.read() for _ in range(2 * FRAMES)]
    with pytest.raises(SourceError, match="could not be opened"):
        camera.open()
    away.rename(clip)
    camera.open()
    assert camera.read() is not None


def test_a_stop_ends_a_wait(tmp_path: Path) -> None:
    path = tmp_path / "slow.mp4"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"mp4v"), 2.0, SMALL_WH)
    for number in range(2):
        writer.write(numbered_image(number, SMALL_WH))
    writer.release()
    camera = clip_camera(path, "clip")
    camera.open()
    assert camera.read() is not None
    stop = threading.Timer(0.05, camera.request_stop)
    stop.start()
    assert camera.read() is None
    stop.join()
    camera.close()
