"""The gesture asked for in practice, with a ring for its progress."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.painted_widget import PaintedWidget
from gesture_app.gui.widgets.painting import fitted, font_of_height
from gesture_app.gui.widgets.theme import Theme

_MAX_SIDE_PX = 300.0


class PromptCard(PaintedWidget):
    """An icon in a ring, and a name below."""

    def __init__(self, icons: IconSet, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(icons, theme, parent)
        self._shown = ("", "", 0.0)

    @property
    def text(self) -> str:
        """The name below the ring."""
        return self._shown[1]

    @property
    def icon(self) -> str:
        """Name of the icon in the ring."""
        return self._shown[0]

    def show_prompt(self, icon: str, text: str, progress: float) -> None:
        """Show an icon, a text and the filled fraction of the ring, 0 to 1."""
        if (icon, text, progress) != self._shown:
            self._shown = (icon, text, progress)
            self.setAccessibleName(text)
            self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        line = self.fontMetrics().height()
        return QSize(line * 12, line * 12)

    def minimumSizeHint(self) -> QSize:
        """The name and a small icon."""
        line = self.fontMetrics().height()
        return QSize(line * 8, line * 6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ring, icon and name."""
        icon, text, progress = self._shown
        colors = self._theme.colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        text_height = self.fontMetrics().height() * 2.4
        side = min(self.width() * 0.9, self.height() - text_height - 8, _MAX_SIDE_PX)
        ring = QRectF(0, 0, side, side)
        ring.moveCenter(QRectF(0, 0, self.width(), self.height() - text_height).center())
        width = side * 0.045
        ring.adjust(width, width, -width, -width)
        painter.setPen(QPen(QColor(colors.raised), width))
        painter.drawEllipse(ring)
        painter.setPen(QPen(QColor(colors.accent), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(ring, 90 * 16, round(-360 * 16 * progress))
        inset = side * 0.17
        self._icons.paint(painter, icon, ring.adjusted(inset, inset, -inset, -inset), colors.accent)
        painter.setFont(fitted(font_of_height(self.font(), text_height * 0.85), text, self.width()))
        painter.setPen(QColor(colors.text))
        area = QRectF(0, self.height() - text_height, self.width(), text_height)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()
