"""One side of a round: who, and what they threw."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.painted_widget import PaintedWidget
from gesture_app.gui.widgets.painting import fitted, font_of_height
from gesture_app.gui.widgets.theme import Theme

_RADIUS = 12.0


class CardState(Enum):
    """How much of a throw is known."""

    WAITING = "waiting"
    COMMITTED = "committed"
    LOCKED = "locked"
    SHOWN = "shown"


@dataclass(frozen=True)
class Side:
    """What a card shows.

    Attributes:
        name: Who it is.
        icon: Drawing for who it is, shown while no throw is.
        state: How much of the throw is known.
        text: The line below the drawing.
        gesture: The throw, once it is shown.
        picture: The hand when its throw was locked, as captured.
        is_mirrored: Whether the picture is shown as in a mirror.
        is_winner: Whether this side won the round.
    """

    name: str
    icon: str
    state: CardState = CardState.WAITING
    text: str = ""
    gesture: str = ""
    picture: QImage | None = None
    is_mirrored: bool = False
    is_winner: bool = False


class ThrowCard(PaintedWidget):
    """Name, drawing or picture, and the throw."""

    def __init__(self, icons: IconSet, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(icons, theme, parent)
        self.side = Side("", "person")

    def show_side(self, side: Side) -> None:
        """Show this."""
        if side == self.side:
            return
        self.side = side
        winner = ", wins" if side.is_winner else ""
        self.setAccessibleName(f"{side.name}: {side.text}{winner}")
        self.update()

    def sizeHint(self) -> QSize:
        """Taller than wide."""
        line = self.fontMetrics().height()
        return QSize(line * 9, line * 12)

    def minimumSizeHint(self) -> QSize:
        """Room for two lines and a small drawing."""
        line = self.fontMetrics().height()
        return QSize(line * 6, round(line * 4.5))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint plate, name, drawing and throw."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        side, colors = self.side, self._theme.colors
        width = 3.0 if side.is_winner else 1.0
        plate = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.setPen(QPen(QColor(colors.accent if side.is_winner else colors.border), width))
        painter.setBrush(QColor(colors.window))
        painter.drawRoundedRect(plate, _RADIUS, _RADIUS)
        name, art, text = self._places()
        self._paint_name(painter, name)
        self._paint_art(painter, art)
        self._paint_text(painter, text)
        painter.end()

    def _places(self) -> tuple[QRectF, QRectF, QRectF]:
        """Where name, drawing and text go: the drawing between the texts, or beside them on a low card."""
        line = QFontMetricsF(self.font()).height()
        pad = line * 0.55
        inner = QRectF(self.rect()).adjusted(pad, pad * 0.8, -pad, -pad * 0.6)
        name = QRectF(inner.left(), inner.top(), inner.width(), line * 1.3)
        text = QRectF(inner.left(), inner.bottom() - line * 1.8, inner.width(), line * 1.8)
        art = QRectF(inner.left(), name.bottom() + pad / 2, inner.width(), 0)
        art.setBottom(text.top() - pad / 3)
        if art.height() < line * 2:
            art = QRectF(inner.left(), inner.top(), inner.width() * 0.42, inner.height())
            for rect in (name, text):
                rect.setLeft(art.right() + pad / 2)
        return name, art, text

    def _paint_text(self, painter: QPainter, rect: QRectF) -> None:
        side, colors = self.side, self._theme.colors
        is_shown = side.state is CardState.SHOWN
        height = QFontMetricsF(self.font()).height() * (1.6 if is_shown else 1.1)
        painter.setFont(fitted(font_of_height(self.font(), height), side.text, rect.width()))
        painter.setPen(QColor(colors.text if is_shown else colors.muted))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, side.text)

    def _paint_name(self, painter: QPainter, rect: QRectF) -> None:
        colors = self._theme.colors
        color = colors.accent if self.side.is_winner else colors.muted
        icon = "trophy" if self.side.is_winner else self.side.icon
        # Beside the drawing, there is no need for a second one.
        side = rect.height() if rect.left() < self.width() * 0.3 else 0.0
        gap = side * 0.25
        room = rect.width() - side - gap
        font = fitted(font_of_height(self.font(), rect.height() * 0.85), self.side.name, room)
        metrics = QFontMetricsF(font)
        text = metrics.elidedText(self.side.name, Qt.TextElideMode.ElideRight, room)
        left = rect.center().x() - (side + gap + metrics.horizontalAdvance(text)) / 2
        self._icons.paint(painter, icon, QRectF(left, rect.top(), side, side), color)
        painter.setFont(font)
        painter.setPen(QColor(color))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(left + side + gap, rect.top(), room, rect.height()), flags, text)

    def _paint_art(self, painter: QPainter, rect: QRectF) -> None:
        """Who and what, one above the other; where there is no room for both, in one."""
        gap = rect.width() * 0.06
        length = min(rect.width(), (rect.height() - gap) / 2)
        if length < rect.width() * 0.7:
            square = _square(rect.center(), min(rect.width(), rect.height()))
            if self.side.picture is not None:
                self._paint_picture(painter, square, self.side.picture)
                self._paint_badge(painter, square)
            else:
                self._paint_throw(painter, square)
            return
        reach = QPointF(0, (length + gap) / 2)
        self._paint_face(painter, _square(rect.center() - reach, length))
        self._paint_throw(painter, _square(rect.center() + reach, length))

    def _paint_face(self, painter: QPainter, square: QRectF) -> None:
        if self.side.picture is not None:
            self._paint_picture(painter, square, self.side.picture)
            return
        colors = self._theme.colors
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.raised))
        painter.drawRoundedRect(square, _RADIUS, _RADIUS)
        inset = square.width() * 0.2
        self._icons.paint(painter, self.side.icon, square.adjusted(inset, inset, -inset, -inset), colors.muted)

    def _paint_throw(self, painter: QPainter, square: QRectF) -> None:
        side, colors = self.side, self._theme.colors
        if side.state is CardState.SHOWN:
            inset = square.width() * 0.04
            icon = square.adjusted(inset, inset, -inset, -inset)
            self._icons.paint(painter, f"gestures/{side.gesture}", icon, colors.accent)
            return
        icon_name = {CardState.COMMITTED: "lock", CardState.LOCKED: "check"}.get(side.state, "shoot")
        color = colors.accent if side.state is CardState.LOCKED else colors.muted
        painter.setOpacity(0.4 if side.state is CardState.WAITING else 1.0)
        inset = square.width() * 0.27
        self._icons.paint(painter, icon_name, square.adjusted(inset, inset, -inset, -inset), color)
        painter.setOpacity(1.0)

    def _paint_picture(self, painter: QPainter, square: QRectF, picture: QImage) -> None:
        clip = QPainterPath()
        clip.addRoundedRect(square, _RADIUS, _RADIUS)
        painter.save()
        painter.setClipPath(clip)
        if self.side.is_mirrored:
            painter.translate(square.left() + square.right(), 0)
            painter.scale(-1, 1)
        painter.drawImage(square, picture)
        painter.restore()

    def _paint_badge(self, painter: QPainter, square: QRectF) -> None:
        colors = self._theme.colors
        length = square.width() * 0.44
        badge = QRectF(square.right() - length * 0.92, square.bottom() - length * 0.92, length, length)
        painter.setPen(QPen(QColor(colors.window), length * 0.06))
        painter.setBrush(QColor(colors.accent))
        painter.drawEllipse(badge)
        inset = length * 0.17
        icon = badge.adjusted(inset, inset, -inset, -inset)
        self._icons.paint(painter, f"gestures/{self.side.gesture}", icon, colors.on_accent)


def _square(center: QPointF, side: float) -> QRectF:
    return QRectF(center.x() - side / 2, center.y() - side / 2, side, side)
