"""Roles of the networks that find and read hands; one folder a runtime implements them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from gesture_app.domain.frames.frame import Hand, UInt8Array
from gesture_app.vision.detection.hand_roi import HandRoi


@dataclass(frozen=True)
class LandmarkerThresholds:
    """Minimum scores of a detected hand, 0 to 1. The defaults are MediaPipe's own.

    Attributes:
        palm: Minimum score of the palm detector.
        presence: Minimum presence score of the landmark network.
    """

    palm: float = 0.5
    presence: float = 0.5


class ImageLandmarker(Protocol):
    """Detects hands in independent images. A role that each runtime fills."""

    def detect(self, image_rgb: UInt8Array) -> list[Hand]:
        """Detect the hands of a ``(height, width, 3)`` uint8 RGB image."""
        ...

    def close(self) -> None:
        """Release the networks."""
        ...


class VideoLandmarker(Protocol):
    """Tracks hands from frame to frame. A role that each runtime fills."""

    def track(self, image_rgb: UInt8Array, time_ms: int) -> list[Hand]:
        """Detect or track the hands of the next ``(height, width, 3)`` uint8 RGB frame."""
        ...

    def set_max_hands(self, count: int) -> None:
        """Use another maximum number of hands from the next frame on."""
        ...

    def close(self) -> None:
        """Release the networks."""
        ...


@dataclass(frozen=True)
class ScoredHand:
    """Output of the landmark network for one ROI.

    Attributes:
        hand: The landmarks found, whether or not the ROI shows a hand.
        presence_score: The network's score that the ROI shows a hand, 0 to 1.
    """

    hand: Hand
    presence_score: float


class RoiScorer(Protocol):
    """Finds and scores the hand in an ROI. A role that each runtime fills."""

    def score(self, image_rgb: UInt8Array, roi: HandRoi) -> ScoredHand | None:
        """Find and score the hand in an ROI of a ``(height, width, 3)`` uint8 RGB image."""
        ...

    def close(self) -> None:
        """Release the network."""
        ...


@dataclass(frozen=True)
class HandNetworks:
    """Opens the networks of one runtime. Each opener raises an error if they cannot be loaded.

    Attributes:
        open_image_landmarker: Opens the detection in independent images; takes thresholds and the number of hands.
        open_video_landmarker: Opens the tracking; takes the same.
        open_roi_scorer: Opens the landmark network by itself.
        networks_bytes: Reads the files of the networks, and returns their size.
    """

    open_image_landmarker: Callable[[LandmarkerThresholds, int], ImageLandmarker]
    open_video_landmarker: Callable[[LandmarkerThresholds, int], VideoLandmarker]
    open_roi_scorer: Callable[[], RoiScorer]
    networks_bytes: Callable[[], int]
