"""Paints the match over the picture."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QWidget

from gesture_app.gui.play.scenes import Announcement, Countdown, Mood, Scene
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.painting import (
    WordPainter,
    broken,
    fitted,
    font_of_height,
    paint_plate,
    paint_shade,
    pop_scale,
)
from gesture_app.gui.widgets.theme import VIDEO_ACCENT, VIDEO_PLATE, VIDEO_TEXT

_POP_S = 0.22
_MOOD_COLORS = {Mood.NEUTRAL: VIDEO_TEXT, Mood.GOOD: VIDEO_ACCENT, Mood.HINT: VIDEO_TEXT}
_CIRCLE = 360 * 16
_TOP = 90 * 16


class StageLayer:
    """Countdown, verdict and dividing line, over whatever the view shows.

    Args:
        view: Told to paint again when the scene changes.
        icons: The gestures' drawings.
    """

    def __init__(self, view: QWidget, icons: IconSet) -> None:
        self._view = view
        self._icons = icons
        self._words = WordPainter()
        self.scene = Scene()

    def show(self, scene: Scene) -> None:
        """Paint this from now on."""
        if scene != self.scene:
            self.scene = scene
            self._view.update()

    def paint(self, painter: QPainter, picture: QRectF) -> None:
        """Paint the scene over the picture."""
        scene = self.scene
        unit = min(picture.height(), picture.width() * 0.75)
        if scene.halves is not None:
            self._paint_halves(painter, picture, scene.halves)
        if scene.countdown is not None:
            self._paint_countdown(painter, picture, unit, scene.countdown)
        if scene.verdict is not None:
            self._paint_verdict(painter, picture, unit, scene.verdict, scene.hint)
        elif scene.hint:
            self._paint_hint(painter, picture, scene.hint, 1.5)

    def _paint_halves(self, painter: QPainter, picture: QRectF, names: tuple[str, str]) -> None:
        middle = picture.center().x()
        for color, width in ((QColor(0, 0, 0, 150), 6.0), (QColor(VIDEO_TEXT), 2.0)):
            pen = QPen(color, width, Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([24 / width, 20 / width])
            painter.setPen(pen)
            painter.drawLine(QPointF(middle, picture.top()), QPointF(middle, picture.bottom()))
        font = self._text_font(1.25)
        y = picture.top() + self._view.fontMetrics().height() * 1.6
        for name, x in zip(names, (0.25, 0.75), strict=True):
            center = QPointF(picture.left() + picture.width() * x, y)
            paint_plate(painter, center, name, font, within=picture)

    def _paint_countdown(self, painter: QPainter, picture: QRectF, unit: float, countdown: Countdown) -> None:
        shade = QRectF(picture)
        shade.setTop(picture.bottom() - unit * 0.48)
        paint_shade(painter, shade)
        row = QPointF(picture.center().x(), picture.bottom() - unit * 0.1)
        self._paint_row(painter, row, unit, countdown)
        word = countdown.words[countdown.index]
        height = unit * (0.26 if countdown.is_shoot else 0.19)
        font = fitted(font_of_height(self._view.font(), height), word, picture.width() * 0.9)
        color = VIDEO_ACCENT if countdown.is_shoot else VIDEO_TEXT
        center = QPointF(picture.center().x(), picture.bottom() - unit * 0.285)
        self._words.paint(painter, center, _capital(word), font, color=color, scale=pop_scale(countdown.word_s, _POP_S))

    def _paint_row(self, painter: QPainter, center: QPointF, unit: float, countdown: Countdown) -> None:
        """One disc a word: those called are filled, the one being called is large."""
        gap = unit * 0.15
        count = len(countdown.words)
        for index in range(count):
            is_now = index == countdown.index
            radius = unit * 0.055
            if is_now:
                radius *= 0.7 + 0.6 * pop_scale(countdown.word_s, _POP_S)
            middle = QPointF(center.x() + (index - (count - 1) / 2) * gap, center.y())
            self._paint_disc(painter, middle, radius, called=index < countdown.index, now=is_now)
            name = f"gestures/{countdown.gestures[index]}" if index < count - 1 else "shoot"
            color = VIDEO_PLATE if is_now else VIDEO_TEXT
            self._icons.paint(painter, name, _square(middle, radius * 1.3), color)
            if is_now and countdown.is_shoot:
                self._paint_ring(painter, middle, radius * 1.18, countdown.time_left)

    def _paint_disc(self, painter: QPainter, middle: QPointF, radius: float, *, called: bool, now: bool) -> None:
        fill = QColor(VIDEO_ACCENT if now else VIDEO_PLATE)
        fill.setAlpha(255 if now else 190)
        painter.setBrush(fill)
        edge = QColor(VIDEO_ACCENT if called or now else VIDEO_TEXT)
        edge.setAlpha(255 if called or now else 90)
        painter.setPen(QPen(edge, max(1.5, radius * 0.08)))
        painter.drawEllipse(middle, radius, radius)

    def _paint_ring(self, painter: QPainter, middle: QPointF, radius: float, share: float) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(VIDEO_TEXT), radius * 0.14, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(_square(middle, radius * 2), _TOP, round(_CIRCLE * share))

    def _paint_verdict(self, painter: QPainter, picture: QRectF, unit: float, verdict: Announcement, hint: str) -> None:
        hint_height = self._view.fontMetrics().height() * 2.6 if hint else 0.0
        title_height = unit * 0.19
        width = picture.width() * 0.92
        font = self._detail_font(unit)
        lines = broken(verdict.detail, font, width, self._view.fontMetrics().height() * 0.75)
        font = fitted(font, max(lines, key=len), width)
        line_height = font.pixelSize() * 1.5
        detail_height = line_height * len(lines)
        bottom = picture.bottom() - hint_height - unit * 0.03
        shade = QRectF(picture)
        shade.setTop(bottom - (title_height + detail_height) * 1.55)
        paint_shade(painter, shade, strength=225)
        painter.setOpacity(min(1.0, verdict.shown_s / _POP_S))
        middle = picture.center().x()
        for number, line in enumerate(lines):
            place = QPointF(middle, bottom - detail_height + (number + 0.5) * line_height)
            self._words.paint(painter, place, line, font)
        font = fitted(font_of_height(self._view.font(), title_height), verdict.title, width)
        center = QPointF(middle, bottom - detail_height - title_height * 0.5)
        scale = pop_scale(verdict.shown_s, _POP_S)
        self._words.paint(painter, center, verdict.title, font, color=_MOOD_COLORS[verdict.mood], scale=scale)
        painter.setOpacity(1.0)
        if hint:
            self._paint_hint(painter, picture, hint)

    def _paint_hint(self, painter: QPainter, picture: QRectF, hint: str, size: float = 1.15) -> None:
        y = picture.bottom() - self._view.fontMetrics().height() * 1.5 * size
        paint_plate(painter, QPointF(picture.center().x(), y), hint, self._text_font(size), within=picture)

    def _detail_font(self, unit: float) -> QFont:
        font = font_of_height(self._view.font(), max(unit * 0.075, self._view.fontMetrics().height() * 1.2))
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _text_font(self, factor: float) -> QFont:
        return font_of_height(self._view.font(), self._view.fontMetrics().height() * factor)


def _square(center: QPointF, side: float) -> QRectF:
    return QRectF(center.x() - side / 2, center.y() - side / 2, side, side)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
