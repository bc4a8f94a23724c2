"""Finding hands with MediaPipe's Hand Landmarker."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from gesture_app.domain.frames import LANDMARK_COUNT, Frame, Hand, Handedness, UInt8Array
from gesture_app.domain.ports import DetectionMode
from gesture_app.errors import DetectorError
from gesture_app.vision.hand_bundle import hand_landmarker_bundle
from gesture_app.vision.mediapipe_import import import_mediapipe
from gesture_app.vision.native_log import without_native_chatter

FIRST_LOOK_CONFIDENCE = 0.5
"""MediaPipe's own default for detection, presence and tracking."""
SECOND_LOOK_CONFIDENCE = 0.3
_GREY = (127, 127, 127)
_WARM_UP_HEIGHT_PX, _WARM_UP_WIDTH_PX = 48, 64


@dataclass(frozen=True)
class _Look:
    """A changed view of a picture in which a missed hand may be found."""

    border: float
    replicate: bool
    quarter_turns: int

    def apply(self, image_rgb: UInt8Array) -> UInt8Array:
        """The changed picture."""
        height, width = image_rgb.shape[:2]
        x, y = round(width * self.border), round(height * self.border)
        kind = cv2.BORDER_REPLICATE if self.replicate else cv2.BORDER_CONSTANT
        bordered = cv2.copyMakeBorder(image_rgb, y, y, x, x, kind, value=_GREY)
        return np.ascontiguousarray(np.rot90(bordered, self.quarter_turns), dtype=np.uint8)

    def undo(self, points: np.ndarray[Any, Any], size_wh: tuple[int, int]) -> np.ndarray[Any, Any]:
        """Points of the changed picture, in its pixels, as points of the original."""
        width, height = size_wh
        wide, high = width + 2 * round(width * self.border), height + 2 * round(height * self.border)
        x, y = points[:, 0], points[:, 1]
        turns = self.quarter_turns % 4
        if turns == 1:
            x, y = wide - y, x
        elif turns == 2:
            x, y = wide - x, high - y
        elif turns == 3:
            x, y = y, high - x
        undone = points.copy()
        undone[:, 0] = x - round(width * self.border)
        undone[:, 1] = y - round(height * self.border)
        return undone


SECOND_LOOKS = (
    _Look(border=0.25, replicate=True, quarter_turns=0),
    _Look(border=0.5, replicate=False, quarter_turns=0),
    _Look(border=0.25, replicate=True, quarter_turns=1),
    _Look(border=0.25, replicate=True, quarter_turns=3),
)
"""Views tried in turn on an independent image without a hand: at the edge a border helps, sideways a turn."""


class MediaPipeHandDetector:
    """A :class:`~gesture_app.domain.ports.HandDetector` on the CPU, from networks inside the mediapipe wheel.

    In independent mode an image without a hand gets further looks (bordered, turned) at a lower confidence; in video
    mode a miss is left to the next frame.

    Args:
        mode: Whether frames follow each other.
        max_hands: The most hands to find; one is about twice as fast as two, because tracking then never searches.

    Raises:
        DetectorError: If the networks cannot be loaded.
        MissingDependencyError: If mediapipe cannot be imported.
    """

    def __init__(self, mode: DetectionMode, max_hands: int = 2) -> None:
        if max_hands < 1:
            raise ValueError(f"max_hands must be at least 1, got {max_hands}")
        self._mode = mode
        self._max_hands = max_hands
        self._mediapipe = import_mediapipe()
        self._last_ms = 0
        self._first: Any | None = self._landmarker(FIRST_LOOK_CONFIDENCE, video=mode is DetectionMode.VIDEO)
        self._second: Any | None = None

    def detect(self, frame: Frame) -> list[Hand]:
        """The hands of a frame. In video mode the frames' ``time_s`` must rise.

        Raises:
            DetectorError: If MediaPipe failed, or the detector is closed.
        """
        if self._first is None:
            raise DetectorError("The hand detector is closed.")
        image_rgb = np.asarray(cv2.cvtColor(frame.image_bgr, cv2.COLOR_BGR2RGB), dtype=np.uint8)
        try:
            if self._mode is DetectionMode.VIDEO:
                self._last_ms = max(self._last_ms + 1, round(frame.time_s * 1000))
                result = self._first.detect_for_video(self._picture(image_rgb), self._last_ms)
                return list(_hands(result, frame.resolution_wh))
            hands = list(_hands(self._first.detect(self._picture(image_rgb)), frame.resolution_wh))
            return hands or self._look_again(image_rgb)
        except (RuntimeError, ValueError) as error:
            raise DetectorError(
                f"The hand detector failed on frame {frame.seq}: {error}", hint="Start the program again."
            ) from error

    def reset(self) -> None:
        """Start afresh: in video mode tracking is dropped and times may start again."""
        if self._mode is DetectionMode.VIDEO and self._first is not None:
            before, self._first = self._first, None
            before.close()
            self._last_ms = 0
            self._first = self._landmarker(FIRST_LOOK_CONFIDENCE, video=True)

    def close(self) -> None:
        """Release the networks."""
        landmarkers, self._first, self._second = (self._first, self._second), None, None
        for landmarker in landmarkers:
            if landmarker is not None:
                landmarker.close()

    def _look_again(self, image_rgb: UInt8Array) -> list[Hand]:
        if self._second is None:
            self._second = self._landmarker(SECOND_LOOK_CONFIDENCE, video=False)
        height, width = image_rgb.shape[:2]
        for look in SECOND_LOOKS:
            changed = look.apply(image_rgb)
            found = list(_hands(self._second.detect(self._picture(changed)), (changed.shape[1], changed.shape[0])))
            if found:
                return [
                    Hand(look.undo(hand.landmarks_px, (width, height)), hand.handedness, hand.score) for hand in found
                ]
        return []

    def _picture(self, image_rgb: UInt8Array) -> Any:
        return self._mediapipe.Image(image_format=self._mediapipe.ImageFormat.SRGB, data=image_rgb)

    def _landmarker(self, confidence: float, *, video: bool) -> Any:
        """A landmarker that is ready: a first look at an empty picture makes it finish loading, quietly."""
        from mediapipe.tasks.python import BaseOptions
        from mediapipe.tasks.python.vision import HandLandmarker, HandLandmarkerOptions, RunningMode

        options = HandLandmarkerOptions(
            base_options=BaseOptions(model_asset_buffer=hand_landmarker_bundle()),
            running_mode=RunningMode.VIDEO if video else RunningMode.IMAGE,
            num_hands=self._max_hands,
            min_hand_detection_confidence=confidence,
            min_hand_presence_confidence=confidence,
            min_tracking_confidence=confidence,
        )
        # Not square, because that draws one more warning.
        empty = self._picture(np.zeros((_WARM_UP_HEIGHT_PX, _WARM_UP_WIDTH_PX, 3), dtype=np.uint8))
        try:
            with without_native_chatter():
                landmarker = HandLandmarker.create_from_options(options)
                if video:
                    landmarker.detect_for_video(empty, 0)
                else:
                    landmarker.detect(empty)
            return landmarker
        except (RuntimeError, ValueError) as error:
            raise DetectorError(
                f"The hand detector could not be started: {error}",
                hint="Install the pinned release: pip install -c constraints.txt mediapipe",
            ) from error


def _hands(result: Any, size_wh: tuple[int, int]) -> Iterator[Hand]:
    """Hands from a HandLandmarkerResult; z comes on the scale of x, both relative to the width."""
    width, height = size_wh
    for points, categories in zip(result.hand_landmarks, result.handedness, strict=True):
        landmarks = np.array([(p.x * width, p.y * height, p.z * width) for p in points], dtype=np.float32)
        if landmarks.shape != (LANDMARK_COUNT, 3) or not np.isfinite(landmarks).all():
            continue
        # The Tasks API names hands as in a picture that is not mirrored, unlike the older mediapipe.solutions.
        left = categories[0].category_name == "Left"
        yield Hand(landmarks, Handedness.LEFT if left else Handedness.RIGHT, float(categories[0].score))
