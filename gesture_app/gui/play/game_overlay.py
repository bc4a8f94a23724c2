"""Paints a scene over the live view."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QWidget

from gesture_app.gui.play.scenes import Announcement, Countdown, Emphasis, Scene
from gesture_app.gui.translation import translated
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
from gesture_app.gui.widgets.theme import VIDEO_ACCENT, VIDEO_PLATE, VIDEO_TEXT, Theme

_POP_S = 0.22
_COLORS = {Emphasis.NEUTRAL: VIDEO_TEXT, Emphasis.GOOD: VIDEO_ACCENT, Emphasis.HINT: VIDEO_TEXT}
_CIRCLE = 360 * 16
_TOP = 90 * 16
_BAND_SHARE = 0.16
"""Height of the countdown, as a share of the image."""


class GameOverlay:
    """Paints countdown, announcement, hint and dividing line.

    Args:
        view: The view, which is updated when the scene changes.
        icons: The icons.
        theme: Says whether words may move.
    """

    def __init__(self, view: QWidget, icons: IconSet, theme: Theme) -> None:
        self._view = view
        self._icons = icons
        self._theme = theme
        self._words = WordPainter()
        self.scene = Scene()

    def show(self, scene: Scene) -> None:
        """Set the scene to paint."""
        if scene != self.scene:
            self.scene = scene
            self._view.update()

    def paint(self, painter: QPainter, image_rect: QRectF) -> None:
        """Paint the scene over the image."""
        scene = self.scene
        unit = min(image_rect.height(), image_rect.width() * 0.75)
        if scene.half_names is not None:
            top = image_rect.top() if scene.countdown is None else countdown_band(image_rect).bottom()
            self._paint_half_names(painter, image_rect, scene.half_names, top)
        if scene.countdown is not None:
            self._paint_countdown(painter, countdown_band(image_rect), scene.countdown)
        if scene.announcement is not None:
            self._paint_announcement(painter, image_rect, unit, scene.announcement, scene.hint)
        elif scene.hint:
            self._paint_hint(painter, image_rect, scene.hint, 1.5)

    def _paint_half_names(self, painter: QPainter, image_rect: QRectF, names: tuple[str, str], top: float) -> None:
        middle = image_rect.center().x()
        for color, width in ((QColor(0, 0, 0, 150), 6.0), (QColor(VIDEO_TEXT), 2.0)):
            pen = QPen(color, width, Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([24 / width, 20 / width])
            painter.setPen(pen)
            painter.drawLine(QPointF(middle, image_rect.top()), QPointF(middle, image_rect.bottom()))
        font = self._text_font(1.25)
        y = top + self._view.fontMetrics().height() * 1.6
        for name, x in zip(names, (0.25, 0.75), strict=True):
            center = QPointF(image_rect.left() + image_rect.width() * x, y)
            paint_plate(painter, center, name, font, within=image_rect)

    def _paint_countdown(self, painter: QPainter, band: QRectF, countdown: Countdown) -> None:
        """Paint the word on the left of the band, and the row of discs on the right."""
        background = QColor(VIDEO_PLATE)
        background.setAlpha(200)
        painter.fillRect(band, background)
        count = len(countdown.words)
        gap = min(band.height() * 0.95, band.width() * 0.62 / count)
        row = QRectF(band.right() - gap * (count + 0.2), band.top(), gap * count, band.height())
        self._paint_row(painter, row, gap, countdown)
        word = _capital(translated(countdown.words[countdown.index]))
        room = QRectF(band.topLeft(), QPointF(row.left(), band.bottom()))
        font = fitted(font_of_height(self._view.font(), band.height() * 0.85), word, room.width() * 0.9)
        color = VIDEO_ACCENT if countdown.is_shoot else VIDEO_TEXT
        # Not beyond the band while it pops up.
        scale = min(1.0, self._pop_scale(countdown.word_s))
        self._words.paint(painter, room.center(), word, font, color=color, scale=scale)

    def _paint_row(self, painter: QPainter, row: QRectF, gap: float, countdown: Countdown) -> None:
        """Paint a disc for each word: those called have a coloured edge, the present one is large."""
        count = len(countdown.words)
        for index in range(count):
            is_now = index == countdown.index
            radius = gap * 0.36
            if is_now:
                radius *= 0.7 + 0.45 * min(1.0, self._pop_scale(countdown.word_s))
            middle = QPointF(row.left() + (index + 0.5) * gap, row.center().y())
            self._paint_disc(painter, middle, radius, called=index < countdown.index, now=is_now)
            name = f"gestures/{countdown.gestures[index]}" if index < count - 1 else "shoot"
            color = VIDEO_PLATE if is_now else VIDEO_TEXT
            self._icons.paint(painter, name, _square(middle, radius * 1.3), color)
            if is_now and countdown.is_shoot:
                self._paint_ring(painter, middle, radius * 1.1, countdown.time_left)

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

    def _paint_announcement(
        self, painter: QPainter, image_rect: QRectF, unit: float, announcement: Announcement, hint: str
    ) -> None:
        hint_height = self._view.fontMetrics().height() * 2.6 if hint else 0.0
        title_height = unit * 0.19
        width = image_rect.width() * 0.92
        font = self._detail_font(unit)
        lines = broken(announcement.detail, font, width, self._view.fontMetrics().height() * 0.75)
        font = fitted(font, max(lines, key=len), width)
        line_height = font.pixelSize() * 1.5
        detail_height = line_height * len(lines)
        bottom = image_rect.bottom() - hint_height - unit * 0.03
        shade = QRectF(image_rect)
        shade.setTop(bottom - (title_height + detail_height) * 1.55)
        paint_shade(painter, shade, strength=225)
        painter.setOpacity(min(1.0, announcement.shown_s / _POP_S))
        middle = image_rect.center().x()
        for number, line in enumerate(lines):
            center = QPointF(middle, bottom - detail_height + (number + 0.5) * line_height)
            self._words.paint(painter, center, line, font)
        font = fitted(font_of_height(self._view.font(), title_height), announcement.title, width)
        center = QPointF(middle, bottom - detail_height - title_height * 0.5)
        scale = self._pop_scale(announcement.shown_s)
        self._words.paint(painter, center, announcement.title, font, color=_COLORS[announcement.emphasis], scale=scale)
        painter.setOpacity(1.0)
        if hint:
            self._paint_hint(painter, image_rect, hint)

    def _pop_scale(self, elapsed_s: float) -> float:
        return 1.0 if self._theme.reduces_motion else pop_scale(elapsed_s, _POP_S)

    def _paint_hint(self, painter: QPainter, image_rect: QRectF, hint: str, size: float = 1.15) -> None:
        y = image_rect.bottom() - self._view.fontMetrics().height() * 1.5 * size
        paint_plate(painter, QPointF(image_rect.center().x(), y), hint, self._text_font(size), within=image_rect)

    def _detail_font(self, unit: float) -> QFont:
        font = font_of_height(self._view.font(), max(unit * 0.075, self._view.fontMetrics().height() * 1.2))
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _text_font(self, factor: float) -> QFont:
        return font_of_height(self._view.font(), self._view.fontMetrics().height() * factor)


def countdown_band(image_rect: QRectF) -> QRectF:
    """The area of the countdown: along the upper edge of the image, where no hand is held."""
    height = min(image_rect.height() * _BAND_SHARE, image_rect.width() * _BAND_SHARE * 0.75)
    return QRectF(image_rect.topLeft(), QSizeF(image_rect.width(), height))


def _square(center: QPointF, side: float) -> QRectF:
    return QRectF(center.x() - side / 2, center.y() - side / 2, side, side)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
