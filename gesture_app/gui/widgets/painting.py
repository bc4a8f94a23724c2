"""Paints large words and text plates over video."""

from __future__ import annotations

import math

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
)

from gesture_app.gui.widgets.theme import VIDEO_PLATE, VIDEO_TEXT

_POP = QEasingCurve(QEasingCurve.Type.OutBack)
_POP_FROM = 0.55
_MOST_WORDS = 16
_EDGE = QColor(0, 0, 0, 190)


def pop_scale(elapsed_s: float, length_s: float) -> float:
    """Scale of a pop-up animation: rises from 0.55, overshoots, ends at 1."""
    share = min(1.0, max(0.0, elapsed_s / length_s))
    return _POP_FROM + (1 - _POP_FROM) * float(_POP.valueForProgress(share))


def enlarged(font: QFont, factor: float) -> QFont:
    """The font enlarged by a factor, in bold."""
    font = QFont(font)
    font.setPointSizeF(font.pointSizeF() * factor)
    font.setBold(True)
    return font


def font_of_height(font: QFont, height_px: float, *, bold: bool = True) -> QFont:
    """The font with a line height of ``height_px`` pixels."""
    font = QFont(font)
    font.setBold(bold)
    font.setPixelSize(max(8, round(height_px * 0.8)))
    return font


def fitted(font: QFont, text: str, width_px: float) -> QFont:
    """The font, shrunk if needed so that the text fits on one line."""
    advance = QFontMetricsF(font).horizontalAdvance(text)
    if advance <= width_px or advance == 0:
        return font
    font = QFont(font)
    font.setPixelSize(max(8, int(font.pixelSize() * width_px / advance)))
    return font


def broken(text: str, font: QFont, width_px: float, least_px: float) -> list[str]:
    """Split the text into two lines if its font on one line would be smaller than ``least_px`` pixels."""
    spaces = [index for index, letter in enumerate(text) if letter == " "]
    if not spaces or fitted(font, text, width_px).pixelSize() >= least_px:
        return [text]
    middle = min(spaces, key=lambda index: abs(index - len(text) / 2))
    return [text[:middle], text[middle + 1 :]]


def paint_shade(painter: QPainter, rect: QRectF, *, strength: int = 205) -> None:
    """Paint a gradient that darkens towards the lower edge, as a background for text."""
    shade = QLinearGradient(rect.topLeft(), rect.bottomLeft())
    shade.setColorAt(0.0, QColor(0, 0, 0, 0))
    shade.setColorAt(0.45, QColor(0, 0, 0, round(strength * 0.7)))
    shade.setColorAt(1.0, QColor(0, 0, 0, strength))
    painter.fillRect(rect, shade)


class WordPainter:
    """Paints large words with a dark outline.

    Outlines of large letters take milliseconds, so the words used last are cached as pixmaps.
    """

    def __init__(self) -> None:
        self._pixmaps: dict[tuple[str, str, str, float], QPixmap] = {}

    def paint(
        self, painter: QPainter, center: QPointF, text: str, font: QFont, *, color: str = VIDEO_TEXT, scale: float = 1.0
    ) -> None:
        """Paint one line around a point."""
        if not text:
            return
        ratio = painter.device().devicePixelRatioF()
        key = (text, font.toString(), color, ratio)
        if key not in self._pixmaps:
            while len(self._pixmaps) >= _MOST_WORDS:
                del self._pixmaps[next(iter(self._pixmaps))]
            self._pixmaps[key] = _word_pixmap(text, font, color, ratio)
        pixmap = self._pixmaps[key]
        size = pixmap.deviceIndependentSize() * scale
        target = QRectF(QPointF(0, 0), size)
        target.moveCenter(center)
        painter.drawPixmap(target, pixmap, QRectF(pixmap.rect()))


def _word_pixmap(text: str, font: QFont, color: str, ratio: float) -> QPixmap:
    metrics = QFontMetricsF(font)
    edge = metrics.height() * 0.075
    width, height = metrics.horizontalAdvance(text) + 4 * edge, metrics.height() + 2 * edge
    pixmap = QPixmap(math.ceil(width * ratio), math.ceil(height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addText(2 * edge, edge + metrics.ascent(), font, text)
    pen = QPen(_EDGE, edge)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, pen)
    painter.fillPath(path, QColor(color))
    painter.end()
    return pixmap


def paint_plate(
    painter: QPainter, center: QPointF, text: str, font: QFont, *, color: str = VIDEO_TEXT, within: QRectF
) -> QRectF:
    """Paint a line of text on a dark plate around a point, moved to stay inside ``within``. Returns the plate."""
    font = fitted(font, text, within.width() - QFontMetricsF(font).height() * 2)
    metrics = QFontMetricsF(font)
    pad = metrics.height() * 0.45
    plate = QRectF(0, 0, metrics.horizontalAdvance(text) + 2 * pad, metrics.height() + pad)
    plate.moveCenter(center)
    plate.moveLeft(max(within.left() + pad, min(plate.left(), within.right() - pad - plate.width())))
    background = QColor(VIDEO_PLATE)
    background.setAlpha(215)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(background)
    painter.drawRoundedRect(plate, plate.height() / 2, plate.height() / 2)
    painter.setPen(QColor(color))
    painter.setFont(font)
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)
    return plate
