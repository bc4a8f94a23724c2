from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from gesture_app.domain.frames.frame import UInt8Array
from gesture_app.vision.clip_writer import ClipError, ClipWriter


def grey_image(level: int, resolution_wh: tuple[int, int] = (64, 48)) -> UInt8Array:
    return np.full((resolution_wh[1], resolution_wh[0], 3), level, np.uint8)


def read(path: Path) -> list[UInt8Array]:
    capture = cv2.VideoCapture(str(path))
    frames = []
    while True:
        ok, frame = capture.read()
        if not ok:
            break
        frames.append(np.asarray(frame, np.uint8))
    capture.release()
    return frames


@pytest.mark.parametrize("suffix", [".mp4", ".webm", ".avi", ".mkv", ".mov", ".MP4"])
def test_written_frames_can_be_read(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"clip{suffix}"

    with ClipWriter(path, 25.0) as clip:
        for level in (50, 100, 150):
            clip.write(grey_image(level))

    levels = [frame.mean() for frame in read(path)]
    assert levels == pytest.approx([50, 100, 150], abs=6)
    assert [item.name for item in tmp_path.iterdir()] == [path.name]


def test_the_frame_rate_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    with ClipWriter(path, 12.5) as clip:
        for _ in range(5):
            clip.write(grey_image(50))

    capture = cv2.VideoCapture(str(path))
    assert capture.get(cv2.CAP_PROP_FPS) == pytest.approx(12.5)
    capture.release()


@pytest.mark.parametrize(
    ("resolution_wh", "written_wh"), [((65, 49), (64, 48)), ((64, 49), (64, 48)), ((1, 1), (2, 2)), ((33, 2), (32, 2))]
)
def test_odd_sizes_are_made_even(tmp_path: Path, resolution_wh: tuple[int, int], written_wh: tuple[int, int]) -> None:
    path = tmp_path / "clip.avi"
    with ClipWriter(path, 25.0) as clip:
        clip.write(grey_image(120, resolution_wh))
        clip.write(grey_image(120, resolution_wh))

    frames = read(path)
    assert [(frame.shape[1], frame.shape[0]) for frame in frames] == [written_wh] * 2
    assert frames[0].mean() == pytest.approx(120, abs=4)


def test_frames_of_another_size_are_fitted_in(tmp_path: Path) -> None:
    path = tmp_path / "clip.avi"
    with ClipWriter(path, 25.0) as clip:
        clip.write(grey_image(200, (64, 64)))
        clip.write(grey_image(200, (256, 128)))

    second = read(path)[1].mean(axis=2)
    assert second[24:40, 8:56].min() > 180
    assert second[:12].max() < 20
    assert second[52:].max() < 20


def test_a_view_can_be_written(tmp_path: Path) -> None:
    image = grey_image(10, (128, 96))
    image[:, 64:] = 240
    path = tmp_path / "clip.avi"
    with ClipWriter(path, 25.0) as clip:
        clip.write(image[::2, ::-2])

    assert read(path)[0][:, :28].mean() > 220


@pytest.mark.parametrize("name", ["clip.gif", "clip", "clip.mp4.txt"])
def test_an_unknown_ending_is_refused_with_those_that_are_known(tmp_path: Path, name: str) -> None:
    with pytest.raises(ClipError, match=rf"{name} has no ending .*\.mp4"):
        ClipWriter(tmp_path / name, 25.0)


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ClipError, match=r"no folder .*nowhere"):
        ClipWriter(tmp_path / "nowhere" / "clip.mp4", 25.0)


def test_a_failure_leaves_nothing_behind_and_the_old_clip_in_place(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    path.write_bytes(b"the clip of yesterday")

    def fail_half_way() -> None:
        with ClipWriter(path, 25.0) as clip:
            clip.write(grey_image(50))
            raise RuntimeError("half way")

    with pytest.raises(RuntimeError, match="half way"):
        fail_half_way()
    assert {item.name: item.read_bytes() for item in tmp_path.iterdir()} == {"clip.mp4": b"the clip of yesterday"}


def test_frames_written_until_ctrl_c_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "clip.avi"

    def interrupt() -> None:
        with ClipWriter(path, 25.0) as clip:
            clip.write(grey_image(50))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupt()
    assert len(read(path)) == 1


def test_without_frames_there_is_no_clip(tmp_path: Path) -> None:
    with ClipWriter(tmp_path / "clip.mp4", 25.0):
        pass

    assert list(tmp_path.iterdir()) == []


def write_one(path: Path) -> None:
    with ClipWriter(path, 25.0) as clip:
        clip.write(grey_image(50))


def test_a_path_that_is_a_folder_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    path.mkdir()

    with pytest.raises(ClipError, match=r"clip\.mp4 cannot be written"):
        write_one(path)
    assert [item.name for item in tmp_path.iterdir()] == ["clip.mp4"]


def test_a_codec_that_cannot_be_opened_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Closed:
        fourcc = staticmethod(cv2.VideoWriter.fourcc)

        def __init__(self, *_: object) -> None: ...

        def isOpened(self) -> bool:  # noqa: N802
            return False

        def release(self) -> None: ...

    monkeypatch.setattr(cv2, "VideoWriter", Closed)

    with pytest.raises(ClipError, match="Choose another place or another format"):
        write_one(tmp_path / "clip.mp4")
    assert list(tmp_path.iterdir()) == []
