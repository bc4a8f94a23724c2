"""Converts frames to Qt images."""

from __future__ import annotations

from PySide6.QtGui import QImage

from gesture_app.domain.frames.frame import Frame


def frame_to_image(frame: Frame) -> QImage:
    """Copy a frame into a QImage, RGB32.

    Args:
        frame: ``image_bgr`` is ``(height, width, 3)`` uint8, BGR, contiguous or not.
    """
    width, height = frame.resolution_wh
    image = frame.image_bgr if frame.image_bgr.flags.c_contiguous else frame.image_bgr.copy()
    view = QImage(image.data, width, height, image.strides[0], QImage.Format.Format_BGR888)
    # The conversion copies; the painter scales RGB32 fastest.
    return view.convertToFormat(QImage.Format.Format_RGB32)
