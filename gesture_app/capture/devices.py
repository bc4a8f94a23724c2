"""Which cameras are connected."""

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
_LINUX_CLASS = Path("/sys/class/video4linux")
_LINUX_BY_ID = Path("/dev/v4l/by-id")


@dataclass(frozen=True)
class CameraDevice:
    """A connected camera.

    Attributes:
        index: OpenCV's number for it, which changes when cameras come and go.
        backend: OpenCV's API that the number belongs to, such as ``cv2.CAP_V4L2``.
        name: What people call it; unlike that of any other camera in one list.
        id: Names it for the system; where the system can, the same after a restart. To be stored in settings.
    """

    index: int
    backend: int
    name: str
    id: str


def list_cameras() -> list[CameraDevice]:
    """The connected cameras, in the system's order. Opens none of them, and never raises.

    Where the system cannot be asked, the list is empty and the reason is logged.
    """
    cameras: list[CameraDevice] = []
    for backend in _BACKENDS.get(sys.platform, ()):
        known = {camera.name for camera in cameras}
        cameras += [camera for camera in _list_backend(backend) if camera.name not in known]
    return _with_unique_names(cameras)


def camera_by_index(index: int) -> CameraDevice:
    """A camera known by its number only, which need not exist."""
    for camera in list_cameras():
        if camera.index == index:
            return camera
    backends = _BACKENDS.get(sys.platform, (cv2.CAP_ANY,))
    return CameraDevice(index=index, backend=backends[0], name=f"Camera {index}", id=f"camera:{index}")


def find_camera(text: str, cameras: Sequence[CameraDevice]) -> CameraDevice | None:
    """The camera whose id, name or number this is; names without regard to case."""
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


def _list_backend(backend: int) -> list[CameraDevice]:
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
        # Whatever is wrong with a driver must not keep the program from starting.
        _log.warning("The cameras could not be listed: %s: %s", type(error).__name__, error)
        return []
    if backend != cv2.CAP_V4L2:
        return found
    lasting = _linux_lasting_ids()
    found = [replace(camera, id=lasting.get(camera.id, camera.id)) for camera in found if _linux_gives_pictures(camera)]
    return sorted(found, key=lambda camera: camera.index)


def _linux_gives_pictures(camera: CameraDevice) -> bool:
    """Whether it is the first node of its camera, or one that was asked and said that it captures.

    The enumeration leaves out nodes that only give metadata, but takes those it may not open for cameras.
    """
    try:
        with Path(camera.id).open("rb", buffering=0):
            return True
    except OSError:
        pass
    try:
        return (_LINUX_CLASS / Path(camera.id).name / "index").read_text().strip() == "0"
    except OSError:
        return True


def _linux_lasting_ids() -> dict[str, str]:
    """By device node, the link that names the camera by maker and serial number."""
    try:
        links = sorted(_LINUX_BY_ID.iterdir())
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
