"""Looking for hands in changed views of a picture: many guesses, each of them judged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gesture_app.domain.frames import Hand, UInt8Array
from gesture_app.vision.hand_landmarker import Confidence, HandLandmarker
from gesture_app.vision.landmark_network import Judged, LandmarkNetwork, place_of
from gesture_app.vision.second_looks import Look, Tone, as_it_is


@dataclass(frozen=True)
class Judgement:
    """How sure the landmark network must be of a guess that it is shown once more, 0 to 1.

    Attributes:
        as_it_is: In the picture as it is.
        changed: In the light of the look, in which more is taken for a hand that is none.
        not_ruled_out: In the picture as it is, where the light of the look decides.
    """

    as_it_is: float
    changed: float
    not_ruled_out: float = 0.1


JUDGEMENT = Judgement(as_it_is=0.85, changed=0.9)
"""What makes a hand of a wild guess. Source: training/EXPERIMENTS.md, "The landmark network by itself"."""


class HandSearch:
    """Finds hands in changed views of pictures.

    Args:
        confidence: What the palm detector and the landmark network must at least say of a guess.
        guesses: How many guesses of the palm detector are followed up.
        judgement: How sure the landmark network must be when it sees the guess once more; None to take all.
        network: What judges; needed with ``judgement``.

    Raises:
        DetectorError: If the networks cannot be loaded.
        MissingDependencyError: If mediapipe cannot be imported.
    """

    def __init__(
        self,
        confidence: Confidence,
        guesses: int,
        judgement: Judgement | None = None,
        network: LandmarkNetwork | None = None,
    ) -> None:
        if (judgement is None) != (network is None):
            raise ValueError("a judgement needs a network, and a network a judgement")
        self._landmarker = HandLandmarker(confidence, guesses, video=False)
        self._judgement = judgement
        self._network = network

    def hands(self, image_rgb: UInt8Array, look: Look) -> list[Hand]:
        """The hands that a look at a ``(height, width, 3)`` uint8 RGB picture finds, the surest first, each once.

        Raises:
            RuntimeError: If MediaPipe failed.
            ValueError: If it refused the picture.
        """
        height, width = image_rgb.shape[:2]
        guesses = [look.undo(hand, (width, height)) for hand in self._landmarker.look(look.apply(image_rgb))]
        if self._judgement is None or self._network is None:
            return _each_once(guesses)
        return _each_once(_accepted(guesses, image_rgb, look.tone, self._judgement, self._network))

    def close(self) -> None:
        """Release the networks, but not the one that judges."""
        self._landmarker.close()


def _accepted(
    guesses: Iterable[Hand], image_rgb: UInt8Array, tone: Tone, judgement: Judgement, network: LandmarkNetwork
) -> list[Hand]:
    """The guesses that the network is sure of, as it sees them, the surest first."""
    light_rgb = None if tone is as_it_is else tone(image_rgb)
    accepted: list[Judged] = []
    for guess in guesses:
        place = place_of(guess.landmarks_px)
        judged = network.read(image_rgb, place)
        if judged is None:
            continue
        if judged.presence >= judgement.as_it_is:
            accepted.append(judged)
        elif light_rgb is not None and judged.presence >= judgement.not_ruled_out:
            judged = network.read(light_rgb, place)
            if judged is not None and judged.presence >= judgement.changed:
                accepted.append(judged)
    return [judged.hand for judged in sorted(accepted, key=lambda judged: judged.presence, reverse=True)]


def _each_once(hands: Iterable[Hand]) -> list[Hand]:
    """Of several hands in one place, which many guesses bring, the first."""
    once: list[Hand] = []
    for hand in hands:
        if not any(hand.in_place_of(other) for other in once):
            once.append(hand)
    return once
