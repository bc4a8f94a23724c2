from __future__ import annotations

import logging
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import cv2
import cv2_enumerate_cameras
import pytest

from gesture_app.capture.devices import CameraDevice, LinuxFolders, camera_by_index, find_camera, list_cameras

Found = dict[int, list[tuple[int, str, str]]]


def given(monkeypatch: pytest.MonkeyPatch, platform: str, found: Found) -> None:
    """Let the system show these cameras: by back-end, number, name and path."""

    def enumerate_cameras(backend: int) -> list[SimpleNamespace]:
        return [SimpleNamespace(index=i, name=name, path=path) for i, name, path in found.get(backend, [])]

    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(cv2_enumerate_cameras, "enumerate_cameras", enumerate_cameras)


def test_linux_cameras_come_in_order_with_different_names(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(4, "Cam", "/dev/video4"), (0, "Cam", "/dev/video0"), (2, "Other", "/dev/video2")]
    given(monkeypatch, "linux", {cv2.CAP_V4L2: found})
    assert [(camera.index, camera.name) for camera in list_cameras()] == [(0, "Cam"), (2, "Other"), (4, "Cam (2)")]


def test_a_linux_node_that_may_not_be_opened_and_is_not_the_first_is_left_out(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name, index in (("video0", "0"), ("video1", "1")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index").write_text(f"{index}\n")
    gone = tmp_path / "dev"
    given(monkeypatch, "linux", {cv2.CAP_V4L2: [(0, "Cam", str(gone / "video0")), (1, "Cam", str(gone / "video1"))]})
    assert [camera.index for camera in list_cameras(linux=LinuxFolders(classes=tmp_path))] == [0]


@pytest.mark.skipif(os.name == "nt", reason="links need permission on Windows")
def test_a_linux_camera_is_known_by_a_name_that_lasts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    node, by_id = tmp_path / "video0", tmp_path / "by-id"
    node.touch()
    by_id.mkdir()
    (by_id / "usb-Maker_Cam_123-video-index0").symlink_to(node)
    given(monkeypatch, "linux", {cv2.CAP_V4L2: [(0, "Cam", str(node.resolve()))]})
    cameras = list_cameras(linux=LinuxFolders(by_id=by_id))
    assert [camera.id for camera in cameras] == [str(by_id / "usb-Maker_Cam_123-video-index0")]


def test_windows_adds_cameras_that_only_directshow_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    given(
        monkeypatch,
        "win32",
        {cv2.CAP_MSMF: [(0, "Cam", "a"), (1, "Cam", "b")], cv2.CAP_DSHOW: [(0, "Virtual", ""), (1, "Cam", "a")]},
    )
    assert [(camera.name, camera.backend, camera.index, camera.id) for camera in list_cameras()] == [
        ("Cam", cv2.CAP_MSMF, 0, "a"),
        ("Cam (2)", cv2.CAP_MSMF, 1, "b"),
        ("Virtual", cv2.CAP_DSHOW, 0, "camera:0"),
    ]


def test_macos_cameras_keep_the_order_of_opencv(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, "darwin", {cv2.CAP_AVFOUNDATION: [(0, "FaceTime", "x"), (1, "Phone", "a")]})
    assert [camera.name for camera in list_cameras()] == ["FaceTime", "Phone"]


def test_a_system_that_cannot_be_asked_has_no_cameras(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(backend: int) -> None:
        raise OSError("no video here")

    monkeypatch.setattr(cv2_enumerate_cameras, "enumerate_cameras", fail)
    monkeypatch.setattr(sys, "platform", "linux")
    with caplog.at_level(logging.WARNING):
        assert list_cameras() == []
    assert "no video here" in caplog.text


def test_an_unknown_system_has_no_cameras(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "plan9")
    assert list_cameras() == []
    assert camera_by_index(2) == CameraDevice(index=2, backend=cv2.CAP_ANY, name="Camera 2", id="camera:2")


def test_asking_this_computer_never_raises() -> None:
    assert isinstance(list_cameras(), list)


def test_an_id_goes_before_a_name_and_a_name_before_a_number() -> None:
    cameras = [
        CameraDevice(index=1, backend=cv2.CAP_V4L2, name="2", id="a"),
        CameraDevice(index=2, backend=cv2.CAP_V4L2, name="Cam", id="1"),
    ]
    assert find_camera("1", cameras) is cameras[1]
    assert find_camera("2", cameras) is cameras[0]
    assert find_camera("CAM", cameras) is cameras[1]
    assert find_camera("/dev/video2", cameras) is cameras[1]
    assert find_camera("3", cameras) is None


def test_importing_opencv_leaves_qt_alone() -> None:
    code = "import os, gesture_app.capture.opencv; print([name for name in os.environ if name.startswith('QT_QPA')])"
    environment = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
    environment["QT_QPA_FONTDIR"] = "mine"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
    assert done.stdout.strip() == "['QT_QPA_FONTDIR']"
