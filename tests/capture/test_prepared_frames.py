from __future__ import annotations

import threading

import numpy as np
import pytest

from gesture_app.capture.pacing import Stop
from gesture_app.capture.prepared_frames import CAMERA_FPS, PreparedFramesSource, Scene, read_scene
from gesture_app.domain.frames.frame import Frame
from tests.fakes.clips import ONE_HAND
from tests.fakes.frames import FakeClock


def played(count: int) -> tuple[list[Frame], list[float]]:
    clock = FakeClock()
    waited: list[float] = []

    def wait(event: threading.Event, timeout_s: float) -> bool:
        waited.append(timeout_s)
        clock.advance(timeout_s)
        return event.is_set()

    images = [np.full((2, 2, 3), value, dtype=np.uint8) for value in range(3)]
    source = PreparedFramesSource("test", images, clock=clock, stop=Stop(wait))
    source.open()
    frames = [frame for _ in range(count) if (frame := source.read()) is not None]
    return frames, waited


def test_images_are_played_forth_and_back_at_the_rate_of_a_camera() -> None:
    frames, waited = played(6)

    assert [int(frame.image_bgr[0, 0, 0]) for frame in frames] == [0, 1, 2, 1, 0, 1]
    assert [frame.seq for frame in frames] == list(range(6))
    assert sum(waited) == pytest.approx(5 / CAMERA_FPS)


def test_a_stop_ends_it() -> None:
    source = PreparedFramesSource("test", [np.zeros((2, 2, 3), dtype=np.uint8)])
    source.open()
    source.request_stop()

    assert source.read() is None


@pytest.mark.parametrize("scene", Scene)
def test_scenes_have_the_size_that_is_asked_for(scene: Scene) -> None:
    images = read_scene(ONE_HAND, scene, (200, 100), 3)

    assert [image.shape for image in images] == [(100, 200, 3)] * 3


def test_two_hands_are_the_clip_beside_its_mirror_image() -> None:
    (image,) = read_scene(ONE_HAND, Scene.TWO_HANDS, (200, 100), 1)

    np.testing.assert_allclose(image.astype(int), image[:, ::-1].astype(int), atol=3)


def test_without_hands_nothing_can_be_made_out() -> None:
    (image,) = read_scene(ONE_HAND, Scene.NO_HAND, (200, 100), 1)

    assert np.abs(np.diff(image[10:90, 60:140].astype(int), axis=1)).max() <= 8
