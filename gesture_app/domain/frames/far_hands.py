"""Hands that are small in the frame: a gesture of theirs must be a little clearer to count as meant.

Who plays sits before the camera and holds a hand up to it; hands of people who do something else are mostly farther
away. Of the cues that a crop does not show, the size in the frame tells them apart best: of the hands in photos of
people who make no gesture a quarter fewer count as one, at the same share of gestures
(docs/research/experiments.md, "Far hands").
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from gesture_app.domain.frames.frame import Hand, Prediction

NEAR_SIZE = 0.2
"""Size from which on nothing changes: 19 of 20 hands that show a gesture to a webcam are larger."""

LOG_ODDS_PER_SIZE = 1.1
"""Loss of log-odds that a gesture is meant, for each factor of e by which a hand is smaller. Source: logistic
regression on training photos, collections weighing alike."""

_LEAST_SIZE = 0.04
"""Smaller hands are treated alike: nobody is to be unreadable from the other end of the room."""


def size_in_frame(hand: Hand, resolution_wh: tuple[int, int]) -> float:
    """Geometric mean of a hand's width and height, as fractions of those of the frame.

    Args:
        hand: The hand.
        resolution_wh: Width and height of the frame in pixels.
    """
    left, top, right, bottom = hand.box_xyxy_px
    width, height = resolution_wh
    return math.sqrt(max(0.0, right - left) / width * max(0.0, bottom - top) / height)


def with_distance(prediction: Prediction, hand: Hand, resolution_wh: tuple[int, int]) -> Prediction:
    """The prediction with the probability that a gesture is meant lowered for a hand that is small in the frame.

    Which gesture it would be stays as it is. Predictions of models without intent thresholds are not changed.

    Args:
        prediction: Prediction for the hand.
        hand: The hand.
        resolution_wh: Width and height of the frame in pixels.
    """
    size = max(_LEAST_SIZE, size_in_frame(hand, resolution_wh))
    intent = prediction.intent
    if prediction.intent_thresholds is None or size >= NEAR_SIZE or not 0 < intent < 1:
        return prediction
    odds = intent / (1 - intent) * (size / NEAR_SIZE) ** LOG_ODDS_PER_SIZE
    lowered = odds / (1 + odds)
    probabilities = prediction.probabilities * np.float32(lowered / intent)
    probabilities[prediction.labels.none_index] = 1 - lowered
    return replace(prediction, probabilities=probabilities)
