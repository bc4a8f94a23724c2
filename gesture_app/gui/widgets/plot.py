"""Base class of plots in the colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gesture_app.gui.widgets.mirroring import mirrored, mirrored_point
from gesture_app.gui.widgets.theme import Theme


class Plot(QWidget):
    """Base class of plots.

    Args:
        theme: The current colours.
        lines: Height in lines of text.
    """

    def __init__(self, theme: Theme, lines: float) -> None:
        super().__init__()
        self._theme = theme
        self._lines = lines
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    @property
    def line_px(self) -> int:
        """Height of a line of text, in pixels."""
        return self.fontMetrics().height()

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(self.line_px * 20, round(self.line_px * self._lines))

    def minimumSizeHint(self) -> QSize:
        """Narrow, but as high as its lines."""
        return QSize(self.line_px * 12, round(self.line_px * self._lines))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the plot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        self.draw(painter)
        painter.end()

    def draw(self, painter: QPainter) -> None:
        """Paint the plot into the widget, with :meth:`at` and :meth:`at_point` for all places. Text aligns itself."""
        raise NotImplementedError

    def at(self, rect: QRectF) -> QRectF:
        """A rectangle of the plot from left to right, mirrored where one reads from right to left."""
        return mirrored(rect, self)

    def at_point(self, x: float, y: float) -> QPointF:
        """A point of the plot from left to right, mirrored where one reads from right to left."""
        return mirrored_point(QPointF(x, y), self)

    def pen(self, color: str, width: float = 1.0) -> QPen:
        """A line with round ends."""
        return QPen(QColor(color), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
