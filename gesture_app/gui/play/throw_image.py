"""Image of a hand at the moment its throw was locked."""

from __future__ import annotations

import math

from PySide6.QtGui import QImage

from gesture_app.domain.frames.frame import Frame, FrameResult, Hand
from gesture_app.domain.game.throws import SeenHand
from gesture_app.gui.widgets.hand_image import hand_image


def throw_image(frame: Frame, result: FrameResult, place: SeenHand | None) -> QImage:
    """Crop a square around a hand, as captured; around the centre of the frame if there is no hand.

    Args:
        frame: The newest frame.
        result: The newest result.
        place: Where the hand was last seen; None takes the largest of all.
    """
    hands = [reading.hand for reading in result.hands]
    if place is None:
        return hand_image(frame, max(hands, key=lambda hand: hand.size_px, default=None))
    width_px = result.resolution_wh[0]
    return hand_image(frame, min(hands, key=lambda hand: distance_px(hand, place, width_px), default=None))


def distance_px(hand: Hand, place: SeenHand, width_px: int) -> float:
    """Distance of a hand from where one was seen.

    Args:
        hand: The hand.
        place: Where one was seen.
        width_px: Width of the frame.
    """
    return math.dist(hand.center_px, (place.center_x * width_px, place.center_y * width_px))
