"""Two simpler readers of hands, to hold the model against: finger rules by hand, and a network on landmarks alone."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from rich.console import Console
from rich.progress import track

from gesture_app.domain.frames import LANDMARK_COUNT, Float32Array
from gesture_app.domain.gestures import LIZARD, NONE, PAPER, ROCK, SCISSORS, SPOCK
from gesture_app.domain.hand_topology import FINGERS, MIDDLE_KNUCKLE, WRIST
from training.evaluate import Calibration, balanced_score, decide, fit_calibration, softmax
from training.recipe import HandRecipe
from training.splits import Split

FloatArray = npt.NDArray[np.float64]

# Degrees. A finger's bend is that of its two outer joints together; they reach about 180 (100 and 80: American Academy
# of Orthopaedic Surgeons, Joint Motion, 1965). Where the rules draw the line was read off the training hands' middle
# nine tenths: stretched fingers of paper bend 5 to 33, folded ones of rock 45 to 210, of scissors 56 to 155.
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

_LANDMARK_UNITS = (128, 64)
_DROPOUT = 0.1
_BATCH = 256


def finger_rules(landmarks: npt.NDArray[Any]) -> str:
    """What hand-written rules take a hand for; ``"none"`` where none of them fits.

    They look at angles between bones in three dimensions, and at one distance in units of the palm, so turn, scale and
    side of the hand do not matter.

    Args:
        landmarks: ``(21, 3)``, x, y and depth on one scale, in any frame.
    """
    hand = _Fingers.of(np.asarray(landmarks, dtype=np.float64))
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
class _Fingers:
    """How a hand's fingers lie: bends and gaps in degrees.

    Attributes:
        knuckles: ``(5,)``, bend at the base of each finger, thumb first.
        bends: ``(5,)``, bend of each finger's two outer joints together.
        gaps: ``(4,)``, angle between neighbours' directions, thumb and index first.
        thumb_to_index: Distance of the thumb's tip to the index finger's middle joint, in lengths of the palm.
    """

    knuckles: FloatArray
    bends: FloatArray
    gaps: FloatArray
    thumb_to_index: float

    @classmethod
    def of(cls, points: FloatArray) -> _Fingers:
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


def _open_hand(hand: _Fingers, *, thumb_stretched: bool) -> str:
    """Spock by the gap in the middle, else paper; four spread fingers over a folded thumb are the number four."""
    _, index_middle, middle_ring, ring_little = hand.gaps
    if middle_ring > _SPOCK_GAP and middle_ring > _SPOCK_GAP_TO_OTHERS * max(index_middle, ring_little):
        return SPOCK
    spread = max(index_middle, middle_ring, ring_little) > _TOGETHER / 2
    return NONE if spread and not thumb_stretched and hand.bends[0] > _FOLDED_BEND else PAPER


def _is_beak(hand: _Fingers) -> bool:
    """Straight fingers side by side, bent at the knuckles, and a straight thumb under them."""
    low, high = _LIZARD_KNUCKLE
    bent = ((hand.knuckles[1:] > low) & (hand.knuckles[1:] < high)).all()
    straight = (hand.bends < _LIZARD_BEND).all()
    return bool(bent and straight and hand.gaps[0] < _BEAK_ANGLE and (hand.gaps[1:] < _TOGETHER).all())


def upright(landmarks: npt.NDArray[Any]) -> Float32Array:
    """Landmarks turned so that the line from wrist to middle knuckle points up, centred, the larger extent 1.

    That is the frame of an upright crop (:func:`gesture_app.vision.cropping.crop_hand`) but for its margin and corner.

    Args:
        landmarks: ``(n, 21, 3)``, x to the right, y down, depth on the same scale.
    """
    points = np.asarray(landmarks, dtype=np.float64)
    along = points[:, MIDDLE_KNUCKLE, :2] - points[:, WRIST, :2]
    angles = -math.pi / 2 - np.arctan2(along[:, 1], along[:, 0])
    turned = np.concatenate([_turned(points[..., :2], angles), points[..., 2:]], axis=2)
    low, high = turned[..., :2].min(axis=1), turned[..., :2].max(axis=1)
    turned[..., :2] -= ((low + high) / 2)[:, None]
    extent = np.maximum((high - low).max(axis=1), 1e-6)
    return np.asarray(turned / extent[:, None, None], dtype=np.float32)


def varied(landmarks: Float32Array, rng: np.random.Generator) -> Float32Array:
    """Upright landmarks mirrored, moved, turned, scaled and shifted as :mod:`training.augment` does it to crops.

    Args:
        landmarks: ``(n, 21, 3)`` float32 from :func:`upright`.
        rng: Where the variation comes from.
    """
    count = len(landmarks)
    points = landmarks * np.where(rng.random((count, 1, 1)) < 0.5, [-1.0, 1.0, 1.0], 1.0)
    points = upright(points + rng.normal(0, 0.012, points.shape)).astype(np.float64)
    points[..., :2] = _turned(points[..., :2], np.radians(np.clip(rng.normal(0, 12, count), -35, 35)))
    points *= np.exp(rng.normal(0, 0.1, (count, 1, 1)))
    points[..., :2] += rng.normal(0, 0.03, (count, 1, 2))
    return np.asarray(points, dtype=np.float32)


def _turned(points_xy: FloatArray, angles_rad: FloatArray) -> FloatArray:
    """``(n, k, 2)`` points, each row turned clockwise (y points down) by its angle."""
    cosines, sines = np.cos(angles_rad)[:, None], np.sin(angles_rad)[:, None]
    x, y = points_xy[..., 0], points_xy[..., 1]
    return np.stack([x * cosines - y * sines, x * sines + y * cosines], axis=2)


@dataclass(frozen=True)
class LandmarkNetwork:
    """A network that sees nothing but the 21 points: what the picture adds shows against it.

    Attributes:
        model: The Keras model: ``(n, 21, 3)`` from :func:`upright` to logits.
        recipe: Its labels.
        calibration: Fitted as the gesture model's, on the same held-out hands.
    """

    model: Any
    recipe: HandRecipe
    calibration: Calibration

    def answers(self, landmarks: npt.NDArray[Any]) -> list[str]:
        """What each hand of ``(n, 21, 3)`` landmarks in any frame is taken for."""
        if not len(landmarks):
            return []
        probabilities = softmax(_predict(self.model, upright(landmarks)), self.calibration.temperature)
        decided = decide(probabilities, self.recipe.labels, self.calibration.reject_threshold)
        return [self.recipe.labels.labels[index] for index in decided]


def train_landmark_network(
    split: Split, recipe: HandRecipe, console: Console, *, epochs: int = 40, hands_per_epoch: int = 20_000
) -> LandmarkNetwork:
    """Train the landmark network on the same hands, in the same proportions, as the gesture model.

    The best epoch is chosen, and temperature and threshold are fitted, on the same held-out hands.

    Args:
        split: Hands to learn from, and hands to choose by.
        recipe: Labels, proportions and seed.
        console: Told about progress.
        epochs: Each sees ``hands_per_epoch`` varied hands.
        hands_per_epoch: Hands drawn for an epoch.
    """
    import keras

    from training.batches import label_indices, sampling_weights

    keras.utils.set_random_seed(recipe.seed)
    model = _build(len(recipe.labels), recipe.seed)
    points = upright(np.stack([example.landmarks_px for example in split.train]))
    held_out = upright(np.stack([example.landmarks_px for example in split.held_out]))
    labels, truth = label_indices(split.train, recipe), label_indices(split.held_out, recipe)
    rendered = np.array([example.is_rendered for example in split.held_out])
    weights = sampling_weights(split.train, recipe)
    rate = keras.optimizers.schedules.CosineDecay(1e-3, epochs * max(1, hands_per_epoch // _BATCH), alpha=0.05)
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.Adam(rate), loss=loss)
    rng = np.random.default_rng(recipe.seed)
    best_score, best_weights = -1.0, model.get_weights()
    for _ in track(range(epochs), "Training the landmark network", console=console):
        chosen = rng.choice(len(points), hands_per_epoch, p=weights)
        model.fit(varied(points[chosen], rng), labels[chosen], batch_size=_BATCH, epochs=1, verbose=0)
        score = balanced_score(_predict(model, held_out).argmax(axis=1), truth, rendered)
        if score >= best_score:  # of equals the one that has learnt longer
            best_score, best_weights = score, model.get_weights()
    model.set_weights(best_weights)
    calibration = fit_calibration(_predict(model, held_out), truth, recipe.labels, recipe.false_accept_rate)
    return LandmarkNetwork(model, recipe, calibration)


def _build(label_count: int, seed: int) -> Any:
    """The landmark branch of the gesture model, with its own last layer."""
    import keras

    points = keras.Input((LANDMARK_COUNT, 3), name="landmarks")
    units = keras.layers.Flatten()(keras.layers.Rescaling(2.0)(points))
    for number, width in enumerate(_LANDMARK_UNITS):
        units = keras.layers.Dense(width, activation="relu")(units)
        units = keras.layers.Dropout(_DROPOUT, seed=seed + number)(units)
    return keras.Model(points, keras.layers.Dense(label_count)(units), name="landmark_network")


def _predict(model: Any, points: Float32Array) -> Float32Array:
    """``(n, labels)`` float32 logits."""
    return np.asarray(model.predict(points, batch_size=1024, verbose=0), dtype=np.float32)
