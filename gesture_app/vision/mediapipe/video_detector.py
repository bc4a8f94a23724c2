"""Finding the hands of a video's pictures, one after the other."""

from __future__ import annotations

from contextlib import ExitStack
from itertools import zip_longest

from gesture_app.domain.frames.frame import Hand, UInt8Array
from gesture_app.errors import DetectorError
from gesture_app.vision.mediapipe.hand_landmarker import Confidence, HandLandmarker
from gesture_app.vision.mediapipe.image_detector import FIRST_LOOK, SECOND_LOOKS
from gesture_app.vision.mediapipe.landmark_network import LandmarkNetwork
from gesture_app.vision.mediapipe.lost_hand_tracker import LostHandTracker
from gesture_app.vision.mediapipe.sliding_window import WindowSubset, sweep
from gesture_app.vision.mediapipe.tta_schedule import ViewSchedule
from gesture_app.vision.mediapipe.tta_views import ImageView, inverted
from gesture_app.vision.mediapipe.view_search import ViewSearch

VIDEO_LOOK = Confidence(palm=0.01, hand=0.3)
"""What is tracked may be guessed, because it is judged once more. Source: training/EXPERIMENTS.md."""
VIDEO_LOOK_GUESSES = 8
"""How many of the palm detector's guesses are followed up. Source: training/EXPERIMENTS.md."""
VIDEO_LOOKS = (ImageView(inverted, border=0.25), *SECOND_LOOKS)
"""Views tried in turn. The first finds more dark hands than any other. Source: training/EXPERIMENTS.md."""
SWEEP_PARTS = tuple(WindowSubset(number, 7) for number in range(7))
"""Parts of the sweep, each of which takes about as long as a view. Source: training/EXPERIMENTS.md."""
SURE_OF_SWEPT = 0.85
"""How sure the landmark network must be of them: a wall that looks like a hand does so in every picture of a video.
Source: training/EXPERIMENTS.md, "All over the picture"."""
LOOKS = tuple(look for pair in zip_longest(SWEEP_PARTS, VIDEO_LOOKS) for look in pair if look is not None)
"""All that is tried, in turn."""


class VideoDetector:
    """Follows hands from picture to picture.

    MediaPipe finds and tracks them. A :class:`LostHandTracker` follows those that it loses. A frame gets at most one
    more attempt, on a changed view or on a subset of windows: where a hand is missing that was there a moment ago, and
    now and then while more hands may be found.

    Args:
        max_hands: The most hands to find; one is about twice as fast as two, because tracking then never searches.

    Raises:
        DetectorError: If the networks cannot be loaded.
        MissingDependencyError: If mediapipe cannot be imported.
    """

    def __init__(self, max_hands: int) -> None:
        self._max_hands = max_hands
        self._first: HandLandmarker | None = HandLandmarker(FIRST_LOOK, max_hands, video=True)
        self._open = ExitStack()
        # All at once: making one takes longer than a picture lasts.
        self._network = LandmarkNetwork()
        self._open.callback(self._network.close)
        guesses = max(max_hands, VIDEO_LOOK_GUESSES)
        self._search = ViewSearch(VIDEO_LOOK, guesses, self._network)
        self._open.callback(self._search.close)
        self._last_ms = 0
        self._schedule, self._tracker = self._fresh()

    def find(self, image_rgb: UInt8Array, time_s: float) -> list[Hand]:
        """The hands of the next ``(height, width, 3)`` uint8 RGB picture; times should rise.

        Raises:
            DetectorError: If starting over failed before.
            RuntimeError: If MediaPipe failed.
            ValueError: If it refused the picture.
        """
        if self._first is None:
            raise DetectorError("The hand detector is closed.")
        self._last_ms = max(self._last_ms + 1, round(time_s * 1000))
        hands = self._first.follow(image_rgb, self._last_ms)
        self._add(hands, self._tracker.lost(image_rgb, hands, time_s))
        look = self._schedule.look_for(len(hands), time_s)
        if look is not None:
            known = len(hands)
            self._add(hands, self._look(image_rgb, LOOKS[look]))
            self._schedule.looked(found=len(hands) > known)
        self._schedule.saw(len(hands), time_s)
        self._tracker.saw(hands, time_s)
        return hands

    def start_over(self) -> None:
        """Forget what was tracked; times may start again.

        Raises:
            DetectorError: If the networks cannot be loaded anew.
        """
        if self._first is None:
            return
        before, self._first = self._first, None
        before.close()
        self._last_ms = 0
        self._schedule, self._tracker = self._fresh()
        self._first = HandLandmarker(FIRST_LOOK, self._max_hands, video=True)

    def close(self) -> None:
        """Release the networks."""
        if self._first is not None:
            self._first.close()
            self._first = None
        self._open.close()

    def _fresh(self) -> tuple[ViewSchedule, LostHandTracker]:
        """What remembers hands, remembering none."""
        return ViewSchedule(len(LOOKS), self._max_hands), LostHandTracker(self._network)

    def _look(self, image_rgb: UInt8Array, look: ImageView | WindowSubset) -> list[Hand]:
        if isinstance(look, WindowSubset):
            return sweep(image_rgb, self._network, look, SURE_OF_SWEPT)
        return self._search.hands(image_rgb, look)

    def _add(self, hands: list[Hand], more: list[Hand]) -> None:
        """Add what is in no known hand's place, while there is room."""
        for hand in more:
            if len(hands) < self._max_hands and not hand.is_among(hands):
                hands.append(hand)
