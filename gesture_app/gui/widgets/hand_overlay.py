"""Draws hands and what they were read as over the picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from gesture_app.domain.frames.frame import Hand, HandReading
from gesture_app.domain.frames.gestures import NONE
from gesture_app.domain.frames.hand_topology import FINGERS, PALM
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.live_reading import confidence, gesture_title, percent
from gesture_app.gui.widgets.theme import FINGER_COLORS, PALM_COLOR, VIDEO_PLATE, VIDEO_TEXT

ToView = Callable[[float, float], QPointF]
"""From pixels of the frame to the view. Knows of the mirror, so text drawn at its results is never mirrored."""

_OUTLINE = QColor(0, 0, 0, 170)


def draw_skeleton(painter: QPainter, hand: Hand, to_view: ToView, unit: float) -> None:
    """The hand's bones, one colour a finger, with a dark edge that shows on every background.

    Args:
        painter: Paints in the view's coordinates.
        hand: Landmarks in pixels of the frame.
        to_view: Where they are in the view.
        unit: Width of a bone in the view.
    """
    points = [to_view(float(x), float(y)) for x, y, _z in hand.landmarks_px]
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


def draw_labels(
    painter: QPainter, readings: Sequence[HandReading], to_view: ToView, *, picture: QRectF, font: QFont, icons: IconSet
) -> list[QRectF]:
    """Each hand's gesture and confidence above it, or wherever there is room near it.

    Args:
        painter: Paints in the view's coordinates.
        readings: What the hands were read as.
        to_view: From pixels of the frame to the view.
        picture: Where the picture is in the view; the labels stay inside, and off each other.
        font: The labels' font.
        icons: The gestures' drawings.

    Returns:
        Where the labels were drawn.
    """
    metrics = QFontMetricsF(font)
    line, pad = metrics.height(), metrics.height() * 0.35
    plates: list[QRectF] = []
    for reading in readings:
        text = gesture_title(reading.stable_gesture)
        if reading.stable_gesture != NONE:
            text = f"{text}  {percent(confidence(reading))}"
        size = QSizeF(line + metrics.horizontalAdvance(text) + 3 * pad, line + 1.2 * pad)
        plate = _place(_box_in_view(reading, to_view), size, picture, plates)
        plates.append(plate)
        _draw_plate(painter, plate, pad)
        icon = QRectF(plate.left() + pad, plate.center().y() - line / 2, line, line)
        icons.paint(painter, f"gestures/{reading.stable_gesture}", icon, VIDEO_TEXT)
        painter.setFont(font)
        painter.setPen(QColor(VIDEO_TEXT))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(plate.adjusted(2 * pad + line, 0, 0, 0), flags, text)
    return plates


def _draw_plate(painter: QPainter, plate: QRectF, radius: float) -> None:
    color = QColor(VIDEO_PLATE)
    color.setAlpha(215)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRoundedRect(plate, radius, radius)


def _pen(color: QColor, width: float) -> QPen:
    return QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _box_in_view(reading: HandReading, to_view: ToView) -> QRectF:
    left, top, right, bottom = reading.hand.box_xyxy_px
    return QRectF(to_view(left, top), to_view(right, bottom)).normalized()


def _place(box: QRectF, size: QSizeF, picture: QRectF, taken: Sequence[QRectF]) -> QRectF:
    """Above the hand, else below it, else further down: the first place in the picture that is free."""
    gap = size.height() * 0.45
    x = max(picture.left(), min(box.center().x() - size.width() / 2, picture.right() - size.width()))
    lowest = picture.bottom() - size.height()
    step = size.height() + gap / 2
    above, below = box.top() - gap - size.height(), box.bottom() + gap
    wanted = [above] if above >= picture.top() else []
    wanted += [below, *(picture.top() + row * step for row in range(int(picture.height() / step)))]
    places = [QRectF(QPointF(x, max(picture.top(), min(y, lowest))), size) for y in wanted]
    free = (place for place in places if not any(place.intersects(other) for other in taken))
    return next(free, places[0])
