"""MediaPipe's Hand Landmarker, ready to look at pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from gesture_app.domain.frames.frame import LANDMARK_COUNT, Hand, Handedness, UInt8Array
from gesture_app.errors import DetectorError
from gesture_app.vision.mediapipe.guarded_import import import_mediapipe
from gesture_app.vision.mediapipe.native_log import without_native_chatter
from gesture_app.vision.mediapipe.task_bundle import PINNED_RELEASE, hand_landmarker_bundle

_WARM_UP_HEIGHT_PX, _WARM_UP_WIDTH_PX = 48, 64


@dataclass(frozen=True)
class Confidence:
    """How sure MediaPipe's networks must be, 0 to 1.

    Attributes:
        palm: The palm detector, that something may be a hand.
        hand: The landmark network, that it is one.
    """

    palm: float
    hand: float


class HandLandmarker:
    """One MediaPipe Hand Landmarker with its settings.

    Args:
        confidence: How sure it must be.
        max_hands: The most hands to find.
        video: Whether pictures follow each other, so that hands are tracked.

    Raises:
        DetectorError: If the networks cannot be loaded.
        MissingDependencyError: If mediapipe cannot be imported.
    """

    def __init__(self, confidence: Confidence, max_hands: int, *, video: bool) -> None:
        import_mediapipe()
        self._native = self._ready(confidence, max_hands, video=video)

    def look(self, image_rgb: UInt8Array) -> list[Hand]:
        """The hands of a ``(height, width, 3)`` uint8 RGB picture that stands alone.

        Raises:
            RuntimeError: If MediaPipe failed.
            ValueError: If it refused the picture.
        """
        return list(_hands(self._native.detect(rgb_image(image_rgb)), image_rgb))

    def follow(self, image_rgb: UInt8Array, time_ms: int) -> list[Hand]:
        """The hands of the next picture of a video; times must rise.

        Raises:
            RuntimeError: If MediaPipe failed.
            ValueError: If it refused the picture or its time.
        """
        return list(_hands(self._native.detect_for_video(rgb_image(image_rgb), time_ms), image_rgb))

    def close(self) -> None:
        """Release the networks."""
        self._native.close()

    def _ready(self, confidence: Confidence, max_hands: int, *, video: bool) -> Any:
        """A landmarker that has looked at an empty picture, which makes it finish loading, quietly."""
        from mediapipe.tasks.python import BaseOptions
        from mediapipe.tasks.python.vision import HandLandmarker as Native
        from mediapipe.tasks.python.vision import HandLandmarkerOptions, RunningMode

        options = HandLandmarkerOptions(
            base_options=BaseOptions(model_asset_buffer=hand_landmarker_bundle()),
            running_mode=RunningMode.VIDEO if video else RunningMode.IMAGE,
            num_hands=max_hands,
            min_hand_detection_confidence=confidence.palm,
            min_hand_presence_confidence=confidence.hand,
            min_tracking_confidence=confidence.hand,
        )
        # Not square, because that draws one more warning.
        empty = rgb_image(np.zeros((_WARM_UP_HEIGHT_PX, _WARM_UP_WIDTH_PX, 3), dtype=np.uint8))
        try:
            with without_native_chatter():
                native = Native.create_from_options(options)
                if video:
                    native.detect_for_video(empty, 0)
                else:
                    native.detect(empty)
            return native
        except (RuntimeError, ValueError) as error:
            raise DetectorError(
                f"The hand detector could not be started: {error}",
                hint=PINNED_RELEASE,
            ) from error


def rgb_image(image_rgb: UInt8Array) -> Any:
    """A ``(height, width, 3)`` uint8 RGB picture as MediaPipe takes it."""
    from mediapipe import Image, ImageFormat

    return Image(image_format=ImageFormat.SRGB, data=image_rgb)


def hand_of(points: Iterable[Any], side: str, score: float, image_rgb: UInt8Array) -> Hand | None:
    """A hand from MediaPipe's normalized landmarks: z comes on the scale of x, both relative to the width.

    Args:
        points: With ``x``, ``y`` and ``z``.
        side: "Left" or "Right". The Tasks API names hands as in a picture that is not mirrored, unlike the older
            mediapipe.solutions.
        score: The confidence in it, 0 to 1.
        image_rgb: The picture.

    Returns:
        None where there are not 21 finite points.
    """
    height, width = image_rgb.shape[:2]
    landmarks_px = np.array([(p.x * width, p.y * height, p.z * width) for p in points], dtype=np.float32)
    if landmarks_px.shape != (LANDMARK_COUNT, 3) or not np.isfinite(landmarks_px).all():
        return None
    return Hand(landmarks_px, Handedness.LEFT if side == "Left" else Handedness.RIGHT, float(score))


def _hands(result: Any, image_rgb: UInt8Array) -> Iterator[Hand]:
    """The hands of a HandLandmarkerResult."""
    for points, categories in zip(result.hand_landmarks, result.handedness, strict=True):
        hand = hand_of(points, categories[0].category_name, categories[0].score, image_rgb)
        if hand is not None:
            yield hand
