"""Tells hands from what only resembles one, by reading them a second time in the mirrored image."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from gesture_app.domain.frames.frame import Hand, UInt8Array
from gesture_app.vision.detection.hand_roi import HandRoi, roi_from_landmarks
from gesture_app.vision.detection.networks import RoiScorer

_MIN_PROBABILITY = 1e-3
_MIN_DISTANCE = 1e-3

NO_HAND = -99.0
"""Score of a hand that the landmark network cannot read: lower than any other."""


class Verifier(Protocol):
    """Scores detected hands. Role of :class:`HandVerifier`."""

    def score(self, image_rgb: UInt8Array, hand: Hand) -> float:
        """Log-odds that a detection in a ``(height, width, 3)`` uint8 RGB image is a hand; 0 is even."""
        ...


@dataclass(frozen=True)
class VerifierWeights:
    """A logistic regression on three features of a hand.

    Source of the defaults: docs/research/experiments.md, "Hands that are none".

    Attributes:
        presence: Weight of the log-odds of the presence score in the hand's own ROI.
        mirrored_presence: The same in the mirrored image.
        distance: Weight of the logarithm of the mean distance of the landmarks read in both, in units of the ROI.
        bias: The constant term.
    """

    presence: float = 1.21
    mirrored_presence: float = 0.81
    distance: float = -0.33
    bias: float = -6.44


class HandVerifier:
    """Scores hands by a logistic regression on two readings of the landmark network.

    A face or an ear that the network takes for a hand also gets a high presence score now and then. In the mirrored
    image its score is often lower, and its landmarks are elsewhere.

    Args:
        network: Reads each hand twice. Stays open.
        weights: The regression.
    """

    def __init__(self, network: RoiScorer, weights: VerifierWeights = VerifierWeights()) -> None:
        self._network = network
        self._weights = weights

    def score(self, image_rgb: UInt8Array, hand: Hand) -> float:
        """Log-odds that a detection in a ``(height, width, 3)`` uint8 RGB image is a hand; 0 is even.

        Raises:
            RuntimeError: If a network failed.
            ValueError: If it refused the image.
        """
        features = read_features(image_rgb, hand, self._network)
        if features is None:
            return NO_HAND
        presence, mirrored_presence, distance = features
        weights = self._weights
        score = weights.presence * presence + weights.mirrored_presence * mirrored_presence
        return score + weights.distance * distance + weights.bias


def read_features(image_rgb: UInt8Array, hand: Hand, network: RoiScorer) -> tuple[float, float, float] | None:
    """The features of a hand in the order of :class:`VerifierWeights`.

    Args:
        image_rgb: ``(height, width, 3)`` uint8.
        hand: The hand.
        network: Reads it in its own ROI, and in the same ROI of the mirrored image.

    Returns:
        None if the network gives no finite landmarks.

    Raises:
        RuntimeError: If a network failed.
        ValueError: If it refused the image.
    """
    width = image_rgb.shape[1]
    roi = roi_from_landmarks(hand.landmarks_px)
    plain = network.score(image_rgb, roi)
    if plain is None:
        return None
    mirrored_rgb = np.ascontiguousarray(image_rgb[:, ::-1])
    mirrored_roi = HandRoi((width - roi.center_px[0], roi.center_px[1]), roi.size_px, -roi.angle_rad)
    mirrored = network.score(mirrored_rgb, mirrored_roi)
    if mirrored is None:
        return None
    points_px = plain.hand.landmarks_px[:, :2].astype(np.float64)
    back_px = mirrored.hand.landmarks_px[:, :2] * (-1, 1) + (width, 0)
    distance = float(np.linalg.norm(points_px - back_px, axis=1).mean()) / roi.size_px
    return (
        _log_odds(plain.presence_score),
        _log_odds(mirrored.presence_score),
        float(np.log(distance + _MIN_DISTANCE)),
    )


def _log_odds(probability: float) -> float:
    clipped = min(max(probability, _MIN_PROBABILITY), 1 - _MIN_PROBABILITY)
    return float(np.log(clipped / (1 - clipped)))
