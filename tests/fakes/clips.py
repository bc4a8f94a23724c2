"""Images of the rendered clips, whose labels and handedness are known."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import cv2
import numpy as np

from gesture_app.domain.frames.frame import Frame, UInt8Array
from gesture_app.resources import PROJECT_ROOT

CLIPS = PROJECT_ROOT / "tests" / "clips"
ONE_HAND = CLIPS / "gestures.mp4"
"""One right hand, upright, its palm to the camera."""
TWO_HANDS = CLIPS / "two_hands.mp4"
"""A right hand on the left of the image and a left hand on the right, both with their palms to the camera."""
NO_HAND = CLIPS / "empty.mp4"


@cache
def clip_image(clip: Path, number: int) -> UInt8Array:
    """A frame of a clip: ``(height, width, 3)`` uint8 BGR, read only."""
    capture = cv2.VideoCapture(str(clip))
    try:
        for _ in range(number + 1):
            ok, image = capture.read()
            assert ok, f"{clip.name} has no frame {number}"
    finally:
        capture.release()
    image_bgr = np.asarray(image, dtype=np.uint8)
    image_bgr.setflags(write=False)
    return image_bgr


def as_frame(image_bgr: UInt8Array, seq: int = 0) -> Frame:
    return Frame(image_bgr, seq, seq / 15, seq / 15)
