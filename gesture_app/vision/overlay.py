"""Drawing of results into the frames of clips, in the style of the window, which draws with Qt."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.frame import FrameResult, HandReading, UInt8Array
from gesture_app.domain.frames.gestures import NONE, gesture_title
from gesture_app.domain.frames.hand_topology import FINGER_RGB, FINGERS, PALM, PALM_RGB

_FONT = cv2.FONT_HERSHEY_DUPLEX
_TEXT_RGB = (0xF4, 0xF6, 0xFA)
_PLATE_RGB = (0x10, 0x14, 0x1A)
_PLATE_OPACITY = 0.84
_OUTLINE_BGR = (30, 30, 30)
_BONE_SHARE = 1 / 130
"""Width of a bone relative to the frame's smaller side, as in the window."""
_LABEL_SHARE = 1 / 620
_HEADLINE_SHARE = 1 / 420
_SUBPIXEL_BITS = 3

Box = tuple[int, int, int, int]
"""Left, top, width and height in pixels."""


def draw_result(frame_bgr: UInt8Array, result: FrameResult) -> UInt8Array:
    """Draw the skeleton and gesture of each hand, and the frame's gesture in a corner.

    Args:
        frame_bgr: ``(height, width, 3)`` uint8, BGR, the frame that the result belongs to.
        result: Its result.

    Returns:
        An annotated copy of the frame.
    """
    image_bgr = frame_bgr.copy()
    side_px = min(result.resolution_wh)
    for reading in result.hands:
        _draw_skeleton(image_bgr, reading, max(1.0, side_px * _BONE_SHARE))
    size = max(0.4, side_px * _HEADLINE_SHARE)
    text = gesture_title(result.gesture)
    width, height = _plate_wh(text, size)
    taken = [(round(12 * size), round(12 * size), width, height)]
    _draw_plate(image_bgr, taken[0], text, size)
    size = max(0.4, side_px * _LABEL_SHARE)
    for reading in result.hands:
        text = _label(reading)
        box = _label_box(reading, _plate_wh(text, size), result.resolution_wh, taken)
        taken.append(box)
        _draw_plate(image_bgr, box, text, size)
    return image_bgr


def _draw_skeleton(image_bgr: UInt8Array, reading: HandReading, unit: float) -> None:
    """Draw a hand's bones, one colour per finger, with a dark outline for bright backgrounds, and its joints."""
    points = np.round(reading.hand.landmarks_px[:, :2] * 2**_SUBPIXEL_BITS).astype(np.int32)
    chains = [(PALM, PALM_RGB), *((chain, FINGER_RGB[name]) for name, chain in FINGERS)]
    lines = [(points[list(chain)].reshape(-1, 1, 2), (blue, green, red)) for chain, (red, green, blue) in chains]
    for line, _colour in lines:
        _polyline(image_bgr, line, _OUTLINE_BGR, round(unit * 2))
    for line, colour in lines:
        _polyline(image_bgr, line, colour, round(unit))
    for name, chain in FINGERS:
        red, green, blue = FINGER_RGB[name]
        for index in chain:
            centre = (int(points[index][0]), int(points[index][1]))
            _disc(image_bgr, centre, unit * 1.5, _OUTLINE_BGR)
            _disc(image_bgr, centre, unit * 1.15, (blue, green, red))


def _disc(image_bgr: UInt8Array, centre: tuple[int, int], radius_px: float, colour_bgr: tuple[int, int, int]) -> None:
    radius = round(radius_px * 2**_SUBPIXEL_BITS)
    cv2.circle(image_bgr, centre, radius, colour_bgr, cv2.FILLED, cv2.LINE_AA, _SUBPIXEL_BITS)


def _polyline(
    image_bgr: UInt8Array, line: npt.NDArray[np.int32], colour_bgr: tuple[int, int, int], thickness_px: int
) -> None:
    cv2.polylines(image_bgr, [line], False, colour_bgr, max(1, thickness_px), cv2.LINE_AA, _SUBPIXEL_BITS)


def _label(reading: HandReading) -> str:
    """The hand's gesture, with its probability among the gestures: averaged over time, as in the window."""
    title = gesture_title(reading.stable_gesture)
    if reading.stable_gesture == NONE:
        return title
    gestures = reading.basis.labels.gestures
    share = reading.basis.among(gestures).get(reading.stable_gesture, 0.0)
    return f"{title}  {min(round(share * 100), 99 if share < 1 else 100)} %"


def _plate_wh(text: str, size: float) -> tuple[int, int]:
    (width, height), baseline = cv2.getTextSize(text, _FONT, size, _stroke_px(size))
    pad = round(10 * size)
    return width + 2 * pad, height + baseline + 2 * pad


def _label_box(
    reading: HandReading, plate_wh: tuple[int, int], resolution_wh: tuple[int, int], taken: Sequence[Box]
) -> Box:
    """First free place in the frame: above the hand, below it, then from the top down, as in the window."""
    left, top, right, bottom = reading.hand.box_xyxy_px
    width, height = plate_wh
    gap = round(height * 0.45)
    x = max(0, min(round((left + right - width) / 2), resolution_wh[0] - width))
    lowest = max(0, resolution_wh[1] - height)
    wanted = [round(top) - gap - height] if top - gap - height >= 0 else []
    wanted += [round(bottom) + gap, *range(0, lowest + 1, height + gap // 2)]
    candidates = [(x, max(0, min(y, lowest)), width, height) for y in wanted]
    return next((box for box in candidates if not any(_overlap(box, other) for other in taken)), candidates[0])


def _overlap(one: Box, other: Box) -> bool:
    return all(one[i] < other[i] + other[i + 2] and other[i] < one[i] + one[i + 2] for i in (0, 1))


def _draw_plate(image_bgr: UInt8Array, box: Box, text: str, size: float) -> None:
    """Draw a dark plate with round corners, partly transparent, and the text on it."""
    left, top, width, height = box
    region = image_bgr[top : top + height, left : left + width]
    if not region.size:
        return
    mask = np.zeros((height, width), np.uint8)
    radius = min(round(10 * size), width // 2, height // 2)
    cv2.rectangle(mask, (radius, 0), (width - radius - 1, height - 1), (255,), cv2.FILLED)
    cv2.rectangle(mask, (0, radius), (width - 1, height - radius - 1), (255,), cv2.FILLED)
    for x in (radius, width - radius - 1):
        for y in (radius, height - radius - 1):
            cv2.circle(mask, (x, y), radius, (255,), cv2.FILLED, cv2.LINE_AA)
    opacity = (mask[: region.shape[0], : region.shape[1], None] / 255.0) * _PLATE_OPACITY
    region[:] = np.round(region * (1 - opacity) + np.array(_PLATE_RGB[::-1]) * opacity)
    baseline = cv2.getTextSize(text, _FONT, size, _stroke_px(size))[1]
    pad = round(10 * size)
    place = (left + pad, top + height - pad - baseline)
    cv2.putText(image_bgr, text, place, _FONT, size, _TEXT_RGB[::-1], _stroke_px(size), cv2.LINE_AA)


def _stroke_px(size: float) -> int:
    return max(1, round(1.2 * size))
