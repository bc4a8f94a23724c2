"""Draws hands and what they were read as over the picture."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from gesture_app.domain.frames import HandReading
from gesture_app.domain.gestures import NONE
from gesture_app.domain.hand_topology import FINGERS, PALM
from gesture_app.gui.icons import IconSet
from gesture_app.gui.live_reading import confidence, gesture_title, percent
from gesture_app.gui.theme import FINGER_COLORS, PALM_COLOR, VIDEO_PLATE, VIDEO_TEXT

ToView = Callable[[float, float], QPointF]
"""From pixels of the frame to the view. Knows of the mirror, so text drawn at its results is never mirrored."""

_OUTLINE = QColor(0, 0, 0, 170)


def draw_skeleton(painter: QPainter, reading: HandReading, to_view: ToView, unit: float) -> None:
    """The hand's bones, one colour a finger, with a dark edge that shows on every background.

    Args:
        painter: Paints in the view's coordinates.
        reading: Landmarks in pixels of the frame.
        to_view: Where they are in the view.
        unit: Width of a bone in the view.
    """
    points = [to_view(float(x), float(y)) for x, y, _z in reading.hand.landmarks_px]
    chains = [(PALM, PALM_COLOR), *((chain, FINGER_COLORS[name]) for name, chain in FINGERS)]
    lines = [(QPolygonF([points[i] for i in chain]), QColor(color)) for chain, color in chains]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line, _color in lines:
        painter.setPen(_pen(_OUTLINE, unit * 2.0))
        painter.drawPolyline(line)
    for line, color in lines:
        painter.setPen(_pen(color, unit))
        painter.drawPolyline(line)
    painter.setPen(QPen(_OUTLINE, unit * 0.4))
    for name, chain in FINGERS:
        painter.setBrush(QColor(FINGER_COLORS[name]))
        for index in chain:
            painter.drawEllipse(points[index], unit * 1.15, unit * 1.15)


def draw_label(
    painter: QPainter, reading: HandReading, to_view: ToView, *, picture: QRectF, font: QFont, icons: IconSet
) -> QRectF:
    """The gesture and its confidence above the hand, or wherever there is room near it.

    Args:
        painter: Paints in the view's coordinates.
        reading: What the hand was read as.
        to_view: From pixels of the frame to the view.
        picture: Where the picture is in the view; the label stays inside.
        font: The label's font.
        icons: The gestures' drawings.

    Returns:
        Where the label was drawn.
    """
    text = gesture_title(reading.stable_gesture)
    if reading.stable_gesture != NONE:
        text = f"{text}  {percent(confidence(reading))}"
    metrics = QFontMetricsF(font)
    pad = metrics.height() * 0.35
    icon_side = metrics.height()
    width = icon_side + metrics.horizontalAdvance(text) + 3 * pad
    plate = _place(_box_in_view(reading, to_view), width, metrics.height() + 1.2 * pad, picture)
    painter.setPen(Qt.PenStyle.NoPen)
    color = QColor(VIDEO_PLATE)
    color.setAlpha(215)
    painter.setBrush(color)
    painter.drawRoundedRect(plate, pad, pad)
    icon_rect = QRectF(plate.left() + pad, plate.center().y() - icon_side / 2, icon_side, icon_side)
    icons.paint(painter, f"gestures/{reading.stable_gesture}", icon_rect, VIDEO_TEXT)
    painter.setFont(font)
    painter.setPen(QColor(VIDEO_TEXT))
    painter.drawText(
        plate.adjusted(2 * pad + icon_side, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text
    )
    return plate


def _pen(color: QColor, width: float) -> QPen:
    return QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _box_in_view(reading: HandReading, to_view: ToView) -> QRectF:
    left, top, right, bottom = reading.hand.box_xyxy_px
    return QRectF(to_view(left, top), to_view(right, bottom)).normalized()


def _place(box: QRectF, width: float, height: float, picture: QRectF) -> QRectF:
    """Above the hand where there is room, else below it, and always inside the picture."""
    gap = height * 0.45
    y = box.top() - gap - height
    if y < picture.top():
        y = box.bottom() + gap
    y = max(picture.top(), min(y, picture.bottom() - height))
    x = box.center().x() - width / 2
    x = max(picture.left(), min(x, picture.right() - width))
    return QRectF(x, y, width, height)
