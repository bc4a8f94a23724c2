"""The palm detector followed by the landmark network, in independent images and from frame to frame."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from gesture_app.domain.frames.frame import Hand, UInt8Array
from gesture_app.vision.detection.hand_roi import HandRoi, roi_from_landmarks
from gesture_app.vision.detection.networks import LandmarkerThresholds, RoiScorer
from gesture_app.vision.onnx.palm_detector import PalmDetector

SEARCH_INTERVAL = 2
"""While no hand is tracked, palms are searched in every so many frames."""
SEARCH_INTERVAL_BESIDE_HANDS = 10
"""The same while fewer hands are tracked than there may be: a search then delays what is tracked."""

_WRIST, _INDEX_KNUCKLE, _LITTLE_KNUCKLE = 0, 5, 17
_MAX_SAME_DISTANCE = 0.2
_MIN_SAME_LANDMARKS = 10
_MIN_SAME_IOU = 0.2


class OnnxHandLandmarker:
    """Detects hands in images, or tracks them. An ``ImageLandmarker`` and a ``VideoLandmarker``.

    A tracked hand is read in the ROI that its landmarks gave in the frame before, so palms are searched only while
    there may be more hands.

    Args:
        palms: Detects palms.
        network: Reads the hand in an ROI.
        thresholds: Minimum scores.
        max_hands: Maximum number of hands.

    Source: hand_landmarker_graph.cc of https://github.com/google-ai-edge/mediapipe at v0.10.21, which searches in every
        frame with fewer hands than there may be.
    """

    def __init__(
        self, palms: PalmDetector, network: RoiScorer, thresholds: LandmarkerThresholds, max_hands: int
    ) -> None:
        self._palms = palms
        self._network = network
        self._thresholds = thresholds
        self._max_hands = max_hands
        self._tracked: list[Hand] = []
        self._frames_since_search = SEARCH_INTERVAL_BESIDE_HANDS

    def detect(self, image_rgb: UInt8Array) -> list[Hand]:
        """Detect the hands of an independent ``(height, width, 3)`` uint8 RGB image.

        Raises:
            RuntimeError: If ONNX Runtime failed.
        """
        return self._searched(image_rgb, [])

    def track(self, image_rgb: UInt8Array, time_ms: int) -> list[Hand]:
        """Detect or track the hands of the next ``(height, width, 3)`` uint8 RGB frame. Its time is ignored.

        Raises:
            RuntimeError: If ONNX Runtime failed.
        """
        del time_ms
        hands = distinct_hands(self._read(image_rgb, [roi_from_landmarks(hand.landmarks_px) for hand in self._tracked]))
        self._frames_since_search += 1
        if len(hands) < self._max_hands and self._frames_since_search >= self._interval(hands):
            self._frames_since_search = 0
            hands = distinct_hands([*hands, *self._searched(image_rgb, hands)])[: self._max_hands]
        self._tracked = hands
        return list(hands)

    def set_max_hands(self, count: int) -> None:
        """Use another maximum number of hands from the next frame on; those tracked beyond it are dropped."""
        self._max_hands = count
        self._tracked = self._tracked[:count]

    def close(self) -> None:
        """Do nothing: memory is freed with the object."""

    @staticmethod
    def _interval(hands: Sequence[Hand]) -> int:
        return SEARCH_INTERVAL_BESIDE_HANDS if hands else SEARCH_INTERVAL

    def _searched(self, image_rgb: UInt8Array, known: Sequence[Hand]) -> list[Hand]:
        """The hands of an image whose palms do not lie in a known hand."""
        palms = self._palms.detect(image_rgb, self._thresholds.palm)[: self._max_hands]
        rois = [palm.roi for palm in palms if not any(_holds(hand, palm.roi) for hand in known)]
        return distinct_hands(self._read(image_rgb, rois))

    def _read(self, image_rgb: UInt8Array, rois: Iterable[HandRoi]) -> list[Hand]:
        scored = (self._network.score(image_rgb, roi) for roi in rois)
        return [one.hand for one in scored if one is not None and one.presence_score >= self._thresholds.presence]


def distinct_hands(hands: Iterable[Hand]) -> list[Hand]:
    """The first of each group of hands that are the same one, found in two ROIs.

    Two hands are the same if half of their landmarks nearly coincide and their boxes overlap; hands that only touch or
    cross each other are not.

    Source: hand_landmarks_deduplication_calculator.cc of MediaPipe, with its numbers.
    """
    distinct: list[Hand] = []
    for hand in hands:
        if not any(_same(hand, other) for other in distinct):
            distinct.append(hand)
    return distinct


def _same(hand: Hand, other: Hand) -> bool:
    distances = np.linalg.norm(hand.landmarks_px[:, :2] - other.landmarks_px[:, :2], axis=1)
    near = distances < _MAX_SAME_DISTANCE * max(_palm_size(hand), _palm_size(other))
    return int(near.sum()) >= _MIN_SAME_LANDMARKS and _iou(hand.box_xyxy_px, other.box_xyxy_px) > _MIN_SAME_IOU


def _palm_size(hand: Hand) -> float:
    corners = hand.landmarks_px[[_WRIST, _INDEX_KNUCKLE, _LITTLE_KNUCKLE], :2]
    return float(np.linalg.norm(corners - np.roll(corners, 1, axis=0), axis=1).max())


def _iou(first: tuple[float, ...], second: tuple[float, ...]) -> float:
    a, b = np.array(first), np.array(second)
    shared = float(np.clip(np.minimum(a[2:], b[2:]) - np.maximum(a[:2], b[:2]), 0, None).prod())
    whole = float((a[2:] - a[:2]).prod() + (b[2:] - b[:2]).prod()) - shared
    return shared / whole if whole > 0 else 0.0


def _holds(hand: Hand, roi: HandRoi) -> bool:
    """Whether the center of an ROI lies in a hand's box."""
    left, top, right, bottom = hand.box_xyxy_px
    x, y = roi.center_px
    return left <= x <= right and top <= y <= bottom
