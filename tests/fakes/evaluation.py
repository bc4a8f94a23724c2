"""Images, detected hands and consoles for the tests of evaluation."""

from __future__ import annotations

import io
from pathlib import Path

import cv2
import numpy as np
from rich.console import Console

from gesture_app.domain.frames.gestures import DEFAULT_LABELS
from training.evaluation.replay import DetectedHand

LABELS = DEFAULT_LABELS
MAGENTA_BGR = (255, 0, 255)
"""A colour that no drawing uses."""
LABELS_CSV_HEADER = "path,label,group,pose,handedness,skin_tone,azimuth_deg,elevation_deg,roll_deg,seed"

Box = tuple[float, float, float, float]


def detected_hand(label: str, p: float, box: Box = (10, 10, 60, 60)) -> DetectedHand:
    """A hand with probability ``p`` for a label; the others share the rest."""
    probabilities = np.full(len(LABELS), (1 - p) / (len(LABELS) - 1))
    probabilities[LABELS.index(label)] = p
    return DetectedHand(probabilities, box)


def save_image(path: Path) -> Path:
    """Write an image of one colour, :data:`MAGENTA_BGR`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    cv2.imwrite(str(path), np.full((80, 80, 3), MAGENTA_BGR, dtype=np.uint8))
    return path


def landmarks_in(box: Box) -> np.ndarray:
    """``(21, 3)`` float32 landmarks with this bounding box."""
    points = np.random.default_rng(0).uniform(box[:2], box[2:], (21, 2))
    points[0], points[1] = box[:2], box[2:]
    return np.column_stack([points, np.zeros(21)]).astype(np.float32)


def quiet_console() -> Console:
    """A console that prints nowhere."""
    return Console(file=io.StringIO())
