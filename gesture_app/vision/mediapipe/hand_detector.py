"""Finding hands with MediaPipe's networks."""

from __future__ import annotations

import cv2
import numpy as np

from gesture_app.domain.frames.frame import Frame, Hand
from gesture_app.domain.ports import DetectionMode
from gesture_app.errors import DetectorError
from gesture_app.vision.mediapipe.image_detector import ImageDetector
from gesture_app.vision.mediapipe.video_detector import VideoDetector


class MediaPipeHandDetector:
    """A :class:`~gesture_app.domain.ports.HandDetector` on the CPU, from networks inside the mediapipe wheel.

    Args:
        mode: Whether frames follow each other: :class:`VideoDetector`, otherwise :class:`ImageDetector`.
        max_hands: The most hands to find; one is about twice as fast as two, because tracking then never searches.
        thorough: Whether to look for hands in single pictures to the last, and to read each once more. The shipped
            model learnt from hands that were found without.

    Raises:
        DetectorError: If the networks cannot be loaded.
        MissingDependencyError: If mediapipe cannot be imported.
    """

    def __init__(self, mode: DetectionMode, max_hands: int = 2, *, thorough: bool = True) -> None:
        if max_hands < 1:
            raise ValueError(f"max_hands must be at least 1, got {max_hands}")
        self._finder: ImageDetector | VideoDetector | None = (
            VideoDetector(max_hands) if mode is DetectionMode.VIDEO else ImageDetector(max_hands, thorough=thorough)
        )

    def detect(self, frame: Frame) -> list[Hand]:
        """The hands of a frame. In video mode the frames' ``time_s`` must rise.

        Raises:
            DetectorError: If MediaPipe failed, or the detector is closed.
        """
        if self._finder is None:
            raise DetectorError("The hand detector is closed.")
        image_rgb = np.asarray(cv2.cvtColor(frame.image_bgr, cv2.COLOR_BGR2RGB), dtype=np.uint8)
        try:
            return self._finder.find(image_rgb, frame.time_s)
        except (RuntimeError, ValueError) as error:
            raise DetectorError(
                f"The hand detector failed on frame {frame.seq}: {error}", hint="Start the program again."
            ) from error

    def reset(self) -> None:
        """Start afresh: in video mode tracking is dropped and times may start again.

        Raises:
            DetectorError: If the networks cannot be loaded anew; it can then only be closed.
        """
        if self._finder is not None:
            self._finder.start_over()

    def close(self) -> None:
        """Release the networks."""
        if self._finder is not None:
            self._finder.close()
            self._finder = None


def open_mediapipe_detector(mode: DetectionMode, max_hands: int, *, thorough: bool) -> MediaPipeHandDetector:
    """Open the detector for a mode. Arguments and errors: :func:`gesture_app.vision.detectors.open_hand_detector`."""
    return MediaPipeHandDetector(mode, max_hands, thorough=thorough)
