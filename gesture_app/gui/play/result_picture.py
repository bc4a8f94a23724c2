"""The picture of a decided round, to be kept."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QImage, QPainter, QTransform

from gesture_app.domain.frames.frame import Frame
from gesture_app.gui.widgets.frame_image import frame_to_image
from gesture_app.gui.widgets.painting import WordPainter, fitted, font_of_height, paint_shade
from gesture_app.gui.widgets.theme import VIDEO_ACCENT

_TITLE_SHARE = 0.13
_DETAIL_SHARE = 0.065
_WIDTH_SHARE = 0.92


def result_picture(frame: Frame, title: str, detail: str, font: QFont, *, is_mirrored: bool) -> QImage:
    """The frame with the result of the round below.

    Args:
        frame: The frame in which the throw was read.
        title: The winner.
        detail: The reason and the score.
        font: The font of the texts.
        is_mirrored: Whether the view is mirrored; the texts never are.
    """
    picture = frame_to_image(frame)
    if is_mirrored:
        picture = picture.transformed(QTransform().scale(-1, 1))
    area = QRectF(picture.rect())
    painter = QPainter(picture)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    shade = QRectF(area)
    shade.setTop(area.bottom() - area.height() * (_TITLE_SHARE + _DETAIL_SHARE) * 1.9)
    paint_shade(painter, shade, strength=225)
    words = WordPainter()
    y = area.bottom() - area.height() * 0.02
    for text, share, color in ((detail, _DETAIL_SHARE, "white"), (title, _TITLE_SHARE, VIDEO_ACCENT)):
        height = area.height() * share
        fitting = fitted(font_of_height(font, height), text, area.width() * _WIDTH_SHARE)
        words.paint(painter, QPointF(area.center().x(), y - height / 2), text, fitting, color=color)
        y -= height
    painter.end()
    return picture
