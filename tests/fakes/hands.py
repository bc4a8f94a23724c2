"""Hands, and a landmark network that answers as it is told."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from gesture_app.domain.frames.frame import Hand, Handedness, UInt8Array
from gesture_app.vision.mediapipe.landmark_network import HandRoi, ScoredHand

Answer = Callable[[UInt8Array, HandRoi], ScoredHand | None]


def hand_at(x: float, y: float = 50.0, size_px: float = 40.0) -> Hand:
    """An upright hand, as wide as high."""
    points = np.zeros((21, 3), dtype=np.float32)
    points[:, 0] = x + np.linspace(-size_px / 2, size_px / 2, 21)
    points[:, 1] = y - np.linspace(-size_px / 2, size_px / 2, 21)
    return Hand(points, Handedness.RIGHT, 0.9)


class FakeNetwork:
    """Answers as told, and remembers what it was asked."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        self.asked: list[tuple[UInt8Array, HandRoi]] = []

    def read(self, image_rgb: UInt8Array, place: HandRoi) -> ScoredHand | None:
        self.asked.append((image_rgb, place))
        return self.answer(image_rgb, place)

    def close(self) -> None: ...
