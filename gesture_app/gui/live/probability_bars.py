"""Bar chart of the probability of each label."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from gesture_app.domain.frames.frame import HandReading
from gesture_app.gui.texts import gesture_title
from gesture_app.gui.translation import tr
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.live_reading import answer, likely_gesture, percent, shown_probabilities
from gesture_app.gui.widgets.mirroring import mirrored
from gesture_app.gui.widgets.theme import Theme

TELL_MS = 500
"""Least interval between two values of a bar that screen readers are told."""


class ProbabilityBar(QProgressBar):
    """One row: icon, name, bar, percentage. It is a progress bar so that screen readers find its name and value.

    Args:
        label: The label.
        names: The names of all rows; the bars begin beyond the longest one.
        icons: The program's icons.
        theme: The current colours.
    """

    def __init__(self, label: str, names: Sequence[str], icons: IconSet, theme: Theme) -> None:
        super().__init__()
        self.label = label
        self._names = tuple(names)
        self._icons = icons
        self._theme = theme
        self._share: float | None = None
        self._is_answer = False
        self.setObjectName("probability")
        self.setRange(0, 100)
        self.setValue(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(gesture_title(label))

    def show_share(self, share: float | None, *, is_answer: bool) -> None:
        """Paint another probability; None for no hand."""
        if (share, is_answer) != (self._share, self._is_answer):
            self._share, self._is_answer = share, is_answer
            self.update()

    def tell(self) -> None:
        """Tell screen readers the shown probability."""
        self.setValue(round((self._share or 0.0) * 100))
        self.setAccessibleDescription(tr("Recognized") if self._is_answer else "")

    def sizeHint(self) -> QSize:
        """As high as the text needs."""
        return QSize(round(self._row_height() * 9), round(self._row_height()))

    def minimumSizeHint(self) -> QSize:
        """Narrow, but of the same height."""
        return QSize(round(self._row_height() * 6), round(self._row_height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the row."""
        colors = self._theme.colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        rect = QRectF(self.rect())
        font = self.font()
        font.setBold(True)
        metrics = QFontMetricsF(font)
        font.setBold(self._is_answer)
        painter.setFont(font)
        gap = metrics.height() * 0.45
        icon_side = metrics.height() * 1.25
        name_width = max(metrics.horizontalAdvance(name) for name in self._names)
        value_width = metrics.horizontalAdvance("100 %")
        text_color = colors.text if self._is_answer else colors.muted
        icon_rect = QRectF(rect.left(), rect.center().y() - icon_side / 2, icon_side, icon_side)
        self._icons.paint(painter, f"gestures/{self.label}", mirrored(icon_rect, self), text_color)
        painter.setPen(QColor(text_color))
        name_rect = QRectF(icon_rect.right() + gap, rect.top(), name_width, rect.height())
        name = gesture_title(self.label)
        painter.drawText(mirrored(name_rect, self), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        value_rect = QRectF(rect.right() - value_width, rect.top(), value_width, rect.height())
        if self._share is not None:
            painter.drawText(
                mirrored(value_rect, self),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
                percent(self._share),
            )
        thickness = metrics.height() / 2
        left = name_rect.right() + gap
        bar = QRectF(left, rect.center().y() - thickness / 2, value_rect.left() - gap - left, thickness)
        self._paint_bar(painter, bar, self._share or 0.0, colors.accent if self._is_answer else colors.muted)
        painter.end()

    def _paint_bar(self, painter: QPainter, bar: QRectF, value: float, color: str) -> None:
        radius = bar.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.colors.raised))
        painter.drawRoundedRect(mirrored(bar, self), radius, radius)
        width = bar.width() * min(1.0, value)
        if width >= 1:
            painter.setBrush(QColor(color))
            radius = min(radius, width / 2)
            filled = QRectF(bar.left(), bar.top(), width, bar.height())
            painter.drawRoundedRect(mirrored(filled, self), radius, radius)

    def _row_height(self) -> float:
        return QFontMetricsF(self.font()).height() * 1.95


class ProbabilityBars(QWidget):
    """Shows one row per label. The answer is highlighted.

    While a gesture is shown, the row of "No gesture" is empty: the others sum to 1. The answer has the longest bar.

    Attributes:
        rows: The rows, from top to bottom.
        tell_timer: Runs until screen readers may be told other values.

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
        self._labels: tuple[str, ...] = ()
        self._values: dict[str, float] = {}
        self._answer: str | None = None
        self._told: object = None
        self.rows: tuple[ProbabilityBar, ...] = ()
        self.tell_timer = QTimer(self)
        self.tell_timer.setSingleShot(True)
        self.tell_timer.setInterval(TELL_MS)
        self.tell_timer.timeout.connect(self._tell)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Probability of each gesture, and of none"))
        self.set_labels(labels)
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
        if tuple(labels) == self._labels:
            return
        self._labels = tuple(labels)
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        names = [gesture_title(label) for label in labels]
        self.rows = tuple(ProbabilityBar(label, names, self._icons, self._theme) for label in labels)
        for row in self.rows:
            self._column.addWidget(row)
        self._show()

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
            self._show()

    def _show(self) -> None:
        """Paint the values now; tell screen readers now, or when they may be told again."""
        for row in self.rows:
            row.show_share(self._values.get(row.label), is_answer=row.label == self._answer)
        if not self.tell_timer.isActive():
            self._tell()

    def _tell(self) -> None:
        shown = (self._values, self._answer, self._labels)
        if shown == self._told:
            return
        self._told = shown
        self.tell_timer.start()
        for row in self.rows:
            row.tell()
