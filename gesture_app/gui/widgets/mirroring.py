"""Places in painted widgets, mirrored for languages that are written from right to left."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtWidgets import QWidget


def mirrored(rect: QRectF, widget: QWidget) -> QRectF:
    """A rectangle of a widget that is painted from left to right, at its place in the widget's layout direction."""
    if widget.layoutDirection() is Qt.LayoutDirection.LeftToRight:
        return rect
    return QRectF(widget.width() - rect.right(), rect.top(), rect.width(), rect.height())


def mirrored_point(point: QPointF, widget: QWidget) -> QPointF:
    """A point of a widget that is painted from left to right, at its place in the widget's layout direction."""
    if widget.layoutDirection() is Qt.LayoutDirection.LeftToRight:
        return point
    return QPointF(widget.width() - point.x(), point.y())
