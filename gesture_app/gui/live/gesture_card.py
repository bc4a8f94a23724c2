"""Card that shows the current gesture."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gesture_app.domain.frames.gestures import NONE
from gesture_app.gui.translation import tr
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.painted_widget import PaintedWidget
from gesture_app.gui.widgets.theme import Theme

_TITLE_FACTOR = 2.6
_TITLE_SHARE = 0.15
"""Height of the title, as a share of a large card."""
_MAX_ICON_PX = 220.0
_MAX_ICON_SHARE = 0.5


class GestureCard(PaintedWidget):
    """Shows a gesture's icon, title and detail; its accessible name announces changes."""

    def __init__(self, icons: IconSet, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(icons, theme, parent)
        self._shown = (NONE, "", "")

    @property
    def title(self) -> str:
        """The title."""
        return self._shown[1]

    @property
    def detail(self) -> str:
        """The line below the title."""
        return self._shown[2]

    @property
    def letter_px(self) -> float:
        """Height of a capital letter of the title, in pixels."""
        return QFontMetricsF(self._title_font(self.title)).capHeight()

    def show_gesture(self, label: str, title: str, detail: str) -> None:
        """Show the icon of a label, a title and the line below it."""
        if (label, title, detail) == self._shown:
            return
        if title != self._shown[1]:
            self.setAccessibleName(tr("Gesture: {title}").format(title=title))
        self._shown = (label, title, detail)
        self.update()

    def sizeHint(self) -> QSize:
        """Size for an icon of about four lines, and the texts."""
        line = QFontMetricsF(self.font()).height()
        return QSize(round(line * 14), round(line * 12))

    def minimumSizeHint(self) -> QSize:
        """Size for a small icon and the texts."""
        line = QFontMetricsF(self.font()).height()
        return QSize(round(line * 11), round(line * 8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint icon and texts, centred together."""
        label, title, detail = self._shown
        colors = self._theme.colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        title_font = self._title_font(title)
        title_height = QFontMetricsF(title_font).height()
        detail_height = QFontMetricsF(self.font()).height() * 2.2
        most = max(_MAX_ICON_PX, self.height() * _MAX_ICON_SHARE)
        icon_side = min(self.width() * 0.75, self.height() - title_height - detail_height, most)
        gap = min(icon_side * 0.08, 14.0)
        top = (self.height() - icon_side - gap - title_height - detail_height) / 2
        color = colors.muted if label == NONE else colors.accent
        self._icons.paint(painter, f"gestures/{label}", QRectF(0, top, self.width(), icon_side), color)
        painter.setFont(title_font)
        painter.setPen(QColor(colors.muted if label == NONE else colors.text))
        title_rect = QRectF(0, top + icon_side + gap, self.width(), title_height)
        painter.drawText(title_rect, Qt.AlignmentFlag.AlignCenter, title)
        painter.setFont(self.font())
        painter.setPen(QColor(colors.muted))
        detail_rect = QRectF(0, title_rect.bottom() + gap / 2, self.width(), detail_height)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(detail_rect, flags, detail)
        painter.end()

    def _title_font(self, title: str) -> QFont:
        """The title font: as large as the card allows, so that it can be read from afar."""
        font = QFont(self.font())
        font.setBold(True)
        least = self.font().pointSizeF() * _TITLE_FACTOR
        points_per_px = self.font().pointSizeF() / QFontMetricsF(self.font()).height()
        font.setPointSizeF(max(least, self.height() * _TITLE_SHARE * points_per_px))
        width, most = QFontMetricsF(font).horizontalAdvance(title), self.width() * 0.96
        if width > most:
            font.setPointSizeF(font.pointSizeF() * most / width)
        return font
