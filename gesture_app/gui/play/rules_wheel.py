"""Which throw beats which, as a drawing."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from gesture_app.domain.frames.gestures import display_name
from gesture_app.domain.game.rules import LIZARD_SPOCK, RuleTable
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.painted_widget import PaintedWidget
from gesture_app.gui.widgets.theme import Theme

_LEAST_PX = 120


class RulesWheel(PaintedWidget):
    """The throws in a circle; arrows lead from each to those that it beats. Left out where there is no room."""

    def __init__(self, icons: IconSet, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(icons, theme, parent)
        self._rules = LIZARD_SPOCK

    def show_rules(self, rules: RuleTable) -> None:
        """Show the rules of this game."""
        self._rules = rules
        lines = [
            f"{display_name(winner)} {verb} {display_name(loser)}"
            for winner, losers in rules.beats.items()
            for loser, verb in losers.items()
        ]
        self.setToolTip("\n".join(lines))
        self.setAccessibleName("Rules")
        self.setAccessibleDescription(", ".join(lines))
        self.update()

    def sizeHint(self) -> QSize:
        """As large as there is room."""
        return QSize(240, 240)

    def minimumSizeHint(self) -> QSize:
        """It can be done without."""
        return QSize(0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the wheel."""
        side = min(self.width(), self.height(), 420)
        if side < _LEAST_PX:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = side * 0.12
        places = self._places(side / 2 - disc - 2)
        for winner, losers in self._rules.beats.items():
            for loser in losers:
                self._paint_arrow(painter, places[winner], places[loser], disc)
        colors = self._theme.colors
        for gesture, place in places.items():
            painter.setPen(QPen(QColor(colors.accent), max(1.5, disc * 0.06)))
            painter.setBrush(QColor(colors.window))
            painter.drawEllipse(place, disc, disc)
            icon = QRectF(place.x() - disc * 0.68, place.y() - disc * 0.68, disc * 1.36, disc * 1.36)
            self._icons.paint(painter, f"gestures/{gesture}", icon, colors.text)
        painter.end()

    def _places(self, radius: float) -> dict[str, QPointF]:
        """In the order in which each beats the next, where there is one; that makes a regular star."""
        order = _beating_order(self._rules)
        center = QPointF(self.width() / 2, self.height() / 2)
        if len(order) == 3:
            center += QPointF(0, radius * 0.2)
        turn = 2 * math.pi / len(order)
        return {
            gesture: center + QPointF(math.sin(i * turn), -math.cos(i * turn)) * radius
            for i, gesture in enumerate(order)
        }

    def _paint_arrow(self, painter: QPainter, start: QPointF, end: QPointF, disc: float) -> None:
        way = end - start
        length = math.hypot(way.x(), way.y())
        ahead = way / length
        aside = QPointF(-ahead.y(), ahead.x())
        first, last = start + ahead * disc, end - ahead * (disc * 1.12)
        head = disc * 0.36
        color = QColor(self._theme.colors.muted)
        painter.setPen(QPen(color, max(1.5, disc * 0.08)))
        painter.drawLine(first, last - ahead * head * 0.8)
        painter.setBrush(color)
        painter.drawPolygon(
            QPolygonF([last, last - ahead * head + aside * head * 0.5, last - ahead * head - aside * head * 0.5])
        )


def _beating_order(rules: RuleTable) -> list[str]:
    """A way around the circle on which each throw beats the one before it."""
    order = [rules.gestures[0]]
    while len(order) < len(rules.gestures):
        following = [g for g in rules.winners_against(order[-1]) if g not in order]
        order.append(following[0] if following else next(g for g in rules.gestures if g not in order))
    return order
