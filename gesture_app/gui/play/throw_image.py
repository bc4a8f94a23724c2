"""Image of a hand at the moment its throw was locked."""

from __future__ import annotations

from PySide6.QtGui import QImage

from gesture_app.domain.frames.frame import Frame, FrameResult
from gesture_app.gui.widgets.hand_image import hand_image
from gesture_app.gui.widgets.live_reading import hand_size_px


def throw_image(frame: Frame, result: FrameResult, half: int | None) -> QImage:
    """Crop a square around the largest hand, as captured; around the centre of the frame if there is no hand.

    Args:
        frame: The newest frame.
        result: The newest result.
        half: 0 or 1 takes the largest hand in the left or right half of the frame, None the largest of all.
    """
    width = result.resolution_wh[0]
    hands = [r for r in result.hands if half is None or (r.hand.center_px[0] >= width / 2) == bool(half)]
    largest = max(hands, key=hand_size_px, default=None)
    return hand_image(frame, None if largest is None else largest.hand)
