"""The hand detector: its stages behind the port, and its errors as errors for users."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Protocol

import cv2
import numpy as np

from gesture_app.domain.frames.frame import Frame, Hand, UInt8Array
from gesture_app.domain.message import Message
from gesture_app.domain.ports import DetectionMode
from gesture_app.errors import DetectorError, reason_of
from gesture_app.vision.detection.image_detector import FAST, THOROUGH, ImageDetector
from gesture_app.vision.detection.networks import HandNetworks
from gesture_app.vision.detection.video_detector import VideoDetector


class RgbDetector(Protocol):
    """Detects hands in RGB images. Role of :class:`ImageDetector` and :class:`VideoDetector`."""

    def detect(self, image_rgb: UInt8Array, time_s: float) -> list[Hand]:
        """Detect the hands of a ``(height, width, 3)`` uint8 RGB image."""
        ...

    def expect_hands(self, count: int) -> None:
        """Search each of the next frames while fewer hands are found; 0 for as usual."""
        ...

    def reset(self) -> None:
        """Drop all tracks."""
        ...

    def close(self) -> None:
        """Release the networks."""
        ...


class StagedHandDetector:
    """A :class:`~gesture_app.domain.ports.HandDetector` that works in stages, on the networks of any runtime.

    Args:
        detector: Detects hands in RGB images; closed with this one.
    """

    def __init__(self, detector: RgbDetector) -> None:
        self._detector: RgbDetector | None = detector

    def detect(self, frame: Frame) -> list[Hand]:
        """Detect the hands of a frame. In video mode, ``time_s`` must rise from frame to frame.

        Raises:
            DetectorError: If a network failed, or the detector is closed.
        """
        if self._detector is None:
            raise DetectorError(Message("The hand detector is closed."))
        image_rgb = np.asarray(cv2.cvtColor(frame.image_bgr, cv2.COLOR_BGR2RGB), dtype=np.uint8)
        try:
            return self._detector.detect(image_rgb, frame.time_s)
        except (RuntimeError, ValueError) as error:
            raise DetectorError(
                Message("The hand detector failed on frame {frame}: {reason}").fill(
                    frame=frame.seq, reason=reason_of(error)
                ),
                hint=Message("Start the program again."),
            ) from error

    def expect_hands(self, count: int) -> None:
        """Search each of the next frames while fewer hands are found; 0 for as usual. Images are always searched."""
        if self._detector is not None:
            self._detector.expect_hands(count)

    def reset(self) -> None:
        """Drop all tracks; times may start again.

        Raises:
            DetectorError: If the networks cannot be loaded once more; the detector can then only be closed.
        """
        if self._detector is not None:
            self._detector.reset()

    def close(self) -> None:
        """Release the networks."""
        detector, self._detector = self._detector, None
        if detector is not None:
            detector.close()


def open_staged_detector(
    mode: DetectionMode, max_hands: int, networks: HandNetworks, *, thorough: bool
) -> StagedHandDetector:
    """Open the detector for a mode on the networks of a runtime.

    The other arguments and the errors are those of :func:`gesture_app.vision.detectors.open_hand_detector`.
    """
    if mode is DetectionMode.INDEPENDENT:
        return StagedHandDetector(ImageDetector(max_hands, networks, THOROUGH if thorough else FAST))
    executor = ThreadPoolExecutor(1, "hand-search") if mode is DetectionMode.LIVE else None
    return StagedHandDetector(VideoDetector(max_hands, networks, executor=executor))
