"""A clip in place of a camera's driver, so that all of a camera's path can be tried without a camera."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from gesture_app.capture.camera import OpenCVCamera
from gesture_app.capture.devices import CameraDevice
from gesture_app.capture.opencv import cv2
from gesture_app.capture.video_file import VideoFileSource
from gesture_app.domain.frames.camera_format import CameraFormat
from gesture_app.domain.frames.frame import UInt8Array
from gesture_app.errors import SourceError


class ClipCapture:
    """A clip with the part of ``cv2.VideoCapture`` that a camera uses. It plays at its own rate, again and again.

    A clip that is moved away meanwhile is like a camera that is unplugged: reading fails when the clip would start
    again, and it opens once the clip is back.

    Args:
        path: The clip.
    """

    def __init__(self, path: Path) -> None:
        self._source = VideoFileSource(path, realtime=True, loop=True)
        # As a driver does, the size is known before the first frame is asked for.
        self._first: UInt8Array | None = None
        try:
            self._source.open()
            self._first = self._read_frame()
        except SourceError:
            self._source.close()
        self._is_open = self._first is not None
        self._resolution_wh = (0, 0) if self._first is None else (self._first.shape[1], self._first.shape[0])

    def isOpened(self) -> bool:  # noqa: N802
        """Whether the clip could be opened."""
        return self._is_open

    def set(self, prop: int, value: float) -> bool:  # noqa: ARG002 (the names of OpenCV)
        """Change nothing: the clip has the format that it has."""
        return False

    def get(self, prop: int) -> float:
        """The frame rate, or the size in pixels; 0 for everything else, and for what is not known."""
        if prop == cv2.CAP_PROP_FPS:
            return self._source.nominal_fps or 0.0
        sizes = {cv2.CAP_PROP_FRAME_WIDTH: 0, cv2.CAP_PROP_FRAME_HEIGHT: 1}
        return float(self._resolution_wh[sizes[prop]]) if prop in sizes else 0.0

    def read(self) -> tuple[bool, UInt8Array | None]:
        """The next frame when it is due, ``(height, width, 3)`` uint8 BGR; False if there is none."""
        image, self._first = self._first, None
        if image is None and self._is_open:
            try:
                image = self._read_frame()
            except SourceError:
                return False, None
        return image is not None, image

    def _read_frame(self) -> UInt8Array | None:
        frame = self._source.read()
        return None if frame is None else frame.image_bgr

    def release(self) -> None:
        """Close the clip."""
        self._is_open = False
        self._source.close()


def clip_camera_device(path: Path, camera_id: str) -> CameraDevice:
    """The camera that a clip stands for."""
    return CameraDevice(index=-1, backend=cv2.CAP_ANY, name=f"{path.stem} (clip as a camera)", id=camera_id)


def clip_camera(path: Path, camera_id: str, wanted: CameraFormat | None = None) -> OpenCVCamera:
    """A camera that shows a clip.

    Args:
        path: The clip.
        camera_id: Its id.
        wanted: The requested format, of which nothing is granted.
    """
    return OpenCVCamera(
        clip_camera_device(path, camera_id),
        wanted=wanted,
        capture_factory=lambda _index, _backend: cast("cv2.VideoCapture", ClipCapture(path)),
    )
