"""Bar with the numbers of training and held-out samples of a gesture."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from gesture_app.domain.retraining.plan import LabelPlan
from gesture_app.gui.translation import tr
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.mirroring import mirrored
from gesture_app.gui.widgets.painted_widget import PaintedWidget
from gesture_app.gui.widgets.theme import Theme


class SampleBar(PaintedWidget):
    """Training samples are filled, held-out samples hatched.

    Args:
        plan: The plan of the gesture.
        max_samples: Number of samples at the end of the bar.
        icons: The icons of the program.
        theme: The current colours.
    """

    def __init__(self, plan: LabelPlan, max_samples: int, icons: IconSet, theme: Theme) -> None:
        super().__init__(icons, theme)
        self._plan = plan
        self._max_samples = max_samples
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(
            tr("{training} learnt from, {held_out} to check with").format(
                training=plan.training, held_out=plan.held_out
            )
        )

    def sizeHint(self) -> QSize:
        """Preferred size, lower than a line of text."""
        line_px = self.fontMetrics().height()
        return QSize(line_px * 8, round(line_px * 0.7))

    def minimumSizeHint(self) -> QSize:
        """Minimum size; the width may be 0."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the track and both parts."""
        colors = self._theme.colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = self.height() / 2
        painter.setBrush(QColor(colors.raised))
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        step = self.width() / self._max_samples
        learnt = QRectF(0, 0, self._plan.training * step, self.height())
        checked = QRectF(learnt.right(), 0, self._plan.held_out * step, self.height())
        accent = QColor(colors.accent)
        painter.setBrush(accent)
        painter.drawRoundedRect(mirrored(learnt, self), min(radius, learnt.width() / 2), radius)
        painter.setBrush(QBrush(accent, Qt.BrushStyle.Dense4Pattern))
        painter.drawRect(mirrored(checked, self))
        painter.end()
