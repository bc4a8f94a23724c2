"""Baseline classifiers: hand-written rules on finger angles, and a network on landmarks alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from rich.console import Console

from gesture_app.domain.frames.frame import Float32Array
from gesture_app.domain.frames.gestures import LIZARD, NONE, PAPER, ROCK, SCISSORS, SPOCK
from gesture_app.domain.frames.hand_topology import FINGERS, MIDDLE_KNUCKLE, WRIST
from gesture_app.domain.models.calibration import Calibration
from gesture_app.inference.library.manifest import ANGLE_INPUT, LANDMARK_INPUT
from gesture_app.vision.cropping import crop_landmarks, hand_angle
from training.hands.data.splits import Split
from training.hands.recipe import HandRecipe, LandmarkPretrainingRecipe

FloatArray = npt.NDArray[np.float64]

# Degrees. A finger's bend is the sum of its two outer joints, which reach about 180 (100 and 80: American Academy of
# Orthopaedic Surgeons, Joint Motion, 1965). Thresholds come from the middle nine tenths of the training hands:
# stretched fingers of paper bend 5 to 33, folded ones of rock 45 to 210, of scissors 56 to 155.
_STRETCHED_BEND = 45.0
_FOLDED_BEND = 55.0
_STRETCHED_KNUCKLE = 35.0  # paper's knuckles bend 2 to 30, a lizard's 21 to 80
_LIZARD_KNUCKLE = (22.0, 85.0)
_LIZARD_BEND = 75.0
_BEAK_ANGLE = 60.0  # a lizard's thumb points where its fingers do: 7 to 45 between thumb and index
_TOGETHER = 20.0
_SPOCK_GAP = 14.0  # middle and ring finger: paper 1 to 14, Spock 15 to 40
_SPOCK_GAP_TO_OTHERS = 1.5
_STRETCHED_THUMB_BEND = 30.0  # scissors' thumbs bend 33 to 107, an outstretched one 10 to 40
_THUMB_AWAY = 0.75  # thumb's tip to index's middle joint, in lengths of the palm: beyond it no fist holds its thumb

_LEARNING_RATE = 1e-3  # random initial weights; the recipe's rate is for pretrained ones


def finger_rules(landmarks: npt.NDArray[Any]) -> str:
    """Classify a hand with hand-written rules; ``"none"`` if no rule fits.

    The rules use 3D angles between bones and one distance in palm lengths, so rotation, scale and side of the hand do
    not matter.

    Args:
        landmarks: ``(21, 3)``, x, y and depth in the same unit, in any coordinate frame.
    """
    hand = _FingerAngles.of(np.asarray(landmarks, dtype=np.float64))
    stretched = (hand.bends[1:] < _STRETCHED_BEND) & (hand.knuckles[1:] < _STRETCHED_KNUCKLE)
    folded = hand.bends[1:] > _FOLDED_BEND
    thumb_stretched = hand.bends[0] < _STRETCHED_THUMB_BEND
    if stretched.all():
        return _open_hand(hand, thumb_stretched=thumb_stretched)
    if folded.all():
        return NONE if thumb_stretched and hand.thumb_to_index > _THUMB_AWAY else ROCK
    if stretched[:2].all() and folded[2:].all():
        return NONE if thumb_stretched else SCISSORS
    return LIZARD if _is_beak(hand) else NONE


@dataclass(frozen=True)
class _FingerAngles:
    """Bends of the fingers and angles between them, in degrees.

    Attributes:
        knuckles: ``(5,)``, bend at the base of each finger, thumb first.
        bends: ``(5,)``, sum of the bends of each finger's two outer joints.
        gaps: ``(4,)``, angles between neighbouring fingers, thumb and index first.
        thumb_to_index: Distance from the thumb's tip to the index finger's middle joint, in palm lengths.
    """

    knuckles: FloatArray
    bends: FloatArray
    gaps: FloatArray
    thumb_to_index: float

    @classmethod
    def of(cls, points: FloatArray) -> _FingerAngles:
        chains = np.array([chain for _, chain in FINGERS])
        bones = points[chains[:, 1:]] - points[chains[:, :-1]]
        knuckles = _angles(points[chains[:, 0]] - points[WRIST], bones[:, 0])
        bends = _angles(bones[:, 0], bones[:, 1]) + _angles(bones[:, 1], bones[:, 2])
        directions = points[chains[:, 3]] - points[chains[:, 0]]
        palm = float(np.linalg.norm(points[MIDDLE_KNUCKLE] - points[WRIST]))
        reach = float(np.linalg.norm(points[chains[0, 3]] - points[chains[1, 1]])) / max(palm, 1e-9)
        return cls(knuckles, bends, _angles(directions[:-1], directions[1:]), reach)


def _angles(first: FloatArray, second: FloatArray) -> FloatArray:
    """``(n,)`` degrees between rows of ``(n, 3)``."""
    lengths = np.linalg.norm(first, axis=1) * np.linalg.norm(second, axis=1)
    cosines = (first * second).sum(axis=1) / np.maximum(lengths, 1e-9)
    return np.asarray(np.degrees(np.arccos(np.clip(cosines, -1, 1))))


def _open_hand(hand: _FingerAngles, *, thumb_stretched: bool) -> str:
    """Spock if the middle gap is wide, else paper; four spread fingers with a folded thumb are ``"none"``."""
    _, index_middle, middle_ring, ring_little = hand.gaps
    if middle_ring > _SPOCK_GAP and middle_ring > _SPOCK_GAP_TO_OTHERS * max(index_middle, ring_little):
        return SPOCK
    spread = max(index_middle, middle_ring, ring_little) > _TOGETHER / 2
    return NONE if spread and not thumb_stretched and hand.bends[0] > _FOLDED_BEND else PAPER


def _is_beak(hand: _FingerAngles) -> bool:
    """Whether adjacent straight fingers are bent at the knuckles, with a straight thumb below."""
    low, high = _LIZARD_KNUCKLE
    bent = ((hand.knuckles[1:] > low) & (hand.knuckles[1:] < high)).all()
    straight = (hand.bends < _LIZARD_BEND).all()
    return bool(bent and straight and hand.gaps[0] < _BEAK_ANGLE and (hand.gaps[1:] < _TOGETHER).all())


@dataclass(frozen=True)
class LandmarkBaseline:
    """A network on the 21 landmarks alone; the difference to the model is the value of the image.

    Attributes:
        model: The Keras model.
        recipe: Its recipe.
        calibration: Fitted on the validation split, as for the gesture model.
    """

    model: Any
    recipe: HandRecipe
    calibration: Calibration

    def predict(self, landmarks_px: Sequence[Float32Array]) -> list[str]:
        """Predicted labels for ``(21, 3)`` landmarks in pixels."""
        from training.hands.phases import predict

        if not len(landmarks_px):
            return []
        labels = self.recipe.labels
        inputs = {
            LANDMARK_INPUT: np.stack([crop_landmarks(points, self.recipe.crop) for points in landmarks_px]),
            ANGLE_INPUT: np.stack([hand_angle(points) for points in landmarks_px]),
        }
        logits = predict(self.model, inputs)
        decided = self.calibration.decide(self.calibration.probabilities(logits, labels.none_index), labels.none_index)
        return [labels.labels[index] for index in decided]


def train_landmark_network(
    split: Split, recipe: HandRecipe, out: Path, console: Console, *, epochs: int = 20, hands_per_epoch: int = 8000
) -> LandmarkBaseline:
    """Train the landmark branch of a recipe alone, with the same samples, sampling and augmentation.

    The best epoch, temperature and threshold are chosen on the validation split.

    Args:
        split: Train and validation samples.
        recipe: Recipe of the gesture model.
        out: Folder for the checkpoint and the history.
        console: For progress.
        epochs: Number of epochs.
        hands_per_epoch: Augmented samples in an epoch.
    """
    from training.hands.phases import fit
    from training.hands.validation import calibrate_on

    alone = recipe.on_landmarks_alone(LandmarkPretrainingRecipe(epochs, hands_per_epoch, _LEARNING_RATE))
    out.mkdir(parents=True, exist_ok=True)
    model = fit(split, alone, None, out, console).model
    return LandmarkBaseline(model, alone, calibrate_on(split.validation, model, alone).calibration)
