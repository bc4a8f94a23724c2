"""Plots of loss and accuracy over the epochs of a retraining."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from gesture_app.domain.retraining.events import EpochDone, RetrainPhase
from gesture_app.gui.translation import tr
from gesture_app.gui.widgets.plot import Plot
from gesture_app.gui.widgets.theme import Theme

_HEIGHT_LINES = 11.0
_MIN_EPOCHS = 8
_MARK_PX = 3.0


@dataclass(frozen=True)
class Curve:
    """One line of a plot.

    Attributes:
        name: Name in the legend.
        role: Name of the colour in the theme.
        style: Pen style, because colours alone are not distinguishable for everybody.
        values: One value per epoch; None if there is none.
    """

    name: str
    role: str
    style: Qt.PenStyle
    values: tuple[float | None, ...]


class CurvePlot(Plot):
    """Curves with a legend, and a vertical line at the start of fine-tuning.

    Args:
        theme: The current colours.
        title: Title of the plot.
        is_share: Whether the values are fractions; the axis then ends at 100 %.
    """

    def __init__(self, theme: Theme, title: str, *, is_share: bool) -> None:
        super().__init__(theme, _HEIGHT_LINES)
        self._title = title
        self._is_share = is_share
        self.curves: tuple[Curve, ...] = ()
        self.fine_tune_start: int | None = None
        self.setAccessibleName(title)

    def show_curves(self, curves: Sequence[Curve], fine_tune_start: int | None) -> None:
        """Show these curves.

        Args:
            curves: The curves.
            fine_tune_start: Index of the first epoch of fine-tuning; None before it.
        """
        self.curves, self.fine_tune_start = tuple(curves), fine_tune_start
        self.setAccessibleDescription(
            "; ".join(f"{curve.name} {self._text(_last(curve))}" for curve in curves if _last(curve) is not None)
        )
        self.update()

    def draw(self, painter: QPainter) -> None:
        """Paint title, legend, axes and lines."""
        line = float(self.line_px)
        colors = self._theme.colors
        font = self.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(colors.text))
        painter.drawText(QRectF(0, 0, self.width(), line * 1.2), Qt.AlignmentFlag.AlignLeft, self._title)
        painter.setFont(self.font())
        legend_bottom = self._draw_legend(painter, line * 1.4)
        label = self.fontMetrics().horizontalAdvance("100 %") + line * 0.4
        area = QRectF(label, legend_bottom + line * 0.6, self.width() - label - line * 0.5, 0)
        area.setBottom(self.height() - line * 1.6)
        top = self._top
        for share in (0.0, 0.5, 1.0):
            y = area.bottom() - share * area.height()
            painter.setPen(self.pen(colors.border))
            painter.drawLine(self.at_point(area.left(), y), self.at_point(area.right(), y))
            painter.setPen(QColor(colors.muted))
            text = QRectF(0, y - line / 2, label - line * 0.4, line)
            painter.drawText(
                self.at(text), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._text(share * top)
            )
        self._draw_stage(painter, area)
        for curve in self.curves:
            self._draw_curve(painter, area, curve, top)

    @property
    def _epochs(self) -> int:
        return max((len(curve.values) for curve in self.curves), default=0)

    @property
    def _top(self) -> float:
        """The value at the upper end of the axis."""
        if self._is_share:
            return 1.0
        values = [value for curve in self.curves for value in curve.values if value is not None]
        highest = max(values, default=1.0)
        return next(step for step in (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, max(highest, 10.0)) if step >= highest)

    def _text(self, value: float | None) -> str:
        if value is None:
            return ""
        return f"{100 * value:.0f} %" if self._is_share else f"{value:.2g}"

    def _draw_legend(self, painter: QPainter, top: float) -> float:
        """Draw name, line and last value of each curve, on as many rows as needed. Returns the bottom edge."""
        line = float(self.line_px)
        left, row = 0.0, top
        for curve in self.curves:
            value = self._text(_last(curve))
            text = f"{curve.name} {value}".strip()
            width = self.fontMetrics().horizontalAdvance(text) + line * 2.6
            if left and left + width > self.width():
                left, row = 0.0, row + line * 1.15
            color = str(getattr(self._theme.colors, curve.role))
            pen = self.pen(color, 2.5)
            pen.setStyle(curve.style)
            painter.setPen(pen)
            painter.drawLine(self.at_point(left, row + line / 2), self.at_point(left + line * 1.4, row + line / 2))
            painter.setPen(QColor(self._theme.colors.text))
            rect = QRectF(left + line * 1.7, row, width, line)
            painter.drawText(self.at(rect), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
            left += width
        return row + line

    def _x(self, area: QRectF, place: float) -> float:
        return area.left() + place / max(_MIN_EPOCHS - 1, self._epochs - 1) * area.width()

    def _draw_stage(self, painter: QPainter, area: QRectF) -> None:
        line, colors = float(self.line_px), self._theme.colors
        below = QRectF(area.left(), area.bottom() + line * 0.35, area.width(), line)
        painter.setPen(QColor(colors.muted))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if self.fine_tune_start is None:
            painter.drawText(self.at(below), left, tr("last layers") if self.curves else "")
            return
        x = self._x(area, self.fine_tune_start - 0.5)
        if self.fine_tune_start:
            before = QRectF(below.left(), below.top(), x - below.left(), line)
            painter.drawText(self.at(before), left, tr("last layers"))
            pen = self.pen(colors.muted)
            pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawLine(self.at_point(x, area.top()), self.at_point(x, area.bottom()))
            painter.setPen(QColor(colors.muted))
        text = tr("fine-tuning")
        width = self.fontMetrics().horizontalAdvance(text)
        start = min(max(x, below.left()) + line * 0.2, below.right() - width)
        painter.drawText(self.at(QRectF(start, below.top(), width + 1, line)), left, text)

    def _draw_curve(self, painter: QPainter, area: QRectF, curve: Curve, top: float) -> None:
        points = [
            self.at_point(self._x(area, place), area.bottom() - min(1.0, value / top) * area.height())
            for place, value in enumerate(curve.values)
            if value is not None
        ]
        if not points:
            return
        color = str(getattr(self._theme.colors, curve.role))
        pen = self.pen(color, 2.5)
        pen.setStyle(curve.style)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(color))
        painter.drawEllipse(points[-1], _MARK_PX, _MARK_PX)


def loss_curves(epochs: Sequence[EpochDone]) -> tuple[Curve, ...]:
    """Training and validation loss."""
    return (
        Curve(tr("learning"), "accent", Qt.PenStyle.SolidLine, tuple(epoch.loss for epoch in epochs)),
        Curve(tr("checking"), "warning", Qt.PenStyle.DashLine, tuple(epoch.checked_loss for epoch in epochs)),
    )


def accuracy_curves(epochs: Sequence[EpochDone]) -> tuple[Curve, ...]:
    """Training and validation accuracy; the user's curve is left out if the validation set has no own hands."""
    curves = [
        Curve(tr("learning"), "accent", Qt.PenStyle.SolidLine, tuple(epoch.accuracy for epoch in epochs)),
        Curve(tr("other people"), "warning", Qt.PenStyle.DashLine, tuple(epoch.rehearsal_accuracy for epoch in epochs)),
    ]
    own = tuple(epoch.own_accuracy for epoch in epochs)
    if any(value is not None for value in own):
        curves.insert(1, Curve(tr("your hands"), "success", Qt.PenStyle.DotLine, own))
    return tuple(curves)


def fine_tune_start(epochs: Sequence[EpochDone]) -> int | None:
    """Index of the first epoch of fine-tuning; None before it."""
    return next((place for place, epoch in enumerate(epochs) if epoch.phase is RetrainPhase.FINE_TUNE), None)


def _last(curve: Curve) -> float | None:
    return next((value for value in reversed(curve.values) if value is not None), None)
