"""The landmarks of the hands that the app read, for the baselines and for the sheet of mistakes."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.progress import track

from gesture_app.domain.frames.frame import Float32Array, Frame, Hand
from gesture_app.domain.frames.gestures import GestureSet
from gesture_app.domain.ports import DetectionMode
from gesture_app.storage.atomic import atomic_path
from gesture_app.vision.detectors import open_hand_detector
from training.evaluation.data_sets import Picture
from training.evaluation.end_to_end import FoundHand, Reading

_MAX_HANDS = 2  # as the app looks for
_SAME_BOX_PX = 1.0  # records round to a tenth


def leading_landmarks(
    pictures: Sequence[Picture],
    readings: Sequence[Reading],
    threshold: float,
    labels: GestureSet,
    cache: Path,
    console: Console,
) -> list[Float32Array | None]:
    """The landmarks of the hand that the app answered from, ``(21, 3)`` in pixels; None where it found none.

    The replay's records hold boxes but no landmarks, so the same detector looks again, and the hand in the same box is
    taken. So all readers of hands are judged on the very same hands.

    Args:
        pictures: The pictures.
        readings: What the app said about each.
        threshold: The model's reject threshold.
        labels: The model's labels.
        cache: Where found landmarks are kept between runs, by the pictures' contents.
        console: Told about progress.
    """
    file = cache / f"landmarks-{_fingerprint(pictures)}.npz"
    found = _load(file) if file.is_file() else None
    if found is None or not _are_the_apps(found, readings):
        _save(file, _detect(pictures, console))
        found = _load(file)
    return [_same_hand(hands, reading, threshold, labels) for hands, reading in zip(found, readings, strict=True)]


def _are_the_apps(found: Sequence[Float32Array], readings: Sequence[Reading]) -> bool:
    """Whether kept hands are those that the app found; after a change of the detector they are not."""
    return all(
        len(hands) == len(reading.hands)
        and all(_distances_px(hands, hand).min() < _SAME_BOX_PX for hand in reading.hands)
        for hands, reading in zip(found, readings, strict=True)
    )


def _same_hand(hands: Float32Array, reading: Reading, threshold: float, labels: GestureSet) -> Float32Array | None:
    leading = reading.leading_hand(threshold, labels)
    if leading is None or not len(hands):
        return None
    return np.asarray(hands[int(_distances_px(hands, leading).argmin())], dtype=np.float32)


def _distances_px(hands: Float32Array, read: FoundHand) -> Float32Array:
    """``(hands,)``: by how much an edge of each hand's box is off that of the hand that was read, at most."""
    boxes = np.concatenate([hands[..., :2].min(axis=1), hands[..., :2].max(axis=1)], axis=1)
    return np.asarray(np.abs(boxes - np.array(read.box_xyxy_px)).max(axis=1), dtype=np.float32)


def _detect(pictures: Sequence[Picture], console: Console) -> list[list[Hand]]:
    detector = open_hand_detector(DetectionMode.INDEPENDENT, max_hands=_MAX_HANDS)
    found = []
    try:
        for seq, picture in enumerate(track(pictures, "Finding landmarks", console=console)):
            image = picture.read_bgr()
            found.append([] if image is None else detector.detect(Frame(image, seq, 0.0, 0.0)))
    finally:
        detector.close()
    return found


def _fingerprint(pictures: Sequence[Picture]) -> str:
    digest = hashlib.sha256()
    for picture in pictures:
        digest.update(picture.key.encode())
        digest.update(picture.path.read_bytes())
    return digest.hexdigest()[:16]


def _save(file: Path, found: Sequence[Sequence[Hand]]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    landmarks = [hand.landmarks_px for hands in found for hand in hands]
    with atomic_path(file) as temporary:
        np.savez(
            temporary,
            landmarks=np.array(landmarks, dtype=np.float32).reshape(-1, 21, 3),
            counts=np.array([len(hands) for hands in found], dtype=np.int64),
        )


def _load(file: Path) -> list[Float32Array]:
    """For each picture ``(hands, 21, 3)`` float32."""
    with np.load(file, allow_pickle=False) as stored:
        landmarks, counts = stored["landmarks"], stored["counts"]
    return np.split(landmarks, np.cumsum(counts)[:-1])
