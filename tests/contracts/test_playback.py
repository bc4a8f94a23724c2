"""What the control over every recorded source promises: videos and folders of images."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np
import pytest

from gesture_app.capture.image_folder import ImageFolderSource
from gesture_app.capture.pacing import Stop
from gesture_app.capture.video_file import VideoFileSource
from gesture_app.domain.frames.frame import Frame
from gesture_app.domain.ports import RecordedSource
from tests.fakes.frames import FakeClock

FRAMES = 8
FPS = 20.0
Source = VideoFileSource | ImageFolderSource


def numbered_image(number: int) -> np.ndarray:
    """Its brightness is its number, also after compression."""
    return np.full((48, 64, 3), number * 30, np.uint8)


def number_of(frame: Frame | None) -> int | None:
    return None if frame is None else round(float(frame.image_bgr.mean()) / 30)


class Waits:
    """Stands in for waiting: time passes at once, and ``during`` is called meanwhile."""

    def __init__(self, clock: FakeClock) -> None:
        self.clock = clock
        self.waited_s: list[float] = []
        self.during = lambda: None

    def __call__(self, event: threading.Event, timeout_s: float) -> bool:
        self.waited_s.append(timeout_s)
        self.during()
        if not event.is_set():
            self.clock.advance(timeout_s)
        return event.is_set()


@pytest.fixture
def waits() -> Waits:
    return Waits(FakeClock())


@pytest.fixture(params=["video", "images"])
def source(request: pytest.FixtureRequest, tmp_path: Path, waits: Waits) -> Iterator[Source]:
    """An open source that plays at its own speed, without waiting."""
    made: Source
    if request.param == "video":
        writer = cv2.VideoWriter(str(tmp_path / "clip.avi"), cv2.VideoWriter.fourcc(*"MJPG"), FPS, (64, 48))
        for number in range(FRAMES):
            writer.write(numbered_image(number))
        writer.release()
        made = VideoFileSource(tmp_path / "clip.avi", realtime=True, clock=waits.clock, stop=Stop(waits))
    else:
        for number in range(FRAMES):
            cv2.imwrite(str(tmp_path / f"{number}.png"), numbered_image(number))
        made = ImageFolderSource(tmp_path, realtime=True, fps=FPS, clock=waits.clock, stop=Stop(waits))
    made.open()
    yield made
    made.close()


def read_numbers(source: Source, count: int) -> list[int | None]:
    return [number_of(source.read()) for _ in range(count)]


def test_it_is_a_recorded_source_that_knows_its_length(source: Source) -> None:
    assert isinstance(source, RecordedSource)
    state = source.playback.state
    assert (state.position, state.count, state.is_paused, state.speed) == (0, FRAMES, False, 1.0)
    assert read_numbers(source, 3) == [0, 1, 2]
    assert source.playback.state.position == 2


def test_a_paused_source_gives_nothing_until_it_plays_again(source: Source) -> None:
    assert read_numbers(source, 2) == [0, 1]
    source.playback.pause()
    assert read_numbers(source, 2) == [None, None]
    state = source.playback.state
    assert state.is_paused
    assert not state.has_ended
    source.playback.play()
    assert read_numbers(source, 2) == [2, 3]


def test_a_pause_ends_the_wait_for_a_frame_and_loses_none(source: Source, waits: Waits) -> None:
    assert number_of(source.read()) == 0
    waits.during = source.playback.pause
    assert source.read() is None
    waits.during = lambda: None
    source.playback.play()
    assert number_of(source.read()) == 1


def test_the_time_of_a_pause_is_not_caught_up(source: Source, waits: Waits) -> None:
    read_numbers(source, 2)
    waits.during = source.playback.pause
    source.read()
    waits.during = lambda: None
    waits.clock.advance(0.3)
    source.playback.play()
    waits.waited_s.clear()
    assert read_numbers(source, 3) == [2, 3, 4]
    assert waits.waited_s == pytest.approx([1 / FPS] * 2)


@pytest.mark.parametrize("target", [5, 1, 0])
def test_a_jump_gives_that_frame_at_once_and_goes_on_from_it(source: Source, waits: Waits, target: int) -> None:
    read_numbers(source, 3)
    waits.waited_s.clear()
    source.playback.seek(target)
    assert number_of(source.read()) == target
    assert waits.waited_s == []
    assert source.playback.state.position == target
    assert number_of(source.read()) == target + 1
    assert source.playback.state.jumps == 1


def test_numbers_and_times_rise_over_a_jump(source: Source) -> None:
    frames = [source.read() for _ in range(4)]
    source.playback.seek(1)
    frames += [source.read() for _ in range(3)]
    kept = [frame for frame in frames if frame is not None]
    assert [frame.seq for frame in kept] == list(range(7))
    assert all(b.time_s > a.time_s for a, b in pairwise(kept))


def test_a_jump_beyond_the_frames_goes_to_the_first_or_last(source: Source) -> None:
    read_numbers(source, 2)
    source.playback.seek(1000)
    assert number_of(source.read()) == FRAMES - 1
    source.playback.seek(-5)
    assert number_of(source.read()) == 0


def test_a_jump_while_paused_shows_the_frame_and_stays_paused(source: Source) -> None:
    read_numbers(source, 2)
    source.playback.pause()
    source.playback.seek(6)
    assert read_numbers(source, 2) == [6, None]
    assert source.playback.state.is_paused


def test_steps_pause_and_go_frame_by_frame(source: Source) -> None:
    read_numbers(source, 3)
    source.playback.step(1)
    assert read_numbers(source, 2) == [3, None]
    assert source.playback.state.jumps == 0, "the next frame is no jump"
    source.playback.step(-1)
    assert read_numbers(source, 2) == [2, None]
    source.playback.step(-1)
    source.playback.step(-1)
    assert read_numbers(source, 2) == [0, None]
    assert source.playback.state.is_paused


def test_the_speed_changes_the_wait(source: Source, waits: Waits) -> None:
    read_numbers(source, 2)
    for speed, period_s in ((2.0, 0.5 / FPS), (0.25, 4 / FPS)):
        source.playback.set_speed(speed)
        read_numbers(source, 2)
        waits.waited_s.clear()
        source.read()
        assert waits.waited_s == pytest.approx([period_s])
    with pytest.raises(ValueError, match="speed must be above 0"):
        source.playback.set_speed(0)


def test_at_the_end_it_is_paused_and_plays_again_from_the_start(source: Source) -> None:
    assert read_numbers(source, FRAMES + 2) == [*range(FRAMES), None, None]
    state = source.playback.state
    assert (state.has_ended, state.is_paused, state.count) == (True, True, FRAMES)
    source.playback.play()
    assert read_numbers(source, 2) == [0, 1]
    assert not source.playback.state.has_ended


def test_from_the_end_one_can_step_back(source: Source) -> None:
    read_numbers(source, FRAMES + 1)
    source.playback.step(-1)
    assert read_numbers(source, 2) == [FRAMES - 2, None]
    assert not source.playback.state.has_ended


def test_a_loop_can_be_switched_on_and_off(source: Source) -> None:
    source.playback.set_loop(True)
    assert read_numbers(source, FRAMES + 2) == [*range(FRAMES), 0, 1]
    source.playback.set_loop(False)
    assert read_numbers(source, FRAMES - 1) == [*range(2, FRAMES), None]


def test_waiting_ends_with_a_request_or_a_stop(source: Source) -> None:
    for end, goes_on in ((source.playback.play, True), (lambda: source.playback.seek(3), True)):
        source.playback.pause()
        assert waited(source, end) is goes_on
    source.playback.pause()
    source.read()
    assert waited(source, source.request_stop) is False
    assert source.read() is None


def waited(source: Source, end: object) -> bool:
    """What ``wait`` returns after the action that is to end it."""
    got: list[bool] = []
    reader = threading.Thread(target=lambda: got.append(source.playback.wait()))
    reader.start()
    end()  # type: ignore[operator]
    reader.join(5.0)
    assert got, "it still waits"
    return got[0]


def test_images_that_cannot_be_read_are_passed_over_in_both_directions(tmp_path: Path) -> None:
    for number in range(4):
        cv2.imwrite(str(tmp_path / f"{number}.png"), numbered_image(number))
    (tmp_path / "1.png").write_bytes(b"no image")
    source = ImageFolderSource(tmp_path)
    source.open()
    assert read_numbers(source, 2) == [0, 2]
    source.playback.step(-1)
    assert number_of(source.read()) == 0
    source.playback.step(1)
    frame = source.read()
    assert number_of(frame) == 2
    assert source.playback.state.name == "2.png"
    source.close()
