"""Hands as a game sees them."""

from __future__ import annotations

import numpy as np

from gesture_app.domain.frames.frame import Prediction
from gesture_app.domain.frames.gestures import NONE, GestureSet
from gesture_app.domain.game.throws import SeenHand

LABELS = GestureSet(("rock", "paper", "scissors", "lizard", "spock", "well", NONE))


def seen_hand(
    gesture: str,
    center_x: float = 0.5,
    *,
    share: float = 0.95,
    intent: float = 0.99,
    center_y: float = 0.4,
    size: float = 0.2,
) -> SeenHand:
    """A hand that shows a gesture.

    Args:
        gesture: The gesture; for ``"none"`` it is very improbable that one is meant, and each is equally probable.
        center_x: Centre of the hand.
        share: Probability of the gesture, given that one is meant.
        intent: Probability that a gesture is meant.
        center_y: Its distance from the upper edge, as a fraction of the frame's width.
        size: Its size, as a fraction of the frame's width.
    """
    known = len(LABELS.gestures)
    if gesture == NONE:
        share, intent = 1 / known, 0.001
    probabilities = np.full(len(LABELS), intent * (1 - share) / (known - 1), np.float32)
    probabilities[LABELS.none_index] = 1 - intent
    if gesture != NONE:
        probabilities[LABELS.index(gesture)] = intent * share
    return SeenHand(Prediction(LABELS, probabilities), center_x, center_y, size)
