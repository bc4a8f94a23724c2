"""Image of a hand at the moment its throw was locked."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from gesture_app.domain.frames.frame import Frame, FrameResult
from gesture_app.gui.widgets.frame_image import frame_to_image
from gesture_app.gui.widgets.live_reading import hand_size_px

_MARGIN = 1.45
"""Side of the crop, in sizes of the hand."""


def throw_image(frame: Frame, result: FrameResult, half: int | None) -> QImage:
    """Crop a square around the largest hand, as captured; around the centre of the frame if there is no hand.

    Args:
        frame: The newest frame.
        result: The newest result.
        half: 0 or 1 takes the largest hand in the left or right half of the frame, None the largest of all.
    """
    image = frame_to_image(frame)
    width, height = result.resolution_wh
    hands = [r for r in result.hands if half is None or (r.hand.center_px[0] >= width / 2) == bool(half)]
    side, x, y = float(min(width, height)), width / 2, height / 2
    if hands:
        hand = max(hands, key=hand_size_px)
        x, y = hand.hand.center_px
        side = min(side, hand_size_px(hand) * _MARGIN)
    left = min(max(0.0, x - side / 2), width - side)
    top = min(max(0.0, y - side / 2), height - side)
    return image.copy(QRect(round(left), round(top), round(side), round(side)))
