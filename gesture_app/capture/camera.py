"""A camera connected to this computer."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from gesture_app.capture.devices import CameraDevice
from gesture_app.capture.exposure import read_exposure, set_exposure
from gesture_app.capture.live import Failure, LiveSource
from gesture_app.capture.opencv import cv2
from gesture_app.capture.pacing import Clock
from gesture_app.domain.frames.camera_format import AUTOMATIC_S, CameraFormat
from gesture_app.domain.message import Message
from gesture_app.errors import SourceError

_MJPG = cv2.VideoWriter.fourcc(*"MJPG")
_BUSY_HINT = Message("Close other programs that use it and check its cable, or choose another camera.")
_BUSY_HINTS = {
    "darwin": Message(
        "Close other programs that use it and check its cable, or choose another camera. Also allow this program to "
        "use the camera in System Settings > Privacy & Security > Camera."
    ),
    "win32": Message(
        "Close other programs that use it and check its cable, or choose another camera. Also allow desktop apps to "
        "use the camera in Settings > Privacy & security > Camera."
    ),
}

CaptureFactory = Callable[[int, int], cv2.VideoCapture]
"""Opens a camera by number and backend."""


@dataclass(frozen=True)
class GrantedFormat:
    """Format that a camera sends, which may differ from the requested one.

    Attributes:
        resolution_wh: Width and height in pixels.
        fps: Frames per second reported by the driver, if any.
    """

    resolution_wh: tuple[int, int]
    fps: float | None


class OpenCVCamera(LiveSource):
    """A webcam, through the system's camera interface.

    It requests MJPG, because USB cameras send uncompressed frames at half or a third of the rate.

    Args:
        device: The camera.
        wanted: The requested format.
        open_timeout_s: Timeout for the first frame. Windows takes many seconds for some cameras.
        read_timeout_s: Timeout for each further frame.
        frozen_after_s: The camera counts as failed after identical frames for this many seconds; None for never. Some
            drivers repeat the last frame of a disconnected camera. Source: opencv issues 5221 and 14044.
        clock: Monotonic seconds.
        capture_factory: Opens the camera.
    """

    def __init__(
        self,
        device: CameraDevice,
        *,
        wanted: CameraFormat | None = None,
        open_timeout_s: float = 20.0,
        read_timeout_s: float = 5.0,
        frozen_after_s: float | None = 1.5,
        clock: Clock = time.monotonic,
        capture_factory: CaptureFactory = cv2.VideoCapture,
    ) -> None:
        super().__init__(
            open_timeout_s=open_timeout_s, read_timeout_s=read_timeout_s, frozen_after_s=frozen_after_s, clock=clock
        )
        self._camera = device
        self._wanted = wanted or CameraFormat()
        self._exposure_s: float | None = None
        self._wanted_exposure_s = self._set_exposure_s = self._wanted.exposure_s
        self._capture_factory = capture_factory
        self._granted: GrantedFormat | None = None

    @property
    def device(self) -> CameraDevice:
        """The camera's identity."""
        return self._camera

    @property
    def name(self) -> str:
        """The camera's name."""
        return self._camera.name

    @property
    def granted(self) -> GrantedFormat | None:
        """Format that the camera sends; None before it was opened."""
        return self._granted

    @property
    def exposure_s(self) -> float | None:
        """Exposure time in seconds as the driver reports it, 0 for automatic; None if programs cannot set it."""
        return self._exposure_s

    def request_exposure(self, exposure_s: float) -> None:
        """Ask for an exposure time before the next frame is read; 0 for automatic. Any thread may call it."""
        self._wanted_exposure_s = exposure_s

    def _connect(self) -> cv2.VideoCapture:
        capture = self._capture_factory(self._camera.index, self._camera.backend)
        if not capture.isOpened():
            return capture
        # The order matters: a new format may reset the size, and a new size the rate.
        capture.set(cv2.CAP_PROP_FOURCC, _MJPG)
        capture.set(cv2.CAP_PROP_FRAME_WIDTH, self._wanted.width_px)
        capture.set(cv2.CAP_PROP_FRAME_HEIGHT, self._wanted.height_px)
        capture.set(cv2.CAP_PROP_FPS, self._wanted.fps)
        if self._camera.backend == cv2.CAP_DSHOW:
            # DirectShow forgets the format when the size changes. Source: opencv issue 9084.
            capture.set(cv2.CAP_PROP_FOURCC, _MJPG)
        return capture

    def _read_properties(self, capture: cv2.VideoCapture) -> None:
        super()._read_properties(capture)
        width = round(capture.get(cv2.CAP_PROP_FRAME_WIDTH))
        height = round(capture.get(cv2.CAP_PROP_FRAME_HEIGHT))
        self._granted = GrantedFormat(resolution_wh=(width, height), fps=self.nominal_fps)
        wanted_s = self._set_exposure_s = self._wanted_exposure_s
        if wanted_s == AUTOMATIC_S:
            # Left as it is: another program may have set it.
            self._exposure_s = read_exposure(capture, self._camera.backend)
        else:
            self._exposure_s = set_exposure(capture, self._camera.backend, wanted_s)

    def _adjust(self, capture: cv2.VideoCapture) -> None:
        wanted_s = self._wanted_exposure_s
        if wanted_s != self._set_exposure_s:
            self._set_exposure_s = wanted_s
            self._exposure_s = set_exposure(capture, self._camera.backend, wanted_s)

    def _error(self, failure: Failure) -> SourceError:
        name = self.name
        if failure is Failure.FROZEN:
            return SourceError(
                Message("{name} keeps sending the same picture.").fill(name=name),
                hint=Message("Check its cable and its privacy cover, or choose another camera."),
            )
        if failure in {Failure.ENDED, Failure.STALLED}:
            return SourceError(
                Message("{name} stopped sending pictures.").fill(name=name),
                hint=Message("Check its cable, or choose another camera in Settings."),
            )
        return _linux_error(self._camera) or SourceError(
            Message("{name} could not be opened.").fill(name=name)
            if failure is Failure.REFUSED
            else Message("{name} opens but sends no picture.").fill(name=name),
            hint=_BUSY_HINTS.get(sys.platform, _BUSY_HINT),
        )


def _linux_error(camera: CameraDevice) -> SourceError | None:
    """The reason why a camera does not open, if Linux gives one."""
    if camera.backend != cv2.CAP_V4L2 or not sys.platform.startswith("linux"):
        return None
    node = Path(f"/dev/video{camera.index}")
    if not node.exists():
        return SourceError(
            Message("{camera} is not connected.").fill(camera=camera.name),
            hint=Message("Plug it in, or choose another camera or a video file."),
        )
    if not os.access(node, os.R_OK | os.W_OK):
        return SourceError(
            Message("You may not use {camera} ({node}).").fill(camera=camera.name, node=node),
            hint=Message('Add yourself to the group "video" (sudo usermod -aG video "$USER"), then log in again.'),
        )
    return None
