"""Large words and fading plates over the picture."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
)

from gesture_app.gui.theme import VIDEO_PLATE, VIDEO_TEXT

_POP = QEasingCurve(QEasingCurve.Type.OutBack)
_POP_FROM = 0.55
_EDGE = QColor(0, 0, 0, 190)


def pop_scale(elapsed_s: float, length_s: float) -> float:
    """How large something is while it pops up: small, a little too large, then 1."""
    share = min(1.0, max(0.0, elapsed_s / length_s))
    return _POP_FROM + (1 - _POP_FROM) * float(_POP.valueForProgress(share))


def enlarged(font: QFont, factor: float) -> QFont:
    """The same font, larger and in bold."""
    font = QFont(font)
    font.setPointSizeF(font.pointSizeF() * factor)
    font.setBold(True)
    return font


def font_of_height(font: QFont, height_px: float, *, bold: bool = True) -> QFont:
    """The same font with lines of this height."""
    font = QFont(font)
    font.setBold(bold)
    font.setPixelSize(max(8, round(height_px * 0.8)))
    return font


def fitted(font: QFont, text: str, width_px: float) -> QFont:
    """The font, or a smaller one with which the text fits on one line."""
    advance = QFontMetricsF(font).horizontalAdvance(text)
    if advance <= width_px or advance == 0:
        return font
    font = QFont(font)
    font.setPixelSize(max(8, int(font.pixelSize() * width_px / advance)))
    return font


def paint_shade(painter: QPainter, rect: QRectF, *, strength: int = 205) -> None:
    """Darken towards the lower edge, so that text is readable on any picture."""
    shade = QLinearGradient(rect.topLeft(), rect.bottomLeft())
    shade.setColorAt(0.0, QColor(0, 0, 0, 0))
    shade.setColorAt(0.45, QColor(0, 0, 0, round(strength * 0.7)))
    shade.setColorAt(1.0, QColor(0, 0, 0, strength))
    painter.fillRect(rect, shade)


def paint_word(
    painter: QPainter, center: QPointF, text: str, font: QFont, *, color: str = VIDEO_TEXT, scale: float = 1.0
) -> None:
    """One line around a point, with a dark edge that shows on any picture."""
    metrics = QFontMetricsF(font)
    path = QPainterPath()
    path.addText(-metrics.horizontalAdvance(text) / 2, (metrics.ascent() - metrics.descent()) / 2, font, text)
    painter.save()
    painter.translate(center)
    painter.scale(scale, scale)
    pen = QPen(_EDGE, metrics.height() * 0.075)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, pen)
    painter.fillPath(path, QColor(color))
    painter.restore()


def paint_plate(
    painter: QPainter, center: QPointF, text: str, font: QFont, *, color: str = VIDEO_TEXT, within: QRectF
) -> QRectF:
    """A line on a dark plate around a point, moved where it would leave ``within``. Returns the plate."""
    metrics = QFontMetricsF(font)
    pad = metrics.height() * 0.45
    text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, within.width() - 4 * pad)
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
