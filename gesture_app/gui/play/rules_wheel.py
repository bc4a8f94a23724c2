"""The rules of a game as a wheel of gestures and arrows."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from gesture_app.domain.game.rules import LIZARD_SPOCK, RuleTable
from gesture_app.gui.translation import tr, translated
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.painted_widget import PaintedWidget
from gesture_app.gui.widgets.theme import Theme

_MIN_SIDE_PX = 120
_MAX_SIDE_PX = 420


class RulesWheel(PaintedWidget):
    """The gestures on a circle, with an arrow from each to those that it beats. Not painted below 120 pixels."""

    def __init__(self, icons: IconSet, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(icons, theme, parent)
        self._rules = LIZARD_SPOCK

    def show_rules(self, rules: RuleTable) -> None:
        """Show the rules of this game."""
        self._rules = rules
        lines = [
            translated(rules.sentence(winner, loser)) for winner, losers in rules.beats.items() for loser in losers
        ]
        self.setToolTip("\n".join(lines))
        self.setAccessibleName(tr("Rules"))
        self.setAccessibleDescription(", ".join(lines))
        self.update()

    def sizeHint(self) -> QSize:
        """A square that the layout may enlarge."""
        return QSize(240, 240)

    def minimumSizeHint(self) -> QSize:
        """Nothing: the wheel may be left out."""
        return QSize(0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the arrows, then the gestures over them."""
        side = min(self.width(), self.height(), _MAX_SIDE_PX)
        if side < _MIN_SIDE_PX:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        layout = WheelLayout.of(self._rules, QPointF(self.width() / 2, self.height() / 2), side)
        for winner, losers in self._rules.beats.items():
            for loser in losers:
                self._paint_arrow(painter, layout.arrow(winner, loser), layout.disc_px)
        colors, disc = self._theme.colors, layout.disc_px
        for gesture, center in layout.centers.items():
            painter.setPen(QPen(QColor(colors.accent), max(1.5, disc * 0.06)))
            painter.setBrush(QColor(colors.window))
            painter.drawEllipse(center, disc, disc)
            icon = QRectF(center.x() - disc * 0.68, center.y() - disc * 0.68, disc * 1.36, disc * 1.36)
            self._icons.paint(painter, f"gestures/{gesture}", icon, colors.text)
        painter.end()

    def _paint_arrow(self, painter: QPainter, arrow: QLineF, disc_px: float) -> None:
        ahead = _direction(arrow)
        aside = QPointF(-ahead.y(), ahead.x())
        tip, head = arrow.p2(), disc_px * 0.36
        color = QColor(self._theme.colors.muted)
        painter.setPen(QPen(color, max(1.5, disc_px * 0.08)))
        painter.drawLine(arrow.p1(), tip - ahead * head * 0.8)
        painter.setBrush(color)
        painter.drawPolygon(
            QPolygonF([tip, tip - ahead * head + aside * head * 0.5, tip - ahead * head - aside * head * 0.5])
        )


@dataclass(frozen=True)
class WheelLayout:
    """Positions in a wheel of any number of gestures, in pixels.

    Attributes:
        disc_px: Radius of each gesture's disc; smaller discs leave space for arrows between many gestures.
        centers: Centre of each gesture's disc.
    """

    disc_px: float
    centers: dict[str, QPointF]

    @classmethod
    def of(cls, rules: RuleTable, center: QPointF, side_px: float) -> WheelLayout:
        """Lay a game out in a square.

        Args:
            rules: The game.
            center: Centre of the square.
            side_px: CardContent of the square.
        """
        order = _circle_order(rules)
        turn = 2 * math.pi / len(order)
        disc = side_px * min(0.12, 0.25 * math.sin(turn / 2))
        radius = side_px / 2 - disc - 2
        if len(order) == 3:
            # A triangle that points up lies in the upper part of its circle.
            center = center + QPointF(0, radius * 0.2)
        centers = {
            gesture: center + QPointF(math.sin(i * turn), -math.cos(i * turn)) * radius
            for i, gesture in enumerate(order)
        }
        return cls(disc, centers)

    def arrow(self, winner: str, loser: str) -> QLineF:
        """The arrow from the edge of the winner's disc to just before the loser's."""
        line = QLineF(self.centers[winner], self.centers[loser])
        ahead = _direction(line)
        return QLineF(line.p1() + ahead * self.disc_px, line.p2() - ahead * (self.disc_px * 1.12))


def _direction(line: QLineF) -> QPointF:
    """Unit vector along a line."""
    return QPointF(line.dx(), line.dy()) / line.length()


def _circle_order(rules: RuleTable) -> list[str]:
    """The gestures in an order in which each beats the one before it, as far as there is one.

    It makes a regular star of a balanced game.
    """
    order = [rules.gestures[0]]
    while len(order) < len(rules.gestures):
        following = [g for g in rules.winners_against(order[-1]) if g not in order]
        order.append(following[0] if following else next(g for g in rules.gestures if g not in order))
    return order
