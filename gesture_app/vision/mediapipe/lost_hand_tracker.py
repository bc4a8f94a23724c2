"""Following hands of a video that MediaPipe's own tracking loses."""

from __future__ import annotations

from collections.abc import Sequence

from gesture_app.domain.frames.frame import Hand, UInt8Array
from gesture_app.vision.mediapipe.landmark_network import LandmarkNetwork, place_of
from gesture_app.vision.mediapipe.tta_schedule import MISSED_FOR_S
from gesture_app.vision.mediapipe.tta_views import Tone, as_it_is, inverted

STILL_A_HAND = 0.5
"""How sure the landmark network must be of a hand that it follows. Source: MediaPipe's own default for tracking."""
VIEWS: tuple[Tone, ...] = (as_it_is, inverted)
"""What it is shown, until it sees the hand: dark ones are easier to follow with their lightness turned round.
Source: training/EXPERIMENTS.md."""


class LostHandTracker:
    """Looks for lost hands where they were a moment ago.

    MediaPipe follows only hands that its palm detector found in the picture as it is. This one follows those too that a
    second look found, and keeps to the place of a hand while it is blurred or hidden.

    Args:
        network: What says whether the hand is still there.
    """

    def __init__(self, network: LandmarkNetwork) -> None:
        self._network = network
        self._last: list[tuple[Hand, float]] = []

    def lost(self, image_rgb: UInt8Array, found: Sequence[Hand], time_s: float) -> list[Hand]:
        """The hands that are still where hands were a moment ago, other than those that were found.

        Args:
            image_rgb: ``(height, width, 3)`` uint8, the next picture.
            found: The hands that are known to be in it.
            time_s: Its time; where it falls, another scene has begun.

        Raises:
            RuntimeError: If MediaPipe failed.
        """
        self._last = [(hand, at_s) for hand, at_s in self._last if 0 <= time_s - at_s <= MISSED_FOR_S]
        followed: list[Hand] = []
        for hand, _ in self._last:
            known = [*found, *followed]
            if hand.is_among(known):
                continue
            still = self._still_there(image_rgb, hand)
            if still is not None and not still.is_among(known):
                followed.append(still)
        return followed

    def saw(self, hands: Sequence[Hand], time_s: float) -> None:
        """Take in the hands that a picture showed in the end."""
        missing = [(hand, at_s) for hand, at_s in self._last if not hand.is_among(hands)]
        self._last = [*((hand, time_s) for hand in hands), *missing]

    def _still_there(self, image_rgb: UInt8Array, hand: Hand) -> Hand | None:
        place = place_of(hand.landmarks_px)
        for view in VIEWS:
            judged = self._network.read(view(image_rgb), place)
            if judged is not None and judged.presence >= STILL_A_HAND:
                return judged.hand
        return None
