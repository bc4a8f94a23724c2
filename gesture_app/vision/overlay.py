"""Drawing of results into the frames of clips. The window has its own drawing code."""

from __future__ import annotations

import cv2
import numpy as np

from gesture_app.domain.frames.frame import FrameResult, HandReading, UInt8Array
from gesture_app.domain.frames.gestures import NONE, display_name
from gesture_app.domain.frames.hand_topology import FINGER_RGB, FINGERS, PALM, PALM_RGB

_FONT = cv2.FONT_HERSHEY_SIMPLEX
_WHITE = (255, 255, 255)
_BLACK = (0, 0, 0)
_TEXT_WIDTH, _TEXT_HEIGHT = 150, 24


def draw_result(frame_bgr: UInt8Array, result: FrameResult) -> UInt8Array:
    """Draw the skeleton and gesture of each hand, and the frame's gesture in a corner.

    Args:
        frame_bgr: ``(height, width, 3)`` uint8, BGR, the frame that the result belongs to.
        result: Its result.

    Returns:
        An annotated copy of the frame.
    """
    image_bgr = frame_bgr.copy()
    unit = max(1.0, min(result.resolution_wh) / 480)
    for reading in result.hands:
        _draw_hand(image_bgr, reading, unit)
    headline = display_name(result.gesture) if result.gesture != NONE else "-"
    _write(image_bgr, headline, (round(12 * unit), round(36 * unit)), 1.1 * unit)
    return image_bgr


def _draw_hand(image_bgr: UInt8Array, reading: HandReading, unit: float) -> None:
    points = np.round(reading.hand.landmarks_px[:, :2]).astype(np.int32)
    line_px = max(1, round(2 * unit))
    chains = [(PALM, PALM_RGB)] + [(chain, FINGER_RGB[name]) for name, chain in FINGERS]
    for chain, (red, green, blue) in chains:
        line = points[list(chain)].reshape(-1, 1, 2)
        cv2.polylines(image_bgr, [line], False, (blue, green, red), line_px, cv2.LINE_AA)
    left, _, _, bottom = reading.hand.box_xyxy_px
    probability = reading.prediction.by_label.get(reading.stable_gesture, 0.0)
    text = f"{display_name(reading.stable_gesture)} {probability:.0%}"
    height, width = image_bgr.shape[:2]
    # The text stays inside the image if the hand leaves it.
    x = min(max(4, round(left)), max(4, width - round(_TEXT_WIDTH * unit)))
    y = min(max(round(_TEXT_HEIGHT * unit), round(bottom + _TEXT_HEIGHT * unit)), height - round(8 * unit))
    position = (x, y)
    _write(image_bgr, text, position, 0.7 * unit)


def _write(image_bgr: UInt8Array, text: str, position_px: tuple[int, int], size: float) -> None:
    for colour, weight in ((_BLACK, 4), (_WHITE, 1)):
        thickness = max(1, round(weight * size))
        cv2.putText(image_bgr, text, position_px, _FONT, size, colour, thickness, cv2.LINE_AA)
