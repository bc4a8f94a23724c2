"""Landmarks of the hands that determine the app's predictions, for baselines and contact sheets."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.progress import track

from gesture_app.domain.frames.frame import Float32Array, Frame, Hand
from gesture_app.domain.ports import DetectionMode, HandDetector
from gesture_app.storage.atomic import atomic_path
from gesture_app.vision.detectors import open_hand_detector
from training.evaluation.datasets import EvaluationImage
from training.evaluation.decision import DecisionRule
from training.evaluation.replay import DetectedHand, ImagePrediction

_MAX_HANDS = 2  # as in the app
_SAME_BOX_PX = 1.0  # records are rounded to a tenth


def open_app_detector() -> HandDetector:
    """Open the hand detector with the app's settings for images."""
    return open_hand_detector(DetectionMode.INDEPENDENT, max_hands=_MAX_HANDS)


def leading_landmarks(
    images: Sequence[EvaluationImage],
    predictions: Sequence[ImagePrediction],
    rule: DecisionRule,
    cache: Path,
    console: Console,
    open_detector: Callable[[], HandDetector] = open_app_detector,
) -> list[Float32Array | None]:
    """Landmarks of the hand that determines each prediction, ``(21, 3)`` in pixels; None without a hand.

    Replay records hold boxes but no landmarks. The same detector therefore runs again, and the hand with the same box
    is taken, so that all classifiers are evaluated on the same hands.

    Args:
        images: The images.
        predictions: The app's prediction for each.
        rule: The model's decision rule.
        cache: Folder that stores landmarks by the contents of the images.
        console: For progress.
        open_detector: Opens the hand detector.
    """
    file = cache / f"landmarks-{_fingerprint(images)}.npz"
    hands = _load(file) if file.is_file() else None
    if hands is None or not _match_predictions(hands, predictions):
        _save(file, _detect(images, open_detector, console))
        hands = _load(file)
    return [_leading(of_image, prediction, rule) for of_image, prediction in zip(hands, predictions, strict=True)]


def _match_predictions(hands: Sequence[Float32Array], predictions: Sequence[ImagePrediction]) -> bool:
    """Whether cached hands are those of the app; after a change of the detector they are not."""
    return all(
        len(of_image) == len(prediction.hands)
        and all(_box_distances_px(of_image, hand).min() < _SAME_BOX_PX for hand in prediction.hands)
        for of_image, prediction in zip(hands, predictions, strict=True)
    )


def _leading(hands: Float32Array, prediction: ImagePrediction, rule: DecisionRule) -> Float32Array | None:
    leading = prediction.leading_hand(rule)
    if leading is None or not len(hands):
        return None
    return np.asarray(hands[int(_box_distances_px(hands, leading).argmin())], dtype=np.float32)


def _box_distances_px(hands: Float32Array, detected: DetectedHand) -> Float32Array:
    """``(hands,)`` largest distance between an edge of each hand's box and that of the detected hand."""
    boxes = np.concatenate([hands[..., :2].min(axis=1), hands[..., :2].max(axis=1)], axis=1)
    return np.asarray(np.abs(boxes - np.array(detected.box_xyxy_px)).max(axis=1), dtype=np.float32)


def _detect(
    images: Sequence[EvaluationImage], open_detector: Callable[[], HandDetector], console: Console
) -> list[list[Hand]]:
    detector = open_detector()
    hands = []
    try:
        for seq, image in enumerate(track(images, "Finding landmarks", console=console)):
            image_bgr = image.read_bgr()
            hands.append([] if image_bgr is None else detector.detect(Frame(image_bgr, seq, 0.0, 0.0)))
    finally:
        detector.close()
    return hands


def _fingerprint(images: Sequence[EvaluationImage]) -> str:
    digest = hashlib.sha256()
    for image in images:
        digest.update(image.key.encode())
        digest.update(image.path.read_bytes())
    return digest.hexdigest()[:16]


def _save(file: Path, hands: Sequence[Sequence[Hand]]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    landmarks = [hand.landmarks_px for of_image in hands for hand in of_image]
    with atomic_path(file) as temporary:
        np.savez(
            temporary,
            landmarks=np.array(landmarks, dtype=np.float32).reshape(-1, 21, 3),
            counts=np.array([len(of_image) for of_image in hands], dtype=np.int64),
        )


def _load(file: Path) -> list[Float32Array]:
    """For each image ``(hands, 21, 3)`` float32."""
    with np.load(file, allow_pickle=False) as stored:
        landmarks, counts = stored["landmarks"], stored["counts"]
    return np.split(landmarks, np.cumsum(counts)[:-1])
