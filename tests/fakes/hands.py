"""Hands, and fakes of the hand networks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from gesture_app.domain.frames.frame import Hand, Handedness, UInt8Array
from gesture_app.vision.detection.hand_roi import HandRoi
from gesture_app.vision.detection.networks import (
    HandNetworks,
    ImageLandmarker,
    LandmarkerThresholds,
    ScoredHand,
    VideoLandmarker,
)
from gesture_app.vision.detectors import DEFAULT_DETECTOR, DETECTORS

Answer = Callable[[UInt8Array, HandRoi], ScoredHand | None]


def hand_at(x: float, y: float = 50.0, size_px: float = 40.0) -> Hand:
    """An upright hand whose box is a square of this size and center."""
    points = np.zeros((21, 3), dtype=np.float32)
    points[:, 0] = x + np.linspace(-size_px / 2, size_px / 2, 21)
    points[:, 1] = y - np.linspace(-size_px / 2, size_px / 2, 21)
    return Hand(points, Handedness.RIGHT, 0.9)


class FakeNetwork:
    """A :class:`~gesture_app.vision.detection.networks.RoiScorer` that records its calls.

    Args:
        answer: Gives the result for an image and an ROI.
    """

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        self.calls: list[tuple[UInt8Array, HandRoi]] = []

    def score(self, image_rgb: UInt8Array, roi: HandRoi) -> ScoredHand | None:
        self.calls.append((image_rgb, roi))
        return self.answer(image_rgb, roi)

    def close(self) -> None: ...


class FakeLandmarker:
    """An ``ImageLandmarker`` and ``VideoLandmarker`` that detects the same hands in every image.

    Args:
        hands: The hands.
        real: If given, this one answers until :meth:`blind` is called.
    """

    def __init__(self, hands: Sequence[Hand] = (), real: VideoLandmarker | None = None) -> None:
        self._hands = hands
        self._real = real
        self.max_hands: int | None = None

    def blind(self, hands: Sequence[Hand] = ()) -> None:
        """Detect only these hands from now on."""
        self._hands = hands
        self.close()

    def detect(self, image_rgb: UInt8Array) -> list[Hand]:
        return list(self._hands)

    def track(self, image_rgb: UInt8Array, time_ms: int) -> list[Hand]:
        return self._real.track(image_rgb, time_ms) if self._real is not None else list(self._hands)

    def set_max_hands(self, count: int) -> None:
        self.max_hands = count
        if self._real is not None:
            self._real.set_max_hands(count)

    def close(self) -> None:
        real, self._real = self._real, None
        if real is not None:
            real.close()


def networks_with(
    *, tracking: FakeLandmarker | None = None, first: FakeLandmarker | None = None, scorer: FakeNetwork | None = None
) -> HandNetworks:
    """The hand networks, some of them replaced.

    Args:
        tracking: Tracks the hands of a video.
        first: Detects the hands of independent images, until another landmarker is opened for views of them.
        scorer: The landmark network.
    """
    real = DETECTORS[DEFAULT_DETECTOR]()
    once = [first] if first is not None else []

    def open_image_landmarker(thresholds: LandmarkerThresholds, max_hands: int) -> ImageLandmarker:
        return once.pop() if once else real.open_image_landmarker(thresholds, max_hands)

    return HandNetworks(
        open_image_landmarker,
        real.open_video_landmarker if tracking is None else lambda *_: tracking,
        real.open_roi_scorer if scorer is None else lambda: scorer,
        real.networks_bytes,
    )
