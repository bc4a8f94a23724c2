"""Base class of cameras and streams, which can hang, fail at any time, and be opened again."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

import numpy as np

from gesture_app.capture.device_thread import CallInterruptedError, CallTimedOutError, DeviceThread
from gesture_app.capture.image_decoding import ImageDecodingError, as_bgr
from gesture_app.capture.opencv import cv2
from gesture_app.capture.pacing import Clock, Stop
from gesture_app.domain.frames.frame import Frame, UInt8Array
from gesture_app.domain.frames.same_image import is_same_image
from gesture_app.errors import SourceError

_READ_ATTEMPTS = 3
_RETRY_WITHIN_S = 0.5
_RELEASE_TIMEOUT_S = 5.0
_HUNG_TIMEOUT_S = 0.3
_SMALLEST_STEP_S = 1e-6
_HIGHEST_FPS = 1000.0


class Failure(Enum):
    """Ways in which a live source fails."""

    REFUSED = "refused"
    """It could not be opened."""
    SILENT = "silent"
    """It opened but sent no first frame, or did not answer in time."""
    ENDED = "ended"
    """It sent frames, and then reported an end."""
    STALLED = "stalled"
    """It sent frames, and then nothing for too long."""
    FROZEN = "frozen"
    """It sends the same frame again and again."""


@dataclass(frozen=True)
class _TimedImage:
    image_bgr: UInt8Array
    captured_s: float


class _Device:
    """The open device. Only the device thread touches it."""

    def __init__(self, clock: Clock, decode: Callable[[np.ndarray[Any, Any]], UInt8Array]) -> None:
        self._clock = clock
        self._decode = decode
        self._capture: cv2.VideoCapture | None = None

    def connect(
        self, connect: Callable[[], cv2.VideoCapture], first: Callable[[cv2.VideoCapture], None]
    ) -> _TimedImage | None:
        """Open it and read the first frame, the only proof that it works. None if it does not open."""
        self._capture = connect()
        if not self._capture.isOpened():
            return None
        first(self._capture)
        return self.grab()

    @property
    def is_open(self) -> bool:
        return self._capture is not None and self._capture.isOpened()

    def grab(self, before: Callable[[cv2.VideoCapture], None] = lambda _capture: None) -> _TimedImage | None:
        """Read the next frame; None after a few quick failures, as one damaged frame may be skipped.

        Args:
            before: Called with the open device first.
        """
        if self._capture is None:
            return None
        before(self._capture)
        give_up_s = time.monotonic() + _RETRY_WITHIN_S
        for attempt in range(_READ_ATTEMPTS):
            if attempt and time.monotonic() > give_up_s:
                break
            try:
                ok, image = self._capture.read()
                captured_s = self._clock()
                if ok:
                    return _TimedImage(self._decode(image), captured_s)
            except (cv2.error, ImageDecodingError):
                continue
        return None

    def release(self) -> None:
        if self._capture is not None:
            self._capture.release()
        self._capture = None


class LiveSource(ABC):
    """Base class of sources that send in real time.

    The device belongs to a separate thread. So ``open`` and ``read`` return soon after a stop request, and always
    within their timeouts, even if the driver hangs. After a stop request ``read`` returns None.

    Args:
        open_timeout_s: Timeout for the first frame.
        read_timeout_s: Timeout for each further frame.
        frozen_after_s: The source counts as failed after identical frames for this many seconds; None for never.
        may_be_still: Whether a source that has sent the same frame since it was opened is left alone.
        clock: Monotonic seconds. Called from the device's thread.
    """

    def __init__(
        self,
        *,
        open_timeout_s: float,
        read_timeout_s: float,
        frozen_after_s: float | None = None,
        may_be_still: bool = False,
        clock: Clock = time.monotonic,
    ) -> None:
        self._open_timeout_s = open_timeout_s
        self._read_timeout_s = read_timeout_s
        self._frozen_after_s = frozen_after_s
        self._may_be_still = may_be_still
        self._clock = clock
        self._stop = Stop()
        self._thread: DeviceThread | None = None
        self._device: _Device | None = None
        self._first: _TimedImage | None = None
        self._fps: float | None = None
        self._seq = 0
        self._opened_s = 0.0
        self._last_s = 0.0
        self._last_image: UInt8Array | None = None
        self._last_change_s = 0.0
        self._has_changed = False

    @property
    @abstractmethod
    def name(self) -> str:
        """Name for people."""

    @property
    def is_live(self) -> bool:
        """Always True."""
        return True

    @property
    def nominal_fps(self) -> float | None:
        """Frame rate reported by the driver; known once opened."""
        return self._fps

    @property
    def frame_count(self) -> int | None:
        """Always None."""
        return None

    @property
    def warnings(self) -> list[str]:
        """Always empty: a live source that has a problem fails."""
        return []

    @property
    def skipped_count(self) -> int:
        """Always 0."""
        return 0

    def open(self) -> None:
        """Open the source and wait for its first frame.

        Raises:
            SourceError: If there is none in time.
        """
        self.close()
        self._stop.clear()
        self._seq = 0
        self._last_image, self._has_changed = None, False
        self._opened_s = self._last_s = self._clock()
        device = self._device = _Device(self._clock, self._decode)
        thread = self._thread = DeviceThread(f"capture {self.name}")
        try:
            self._first = thread.call(
                lambda: device.connect(self._connect, self._read_properties), timeout_s=self._open_timeout_s
            )
            is_open = device.is_open
        except CallInterruptedError:
            return
        except (CallTimedOutError, cv2.error) as error:
            self.close()
            raise self._error(Failure.SILENT) from error
        except BaseException:
            self.close()
            raise
        if self._first is None:
            self.close()
            raise self._error(Failure.SILENT if is_open else Failure.REFUSED)

    def read(self) -> Frame | None:
        """Read the next frame; None after a stop request.

        Raises:
            SourceError: If there is none in time; the source may be opened again.
        """
        if self._thread is None or self._device is None:
            raise RuntimeError(f"{self.name} is not open")
        if self._stop.requested:
            return None
        grabbed, self._first = self._first, None
        if grabbed is None:
            try:
                device = self._device
                grabbed = self._thread.call(lambda: device.grab(self._adjust), timeout_s=self._read_timeout_s)
            except CallInterruptedError:
                return None
            except CallTimedOutError as error:
                raise self._error(Failure.STALLED) from error
        if grabbed is None:
            raise self._error(Failure.ENDED)
        self._check_change(grabbed)
        frame = Frame(
            image_bgr=grabbed.image_bgr, seq=self._seq, time_s=self._next_time_s(grabbed), captured_s=grabbed.captured_s
        )
        self._seq += 1
        return frame

    def request_stop(self) -> None:
        """Ask a waiting ``open`` or ``read`` to return. Safe from any thread."""
        self._stop.request()
        thread = self._thread
        if thread is not None:
            thread.interrupt()

    def close(self) -> None:
        """Release the device. If its driver hangs, this returns and the release happens later."""
        thread, device = self._thread, self._device
        self._thread = self._device = self._first = None
        if thread is not None and device is not None:
            thread.finish(device.release, idle_timeout_s=_RELEASE_TIMEOUT_S, busy_timeout_s=_HUNG_TIMEOUT_S)

    @abstractmethod
    def _connect(self) -> cv2.VideoCapture:
        """Open the device. Runs in the device's thread."""

    @abstractmethod
    def _error(self, failure: Failure) -> SourceError:
        """Create the error for people."""

    def _read_properties(self, capture: cv2.VideoCapture) -> None:
        """Read the properties of the opened device. Runs in the device's thread."""
        fps = capture.get(cv2.CAP_PROP_FPS)
        self._fps = fps if 0 < fps <= _HIGHEST_FPS else None

    def _decode(self, image: np.ndarray[Any, Any]) -> UInt8Array:
        """Make a ``(height, width, 3)`` uint8 BGR image of the data that OpenCV returned. Runs in the device's thread.

        Raises:
            ImageDecodingError: If that is not possible.
        """
        return as_bgr(image)

    def _adjust(self, capture: cv2.VideoCapture) -> None:  # noqa: B027 (most sources have nothing to adjust)
        """Change settings of the open device before a frame is read. Runs in the device's thread."""

    def _check_change(self, grabbed: _TimedImage) -> None:
        """Compare a frame with the one before.

        Raises:
            SourceError: If the source has sent the same frame for too long.
        """
        last, self._last_image = self._last_image, grabbed.image_bgr
        if last is None or not is_same_image(last, grabbed.image_bgr):
            self._has_changed = last is not None
            self._last_change_s = grabbed.captured_s
        elif self._has_changed or not self._may_be_still:
            still_s = grabbed.captured_s - self._last_change_s
            if self._frozen_after_s is not None and still_s > self._frozen_after_s:
                raise self._error(Failure.FROZEN)

    def _next_time_s(self, grabbed: _TimedImage) -> float:
        time_s = max(grabbed.captured_s - self._opened_s, 0.0)
        if self._seq and time_s <= self._last_s:
            time_s = self._last_s + _SMALLEST_STEP_S
        self._last_s = time_s
        return time_s
