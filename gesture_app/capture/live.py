"""What cameras and streams share: they can hang, fail at any time, and be opened again."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from gesture_app.capture.device_thread import CallInterruptedError, CallTimedOutError, DeviceThread
from gesture_app.capture.image_files import PictureError, as_bgr
from gesture_app.capture.opencv import cv2
from gesture_app.capture.pacing import Clock, Stop
from gesture_app.domain.frames.frame import Frame, UInt8Array
from gesture_app.errors import SourceError

_READ_ATTEMPTS = 3
_RETRY_WITHIN_S = 0.5
_RELEASE_TIMEOUT_S = 5.0
_HUNG_TIMEOUT_S = 0.3
_SMALLEST_STEP_S = 1e-6
_HIGHEST_FPS = 1000.0


class Failure(Enum):
    """How a live source fails."""

    REFUSED = "refused"
    """It could not be opened."""
    SILENT = "silent"
    """It opened but gave no first picture, or did not answer in time."""
    ENDED = "ended"
    """It gave pictures, and then none."""
    STALLED = "stalled"
    """It gave pictures, and then nothing came for too long."""
    FROZEN = "frozen"
    """It gives the same picture again and again."""


@dataclass(frozen=True)
class _Shot:
    image_bgr: UInt8Array
    captured_s: float


class _Device:
    """The open device. Only the device thread touches it."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._capture: cv2.VideoCapture | None = None

    def connect(
        self, connect: Callable[[], cv2.VideoCapture], first: Callable[[cv2.VideoCapture], None]
    ) -> _Shot | None:
        """Open it and take the first picture, which is the only proof that it works. None if it does not open."""
        self._capture = connect()
        if not self._capture.isOpened():
            return None
        first(self._capture)
        return self.shoot()

    @property
    def is_open(self) -> bool:
        return self._capture is not None and self._capture.isOpened()

    def shoot(self) -> _Shot | None:
        """The next picture; None after a few quick failures, as one damaged picture is no reason to give up."""
        if self._capture is None:
            return None
        give_up_s = time.monotonic() + _RETRY_WITHIN_S
        for attempt in range(_READ_ATTEMPTS):
            if attempt and time.monotonic() > give_up_s:
                break
            try:
                ok, image = self._capture.read()
                captured_s = self._clock()
                if ok:
                    return _Shot(as_bgr(image), captured_s)
            except (cv2.error, PictureError):
                continue
        return None

    def release(self) -> None:
        if self._capture is not None:
            self._capture.release()
        self._capture = None


class LiveSource(ABC):
    """Base of the sources that send in real time.

    The device belongs to a thread of its own, so ``open`` and ``read`` return soon when asked to stop, and in any case
    within their timeouts, even if the driver hangs. When ``open`` is stopped it returns, and ``read`` gives None.

    Args:
        open_timeout_s: Longest wait for the first picture.
        read_timeout_s: Longest wait for each further one.
        clock: Monotonic seconds. Called from the device's thread.
    """

    def __init__(self, *, open_timeout_s: float, read_timeout_s: float, clock: Clock = time.monotonic) -> None:
        self._open_timeout_s = open_timeout_s
        self._read_timeout_s = read_timeout_s
        self._clock = clock
        self._stop = Stop()
        self._thread: DeviceThread | None = None
        self._device: _Device | None = None
        self._first: _Shot | None = None
        self._fps: float | None = None
        self._seq = 0
        self._opened_s = 0.0
        self._last_s = 0.0

    @property
    @abstractmethod
    def name(self) -> str:
        """What people call it."""

    @property
    def is_live(self) -> bool:
        """Always."""
        return True

    @property
    def nominal_fps(self) -> float | None:
        """The frame rate it claims; known once opened."""
        return self._fps

    @property
    def frame_count(self) -> int | None:
        """Never known."""
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
        """Open it and wait for its first picture.

        Raises:
            SourceError: If there is none in time.
        """
        self.close()
        self._stop.clear()
        self._seq = 0
        self._opened_s = self._last_s = self._clock()
        device = self._device = _Device(self._clock)
        thread = self._thread = DeviceThread(f"capture {self.name}")
        try:
            self._first = thread.call(
                lambda: device.connect(self._connect, self._learn), timeout_s=self._open_timeout_s
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
        """The next frame, or None once asked to stop.

        Raises:
            SourceError: If none comes; the source may be opened again.
        """
        if self._thread is None or self._device is None:
            raise RuntimeError(f"{self.name} is not open")
        if self._stop.requested:
            return None
        shot, self._first = self._first, None
        if shot is None:
            try:
                shot = self._thread.call(self._device.shoot, timeout_s=self._read_timeout_s)
            except CallInterruptedError:
                return None
            except CallTimedOutError as error:
                raise self._error(Failure.STALLED) from error
        if shot is None:
            raise self._error(Failure.ENDED)
        self._inspect(shot.image_bgr, shot.captured_s)
        frame = Frame(
            image_bgr=shot.image_bgr, seq=self._seq, time_s=self._next_time_s(shot), captured_s=shot.captured_s
        )
        self._seq += 1
        return frame

    def request_stop(self) -> None:
        """Ask an ``open`` or ``read`` that waits to return. Safe from any thread."""
        self._stop.request()
        thread = self._thread
        if thread is not None:
            thread.interrupt()

    def close(self) -> None:
        """Give the device back; if its driver hangs, that happens later, and this returns all the same."""
        thread, device = self._thread, self._device
        self._thread = self._device = self._first = None
        if thread is not None and device is not None:
            thread.finish(device.release, idle_timeout_s=_RELEASE_TIMEOUT_S, busy_timeout_s=_HUNG_TIMEOUT_S)

    @abstractmethod
    def _connect(self) -> cv2.VideoCapture:
        """Open the device. Runs in the device's thread."""

    @abstractmethod
    def _error(self, failure: Failure) -> SourceError:
        """What to tell people."""

    def _learn(self, capture: cv2.VideoCapture) -> None:
        """Take notes about a device that just opened. Runs in the device's thread."""
        fps = capture.get(cv2.CAP_PROP_FPS)
        self._fps = fps if 0 < fps <= _HIGHEST_FPS else None

    def _inspect(self, image_bgr: UInt8Array, captured_s: float) -> None:  # noqa: B027 (most sources have no need of it)
        """Look for signs of trouble in a picture.

        Raises:
            SourceError: If it shows that the source has failed.
        """

    def _next_time_s(self, shot: _Shot) -> float:
        time_s = max(shot.captured_s - self._opened_s, 0.0)
        if self._seq and time_s <= self._last_s:
            time_s = self._last_s + _SMALLEST_STEP_S
        self._last_s = time_s
        return time_s
