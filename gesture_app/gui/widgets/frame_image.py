"""Frames as pictures Qt can paint."""

from __future__ import annotations

from PySide6.QtGui import QImage

from gesture_app.domain.frames.frame import Frame


def frame_to_image(frame: Frame) -> QImage:
    """A picture of its own: it stays valid when the frame's array is gone.

    Args:
        frame: ``image_bgr`` is ``(height, width, 3)`` uint8, BGR; a part of a larger array will do.
    """
    width, height = frame.resolution_wh
    image = frame.image_bgr if frame.image_bgr.flags.c_contiguous else frame.image_bgr.copy()
    view = QImage(image.data, width, height, image.strides[0], QImage.Format.Format_BGR888)
    # The conversion copies; RGB32 is what the painter scales fastest.
    return view.convertToFormat(QImage.Format.Format_RGB32)
