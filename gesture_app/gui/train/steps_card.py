"""Card with the three steps to a model of one's own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gesture_app.gui.train.layouts import muted, title
from gesture_app.gui.train.steps import Step
from gesture_app.gui.translation import tr
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.theme import Theme
from gesture_app.gui.widgets.wrapping_row import WrappingRow


class StepColumn(QWidget):
    """Number or tick, title, detail and button of one step.

    Args:
        number: Number of the step.
        button: Its button.
        icons: The icons of the program.
        theme: The current colours.
    """

    def __init__(self, number: int, button: QPushButton, icons: IconSet, theme: Theme) -> None:
        super().__init__()
        self._number = number
        self._icons = icons
        self._theme = theme
        self._is_done = False
        self._badge = QLabel()
        self._title = title("", 1.1)
        self._title.setWordWrap(False)
        self.detail = muted("")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._badge)
        head.addWidget(self._title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.detail)
        column.addStretch(1)
        column.addWidget(button)

    def show_step(self, step: Step) -> None:
        """Show the state of the step."""
        self._is_done = step.is_done
        self._title.setText(step.title)
        self.detail.setText(step.detail)
        name = tr("Step {number}, done") if step.is_done else tr("Step {number}")
        self._badge.setAccessibleName(name.format(number=self._number))
        self.recolor()

    def recolor(self) -> None:
        """Paint the number or the tick in the current colours."""
        colors = self._theme.colors
        side_px, ratio = round(self.fontMetrics().height() * 1.7), self.devicePixelRatioF()
        pixmap = QPixmap(QSize(side_px, side_px) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(1, 1, side_px - 2, side_px - 2)
        painter.setPen(QColor(colors.success if self._is_done else colors.accent))
        painter.setBrush(QColor(colors.success) if self._is_done else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(disc)
        if self._is_done:
            inner = disc.adjusted(side_px * 0.2, side_px * 0.2, -side_px * 0.2, -side_px * 0.2)
            self._icons.paint(painter, "check", inner, colors.surface)
        else:
            painter.setFont(self._title.font())
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()
        self._badge.setPixmap(pixmap)


class StepsCard(QFrame):
    """The steps side by side, or below each other where it is narrow.

    Args:
        buttons: The button of each step.
        icons: The icons of the program.
        theme: The current colours.
    """

    def __init__(self, buttons: Sequence[QPushButton], icons: IconSet, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("card")
        self.columns = tuple(StepColumn(number, button, icons, theme) for number, button in enumerate(buttons, 1))
        row = WrappingRow(spacing_px=24, is_filled=True)
        row.add(*self.columns)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.addWidget(row)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show the state of each step."""
        for column, step in zip(self.columns, steps, strict=True):
            column.show_step(step)
