"""Cameras and streams that hang, break off, lie and come back."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from typing import cast

import cv2
import numpy as np
import pytest

from gesture_app.capture.camera import OpenCVCamera
from gesture_app.capture.devices import CameraDevice
from gesture_app.capture.stream import StreamSource
from gesture_app.domain.frames.frame import UInt8Array
from gesture_app.errors import SourceError
from gesture_app.pipeline.engine import CaptureState, Engine
from tests.fakes.frames import FakeClock, plain_images
from tests.fakes.mjpeg_server import LARGE_WH, SMALL_WH, Act, MjpegServer, Step, numbered_image
from tests.fakes.pipeline import Listener, fake_processor

TIMEOUT_S = 0.4
DEVICE = CameraDevice(index=99, backend=cv2.CAP_ANY, name="Test camera", id="test")


class FakeCapture:
    """A camera with the interface of OpenCV's.

    Args:
        shots: The results of reading: an image, None for a failed read, or a function to call. After the last, reads
            fail.
        opens: Whether it opens.
    """

    def __init__(self, *shots: UInt8Array | Callable[[], object] | None, opens: bool = True) -> None:
        self.shots = list(shots)
        self.opens = opens
        self.asked: list[tuple[int, float]] = []
        self.thread_names: set[str] = set()
        self.released = threading.Event()

    def isOpened(self) -> bool:  # noqa: N802
        return self.opens

    def set(self, prop: int, value: float) -> bool:
        self.asked.append((prop, value))
        return False

    def get(self, prop: int) -> float:
        return {cv2.CAP_PROP_FRAME_WIDTH: 1280.0, cv2.CAP_PROP_FRAME_HEIGHT: 720.0, cv2.CAP_PROP_FPS: 15.0}[prop]

    def read(self) -> tuple[bool, UInt8Array | None]:
        self.thread_names.add(threading.current_thread().name)
        shot = self.shots.pop(0) if self.shots else None
        while callable(shot):
            shot()
            shot = self.shots.pop(0) if self.shots else None
        return shot is not None, shot

    def release(self) -> None:
        self.thread_names.add(threading.current_thread().name)
        self.released.set()


def camera(
    *captures: FakeCapture, clock: FakeClock | None = None, open_timeout_s: float = 5.0, read_timeout_s: float = 5.0
) -> OpenCVCamera:
    left = list(captures)
    return OpenCVCamera(
        DEVICE,
        open_timeout_s=open_timeout_s,
        read_timeout_s=read_timeout_s,
        clock=clock or FakeClock(step_s=0.01),
        capture_factory=lambda *_: cast("cv2.VideoCapture", left.pop(0)),
    )


def stream(server: MjpegServer) -> StreamSource:
    return StreamSource(server.url, open_timeout_s=3.0, read_timeout_s=TIMEOUT_S)


@pytest.mark.parametrize("trouble", [[Act.STALL], [Act.DROP], [Act.GARBAGE, Act.DROP]])
def test_a_stream_that_breaks_off_fails_and_can_be_opened_again(trouble: list[Step]) -> None:
    with MjpegServer([5, *trouble], [Act.ENDLESS]) as server:
        source = stream(server)
        source.open()
        for seq in range(5):
            frame = source.read()
            assert frame is not None
            assert frame.seq == seq
        with pytest.raises(SourceError, match="stopped sending pictures"):
            source.read()
        source.open()
        frames = [source.read() for _ in range(3)]
        source.close()
    assert [frame.seq for frame in frames if frame is not None] == [0, 1, 2]


@pytest.mark.parametrize("trouble", [[], [Act.REFUSE], [Act.GARBAGE], [Act.STALL]])
def test_what_is_no_video_stream_does_not_open(trouble: list[Step]) -> None:
    with MjpegServer(trouble) as server:
        source = StreamSource(server.url, open_timeout_s=TIMEOUT_S, read_timeout_s=TIMEOUT_S)
        with pytest.raises(SourceError, match=str(server.port)):
            source.open()


@pytest.mark.parametrize("scheme", ["http", "rtsp", "tcp", "udp"])
def test_nobody_answers(scheme: str) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM if scheme == "udp" else socket.SOCK_STREAM) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    source = StreamSource(f"{scheme}://127.0.0.1:{port}/", open_timeout_s=TIMEOUT_S)
    with pytest.raises(SourceError, match="No video stream answers"):
        source.open()


def test_a_host_that_takes_the_call_and_says_nothing() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        source = StreamSource(f"http://127.0.0.1:{silent.getsockname()[1]}/", open_timeout_s=TIMEOUT_S)
        with pytest.raises(SourceError):
            source.open()


def test_opening_can_be_stopped() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        source = StreamSource(f"http://127.0.0.1:{silent.getsockname()[1]}/", open_timeout_s=5.0)
        opener = threading.Thread(target=source.open)
        opener.start()
        connection, _ = silent.accept()
        source.request_stop()
        opener.join(3.0)
        assert not opener.is_alive()
        assert source.read() is None
        connection.close()
        source.close()


def test_passwords_are_never_shown(capfd: pytest.CaptureFixture[str]) -> None:
    with MjpegServer([Act.REFUSE]) as server:
        source = StreamSource(f"http://anna:sesame@127.0.0.1:{server.port}/video?token=sesame", open_timeout_s=1.0)
        with pytest.raises(SourceError) as caught:
            source.open()
    shown = f"{source.name} {caught.value} {caught.value!r} {capfd.readouterr()}"
    assert "anna" not in shown
    assert "sesame" not in shown


def test_opencv_and_ffmpeg_print_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    with MjpegServer([5, Act.GARBAGE]) as server:
        source = stream(server)
        source.open()
        with pytest.raises(SourceError):
            [source.read() for _ in range(20)]
        source.close()
    assert capfd.readouterr() == ("", "")


def test_a_camera_that_does_not_open_is_named() -> None:
    capture = FakeCapture(opens=False)
    with pytest.raises(SourceError, match="Test camera could not be opened") as caught:
        camera(capture).open()
    assert "other programs" in caught.value.hint
    assert capture.released.is_set()


def test_a_camera_that_opens_without_a_picture_is_not_open() -> None:
    capture = FakeCapture()
    with pytest.raises(SourceError, match="sends no picture"):
        camera(capture).open()
    assert capture.released.is_set()


def test_one_damaged_picture_does_not_end_a_camera() -> None:
    first, second = plain_images(2)
    source = camera(FakeCapture(first, None, second))
    source.open()
    assert source.read() is not None
    frame = source.read()
    source.close()
    assert frame is not None
    assert frame.seq == 1


def test_a_camera_that_fails_comes_back() -> None:
    source = camera(FakeCapture(*plain_images(1)), FakeCapture(*plain_images(2)))
    source.open()
    source.read()
    with pytest.raises(SourceError, match="stopped sending pictures"):
        source.read()
    source.open()
    assert source.read() is not None
    source.close()


def test_a_camera_that_another_program_takes_is_told_and_comes_back_when_it_is_free() -> None:
    """As one that is switched off and on, too: reading fails, opening fails, and then opens again."""
    stall = threading.Event()
    taken = [FakeCapture(opens=False), FakeCapture(opens=False)]
    source = camera(FakeCapture(*plain_images(3)), *taken, FakeCapture(*plain_images(2), stall.wait))
    listener = Listener()
    engine = listener.engine = Engine(fake_processor, listener, pause=lambda *_args: None)
    engine.start(lambda: source)
    listener.until(
        lambda: len({id(status.capture_error) for status in listener.statuses}) > 3 and len(listener.frames) > 3
    )
    # A status may be told more than once.
    recovering = [status for status in listener.statuses if status.capture is CaptureState.RECOVERING]
    told = list(dict.fromkeys(str(status.capture_error) for status in recovering))
    assert len(told) == 2
    assert told[0].startswith("Test camera stopped sending pictures.")
    assert told[1] == camera_taken()
    assert listener.capture_states[-1] is CaptureState.RUNNING
    assert engine.status.capture_error is None
    stall.set()
    engine.stop()


def camera_taken() -> str:
    """What is told of a camera that does not open."""
    with pytest.raises(SourceError, match=r"could not be opened\. Close other programs that use it") as caught:
        camera(FakeCapture(opens=False)).open()
    return str(caught.value)


def test_a_driver_that_hangs_is_left_behind_and_gives_the_camera_back_later() -> None:
    over = threading.Event()
    capture = FakeCapture(*plain_images(1), over.wait)
    source = camera(capture, read_timeout_s=TIMEOUT_S)
    source.open()
    source.read()
    with pytest.raises(SourceError, match="stopped sending pictures"):
        source.read()
    source.close()
    assert not capture.released.is_set()
    over.set()
    assert capture.released.wait(2.0)
    assert len(capture.thread_names) == 1, "a device belongs to one thread"


def test_a_driver_that_hangs_at_open_does_not_hold_up_anybody() -> None:
    over = threading.Event()
    capture = FakeCapture(over.wait)
    with pytest.raises(SourceError, match="sends no picture"):
        camera(capture, open_timeout_s=TIMEOUT_S).open()
    over.set()
    assert capture.released.wait(2.0)


def test_a_frozen_picture_counts_as_stopped_within_two_seconds() -> None:
    clock = FakeClock()
    image = plain_images(1)[0]
    # Copies: a driver that repeats itself fills a new buffer each time.
    later = [step for _ in range(6) for step in (lambda: clock.advance(0.5), image.copy())]
    source = camera(FakeCapture(image, *later), clock=clock)
    source.open()
    for _ in range(4):
        assert source.read() is not None
    assert clock.now_s == 101.5
    with pytest.raises(SourceError, match="keeps sending the same picture"):
        source.read()
    source.close()


def test_a_stream_that_freezes_is_opened_again_once() -> None:
    clock = FakeClock()
    with MjpegServer([3, Act.REPEAT]) as server:
        source = StreamSource(server.url, clock=clock)
        source.open()
        for _ in range(9):
            assert source.read() is not None
        clock.advance(10.1)
        with pytest.raises(SourceError, match="keeps sending the same picture"):
            [source.read() for _ in range(9)]
        source.close()


@pytest.mark.parametrize(("before", "after"), [(Act.ENDLESS, Act.RESIZE), (Act.RESIZE, Act.ENDLESS)])
def test_a_stream_that_changes_its_resolution_goes_on_with_the_new_one(before: Act, after: Act) -> None:
    """OpenCV 4.11 would repeat the last image, or show parts of old ones."""
    sizes = {Act.ENDLESS: SMALL_WH, Act.RESIZE: LARGE_WH}
    with MjpegServer([Act.OBEY]) as server:
        server.command(before)
        source = stream(server)
        source.open()
        frame = source.read()
        assert frame is not None
        assert frame.resolution_wh == sizes[before]
        server.command(after)
        while frame.resolution_wh == sizes[before]:
            frame = source.read()
            assert frame is not None
        source.close()
    assert frame.resolution_wh == sizes[after]
    expected = numbered_image(0, sizes[after])
    below = sizes[after][1] // 4 + 4
    np.testing.assert_allclose(frame.image_bgr[below:, -20:], expected[below:, -20:], atol=12)


def test_a_stream_of_a_still_picture_is_left_alone() -> None:
    clock = FakeClock()
    with MjpegServer([Act.REPEAT]) as server:
        source = StreamSource(server.url, clock=clock)
        source.open()
        for _ in range(9):
            clock.advance(10.1)
            assert source.read() is not None
        source.close()


def test_one_different_pixel_is_a_sign_of_life() -> None:
    clock = FakeClock()
    images = [np.zeros((48, 64, 3), np.uint8) for _ in range(10)]
    for number, image in enumerate(images):
        image[7, 9, 0] = number
    steps = [step for image in images for step in (lambda: clock.advance(1.5), image)]
    source = camera(FakeCapture(*steps), clock=clock)
    source.open()
    assert all(source.read() is not None for _ in images)
    source.close()


def test_a_camera_is_asked_for_mjpg_and_its_answer_is_kept() -> None:
    capture = FakeCapture(*plain_images(1))
    source = camera(capture)
    source.open()
    source.close()
    assert capture.asked == [
        (cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG")),
        (cv2.CAP_PROP_FRAME_WIDTH, 640),
        (cv2.CAP_PROP_FRAME_HEIGHT, 480),
        (cv2.CAP_PROP_FPS, 30.0),
    ]
    assert source.granted is not None
    assert source.granted.resolution_wh == (1280, 720)
    assert source.granted.fps == 15.0


def test_a_missing_linux_camera_is_called_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    device = CameraDevice(index=9999, backend=cv2.CAP_V4L2, name="Gone", id="gone")
    with pytest.raises(SourceError, match="Gone is not connected"):
        OpenCVCamera(device, capture_factory=lambda *_: cast("cv2.VideoCapture", FakeCapture(opens=False))).open()
