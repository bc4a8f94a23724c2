"""Small synthetic hand samples for the tests of training."""

from __future__ import annotations

import cv2
import numpy as np

from training.hands.data.dataset import HandSample


def hand_sample(label: str, source: str = "photos", group: str | None = None, seed: int = 0) -> HandSample:
    """A noise image with random landmarks around its middle, the wrist below."""
    rng = np.random.default_rng(seed)
    region = rng.integers(0, 256, (120, 100, 3), dtype=np.uint8)
    landmarks = rng.uniform([30, 30, -5], [70, 80, 5], (21, 3)).astype(np.float32)
    landmarks[0] = (50, 95, 0)
    landmarks[9] = (50, 55, 0)
    jpeg = cv2.imencode(".jpg", region)[1].tobytes()
    return HandSample(jpeg, landmarks, label, source, group or source)
