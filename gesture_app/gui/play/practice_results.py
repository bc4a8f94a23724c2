"""The results of a practice as bars."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gesture_app.domain.game.practice import PracticeResult
from gesture_app.gui.texts import gesture_name
from gesture_app.gui.translation import tr
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.mirroring import mirrored_point
from gesture_app.gui.widgets.painted_widget import PaintedWidget
from gesture_app.gui.widgets.painting import fitted, font_of_height
from gesture_app.gui.widgets.theme import Theme

_COLUMNS = 10


class PracticeResults(PaintedWidget):
    """Upright bars of points with the gesture below each; an empty one was missed."""

    def __init__(self, icons: IconSet, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(icons, theme, parent)
        self.results: tuple[PracticeResult, ...] = ()
        self.setAccessibleName(tr("Points by gesture"))

    def show_results(self, results: Sequence[PracticeResult]) -> None:
        """Show these results."""
        if tuple(results) != self.results:
            self.results = tuple(results)
            self.setAccessibleDescription(", ".join(f"{gesture_name(r.gesture)} {r.points}" for r in results))
            self.update()

    def sizeHint(self) -> QSize:
        """Wider than high."""
        line = self.fontMetrics().height()
        return QSize(line * 14, line * 8)

    def minimumSizeHint(self) -> QSize:
        """A row of icons and short bars."""
        line = self.fontMetrics().height()
        return QSize(line * 10, line * 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bars."""
        colors = self._theme.colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self.fontMetrics().height()
        column = self.width() / _COLUMNS
        side = min(line * 1.6, column * 0.85)
        low, high = self.height() - side - line * 0.4, line * 1.3
        painter.setPen(Qt.PenStyle.NoPen)
        for index in range(_COLUMNS):
            middle = mirrored_point(QPointF((index + 0.5) * column, 0), self).x()
            bar = QRectF(middle - column * 0.3, high, column * 0.6, low - high)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.raised))
            painter.drawRoundedRect(bar, 4, 4)
            if index >= len(self.results):
                continue
            result = self.results[index]
            top = low - (low - high) * result.points / 100
            painter.setBrush(QColor(colors.accent))
            painter.drawRoundedRect(QRectF(bar.left(), top, bar.width(), low - top), 4, 4)
            painter.setPen(QColor(colors.text))
            painter.setFont(fitted(font_of_height(self.font(), line, bold=False), "100", column * 0.8))
            value = QRectF(middle - column, top - line * 1.15, column * 2, line)
            painter.drawText(value, Qt.AlignmentFlag.AlignCenter, str(result.points) if result.points else "-")
            icon = QRectF(middle - side / 2, self.height() - side, side, side)
            self._icons.paint(painter, f"gestures/{result.gesture}", icon, colors.muted)
        painter.end()
