"""Card of one player: name, image of the hand, throw."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gesture_app.domain.game.opponent_moods import Mood
from gesture_app.gui.play.opponent_face import paint_face
from gesture_app.gui.translation import tr
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.painted_widget import PaintedWidget
from gesture_app.gui.widgets.painting import fitted, font_of_height
from gesture_app.gui.widgets.theme import Theme

_RADIUS = 12.0


class CardState(Enum):
    """State of a throw."""

    WAITING = "waiting"
    COMMITTED = "committed"
    LOCKED = "locked"
    SHOWN = "shown"


@dataclass(frozen=True)
class CardContent:
    """Content of a card.

    Attributes:
        name: Name of the player.
        icon: Icon of the player, shown until there is an image.
        state: State of the throw.
        text: The line below the icons.
        gesture: The throw, once it is shown.
        image: Image of the hand when its throw was locked, as captured.
        is_mirrored: Whether the image is shown mirrored.
        is_winner: Whether this player won the round.
        opponent: Short name of the computer's opponent, whose face is shown in place of the icon; empty for a person.
        mood: How the opponent looks.
    """

    name: str
    icon: str
    state: CardState = CardState.WAITING
    text: str = ""
    gesture: str = ""
    image: QImage | None = None
    is_mirrored: bool = False
    is_winner: bool = False
    opponent: str = ""
    mood: Mood = Mood.FRIENDLY


class ThrowCard(PaintedWidget):
    """Paints a player's name, icon or image, and throw."""

    def __init__(self, icons: IconSet, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(icons, theme, parent)
        self.content = CardContent("", "person")

    def show_content(self, content: CardContent) -> None:
        """Show this content."""
        if content == self.content:
            return
        self.content = content
        text = tr("{throw}, wins").format(throw=content.text) if content.is_winner else content.text
        self.setAccessibleName(f"{content.name}: {text}")
        self.update()

    def sizeHint(self) -> QSize:
        """Taller than wide."""
        line = self.fontMetrics().height()
        return QSize(line * 9, line * 12)

    def minimumSizeHint(self) -> QSize:
        """Two lines and a small icon."""
        line = self.fontMetrics().height()
        return QSize(line * 6, round(line * 4.5))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint plate, name, icons and text."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        content, colors = self.content, self._theme.colors
        width = 3.0 if content.is_winner else 1.0
        plate = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.setPen(QPen(QColor(colors.accent if content.is_winner else colors.border), width))
        painter.setBrush(QColor(colors.window))
        painter.drawRoundedRect(plate, _RADIUS, _RADIUS)
        name, icons, text = self._areas()
        self._paint_name(painter, name)
        self._paint_icons(painter, icons)
        self._paint_text(painter, text)
        painter.end()

    def _areas(self) -> tuple[QRectF, QRectF, QRectF]:
        """Rectangles of name, icons and text: the icons between the texts, or beside them on a low card."""
        line = QFontMetricsF(self.font()).height()
        pad = line * 0.55
        inner = QRectF(self.rect()).adjusted(pad, pad * 0.8, -pad, -pad * 0.6)
        name = QRectF(inner.left(), inner.top(), inner.width(), line * 1.3)
        text = QRectF(inner.left(), inner.bottom() - line * 1.8, inner.width(), line * 1.8)
        icons = QRectF(inner.left(), name.bottom() + pad / 2, inner.width(), 0)
        icons.setBottom(text.top() - pad / 3)
        if icons.height() < line * 2:
            icons = QRectF(inner.left(), inner.top(), inner.width() * 0.42, inner.height())
            for rect in (name, text):
                rect.setLeft(icons.right() + pad / 2)
        return name, icons, text

    def _paint_text(self, painter: QPainter, rect: QRectF) -> None:
        content, colors = self.content, self._theme.colors
        is_shown = content.state is CardState.SHOWN
        height = QFontMetricsF(self.font()).height() * (1.6 if is_shown else 1.1)
        painter.setFont(fitted(font_of_height(self.font(), height), content.text, rect.width()))
        painter.setPen(QColor(colors.text if is_shown else colors.muted))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, content.text)

    def _paint_name(self, painter: QPainter, rect: QRectF) -> None:
        colors = self._theme.colors
        color = colors.accent if self.content.is_winner else colors.muted
        icon = "trophy" if self.content.is_winner else self.content.icon
        # Beside the icons, there is no need for another one.
        side = rect.height() if rect.left() < self.width() * 0.3 else 0.0
        gap = side * 0.25
        width = rect.width() - side - gap
        font = fitted(font_of_height(self.font(), rect.height() * 0.85), self.content.name, width)
        metrics = QFontMetricsF(font)
        text = metrics.elidedText(self.content.name, Qt.TextElideMode.ElideRight, width)
        left = rect.center().x() - (side + gap + metrics.horizontalAdvance(text)) / 2
        self._icons.paint(painter, icon, QRectF(left, rect.top(), side, side), color)
        painter.setFont(font)
        painter.setPen(QColor(color))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(left + side + gap, rect.top(), width, rect.height()), flags, text)

    def _paint_icons(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the player above the throw; if there is not enough space, both in one square."""
        gap = rect.width() * 0.06
        length = min(rect.width(), (rect.height() - gap) / 2)
        if length < rect.width() * 0.7:
            square = _square(rect.center(), min(rect.width(), rect.height()))
            if self.content.image is not None:
                self._paint_image(painter, square, self.content.image)
                self._paint_badge(painter, square)
            else:
                self._paint_throw(painter, square)
            return
        reach = QPointF(0, (length + gap) / 2)
        self._paint_face(painter, _square(rect.center() - reach, length))
        self._paint_throw(painter, _square(rect.center() + reach, length))

    def _paint_face(self, painter: QPainter, square: QRectF) -> None:
        if self.content.image is not None:
            self._paint_image(painter, square, self.content.image)
            return
        colors = self._theme.colors
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.raised))
        painter.drawRoundedRect(square, _RADIUS, _RADIUS)
        inset = square.width() * 0.2
        if self.content.opponent:
            face = square.adjusted(inset / 2, inset / 2, -inset / 2, -inset / 2)
            paint_face(painter, face, self.content.opponent, self.content.mood)
            return
        self._icons.paint(painter, self.content.icon, square.adjusted(inset, inset, -inset, -inset), colors.muted)

    def _paint_throw(self, painter: QPainter, square: QRectF) -> None:
        content, colors = self.content, self._theme.colors
        if content.state is CardState.SHOWN:
            inset = square.width() * 0.04
            icon = square.adjusted(inset, inset, -inset, -inset)
            self._icons.paint(painter, f"gestures/{content.gesture}", icon, colors.accent)
            return
        icon_name = {CardState.COMMITTED: "lock", CardState.LOCKED: "check"}.get(content.state, "shoot")
        color = colors.accent if content.state is CardState.LOCKED else colors.muted
        painter.setOpacity(0.4 if content.state is CardState.WAITING else 1.0)
        inset = square.width() * 0.27
        self._icons.paint(painter, icon_name, square.adjusted(inset, inset, -inset, -inset), color)
        painter.setOpacity(1.0)

    def _paint_image(self, painter: QPainter, square: QRectF, image: QImage) -> None:
        clip = QPainterPath()
        clip.addRoundedRect(square, _RADIUS, _RADIUS)
        painter.save()
        painter.setClipPath(clip)
        if self.content.is_mirrored:
            painter.translate(square.left() + square.right(), 0)
            painter.scale(-1, 1)
        painter.drawImage(square, image)
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
        self._icons.paint(painter, f"gestures/{self.content.gesture}", icon, colors.on_accent)


def _square(center: QPointF, side: float) -> QRectF:
    return QRectF(center.x() - side / 2, center.y() - side / 2, side, side)
