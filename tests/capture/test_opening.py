from __future__ import annotations

from pathlib import Path

import pytest

from gesture_app.capture import devices
from gesture_app.capture.camera import OpenCVCamera
from gesture_app.capture.devices import CameraDevice
from gesture_app.capture.image_folder import ImageFolderSource
from gesture_app.capture.opening import source_for
from gesture_app.capture.stream import StreamSource, without_credentials
from gesture_app.capture.video_file import VideoFileSource
from gesture_app.domain.ports import FrameSource
from gesture_app.errors import SourceError

CAMERAS = [
    CameraDevice(index=0, backend=200, name="Built-in", id="/dev/v4l/by-id/built-in"),
    CameraDevice(index=4, backend=200, name="USB: Cam", id="/dev/v4l/by-id/usb"),
]


@pytest.fixture(autouse=True)
def cameras(monkeypatch: pytest.MonkeyPatch) -> list[CameraDevice]:
    present = list(CAMERAS)
    monkeypatch.setattr(devices, "list_cameras", lambda: present)
    return present


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("clip.mp4", VideoFileSource),
        ("no suffix", VideoFileSource),
        ("photo.JPG", ImageFolderSource),
        (".", ImageFolderSource),
        (" clip.mp4 ", VideoFileSource),
        ("http://127.0.0.1:8080/video", StreamSource),
        ("RTSP://127.0.0.1/live", StreamSource),
        ("udp://:5000", StreamSource),
        ("camera:0", OpenCVCamera),
        ("7", OpenCVCamera),
    ],
)
def test_the_kind_of_source_follows_from_the_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, kind: type[FrameSource]
) -> None:
    for name in ("clip.mp4", "no suffix", "photo.JPG"):
        (tmp_path / name).write_bytes(b"x")
    monkeypatch.chdir(tmp_path)
    assert isinstance(source_for(text, realtime=False), kind)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("camera:0", "Built-in"),
        ("camera:4", "USB: Cam"),
        ("camera:usb: cam", "USB: Cam"),
        ("USB: Cam", "USB: Cam"),
        ("camera:/dev/v4l/by-id/usb", "USB: Cam"),
        ("camera:9", "Camera 9"),
    ],
)
def test_cameras_go_by_number_name_and_id(text: str, name: str) -> None:
    assert source_for(text, realtime=True).name == name


def test_an_unknown_camera_is_answered_with_those_there_are(cameras: list[CameraDevice]) -> None:
    with pytest.raises(SourceError, match='There is no camera "Bild-in"') as caught:
        source_for("camera:Bild-in", realtime=True)
    assert '"Built-in", "USB: Cam"' in caught.value.hint
    cameras.clear()
    with pytest.raises(SourceError, match="No camera is connected"):
        source_for("camera:Bild-in", realtime=True)


def test_a_missing_file_is_answered_with_similar_ones(tmp_path: Path) -> None:
    (tmp_path / "Rock_Clip.mp4").touch()
    with pytest.raises(SourceError, match=r"Did you mean Rock_Clip\.mp4"):
        source_for(str(tmp_path / "rock_clip.mp"), realtime=False)
    with pytest.raises(SourceError, match="Check the spelling"):
        source_for(str(tmp_path / "qqqq"), realtime=False)
    with pytest.raises(SourceError, match=r"There is no folder .*none"):
        source_for(str(tmp_path / "none" / "clip.mp4"), realtime=False)


@pytest.mark.parametrize("text", ["", "  ", "a\0b", "x" * 5000, "~nobody-of-that-name/x.mp4"])
def test_no_text_crashes_it(text: str) -> None:
    with pytest.raises(SourceError):
        source_for(text, realtime=False)


@pytest.mark.parametrize("text", ["file:///etc/hosts", "concat://a", "http://", "http://host:x/", "rtsp:///video"])
def test_other_addresses_are_refused(text: str) -> None:
    with pytest.raises(SourceError) as caught:
        source_for(text, realtime=False)
    assert "://" in caught.value.hint


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("http://host:8080/video", "http://host:8080/video"),
        ("rtsp://user:secret@host:554/live/@1", "rtsp://host:554/live/@1"),
        ("rtsp://user:p@ss@host/live", "rtsp://host/live"),
        ("rtsp://user:se/cret@host/live", "rtsp://host/live"),
        ("rtsp://user:se#cret@host/live", "rtsp://host/live"),
        ("rtsp://user:se?cret@host/live", "rtsp://host/live"),
        ("http://secret@host/", "http://host/"),
        ("http://host/video?password=secret", "http://host/video"),
        ("http://host/video#secret", "http://host/video"),
        ("http://[::1]:80/@x", "http://[::1]:80/@x"),
    ],
)
def test_an_address_is_shown_without_secrets(url: str, shown: str) -> None:
    assert without_credentials(url) == shown


def test_an_address_that_is_refused_does_not_show_its_password() -> None:
    for url in ("rtsp://user:se/cret@host/live", "foo://user:cret@host/"):
        with pytest.raises(SourceError) as caught:
            source_for(url, realtime=False)
        assert "cret" not in str(caught.value)
        assert caught.value.__cause__ is None
