"""Tracking of hands that MediaPipe's own tracking loses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gesture_app.domain.frames.frame import Hand, UInt8Array
from gesture_app.vision.detection.hand_roi import roi_from_landmarks
from gesture_app.vision.detection.networks import RoiScorer
from gesture_app.vision.detection.tta_views import Tone, inverted, unchanged


@dataclass(frozen=True)
class LostHandOptions:
    """How lost hands are tracked.

    Attributes:
        min_presence_score: Minimum presence score of a tracked hand, 0 to 1. Source: MediaPipe's default for tracking.
        tones: Tones in which the ROI is scored, in order, until one shows the hand. Dark hands are easier to track
            with inverted lightness. Source: docs/research/experiments.md.
        memory_s: A hand is given up this long after it was last seen, in seconds of the source's time.
    """

    min_presence_score: float = 0.5
    tones: tuple[Tone, ...] = (unchanged, inverted)
    memory_s: float = 0.5


class LostHandTracker:
    """Tracks lost hands in their last ROI.

    MediaPipe tracks only hands that its palm detector found in the original image. This tracker also follows hands
    found by an extra attempt, and keeps the ROI of a hand while it is blurred or hidden.

    Args:
        network: Scores the ROIs.
        options: How to track.
    """

    def __init__(self, network: RoiScorer, options: LostHandOptions = LostHandOptions()) -> None:
        self._network = network
        self._options = options
        self._last: list[tuple[Hand, float]] = []

    def find_lost(self, image_rgb: UInt8Array, found: Sequence[Hand], time_s: float) -> list[Hand]:
        """Find the hands of recent frames that are missing in ``found``.

        Args:
            image_rgb: ``(height, width, 3)`` uint8, the next frame.
            found: The hands already known in it.
            time_s: Its time. A time that falls starts another scene.

        Raises:
            RuntimeError: If a network failed.
        """
        memory_s = self._options.memory_s
        self._last = [(hand, at_s) for hand, at_s in self._last if 0 <= time_s - at_s <= memory_s]
        tracked: list[Hand] = []
        for hand, _ in self._last:
            known = [*found, *tracked]
            if hand.overlaps_any(known):
                continue
            moved = self._in_last_roi(image_rgb, hand)
            if moved is not None and not moved.overlaps_any(known):
                tracked.append(moved)
        return tracked

    def add(self, hands: Sequence[Hand], time_s: float) -> None:
        """Take up hands that a search found in an earlier frame, as if they had been lost at this time."""
        self._last += [(hand, time_s) for hand in hands]

    def record_frame(self, hands: Sequence[Hand], time_s: float) -> None:
        """Record the final hands of a frame."""
        missing = [(hand, at_s) for hand, at_s in self._last if not hand.overlaps_any(hands)]
        self._last = [*((hand, time_s) for hand in hands), *missing]

    def _in_last_roi(self, image_rgb: UInt8Array, hand: Hand) -> Hand | None:
        roi = roi_from_landmarks(hand.landmarks_px)
        for tone in self._options.tones:
            scored = self._network.score(tone(image_rgb), roi)
            if scored is not None and scored.presence_score >= self._options.min_presence_score:
                return scored.hand
        return None
