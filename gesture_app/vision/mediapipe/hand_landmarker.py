"""MediaPipe's Hand Landmarker: the palm detector followed by the landmark network."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np

from gesture_app.domain.frames.frame import LANDMARK_COUNT, Hand, Handedness, UInt8Array
from gesture_app.domain.message import Message
from gesture_app.errors import DetectorError, reason_of
from gesture_app.native_log import without_native_notices
from gesture_app.vision.detection.networks import LandmarkerThresholds
from gesture_app.vision.mediapipe.guarded_import import import_mediapipe
from gesture_app.vision.mediapipe.task_bundle import PINNED_RELEASE, hand_landmarker_bundle

_WARM_UP_HEIGHT_PX, _WARM_UP_WIDTH_PX = 48, 64


class HandLandmarker:
    """One MediaPipe Hand Landmarker with its settings.

    Args:
        thresholds: Minimum scores.
        max_hands: Maximum number of hands.
        video: Whether images are consecutive frames, so that hands are tracked.

    Raises:
        DetectorError: If the networks cannot be loaded.
        MissingDependencyError: If mediapipe cannot be imported.
    """

    def __init__(self, thresholds: LandmarkerThresholds, max_hands: int, *, video: bool) -> None:
        import_mediapipe()
        self._thresholds, self._video = thresholds, video
        self._max_hands = self._loaded_hands = max_hands
        self._native = _warmed_up(thresholds, max_hands, video=video)

    def detect(self, image_rgb: UInt8Array) -> list[Hand]:
        """Detect the hands of an independent ``(height, width, 3)`` uint8 RGB image.

        Raises:
            RuntimeError: If MediaPipe failed.
            ValueError: If it refused the image.
        """
        return list(_hands(self._native.detect(mediapipe_image(image_rgb)), image_rgb))

    def track(self, image_rgb: UInt8Array, time_ms: int) -> list[Hand]:
        """Detect or track the hands of the next ``(height, width, 3)`` uint8 RGB frame; times must rise.

        Raises:
            RuntimeError: If MediaPipe failed.
            ValueError: If it refused the frame or its time.
        """
        result = self._native.detect_for_video(mediapipe_image(image_rgb), time_ms)
        return list(_hands(result, image_rgb))[: self._max_hands]

    def set_max_hands(self, count: int) -> None:
        """Use another maximum number of hands from the next frame on.

        MediaPipe's own number is fixed, so for more hands the networks are loaded once more, which takes some tenths of
        a second, and hands are detected anew. For fewer they are kept, and the first hands are returned.

        Raises:
            DetectorError: If the networks cannot be loaded once more; the number stays.
        """
        if count > self._loaded_hands:
            earlier, self._native = self._native, _warmed_up(self._thresholds, count, video=self._video)
            self._loaded_hands = count
            earlier.close()
        self._max_hands = count

    def close(self) -> None:
        """Release the networks."""
        self._native.close()


def mediapipe_image(image_rgb: UInt8Array) -> Any:
    """Wrap a ``(height, width, 3)`` uint8 RGB image as a ``mediapipe.Image``."""
    from mediapipe import Image, ImageFormat

    return Image(image_format=ImageFormat.SRGB, data=image_rgb)


def hand_from_landmarks(points: Iterable[Any], side: str, score: float, image_rgb: UInt8Array) -> Hand | None:
    """Convert MediaPipe's normalized landmarks to a hand in pixels.

    Args:
        points: With ``x``, ``y`` and ``z``; z has the scale of x, both are relative to the image's width.
        side: "Left" or "Right". The Tasks API names hands as in an image that is not mirrored, unlike the older
            mediapipe.solutions.
        score: The handedness score, 0 to 1.
        image_rgb: The image.

    Returns:
        None if there are not 21 finite points.
    """
    height, width = image_rgb.shape[:2]
    landmarks_px = np.array([(p.x * width, p.y * height, p.z * width) for p in points], dtype=np.float32)
    if landmarks_px.shape != (LANDMARK_COUNT, 3) or not np.isfinite(landmarks_px).all():
        return None
    return Hand(landmarks_px, Handedness.LEFT if side == "Left" else Handedness.RIGHT, float(score))


def _warmed_up(thresholds: LandmarkerThresholds, max_hands: int, *, video: bool) -> Any:
    """Load MediaPipe's landmarker and run it on an empty image, which completes loading, without its notices."""
    from mediapipe.tasks.python import BaseOptions
    from mediapipe.tasks.python.vision import HandLandmarker as Native
    from mediapipe.tasks.python.vision import HandLandmarkerOptions, RunningMode

    options = HandLandmarkerOptions(
        base_options=BaseOptions(model_asset_buffer=hand_landmarker_bundle()),
        running_mode=RunningMode.VIDEO if video else RunningMode.IMAGE,
        num_hands=max_hands,
        min_hand_detection_confidence=thresholds.palm,
        min_hand_presence_confidence=thresholds.presence,
        min_tracking_confidence=thresholds.presence,
    )
    # Not square, because that draws one more warning.
    empty = mediapipe_image(np.zeros((_WARM_UP_HEIGHT_PX, _WARM_UP_WIDTH_PX, 3), dtype=np.uint8))
    try:
        with without_native_notices():
            native = Native.create_from_options(options)
            if video:
                native.detect_for_video(empty, 0)
            else:
                native.detect(empty)
        return native
    except (RuntimeError, ValueError) as error:
        raise DetectorError(
            Message("The hand detector could not be started: {reason}").fill(reason=reason_of(error)),
            hint=PINNED_RELEASE,
        ) from error


def _hands(result: Any, image_rgb: UInt8Array) -> Iterator[Hand]:
    """Yield the hands of a HandLandmarkerResult."""
    for points, categories in zip(result.hand_landmarks, result.handedness, strict=True):
        hand = hand_from_landmarks(points, categories[0].category_name, categories[0].score, image_rgb)
        if hand is not None:
            yield hand
