"""Finding hands with MediaPipe's Hand Landmarker."""

from __future__ import annotations

import cv2
import numpy as np

from gesture_app.domain.frames import Frame, Hand, UInt8Array
from gesture_app.domain.ports import DetectionMode
from gesture_app.errors import DetectorError
from gesture_app.vision.hand_landmarker import Confidence, HandLandmarker
from gesture_app.vision.look_schedule import LookSchedule
from gesture_app.vision.second_looks import Look, brightened, equalized, evenly_lit, inverted, lifted, stretched

FIRST_LOOK = Confidence(palm=0.5, hand=0.5)
"""MediaPipe's own defaults."""
SECOND_LOOK = Confidence(palm=0.05, hand=0.85)
"""What is missed is missed by the palm detector. So it may guess, and the landmark network, which is the better judge,
says whether it guessed right. Source: benchmarks/detection.py."""
SECOND_LOOK_GUESSES = 4
"""How many of the palm detector's guesses the landmark network judges."""

SECOND_LOOKS = (
    Look(border=0.25, mirrored=True),
    Look(stretched, border=0.25),
    Look(brightened),
    Look(brightened, border=0.25, mirrored=True),
)
"""Views tried in turn on an independent image without a hand, in the order of what they gain.
Source: benchmarks/detection.py."""

_INVERTED = Look(inverted, border=0.25)
VIDEO_LOOKS = (_INVERTED, *SECOND_LOOKS)
"""Views tried in turn on frames of a video. The first finds more dark hands than any other. Single pictures
get it late: what models learn from is found without it. Source: training/EXPERIMENTS.md."""

LAST_LOOK = Confidence(palm=0.001, hand=0.8)
"""For the last looks: dark hands in dim light are often found here only. Source: training/EXPERIMENTS.md."""
LAST_LOOK_GUESSES = 16
"""As :data:`SECOND_LOOK_GUESSES`; these take three times as long. Source: training/EXPERIMENTS.md."""
LAST_LOOKS = (
    Look(lifted, border=0.5, mirrored=True),
    Look(border=0.5, mirrored=True),
    Look(evenly_lit, border=0.5, mirrored=True),
    Look(border=0.25),
    _INVERTED,
    Look(equalized, border=0.5, mirrored=True),
)
"""Views tried in turn, with :data:`LAST_LOOK`, on an independent image in which the second looks found nothing.
Source: training/EXPERIMENTS.md."""


class MediaPipeHandDetector:
    """A :class:`~gesture_app.domain.ports.HandDetector` on the CPU, from networks inside the mediapipe wheel.

    In independent mode an image without a hand gets second looks (bordered, mirrored, brightened), then last looks. In
    video mode a frame gets one look more at most: where a hand is missing that was there a moment ago, and now and
    then while there may be more hands to find.

    Args:
        mode: Whether frames follow each other.
        max_hands: The most hands to find; one is about twice as fast as two, because tracking then never searches.
        last_looks: Whether to take the last looks, which are the least sure. Who learns from what is found does
            better without them.

    Raises:
        DetectorError: If the networks cannot be loaded.
        MissingDependencyError: If mediapipe cannot be imported.
    """

    def __init__(self, mode: DetectionMode, max_hands: int = 2, *, last_looks: bool = True) -> None:
        if max_hands < 1:
            raise ValueError(f"max_hands must be at least 1, got {max_hands}")
        self._mode = mode
        self._max_hands = max_hands
        self._takes_last_looks = last_looks and mode is DetectionMode.INDEPENDENT
        self._last_ms = 0
        self._schedule = LookSchedule(len(VIDEO_LOOKS), self._max_hands)
        self._first: HandLandmarker | None = self._first_landmarker()
        # In video it must be at hand: making it takes longer than a frame.
        self._second = self._guesser(SECOND_LOOK, SECOND_LOOK_GUESSES) if mode is DetectionMode.VIDEO else None
        self._last: HandLandmarker | None = None

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
                return self._followed_through(image_rgb, self._first.follow(image_rgb, self._last_ms), frame.time_s)
            return self._first.look(image_rgb) or self._look_again(image_rgb)
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
            self._schedule = LookSchedule(len(VIDEO_LOOKS), self._max_hands)
            self._first = self._first_landmarker()

    def close(self) -> None:
        """Release the networks."""
        landmarkers = (self._first, self._second, self._last)
        self._first = self._second = self._last = None
        for landmarker in landmarkers:
            if landmarker is not None:
                landmarker.close()

    def _first_landmarker(self) -> HandLandmarker:
        return HandLandmarker(FIRST_LOOK, self._max_hands, video=self._mode is DetectionMode.VIDEO)

    def _guesser(self, confidence: Confidence, guesses: int) -> HandLandmarker:
        return HandLandmarker(confidence, max(self._max_hands, guesses), video=False)

    def _look_again(self, image_rgb: UInt8Array) -> list[Hand]:
        for look in SECOND_LOOKS:
            if found := self._second_look(image_rgb, look):
                return found[: self._max_hands]
        if self._takes_last_looks:
            self._last = self._last or self._guesser(LAST_LOOK, LAST_LOOK_GUESSES)
            for look in LAST_LOOKS:
                if found := _seen(self._last, image_rgb, look):
                    return found[: self._max_hands]
        return []

    def _followed_through(self, image_rgb: UInt8Array, hands: list[Hand], time_s: float) -> list[Hand]:
        """The hands that tracking found and, where one seems to be missed, what one second look adds."""
        number = self._schedule.look_for(len(hands), time_s)
        if number is not None:
            known = len(hands)
            for hand in self._second_look(image_rgb, VIDEO_LOOKS[number]):
                if len(hands) < self._max_hands and not any(_same_place(hand, other) for other in hands):
                    hands.append(hand)
            self._schedule.looked(found=len(hands) > known)
        self._schedule.saw(len(hands), time_s)
        return hands

    def _second_look(self, image_rgb: UInt8Array, look: Look) -> list[Hand]:
        self._second = self._second or self._guesser(SECOND_LOOK, SECOND_LOOK_GUESSES)
        return _seen(self._second, image_rgb, look)


def _seen(landmarker: HandLandmarker, image_rgb: UInt8Array, look: Look) -> list[Hand]:
    """The hands that a look finds; of several in one place, which many guesses bring, that of the surest guess."""
    height, width = image_rgb.shape[:2]
    hands: list[Hand] = []
    for found in landmarker.look(look.apply(image_rgb)):
        hand = look.undo(found, (width, height))
        if not any(_same_place(hand, other) for other in hands):
            hands.append(hand)
    return hands


def _same_place(one: Hand, other: Hand) -> bool:
    """Whether the middle of either hand lies in the other's box."""
    return _holds(one, other.center_px) or _holds(other, one.center_px)


def _holds(hand: Hand, point_px: tuple[float, float]) -> bool:
    left, top, right, bottom = hand.box_xyxy_px
    return left <= point_px[0] <= right and top <= point_px[1] <= bottom
