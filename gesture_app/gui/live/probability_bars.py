"""Bar chart of the probability of each label."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gesture_app.domain.frames.frame import HandReading
from gesture_app.domain.frames.gestures import gesture_title
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.live_reading import answer, likely_gesture, percent, shown_probabilities
from gesture_app.gui.widgets.theme import Theme


class ProbabilityBars(QWidget):
    """Shows one row per label: icon, name, bar, percentage. The answer is highlighted.

    While a gesture is shown, the row of "No gesture" is empty: the others sum to 1. The answer has the longest bar.

    Args:
        labels: Labels of the rows until the first prediction.
        icons: The program's icons.
        theme: The current colours.
        parent: Parent widget.
    """

    def __init__(self, labels: Sequence[str], icons: IconSet, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._theme = theme
        self._labels = tuple(labels)
        self._values: dict[str, float] = {}
        self._answer: str | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Probability of each gesture, and of none")
        theme.changed.connect(self.update)

    @property
    def values(self) -> dict[str, float]:
        """Probabilities by label; empty without a hand."""
        return dict(self._values)

    @property
    def labels(self) -> tuple[str, ...]:
        """Labels of the rows."""
        return self._labels

    def set_labels(self, labels: Sequence[str]) -> None:
        """Replace the rows, as for another model."""
        if tuple(labels) != self._labels:
            self._labels = tuple(labels)
            self.updateGeometry()
            self.update()

    @property
    def answer(self) -> str | None:
        """The highlighted label; None without a hand."""
        return self._answer

    def set_reading(self, reading: HandReading | None) -> None:
        """Show the probabilities and the answer of one hand; None empties the bars."""
        values = {} if reading is None else shown_probabilities(reading)
        highlighted = None if reading is None else likely_gesture(reading) or answer(reading)
        if reading is not None:
            self.set_labels(reading.prediction.labels.labels)
        if (values, highlighted) != (self._values, self._answer):
            self._values, self._answer = values, highlighted
            self.update()

    def sizeHint(self) -> QSize:
        """Rows as high as the text needs."""
        return QSize(round(self._row_height() * 9), round(self._row_height() * len(self._labels)))

    def minimumSizeHint(self) -> QSize:
        """Narrow, but with all rows."""
        return QSize(round(self._row_height() * 6), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the rows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = self._row_height()
        for row, label in enumerate(self._labels):
            rect = QRectF(0, row * height, self.width(), height)
            self._paint_row(painter, rect, label, is_answer=label == self._answer)
        painter.end()

    def _paint_row(self, painter: QPainter, rect: QRectF, label: str, *, is_answer: bool) -> None:
        colors = self._theme.colors
        font = self.font()
        font.setBold(True)
        metrics = QFontMetricsF(font)
        font.setBold(is_answer)
        painter.setFont(font)
        gap = metrics.height() * 0.45
        icon_side = metrics.height() * 1.25
        name_width = max(metrics.horizontalAdvance(gesture_title(name)) for name in self._labels)
        value_width = metrics.horizontalAdvance("100 %")
        text_color = colors.text if is_answer else colors.muted
        icon_rect = QRectF(rect.left(), rect.center().y() - icon_side / 2, icon_side, icon_side)
        self._icons.paint(painter, f"gestures/{label}", icon_rect, text_color)
        painter.setPen(QColor(text_color))
        name_rect = QRectF(icon_rect.right() + gap, rect.top(), name_width, rect.height())
        painter.drawText(name_rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, gesture_title(label))
        value_rect = QRectF(rect.right() - value_width, rect.top(), value_width, rect.height())
        if label in self._values:
            text = percent(self._values[label])
            painter.drawText(value_rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
        thickness = metrics.height() / 2
        left = name_rect.right() + gap
        bar = QRectF(left, rect.center().y() - thickness / 2, value_rect.left() - gap - left, thickness)
        self._paint_bar(painter, bar, self._values.get(label, 0.0), colors.accent if is_answer else colors.muted)

    def _paint_bar(self, painter: QPainter, bar: QRectF, value: float, color: str) -> None:
        radius = bar.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.colors.raised))
        painter.drawRoundedRect(bar, radius, radius)
        width = bar.width() * min(1.0, value)
        if width >= 1:
            painter.setBrush(QColor(color))
            radius = min(radius, width / 2)
            painter.drawRoundedRect(QRectF(bar.left(), bar.top(), width, bar.height()), radius, radius)

    def _row_height(self) -> float:
        return QFontMetricsF(self.font()).height() * 1.95
