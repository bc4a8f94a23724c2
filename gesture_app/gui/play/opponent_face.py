"""The face of the computer's opponent, painted by its mood, with what it says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from gesture_app.domain.game.opponent_moods import Mood

_INK = QColor("#1b1f24")
_LIGHT = QColor("#ffffff")

Paint = Callable[[QPainter], None]
"""Paints in a square from -1 to 1."""


@dataclass(frozen=True)
class Look:
    """What tells an opponent's face from the others.

    Attributes:
        skin: Colour of the face.
        is_square: Whether the face is a rounded square.
        extra: Paints hair, hat or glasses over the face.
    """

    skin: str
    extra: Paint
    is_square: bool = False


def _ink(width: float = 0.09) -> QPen:
    return QPen(_INK, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _tuft(painter: QPainter) -> None:
    painter.setPen(_ink(0.11))
    for x in (-0.16, 0.0, 0.16):
        painter.drawLine(QPointF(0.0, -0.72), QPointF(x * 1.6, -0.98))


def _pips(painter: QPainter) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_INK)
    for x in (-0.58, 0.58):
        for y in (-0.58, 0.58):
            painter.drawEllipse(QPointF(x, y), 0.1, 0.1)


def _glasses(painter: QPainter) -> None:
    painter.setPen(_ink(0.08))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for x in (-0.3, 0.3):
        painter.drawEllipse(QPointF(x, -0.12), 0.23, 0.23)
    painter.drawLine(QPointF(-0.08, -0.12), QPointF(0.08, -0.12))


def _hat(painter: QPainter) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#5a3d23"))
    painter.drawRoundedRect(QRectF(-0.85, -0.66, 1.7, 0.16), 0.08, 0.08)
    painter.drawRoundedRect(QRectF(-0.48, -0.98, 0.96, 0.4), 0.14, 0.14)


def _turban(painter: QPainter) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#4b2e83"))
    dome = QPainterPath(QPointF(-0.78, -0.36))
    dome.cubicTo(-0.8, -1.15, 0.8, -1.15, 0.78, -0.36)
    dome.quadTo(0.0, -0.7, -0.78, -0.36)
    painter.drawPath(dome)
    painter.setBrush(QColor("#ffd84d"))
    painter.drawEllipse(QPointF(0.0, -0.66), 0.13, 0.13)


LOOKS: Mapping[str, Look] = MappingProxyType(
    {
        "kid": Look("#ffd9a8", _tuft),
        "random": Look("#f2f4f7", _pips, is_square=True),
        "frequency": Look("#9fd8c0", _glasses),
        "markov": Look("#e8b88a", _hat),
        "mind-reader": Look("#c9b6f2", _turban),
    }
)
_OTHER = Look("#cfd6de", _tuft)

_SMILES = {
    Mood.FRIENDLY: 0.16,
    Mood.THINKING: 0.0,
    Mood.HAPPY: 0.3,
    Mood.PROUD: 0.3,
    Mood.IMPRESSED: 0.2,
}
"""How far the corners of the mouth are above its middle."""


class OpponentFace(QWidget):
    """A face of a few lines. Nothing moves, so that it needs no reduced motion.

    Args:
        parent: The widget it lies in.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.opponent = ""
        self.mood = Mood.FRIENDLY
        side = round(self.fontMetrics().height() * 2.4)
        self.setFixedSize(side, side)

    def show_face(self, opponent: str, mood: Mood) -> None:
        """Show an opponent in a mood."""
        if (opponent, mood) != (self.opponent, self.mood):
            self.opponent, self.mood = opponent, mood
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the face."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_face(painter, QRectF(self.rect()), self.opponent, self.mood)
        painter.end()


def paint_face(painter: QPainter, square: QRectF, opponent: str, mood: Mood = Mood.FRIENDLY) -> None:
    """Paint face, eyes and mouth of an opponent, and what is special about it.

    Args:
        painter: The painter.
        square: The area to fill.
        opponent: Short name of the opponent.
        mood: How it looks.
    """
    look = LOOKS.get(opponent, _OTHER)
    painter.save()
    painter.translate(square.center())
    painter.scale(square.width() / 2.1, square.height() / 2.1)
    painter.setPen(_ink(0.05))
    painter.setBrush(QColor(look.skin))
    face = QRectF(-0.8, -0.78, 1.6, 1.6)
    if look.is_square:
        painter.drawRoundedRect(face, 0.3, 0.3)
    else:
        painter.drawEllipse(face)
    _paint_eyes(painter, mood)
    _paint_mouth(painter, mood)
    look.extra(painter)
    painter.restore()


def _paint_eyes(painter: QPainter, mood: Mood) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    is_wide = mood in {Mood.SURPRISED, Mood.IMPRESSED}
    aside = 0.08 if mood is Mood.THINKING else 0.0
    for x in (-0.3, 0.3):
        painter.setBrush(_LIGHT)
        painter.drawEllipse(QPointF(x, -0.12), 0.17, 0.21 if is_wide else 0.16)
        painter.setBrush(_INK)
        painter.drawEllipse(QPointF(x + aside, -0.12 - aside), 0.08, 0.08)
    if mood is Mood.PROUD:
        painter.setPen(_ink(0.07))
        painter.drawLine(QPointF(-0.46, -0.36), QPointF(-0.18, -0.3))
        painter.drawLine(QPointF(0.46, -0.36), QPointF(0.18, -0.3))


def _paint_mouth(painter: QPainter, mood: Mood) -> None:
    painter.setPen(_ink())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if mood is Mood.SURPRISED:
        painter.setBrush(_INK)
        painter.drawEllipse(QPointF(0.0, 0.38), 0.1, 0.13)
        return
    smile = _SMILES[mood]
    mouth = QPainterPath(QPointF(-0.32, 0.42 - smile))
    mouth.quadTo(0.0, 0.42 + smile, 0.32, 0.42 - smile)
    painter.drawPath(mouth)


class OpponentBar(QWidget):
    """The face with a line of text.

    Args:
        parent: The widget it lies in.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.face = OpponentFace()
        self.line = QLabel()
        self.line.setWordWrap(True)
        self.line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.face)
        row.addWidget(self.line, 1)
        self.hide()

    def show_opponent(self, opponent: str, title: str, mood: Mood, line: str) -> None:
        """Show an opponent.

        Args:
            opponent: Its short name; empty hides it.
            title: Its title.
            mood: How it looks.
            line: What it says; empty leaves the last words.
        """
        self.setVisible(bool(opponent))
        if opponent != self.face.opponent:
            self.line.clear()
        self.face.show_face(opponent, mood)
        if line:
            self.line.setText(f"“{line}”")
        self.face.setAccessibleName(title)
        self.face.setAccessibleDescription(self.line.text())
