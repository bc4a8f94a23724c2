"""Image of one hand, cut out of a frame."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QTransform

from gesture_app.domain.frames.frame import Frame, Hand
from gesture_app.gui.widgets.frame_image import frame_to_image

_MARGIN = 1.45
"""Side of the image, in extents of the hand."""


def hand_image(frame: Frame, hand: Hand | None, *, is_mirrored: bool = False) -> QImage:
    """A square around a hand; around the centre of the frame if there is no hand.

    Args:
        frame: The frame.
        hand: A hand in it, or None.
        is_mirrored: Whether to mirror the image; frames never are.
    """
    width, height = frame.resolution_wh
    side, x, y = float(min(width, height)), width / 2, height / 2
    if hand is not None:
        left, top, right, bottom = hand.box_xyxy_px
        x, y = hand.center_px
        side = min(side, max(right - left, bottom - top) * _MARGIN)
    corner = min(max(0.0, x - side / 2), width - side), min(max(0.0, y - side / 2), height - side)
    image = frame_to_image(frame).copy(QRect(round(corner[0]), round(corner[1]), round(side), round(side)))
    return image.transformed(QTransform().scale(-1, 1)) if is_mirrored else image
