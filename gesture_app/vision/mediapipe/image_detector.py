"""Finding the hands of a picture that stands alone."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack

from gesture_app.domain.frames.frame import Hand, UInt8Array
from gesture_app.vision.mediapipe.hand_landmarker import Confidence, HandLandmarker
from gesture_app.vision.mediapipe.landmark_network import LandmarkNetwork, place_of
from gesture_app.vision.mediapipe.sliding_window import sweep
from gesture_app.vision.mediapipe.tta_views import (
    ImageView,
    brightened,
    equalized,
    inverted,
    lifted,
    stretched,
)
from gesture_app.vision.mediapipe.view_search import ViewSearch

FIRST_LOOK = Confidence(palm=0.5, hand=0.5)
"""MediaPipe's own defaults."""
SECOND_LOOK = Confidence(palm=0.05, hand=0.85)
"""What is missed is missed by the palm detector. So it may guess, and the landmark network, which is the better judge,
says whether it guessed right. Source: benchmarks/detection.py."""
SECOND_LOOK_GUESSES = 4
"""How many of the palm detector's guesses the landmark network judges."""
SECOND_LOOKS = (
    ImageView(border=0.25, mirrored=True),
    ImageView(stretched, border=0.25),
    ImageView(brightened),
    ImageView(brightened, border=0.25, mirrored=True),
)
"""Views tried in turn on a picture without a hand, in the order of what they gain. Source: benchmarks/detection.py."""

LAST_LOOK = Confidence(palm=0.001, hand=0.05)
"""For the last looks: dark hands in dim light are often found here only. Source: training/EXPERIMENTS.md."""
LAST_LOOK_GUESSES = 16
"""As :data:`SECOND_LOOK_GUESSES`; these take three times as long. Source: training/EXPERIMENTS.md."""
LAST_LOOKS = (
    ImageView(inverted, border=0.5, mirrored=True),
    ImageView(inverted, border=0.25),
    ImageView(equalized, border=0.5, mirrored=True),
    ImageView(lifted, border=0.5, mirrored=True),
    ImageView(inverted),
)
"""Views tried in turn where the sweep found nothing, in the order of what they gain.
Source: training/EXPERIMENTS.md."""

READ_AGAIN = 0.8
"""How sure the landmark network must be when it reads a found hand once more. Source: training/EXPERIMENTS.md."""


class ImageDetector:
    """Looks at a picture; where it shows no hand, at changed views, at places all over it, and at other changed views.

    Each hand is read twice, the second time at the place that its landmarks tell, which fits it better than the palm
    detector's. In a video MediaPipe does so from one picture to the next.

    Args:
        max_hands: The most hands to find.
        thorough: Whether to sweep the picture and to take the last looks, and to read each hand twice.

    Raises:
        DetectorError: If the networks cannot be loaded.
        MissingDependencyError: If mediapipe cannot be imported.
    """

    def __init__(self, max_hands: int, *, thorough: bool) -> None:
        self._max_hands = max_hands
        self._open = ExitStack()
        self._first = HandLandmarker(FIRST_LOOK, max_hands, video=False)
        self._open.callback(self._first.close)
        self._network: LandmarkNetwork | None = None
        if thorough:
            self._network = LandmarkNetwork()
            self._open.callback(self._network.close)
        self._second: ViewSearch | None = None
        self._last: ViewSearch | None = None

    def find(self, image_rgb: UInt8Array, time_s: float) -> list[Hand]:
        """The hands of a ``(height, width, 3)`` uint8 RGB picture, whatever its time.

        Raises:
            DetectorError: If networks for further looks cannot be loaded.
            RuntimeError: If MediaPipe failed.
            ValueError: If it refused the picture.
        """
        del time_s
        hands = self._first.look(image_rgb) or self._second_looks(image_rgb)
        if self._network is None:
            return hands[: self._max_hands]
        if not hands:
            # What these find was read twice already.
            hands = sweep(image_rgb, self._network) or self._last_looks(image_rgb, self._network)
            return hands[: self._max_hands]
        return [_read_again(self._network, image_rgb, hand) for hand in hands[: self._max_hands]]

    def start_over(self) -> None:
        """Nothing is remembered from picture to picture."""

    def close(self) -> None:
        """Release the networks."""
        self._open.close()

    def _second_looks(self, image_rgb: UInt8Array) -> list[Hand]:
        self._second = self._second or self._second_search()
        return _first_find(self._second, image_rgb, SECOND_LOOKS)

    def _last_looks(self, image_rgb: UInt8Array, network: LandmarkNetwork) -> list[Hand]:
        self._last = self._last or self._last_search(network)
        return _first_find(self._last, image_rgb, LAST_LOOKS)

    def _second_search(self) -> ViewSearch:
        search = ViewSearch(SECOND_LOOK, max(self._max_hands, SECOND_LOOK_GUESSES))
        self._open.callback(search.close)
        return search

    def _last_search(self, network: LandmarkNetwork) -> ViewSearch:
        search = ViewSearch(LAST_LOOK, max(self._max_hands, LAST_LOOK_GUESSES), network)
        self._open.callback(search.close)
        return search


def _first_find(search: ViewSearch, image_rgb: UInt8Array, looks: Iterable[ImageView]) -> list[Hand]:
    """What the first of the looks that finds a hand finds."""
    return next(filter(None, (search.hands(image_rgb, look) for look in looks)), [])


def _read_again(network: LandmarkNetwork, image_rgb: UInt8Array, hand: Hand) -> Hand:
    again = network.read(image_rgb, place_of(hand.landmarks_px))
    return hand if again is None or again.presence < READ_AGAIN else again.hand
