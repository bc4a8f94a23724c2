"""Enumeration of connected cameras."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from gesture_app.capture.opencv import cv2

_log = logging.getLogger(__name__)

# Windows: some virtual cameras register with DirectShow only.
_BACKENDS: dict[str, tuple[int, ...]] = {
    "linux": (cv2.CAP_V4L2,),
    "darwin": (cv2.CAP_AVFOUNDATION,),
    "win32": (cv2.CAP_MSMF, cv2.CAP_DSHOW),
}


@dataclass(frozen=True)
class LinuxFolders:
    """Folders in which Linux describes cameras.

    Attributes:
        classes: A folder for each device node, with the node's ``index`` in its camera.
        by_id: Links to device nodes, named by maker and serial number.
    """

    classes: Path = Path("/sys/class/video4linux")
    by_id: Path = Path("/dev/v4l/by-id")


LINUX_FOLDERS = LinuxFolders()


@dataclass(frozen=True)
class CameraDevice:
    """A connected camera.

    Attributes:
        index: OpenCV's number, which changes when cameras are connected or disconnected.
        backend: OpenCV's API for that number, such as ``cv2.CAP_V4L2``.
        name: Name for people, unique within one list.
        id: Identifier for settings; stable across restarts if the system supports it.
    """

    index: int
    backend: int
    name: str
    id: str


def list_cameras(*, linux: LinuxFolders = LINUX_FOLDERS) -> list[CameraDevice]:
    """List the connected cameras in the system's order, without opening them. Never raises.

    If enumeration fails, the list is empty and the reason is logged.

    Args:
        linux: Folders in which Linux describes cameras; unused on other systems.
    """
    cameras: list[CameraDevice] = []
    for backend in _BACKENDS.get(sys.platform, ()):
        known = {camera.name for camera in cameras}
        cameras += [camera for camera in _list_backend(backend, linux) if camera.name not in known]
    return _with_unique_names(cameras)


def camera_by_index(index: int) -> CameraDevice:
    """The camera with a number, even if it is not listed."""
    for camera in list_cameras():
        if camera.index == index:
            return camera
    backends = _BACKENDS.get(sys.platform, (cv2.CAP_ANY,))
    return CameraDevice(index=index, backend=backends[0], name=f"Camera {index}", id=f"camera:{index}")


def find_camera(text: str, cameras: Sequence[CameraDevice]) -> CameraDevice | None:
    """Find a camera by id, name (ignoring case) or number."""
    for camera in cameras:
        if text == camera.id or text == _linux_node(camera):
            return camera
    for camera in cameras:
        if text.casefold() == camera.name.casefold():
            return camera
    for camera in cameras:
        if text == str(camera.index):
            return camera
    return None


def _list_backend(backend: int, linux: LinuxFolders) -> list[CameraDevice]:
    try:
        # Imported late: its macOS part needs a package that may be missing.
        from cv2_enumerate_cameras import enumerate_cameras

        found = [
            CameraDevice(
                index=int(info.index),
                backend=backend,
                name=str(info.name or f"Camera {info.index}").strip(),
                id=str(info.path or f"camera:{info.index}"),
            )
            for info in enumerate_cameras(backend)
        ]
    except Exception as error:
        # A faulty driver must not prevent the program from starting.
        _log.warning("The cameras could not be listed: %s: %s", type(error).__name__, error)
        return []
    if backend != cv2.CAP_V4L2:
        return found
    stable_ids = _linux_stable_ids(linux.by_id)
    capturing = [camera for camera in found if _linux_captures(camera, linux.classes)]
    found = [replace(camera, id=stable_ids.get(camera.id, camera.id)) for camera in capturing]
    return sorted(found, key=lambda camera: camera.index)


def _linux_captures(camera: CameraDevice, classes: Path) -> bool:
    """Whether a device node captures video: it can be opened, or is the first node of its camera.

    The enumeration omits nodes that only give metadata, but includes those that it may not open.
    """
    try:
        with Path(camera.id).open("rb", buffering=0):
            return True
    except OSError:
        pass
    try:
        return (classes / Path(camera.id).name / "index").read_text().strip() == "0"
    except OSError:
        return True


def _linux_stable_ids(by_id: Path) -> dict[str, str]:
    """Links that name cameras by maker and serial number, by device node."""
    try:
        links = sorted(by_id.iterdir())
        return {str(link.resolve()): str(link) for link in reversed(links)}
    except OSError:
        return {}


def _linux_node(camera: CameraDevice) -> str | None:
    return f"/dev/video{camera.index}" if camera.backend == cv2.CAP_V4L2 else None


def _with_unique_names(cameras: Sequence[CameraDevice]) -> list[CameraDevice]:
    taken: set[str] = set()
    unique = []
    for camera in cameras:
        name, number = camera.name, 1
        while name in taken:
            number += 1
            name = f"{camera.name} ({number})"
        taken.add(name)
        unique.append(replace(camera, name=name))
    return unique
