"""Draws hand skeletons and gesture labels over a frame."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from gesture_app.domain.frames.frame import Hand, HandReading
from gesture_app.domain.frames.gestures import NONE
from gesture_app.domain.frames.hand_topology import FINGERS, PALM
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.live_reading import answer, confidence, percent, reading_title
from gesture_app.gui.widgets.theme import FINGER_COLORS, PALM_COLOR, VIDEO_PLATE, VIDEO_TEXT

ToView = Callable[[float, float], QPointF]
"""Maps pixel coordinates of the frame to the view, mirrored if the view is."""

_OUTLINE = QColor(0, 0, 0, 170)


def draw_skeleton(painter: QPainter, hand: Hand, to_view: ToView, unit: float) -> None:
    """Draw a hand's bones, one colour per finger, with a dark outline for bright backgrounds.

    Args:
        painter: Paints in the view's coordinates.
        hand: The hand; landmarks in pixels of the frame.
        to_view: Maps frame pixels to the view.
        unit: Width of a bone in view pixels.
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
    painter: QPainter,
    readings: Sequence[HandReading],
    to_view: ToView,
    *,
    image_rect: QRectF,
    font: QFont,
    icons: IconSet,
) -> list[QRectF]:
    """Draw each hand's gesture and confidence next to it.

    Args:
        painter: Paints in the view's coordinates.
        readings: Hands with their predictions.
        to_view: Maps frame pixels to the view.
        image_rect: Area of the frame in the view; labels stay inside it and do not overlap.
        font: Font of the labels.
        icons: Icons of the gestures.

    Returns:
        Rectangles of the labels in the view.
    """
    metrics = QFontMetricsF(font)
    line, pad = metrics.height(), metrics.height() * 0.35
    plates: list[QRectF] = []
    for reading in readings:
        text = reading_title(reading)
        gesture = answer(reading)
        if gesture != NONE:
            text = f"{text}  {percent(confidence(reading))}"
        size = QSizeF(line + metrics.horizontalAdvance(text) + 3 * pad, line + 1.2 * pad)
        plate = _label_rect(_box_in_view(reading, to_view), size, image_rect, plates)
        plates.append(plate)
        _draw_plate(painter, plate, pad)
        icon = QRectF(plate.left() + pad, plate.center().y() - line / 2, line, line)
        icons.paint(painter, f"gestures/{gesture}", icon, VIDEO_TEXT)
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


def _label_rect(box: QRectF, size: QSizeF, image_rect: QRectF, taken: Sequence[QRectF]) -> QRectF:
    """First free position in the frame: above the hand, below it, then from the top down."""
    gap = size.height() * 0.45
    x = max(image_rect.left(), min(box.center().x() - size.width() / 2, image_rect.right() - size.width()))
    lowest = image_rect.bottom() - size.height()
    step = size.height() + gap / 2
    above, below = box.top() - gap - size.height(), box.bottom() + gap
    wanted = [above] if above >= image_rect.top() else []
    wanted += [below, *(image_rect.top() + row * step for row in range(int(image_rect.height() / step)))]
    candidates = [QRectF(QPointF(x, max(image_rect.top(), min(y, lowest))), size) for y in wanted]
    free = (rect for rect in candidates if not any(rect.intersects(other) for other in taken))
    return next(free, candidates[0])
