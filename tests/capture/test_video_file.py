from __future__ import annotations

import os
import threading
from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np
import pytest

from gesture_app.capture.pacing import Stop
from gesture_app.capture.video_file import VideoFileSource
from gesture_app.domain.frames.frame import Frame
from gesture_app.errors import SourceError
from tests.fakes.frames import FakeClock

SIZE_WH = (64, 48)


def write_video(path: Path, frames: int = 10, *, fourcc: str = "mp4v", fps: float = 20.0) -> Path:
    noise = np.random.default_rng(0)
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*fourcc), fps, SIZE_WH)
    for _ in range(frames):
        writer.write(noise.integers(0, 255, (SIZE_WH[1], SIZE_WH[0], 3), dtype=np.uint8))
    writer.release()
    return path


def read_up_to(source: VideoFileSource, limit: int = 1000) -> list[Frame]:
    frames: list[Frame] = []
    while len(frames) < limit and (frame := source.read()) is not None:
        frames.append(frame)
    return frames


@pytest.mark.parametrize(("suffix", "fourcc"), [(".mp4", "mp4v"), (".avi", "MJPG")])
def test_gives_every_frame_with_its_time(tmp_path: Path, suffix: str, fourcc: str) -> None:
    source = VideoFileSource(write_video(tmp_path / f"clip{suffix}", fourcc=fourcc))
    source.open()
    frames = read_up_to(source)
    source.close()
    assert [frame.time_s for frame in frames] == pytest.approx([number / 20 for number in range(10)])
    assert (source.frame_count, source.nominal_fps, source.name) == (10, 20.0, f"clip{suffix}")
    assert source.warnings == []


def test_a_loop_goes_on_counting(tmp_path: Path) -> None:
    source = VideoFileSource(write_video(tmp_path / "clip.mp4", 4), loop=True)
    source.open()
    frames = read_up_to(source, 11)
    source.close()
    assert [frame.seq for frame in frames] == list(range(11))
    assert [frame.time_s for frame in frames] == pytest.approx([number / 20 for number in range(11)])
    assert np.array_equal(frames[8].image_bgr, frames[0].image_bgr)
    assert source.frame_count is None


def test_real_time_waits_for_each_frame(tmp_path: Path) -> None:
    clock, waited_s = FakeClock(), list[float]()

    def wait(event: threading.Event, timeout_s: float) -> bool:
        waited_s.append(timeout_s)
        clock.advance(timeout_s)
        return event.is_set()

    source = VideoFileSource(write_video(tmp_path / "clip.mp4", 4), realtime=True, clock=clock, stop=Stop(wait))
    source.open()
    frames = read_up_to(source)
    source.close()
    assert waited_s == pytest.approx([0.05] * 3)
    assert [b.captured_s - a.captured_s for a, b in pairwise(frames)] == pytest.approx([0.05] * 3)


def test_a_truncated_file_gives_its_frames_and_a_warning(tmp_path: Path) -> None:
    path = write_video(tmp_path / "clip.avi", 30, fourcc="MJPG")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    source = VideoFileSource(path)
    source.open()
    frames = read_up_to(source)
    source.close()
    assert 5 < len(frames) < 25
    assert source.warnings == [f"clip.avi is cut short or damaged: it ended after {len(frames)} of 30 frames."]


def test_an_mp4_without_its_table_is_explained(tmp_path: Path) -> None:
    path = write_video(tmp_path / "clip.mp4", 30)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(SourceError, match="table of frames is missing"):
        VideoFileSource(path).open()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        ("Grüße, not a video\n".encode() * 100, "is a text file"),
        (b"#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:9/a.ts\n", "is a text file"),
        (bytes(range(256)) * 20, "not a video that this program can read"),
    ],
)
def test_a_file_that_is_no_video_is_refused(
    tmp_path: Path, content: bytes, message: str, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "clip.mp4"
    path.write_bytes(content)
    with pytest.raises(SourceError, match=message) as caught:
        VideoFileSource(path).open()
    assert caught.value.hint
    assert capfd.readouterr() == ("", "")


def test_missing_files_and_folders_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="There is no file"):
        VideoFileSource(tmp_path / "none.mp4").open()
    with pytest.raises(SourceError, match="is a folder"):
        VideoFileSource(tmp_path).open()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.mp4")
    with pytest.raises(SourceError, match="not a regular file"):
        VideoFileSource(tmp_path / "pipe.mp4").open()


@pytest.mark.parametrize("name", ["http:clip.mp4", "clip %02d ü.mp4", "-i.mp4"])
@pytest.mark.skipif(os.name == "nt", reason="names that Windows does not allow")
def test_odd_names_are_only_names(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    write_video(tmp_path / "plain.mp4", 3).rename(tmp_path / name)
    monkeypatch.chdir(tmp_path)
    source = VideoFileSource(name)
    source.open()
    assert len(read_up_to(source)) == 3
    source.close()


def test_a_loop_over_a_file_that_is_gone_says_so(tmp_path: Path) -> None:
    path = write_video(tmp_path / "clip.mp4", 3)
    source = VideoFileSource(path, loop=True)
    source.open()
    read_up_to(source, 3)
    path.unlink()
    with pytest.raises(SourceError, match="There is no file"):
        source.read()
    source.close()
