"""The score in large figures."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gesture_app.gui.translation import tr
from gesture_app.gui.widgets.painting import font_of_height
from gesture_app.gui.widgets.theme import Theme


class ScoreBoard(QWidget):
    """Rounds won by each player, and a dot for each round needed to win the match.

    Args:
        theme: The colours in use.
        parent: The widget it lies in.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.score = (0, 0)
        self._needed: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_score(self, score: tuple[int, int], needed: int | None, names: tuple[str, str]) -> None:
        """Show the rounds won.

        Args:
            score: Left and right in the view.
            needed: Rounds that win the match; None for an endless match.
            names: Names of the players, for screen readers.
        """
        self.setAccessibleName(
            tr("Score: {first} {first_score}, {second} {second_score}").format(
                first=names[0], first_score=score[0], second=names[1], second_score=score[1]
            )
        )
        if (score, needed) != (self.score, self._needed):
            self.score, self._needed = score, needed
            self.update()

    def sizeHint(self) -> QSize:
        """Figures three lines high."""
        line = self.fontMetrics().height()
        return QSize(line * 12, round(line * 4.1))

    def minimumSizeHint(self) -> QSize:
        """The same height, and a smaller width."""
        return QSize(self.fontMetrics().height() * 8, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint figures and dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = self._theme.colors
        line = self.fontMetrics().height()
        height = line * 3.2
        painter.setFont(font_of_height(self.font(), height))
        painter.setPen(QColor(colors.muted))
        painter.drawText(QRectF(0, 0, self.width(), height), Qt.AlignmentFlag.AlignCenter, ":")
        for index, points in enumerate(self.score):
            half = QRectF(index * self.width() / 2, 0, self.width() / 2, height)
            painter.setFont(font_of_height(self.font(), height))
            is_ahead = points > self.score[1 - index]
            painter.setPen(QColor(colors.accent if is_ahead else colors.text))
            painter.drawText(half, Qt.AlignmentFlag.AlignCenter, str(points))
            self._paint_dots(painter, QPointF(half.center().x(), line * 3.6), points)
        painter.end()

    def _paint_dots(self, painter: QPainter, center: QPointF, points: int) -> None:
        if self._needed is None:
            return
        colors = self._theme.colors
        radius = self.fontMetrics().height() * 0.26
        step = radius * 3.2
        for index in range(self._needed):
            middle = QPointF(center.x() + (index - (self._needed - 1) / 2) * step, center.y())
            is_won = index < points
            painter.setPen(QPen(QColor(colors.accent if is_won else colors.muted), radius * 0.35))
            painter.setBrush(QColor(colors.accent) if is_won else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, radius, radius)
