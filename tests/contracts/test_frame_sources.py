"""What every frame source promises, real and fake alike."""

from __future__ import annotations

import itertools
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import cv2
import numpy as np
import pytest

from gesture_app.capture.camera import OpenCVCamera
from gesture_app.capture.devices import CameraDevice
from gesture_app.capture.image_folder import ImageFolderSource
from gesture_app.capture.stream import StreamSource
from gesture_app.capture.video_file import VideoFileSource
from gesture_app.domain.frames.frame import Frame
from gesture_app.domain.ports import FrameSource
from gesture_app.errors import SourceError
from tests.fakes.frames import ScriptedSource, Stall, plain_images
from tests.fakes.mjpeg_server import Act, MjpegServer, numbered_image

FRAMES = 6
SIZE_WH = (64, 48)
PATIENT_S = 3.0
LONG_S = 30.0
DEVICE = CameraDevice(index=0, backend=cv2.CAP_FFMPEG, name="Test camera", id="test")


@dataclass
class Case:
    """One kind of source in four situations.

    Attributes:
        good: Gives exactly ``FRAMES`` frames.
        bad: Fails at open.
        mend: Makes ``bad`` work from now on.
        waiting: Gives ``ready`` frames; the next ``read`` waits for long.
    """

    good: FrameSource
    bad: FrameSource
    mend: Callable[[], object]
    waiting: FrameSource
    ready: int = 1


def write_video(path: Path, frames: int = FRAMES, fps: float = 30.0) -> Path:
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"mp4v"), fps, SIZE_WH)
    for number in range(frames):
        writer.write(numbered_image(number, SIZE_WH))
    writer.release()
    return path


def write_images(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    for number in range(FRAMES):
        cv2.imwrite(str(folder / f"{number}.png"), numbered_image(number, SIZE_WH))
    return folder


def video_case(folder: Path, stack: ExitStack) -> Case:
    return Case(
        good=VideoFileSource(write_video(folder / "good.mp4")),
        bad=VideoFileSource(folder / "bad.mp4"),
        mend=lambda: write_video(folder / "bad.mp4"),
        waiting=VideoFileSource(write_video(folder / "slow.mp4", fps=0.1), realtime=True),
    )


def folder_case(folder: Path, stack: ExitStack) -> Case:
    good = write_images(folder / "good")
    (folder / "bad").mkdir()
    return Case(
        good=ImageFolderSource(good),
        bad=ImageFolderSource(folder / "bad"),
        mend=lambda: write_images(folder / "bad"),
        waiting=ImageFolderSource(good, realtime=True, fps=0.1),
    )


def stream_case(folder: Path, stack: ExitStack) -> Case:
    good = stack.enter_context(MjpegServer([FRAMES]))
    waiting = stack.enter_context(MjpegServer([2, Act.STALL]))
    gone = MjpegServer([FRAMES])
    gone.start().stop()
    return Case(
        good=StreamSource(good.url, open_timeout_s=LONG_S, read_timeout_s=PATIENT_S),
        bad=StreamSource(gone.url, open_timeout_s=PATIENT_S),
        mend=lambda: stack.enter_context(MjpegServer([FRAMES], port=gone.port)),
        # FFmpeg's own timeout ends the read that is left behind, soon after the test.
        waiting=StreamSource(waiting.url, read_timeout_s=0.8),
        # FFmpeg reads two frames to open.
        ready=2,
    )


class StuckCapture:
    """A camera whose driver hangs after the first frame, until ``over``."""

    def __init__(self, capture: cv2.VideoCapture, over: threading.Event) -> None:
        self._capture = capture
        self._over = over

    def __getattr__(self, name: str) -> object:
        return getattr(self._capture, name)

    def read(self) -> tuple[bool, object]:
        if self._capture.get(cv2.CAP_PROP_POS_FRAMES) >= 1:
            self._over.wait()
        return self._capture.read()


def camera_case(folder: Path, stack: ExitStack) -> Case:
    """Two cameras that are files, and one that hangs."""
    file, missing = str(write_video(folder / "camera.mp4")), str(folder / "missing.mp4")
    over = threading.Event()
    stack.callback(over.set)

    def stuck(index: int, backend: int) -> cv2.VideoCapture:
        return cast("cv2.VideoCapture", StuckCapture(cv2.VideoCapture(file, backend), over))

    return Case(
        good=OpenCVCamera(DEVICE, capture_factory=lambda _, backend: cv2.VideoCapture(file, backend)),
        bad=OpenCVCamera(DEVICE, capture_factory=lambda _, backend: cv2.VideoCapture(missing, backend)),
        mend=lambda: write_video(Path(missing)),
        waiting=OpenCVCamera(DEVICE, capture_factory=stuck, read_timeout_s=LONG_S),
    )


def camera_on_stream_case(folder: Path, stack: ExitStack) -> Case:
    """The camera class on real live input."""
    case = stream_case(folder, stack)

    def camera(stream: FrameSource) -> OpenCVCamera:
        def open_stream(index: int, backend: int) -> cv2.VideoCapture:
            return cv2.VideoCapture(stream.name, backend, [cv2.CAP_PROP_READ_TIMEOUT_MSEC, 800])

        return OpenCVCamera(DEVICE, capture_factory=open_stream)

    return Case(good=camera(case.good), bad=camera(case.bad), mend=case.mend, waiting=camera(case.waiting), ready=2)


def scripted_case(folder: Path, stack: ExitStack) -> Case:
    return Case(
        good=ScriptedSource(plain_images(FRAMES), frame_count=FRAMES),
        bad=ScriptedSource(plain_images(FRAMES), open_errors=[SourceError("No such thing.")]),
        mend=lambda: None,
        waiting=ScriptedSource([*plain_images(1), Stall.UNTIL_RESUMED]),
    )


@pytest.fixture(params=[video_case, folder_case, stream_case, camera_case, camera_on_stream_case, scripted_case])
def case(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Case]:
    threads_before = set(threading.enumerate())
    with ExitStack() as stack:
        case: Case = request.param(tmp_path, stack)
        yield case
        for source in (case.good, case.bad, case.waiting):
            source.close()
    left = [thread for thread in set(threading.enumerate()) - threads_before if thread.name.startswith("capture")]
    for thread in left:
        thread.join(2.0)
    assert not any(thread.is_alive() for thread in left)


def read_all(source: FrameSource) -> list[Frame]:
    """The frames up to the end, or up to the failure of a live source, which has no end."""
    frames = []
    try:
        while (frame := source.read()) is not None:
            frames.append(frame)
    except SourceError:
        assert source.is_live
    return frames


def test_frames_are_bgr_with_rising_numbers_and_times(case: Case) -> None:
    case.good.open()
    frames = read_all(case.good)
    assert [frame.seq for frame in frames] == list(range(FRAMES))
    assert {(frame.image_bgr.shape, str(frame.image_bgr.dtype)) for frame in frames} == {((48, 64, 3), "uint8")}
    times_s = [frame.time_s for frame in frames]
    assert times_s == sorted(set(times_s))
    assert times_s[0] >= 0
    captured_s = [frame.captured_s for frame in frames]
    assert captured_s == sorted(captured_s)


def test_each_frame_owns_its_image(case: Case) -> None:
    case.good.open()
    frames = read_all(case.good)
    assert not any(np.array_equal(a.image_bgr, b.image_bgr) for a, b in itertools.pairwise(frames))


def test_can_be_read_again_after_close(case: Case) -> None:
    case.good.open()
    first = read_all(case.good)
    case.good.close()
    case.good.open()
    again = read_all(case.good)
    assert [frame.seq for frame in again] == [frame.seq for frame in first]
    assert np.array_equal(again[0].image_bgr, first[0].image_bgr)


def test_open_again_without_close_starts_over(case: Case) -> None:
    case.good.open()
    assert case.good.read() is not None
    case.good.open()
    frame = case.good.read()
    assert frame is not None
    assert frame.seq == 0


def test_after_the_end_comes_nothing(case: Case) -> None:
    case.good.open()
    read_all(case.good)
    for _ in range(2):
        if case.good.is_live:
            with pytest.raises(SourceError):
                case.good.read()
        else:
            assert case.good.read() is None


def test_reading_a_closed_source_is_an_error(case: Case) -> None:
    with pytest.raises(RuntimeError, match="not open"):
        case.good.read()
    case.good.open()
    case.good.close()
    with pytest.raises(RuntimeError, match="not open"):
        case.good.read()


def test_close_may_be_called_at_any_time(case: Case) -> None:
    case.good.close()
    case.good.open()
    case.good.close()
    case.good.close()


def test_a_failed_open_can_be_tried_again(case: Case) -> None:
    with pytest.raises(SourceError) as caught:
        case.bad.open()
    assert str(caught.value).endswith((".", "?"))
    with pytest.raises(RuntimeError):
        case.bad.read()
    case.mend()
    case.bad.open()
    assert len(read_all(case.bad)) == FRAMES


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="counts open files in /proc")
def test_a_failed_open_leaves_nothing_open(case: Case) -> None:
    if isinstance(case.bad, ScriptedSource):
        pytest.skip("opens nothing")

    def fail() -> None:
        with pytest.raises(SourceError):
            case.bad.open()

    def open_files() -> int:
        return len(list(Path("/proc/self/fd").iterdir()))

    fail()  # What is opened once and kept, such as a library, does not count.
    files, threads = open_files(), threading.active_count()
    for _ in range(3):
        fail()
    assert open_files() <= files
    assert threading.active_count() <= threads


def test_a_request_to_stop_ends_a_read_that_waits(case: Case) -> None:
    case.waiting.open()
    for _ in range(case.ready):
        assert case.waiting.read() is not None
    got: list[Frame | None] = []
    reader = threading.Thread(target=lambda: got.append(case.waiting.read()))
    reader.start()
    reader.join(0.1)
    assert reader.is_alive(), "the source did not wait"
    case.waiting.request_stop()
    reader.join(5.0)
    assert got == [None]
    assert case.waiting.read() is None


def test_a_request_to_stop_is_forgotten_when_opened_again(case: Case) -> None:
    case.good.request_stop()
    case.good.open()
    assert case.good.read() is not None
    case.good.request_stop()
    assert case.good.read() is None
    case.good.close()
    case.good.open()
    assert case.good.read() is not None


def test_it_has_a_name(case: Case) -> None:
    assert case.good.name
    case.good.open()
    assert case.good.frame_count in {None, FRAMES}
    assert case.good.nominal_fps is None or case.good.nominal_fps > 0
