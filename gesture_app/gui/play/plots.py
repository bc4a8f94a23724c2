"""Plots of the statistics in the colours of the theme."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from gesture_app.gui.play.opponent_face import paint_face
from gesture_app.gui.play.statistics_series import Bar, ShareRow
from gesture_app.gui.translation import tr
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.plot import Plot
from gesture_app.gui.widgets.theme import Theme

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RatePlot(Plot):
    """A rate over time, with a line at one half."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, 9)
        self.rates: tuple[float, ...] = ()

    def show_rates(self, rates: Sequence[float]) -> None:
        """Show these rates, oldest first."""
        self.rates = tuple(rates)
        self.update()

    def draw(self, painter: QPainter) -> None:
        """Paint axes, the half and the line."""
        colors, line = self._theme.colors, self.line_px
        label = self.fontMetrics().horizontalAdvance("100 %") + line * 0.5
        area = QRectF(label, line * 0.6, self.width() - label - line * 0.4, self.height() - line * 2.2)
        for share in (0.0, 0.5, 1.0):
            y = area.bottom() - share * area.height()
            pen = self.pen(colors.border)
            if share == 0.5:
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawLine(self.at_point(area.left(), y), self.at_point(area.right(), y))
            painter.setPen(QColor(colors.muted))
            text = QRectF(0, y - line / 2, label - line * 0.5, line)
            painter.drawText(self.at(text), _RIGHT, f"{share:.0%}".replace("%", " %"))
        below = QRectF(area.left(), area.bottom() + line * 0.3, area.width(), line)
        painter.drawText(self.at(below), _LEFT, tr("first round"))
        painter.drawText(self.at(below), _RIGHT, tr("{count} decided rounds").format(count=len(self.rates)))
        self._draw_line(painter, area)

    def _draw_line(self, painter: QPainter, area: QRectF) -> None:
        if not self.rates:
            return
        step = area.width() / max(1, len(self.rates) - 1)
        points = [
            self.at_point(area.left() + i * step, area.bottom() - r * area.height()) for i, r in enumerate(self.rates)
        ]
        painter.setPen(self.pen(self._theme.colors.accent, 2.5))
        painter.drawPolyline(QPolygonF(points))
        painter.setBrush(QColor(self._theme.colors.accent))
        painter.drawEllipse(points[-1], 4, 4)


class BarPlot(Plot):
    """Horizontal bars with icon, name and value.

    Args:
        icons: The icons.
        theme: The colours in use.
        rows: The most bars.
    """

    def __init__(self, icons: IconSet, theme: Theme, rows: int) -> None:
        super().__init__(theme, rows * 1.9)
        self._icons = icons
        self._rows = rows
        self.bars: tuple[Bar, ...] = ()

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show these bars, from the top."""
        self.bars = tuple(bars[: self._rows])
        self.setAccessibleDescription(", ".join(f"{bar.name} {bar.text}" for bar in bars))
        self.update()

    def draw(self, painter: QPainter) -> None:
        """Paint the bars."""
        colors, line = self._theme.colors, float(self.line_px)
        metrics = self.fontMetrics()
        height = min(self.height() / self._rows, line * 3.6)
        names = max((metrics.horizontalAdvance(bar.name) for bar in self.bars), default=0)
        values = max((metrics.horizontalAdvance(bar.text) for bar in self.bars), default=0)
        side = line * 1.4
        for index, bar in enumerate(self.bars):
            middle = (index + 0.5) * height
            square = self.at(QRectF(0, middle - side / 2, side, side))
            if bar.opponent:
                paint_face(painter, square, bar.opponent)
            else:
                self._icons.paint(painter, bar.icon, square, colors.text)
            painter.setPen(QColor(colors.text))
            name = QRectF(side + line * 0.5, middle - line / 2, names, line)
            painter.drawText(self.at(name), _LEFT, bar.name)
            value = QRectF(self.width() - values, middle - line / 2, values, line)
            painter.drawText(self.at(value), _RIGHT, bar.text)
            track = QRectF(name.right() + line * 0.7, middle - line * 0.3, 0, line * 0.6)
            track.setRight(value.left() - line * 0.7)
            self._draw_bar(painter, track, bar.value)

    def _draw_bar(self, painter: QPainter, track: QRectF, share: float) -> None:
        colors = self._theme.colors
        radius = track.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.raised))
        painter.drawRoundedRect(self.at(track), radius, radius)
        width = track.width() * share
        if width >= 1:
            painter.setBrush(QColor(colors.accent))
            radius = min(radius, width / 2)
            filled = QRectF(track.left(), track.top(), width, track.height())
            painter.drawRoundedRect(self.at(filled), radius, radius)


class NextThrowTable(Plot):
    """A heat map of fractions: the larger one is, the stronger its cell is coloured.

    Args:
        icons: The icons.
        theme: The colours in use.
    """

    def __init__(self, icons: IconSet, theme: Theme) -> None:
        super().__init__(theme, 10.5)
        self._icons = icons
        self.rows: tuple[ShareRow, ...] = ()
        self._gestures: tuple[str, ...] = ()

    def show_rows(self, rows: Sequence[ShareRow], gestures: Sequence[str]) -> None:
        """Show these rows, from the top, with a column for each gesture."""
        self.rows = tuple(rows)
        self._gestures = tuple(gestures)
        self.setAccessibleDescription("; ".join(f"{row.name}: {row.note}" for row in rows if row.note))
        self.update()

    def draw(self, painter: QPainter) -> None:
        """Paint head and rows."""
        colors, line = self._theme.colors, float(self.line_px)
        notes = [text for row in self.rows for text in (row.name, row.note)]
        names = max((self.fontMetrics().horizontalAdvance(text) for text in notes), default=0) + line
        column = (self.width() - names) / max(1, len(self._gestures))
        head = line * 1.9
        height = min((self.height() - head) / max(1, len(self.rows)), line * 5.0)
        side = line * 1.5
        for index, gesture in enumerate(self._gestures):
            icon = QRectF(names + (index + 0.5) * column - side / 2, 0, side, side)
            self._icons.paint(painter, f"gestures/{gesture}", self.at(icon), colors.text)
        for index, row in enumerate(self.rows):
            top = head + index * height
            painter.setPen(QColor(colors.text))
            painter.drawText(self.at(QRectF(0, top + height / 2 - line, names, line)), _LEFT, row.name)
            painter.setPen(QColor(colors.muted))
            note = self.at(QRectF(0, top + height / 2, names, line))
            painter.drawText(note, _LEFT, row.note or tr("no rounds yet"))
            for column_index, gesture in enumerate(self._gestures):
                cell = QRectF(names + column_index * column, top, column, height).adjusted(2, 2, -2, -2)
                self._draw_cell(painter, self.at(cell), row.shares.get(gesture, 0.0), is_known=bool(row.shares))

    def _draw_cell(self, painter: QPainter, cell: QRectF, share: float, *, is_known: bool) -> None:
        colors = self._theme.colors
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.raised))
        painter.drawRoundedRect(cell, 5, 5)
        fill = QColor(colors.accent)
        fill.setAlpha(round(200 * share))
        painter.setBrush(fill)
        painter.drawRoundedRect(cell, 5, 5)
        if is_known:
            painter.setPen(QColor(colors.on_accent if share > 0.6 else colors.text))
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, f"{share:.0%}".replace("%", " %"))
