"""Paints the icon of a label: its drawing, a picture of the user's hand, its emoji or first letter."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from gesture_app.domain.samples.labels import BUILT_IN_LABELS, SampleLabel
from gesture_app.gui.widgets.icons import IconSet

_UNSEEN = "\ufe0e\ufe0f\u200d"
"""Variation selectors and joiner of emojis, for which fonts have no glyphs."""


def can_show(text: str, font: QFont) -> bool:
    """Whether the font has a glyph for every character of a text; some systems come without emojis."""
    metrics = QFontMetrics(font)
    return all(metrics.inFontUcs4(ord(character)) for character in text if character not in _UNSEEN)


def paint_label_icon(
    painter: QPainter, rect: QRectF, label: SampleLabel, icons: IconSet, color: QColor, font: QFont
) -> None:
    """Paint the icon of a label into a rectangle, as large as fits.

    Args:
        painter: Paints in the widget's coordinates.
        rect: The rectangle.
        label: The label.
        icons: Drawings of the built-in gestures.
        color: Colour of drawings and letters; emojis have their own.
        font: The font of letters and emojis; its size does not matter.
    """
    if BUILT_IN_LABELS.get(label.slug) is not None:
        icons.paint(painter, f"gestures/{label.slug}", rect, color.name())
        return
    picture = None if icons.own is None else icons.own.picture(label)
    if picture is not None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(rect, picture)
        painter.restore()
        return
    icon = label.icon if can_show(label.icon, font) else ""
    text = icon or label.name[:1].upper()
    font = QFont(font)
    font.setBold(not icon)
    font.setPixelSize(max(6, round(rect.height() * (0.72 if len(text) <= 2 else 0.72 * 2 / len(text)))))
    painter.save()
    painter.setFont(font)
    if not icon:
        ring = QColor(color)
        painter.setPen(ring)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(rect.adjusted(1, 1, -1, -1))
        font.setPixelSize(max(6, round(rect.height() * 0.55)))
        painter.setFont(font)
    painter.setPen(color)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
