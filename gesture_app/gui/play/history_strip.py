"""The rounds of a match as a strip of throws."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gesture_app.gui.translation import tr, translated
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.mirroring import mirrored
from gesture_app.gui.widgets.painted_widget import PaintedWidget
from gesture_app.gui.widgets.painting import font_of_height
from gesture_app.gui.widgets.theme import Theme


@dataclass(frozen=True)
class ThrowPair:
    """The throws of one round, in the order of the view.

    Attributes:
        left: The throw on the left.
        right: The throw on the right.
        winner: 0 if the left one won, 1 if the right one did; None for a draw.
        reason: The rule that decided, in words.
    """

    left: str
    right: str
    winner: int | None
    reason: str


class HistoryStrip(PaintedWidget):
    """The newest rounds that fit, in reading direction. A bar lies under the winning throw."""

    def __init__(self, icons: IconSet, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(icons, theme, parent)
        self.pairs: tuple[ThrowPair, ...] = ()
        self._expected = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Rounds so far"))

    def show_pairs(self, pairs: Sequence[ThrowPair], expected: int = 0) -> None:
        """Show these rounds, oldest first, and empty cells up to the expected number of rounds."""
        if (tuple(pairs), expected) == (self.pairs, self._expected):
            return
        self.pairs = tuple(pairs)
        self._expected = expected
        text = "; ".join(f"{number}: {translated(pair.reason)}" for number, pair in enumerate(self.pairs, 1))
        self.setAccessibleDescription(text)
        self.setToolTip("\n".join(text.split("; ")[-12:]))
        self.update()

    def sizeHint(self) -> QSize:
        """One row of cells."""
        line = self.fontMetrics().height()
        return QSize(line * 20, round(line * 3.3))

    def minimumSizeHint(self) -> QSize:
        """Two cells."""
        return QSize(self.fontMetrics().height() * 8, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the cells that fit."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self.fontMetrics().height()
        width, gap = line * 4.2, line * 0.5
        capacity = int((self.width() + gap) // (width + gap))
        hidden = max(0, len(self.pairs) - capacity)
        if hidden:
            hidden += 1
        left = 0.0
        if hidden:
            self._paint_more(painter, mirrored(QRectF(0, 0, width, self.height()), self), hidden)
            left = width + gap
        for pair in self.pairs[hidden:]:
            self._paint_pair(painter, mirrored(QRectF(left, 0, width, self.height()), self), pair)
            left += width + gap
        for _cell in range(len(self.pairs), min(self._expected, capacity)):
            self._paint_empty(painter, mirrored(QRectF(left, 0, width, self.height()), self))
            left += width + gap
        painter.end()

    def _paint_empty(self, painter: QPainter, cell: QRectF) -> None:
        painter.setPen(QPen(QColor(self._theme.colors.border), 1.0, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _paint_more(self, painter: QPainter, cell: QRectF, hidden: int) -> None:
        painter.setPen(QColor(self._theme.colors.muted))
        painter.setFont(font_of_height(self.font(), self.fontMetrics().height() * 1.1))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, f"+ {hidden}")

    def _paint_pair(self, painter: QPainter, cell: QRectF, pair: ThrowPair) -> None:
        colors = self._theme.colors
        painter.setPen(QColor(colors.border))
        painter.setBrush(QColor(colors.surface))
        painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        line = self.fontMetrics().height()
        side = line * 1.7
        top = cell.top() + (cell.height() - side) / 2 - line * 0.2
        painter.setPen(Qt.PenStyle.NoPen)
        for index, gesture in enumerate((pair.left, pair.right)):
            middle = cell.left() + cell.width() * (0.27 + 0.46 * index)
            is_winner = pair.winner == index
            color = colors.accent if is_winner else colors.muted
            self._icons.paint(painter, f"gestures/{gesture}", QRectF(middle - side / 2, top, side, side), color)
            if is_winner:
                painter.setBrush(QColor(color))
                bar = QRectF(middle - side / 2, cell.bottom() - line * 0.55, side, line * 0.22)
                painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2)
        if pair.winner is None:
            painter.setPen(QColor(colors.muted))
            painter.setFont(font_of_height(self.font(), line * 1.2))
            painter.drawText(cell, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, "=")
