"""Looking for hands in changed views of a picture: many guesses, each of them judged."""

from __future__ import annotations

from collections.abc import Iterable

from gesture_app.domain.frames.frame import Hand, UInt8Array
from gesture_app.vision.mediapipe.hand_landmarker import Confidence, HandLandmarker
from gesture_app.vision.mediapipe.landmark_network import LandmarkNetwork, ScoredHand, place_of
from gesture_app.vision.mediapipe.tta_views import ImageView, Tone, as_it_is

# How sure the landmark network must be of a guess that it is shown once more, 0 to 1. Source: training/EXPERIMENTS.md,
# "The landmark network by itself".
SURE = 0.85
"""In the picture as it is."""
SURE_IN_CHANGED_LIGHT = 0.9
"""In the light of the look, in which more is taken for a hand that is none."""
NOT_RULED_OUT = 0.1
"""In the picture as it is, where the light of the look decides."""


class ViewSearch:
    """Finds hands in changed views of pictures.

    Args:
        confidence: What the palm detector and the landmark network must at least say of a guess.
        guesses: How many guesses of the palm detector are followed up.
        judge: What sees each guess once more and says whether it is a hand; None to take all.

    Raises:
        DetectorError: If the networks cannot be loaded.
        MissingDependencyError: If mediapipe cannot be imported.
    """

    def __init__(self, confidence: Confidence, guesses: int, judge: LandmarkNetwork | None = None) -> None:
        self._landmarker = HandLandmarker(confidence, guesses, video=False)
        self._judge = judge

    def hands(self, image_rgb: UInt8Array, look: ImageView) -> list[Hand]:
        """The hands that a look at a ``(height, width, 3)`` uint8 RGB picture finds, the surest first, each once.

        Raises:
            RuntimeError: If MediaPipe failed.
            ValueError: If it refused the picture.
        """
        height, width = image_rgb.shape[:2]
        guesses = [look.undo(hand, (width, height)) for hand in self._landmarker.look(look.apply(image_rgb))]
        if self._judge is None:
            return _each_once(guesses)
        return surest_first(_accepted(guesses, image_rgb, look.tone, self._judge))

    def close(self) -> None:
        """Release the networks, but not the one that judges."""
        self._landmarker.close()


def _accepted(guesses: Iterable[Hand], image_rgb: UInt8Array, tone: Tone, judge: LandmarkNetwork) -> list[ScoredHand]:
    """The guesses that the judge is sure of, as it sees them."""
    light_rgb = None if tone is as_it_is else tone(image_rgb)
    accepted: list[ScoredHand] = []
    for guess in guesses:
        place = place_of(guess.landmarks_px)
        judged = judge.read(image_rgb, place)
        if judged is None:
            continue
        if judged.presence >= SURE:
            accepted.append(judged)
        elif light_rgb is not None and judged.presence >= NOT_RULED_OUT:
            judged = judge.read(light_rgb, place)
            if judged is not None and judged.presence >= SURE_IN_CHANGED_LIGHT:
                accepted.append(judged)
    return accepted


def surest_first(judged: Iterable[ScoredHand]) -> list[Hand]:
    """The hands, the surest first, and of several in one place the surest alone."""
    return _each_once(one.hand for one in sorted(judged, key=lambda one: one.presence, reverse=True))


def _each_once(hands: Iterable[Hand]) -> list[Hand]:
    """Of several hands in one place, which many guesses bring, the first."""
    once: list[Hand] = []
    for hand in hands:
        if not hand.is_among(once):
            once.append(hand)
    return once
