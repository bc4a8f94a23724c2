"""Paints over the live view which gestures can be held, and how long one has been held."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from gesture_app.domain.game.hands_free import GESTURES, HandsFreeAction, HeldAction
from gesture_app.domain.message import Message
from gesture_app.gui.translation import translated
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.painting import font_of_height, paint_plate
from gesture_app.gui.widgets.theme import VIDEO_ACCENT, VIDEO_PLATE, VIDEO_TEXT

ACTION_TEXTS: Mapping[HandsFreeAction, Message] = MappingProxyType(
    {
        HandsFreeAction.START: Message("Hold to start"),
        HandsFreeAction.REMATCH: Message("Hold for another match"),
        HandsFreeAction.NEXT: Message("Hold for the next match"),
        HandsFreeAction.END: Message("Hold to end"),
    }
)
_RADIUS_SHARE = 0.055
_CIRCLE = 360 * 16
_TOP = 90 * 16


class HandsFreeOverlay:
    """Paints a disc with the gesture of each action along the right edge, and a ring that fills while it is held.

    Args:
        view: The view, which is updated when something changes.
        icons: The icons.
    """

    def __init__(self, view: QWidget, icons: IconSet) -> None:
        self._view = view
        self._icons = icons
        self.offered: tuple[HandsFreeAction, ...] = ()
        self.held: HeldAction | None = None

    def show(self, offered: tuple[HandsFreeAction, ...], held: HeldAction | None) -> None:
        """Set the actions that are possible, and the one whose gesture is held."""
        self.offered, self.held = offered, held
        self._view.update()

    def paint(self, painter: QPainter, image_rect: QRectF) -> None:
        """Paint the discs one below the other; the countdown's band above them stays free."""
        radius = max(image_rect.height() * _RADIUS_SHARE, self._view.fontMetrics().height() * 1.2)
        line = self._view.fontMetrics().height() * 1.5
        y = image_rect.top() + image_rect.height() * 0.3
        for action in self.offered:
            middle = QPointF(image_rect.right() - radius * 1.6, y)
            progress = self.held.progress if self.held is not None and self.held.action is action else 0.0
            self._paint_disc(painter, middle, radius, GESTURES[action], progress)
            font = font_of_height(self._view.font(), self._view.fontMetrics().height() * 1.05)
            text = translated(ACTION_TEXTS[action])
            paint_plate(painter, middle + QPointF(0, radius + line * 0.75), text, font, within=image_rect)
            y += 2 * radius + 2.1 * line

    def _paint_disc(self, painter: QPainter, middle: QPointF, radius: float, gesture: str, progress: float) -> None:
        fill = QColor(VIDEO_PLATE)
        fill.setAlpha(215)
        painter.setBrush(fill)
        painter.setPen(QPen(QColor(255, 255, 255, 90), max(1.5, radius * 0.06)))
        painter.drawEllipse(middle, radius, radius)
        side = radius * 1.25
        square = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        self._icons.paint(painter, f"gestures/{gesture}", square, VIDEO_TEXT)
        if progress > 0:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            pen = QPen(QColor(VIDEO_ACCENT), radius * 0.16, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            ring = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
            painter.drawArc(ring, _TOP, -round(_CIRCLE * progress))
