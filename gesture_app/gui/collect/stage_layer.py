"""Paints over the picture what recording does with it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from gesture_app.gui.widgets.painting import WordPainter, broken, fitted, font_of_height, paint_plate, paint_shade
from gesture_app.gui.widgets.theme import VIDEO_ACCENT, VIDEO_PLATE, VIDEO_TEXT
from gesture_app.gui.widgets.video_view import VideoView
from gesture_app.pipeline.sample_tap import recorded_reading

RECORDING_COLOR = "#ff5c5c"
"""Around the hand that is being recorded: red, as the lamps of cameras are."""

_ROOM = 0.1
"""Space between hand and outline, in extents of the hand."""
_CORNER_SHARE = 0.2


@dataclass(frozen=True)
class StageScene:
    """What is painted over the picture.

    Attributes:
        badge: What is being recorded; empty at rest.
        countdown: A number to count with; 0 for none.
        word: What stands below that number.
        share: How much of a burst is done, 0 to 1; None for no burst.
        message: A refusal or a trouble; empty for none.
        hint: What can be done, while there is nothing else to say.
        is_outlined: Whether the hand that is recorded, or would be, is marked.
        is_recording: Whether that mark says that it is being recorded.
    """

    badge: str = ""
    countdown: int = 0
    word: str = ""
    share: float | None = None
    message: str = ""
    hint: str = ""
    is_outlined: bool = False
    is_recording: bool = False


class StageLayer:
    """Outline, badge, countdown and refusals, over whatever the view shows.

    Args:
        view: What it is painted over; told to paint again when the scene changes.
    """

    def __init__(self, view: VideoView) -> None:
        self._view = view
        self._words = WordPainter()
        self.scene = StageScene()

    def show(self, scene: StageScene) -> None:
        """Paint this from now on."""
        if scene != self.scene:
            self.scene = scene
            self._view.update()

    def paint(self, painter: QPainter, picture: QRectF) -> None:
        """Paint the scene over the picture."""
        scene = self.scene
        if scene.is_outlined:
            self._paint_outline(painter, picture)
        if scene.badge:
            self._paint_badge(painter, picture, scene.badge)
        if scene.share is not None and not scene.countdown:
            self._paint_share(painter, picture, scene.share)
        if scene.countdown:
            self._paint_countdown(painter, picture)
        elif scene.message or scene.hint:
            self._paint_text(painter, picture)

    def _paint_text(self, painter: QPainter, picture: QRectF) -> None:
        """The message, or else the hint: on two lines where it would become small on one."""
        scene, line = self.scene, self._view.fontMetrics().height()
        font = self._font(1.35)
        width = picture.width() - 3 * line
        lines = broken(scene.message or scene.hint, font, width, font.pixelSize() * 0.9)
        font = fitted(font, max(lines, key=len), width)
        color = VIDEO_ACCENT if scene.message else VIDEO_TEXT
        bottom = picture.bottom() - line * 2.2
        for number, text in enumerate(reversed(lines)):
            center = QPointF(picture.center().x(), bottom - number * line * 2.0)
            paint_plate(painter, center, text, font, color=color, within=picture)

    def _paint_outline(self, painter: QPainter, picture: QRectF) -> None:
        result = self._view.result
        reading = None if result is None else recorded_reading(result)
        if result is None or reading is None:
            return
        left, top, right, bottom = reading.hand.box_xyxy_px
        corners = (self._view.to_view(x, y, result.resolution_wh) for x, y in ((left, top), (right, bottom)))
        box = QRectF(*corners).normalized()
        margin = max(box.width(), box.height()) * _ROOM
        box = box.adjusted(-margin, -margin, margin, margin).intersected(picture.adjusted(2, 2, -2, -2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        color = QColor(RECORDING_COLOR if self.scene.is_recording else VIDEO_TEXT)
        for edge, width in ((QColor(0, 0, 0, 150), 8.0), (color, 4.0)):
            painter.setPen(QPen(edge, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
            painter.drawPath(_corners(box))

    def _paint_badge(self, painter: QPainter, picture: QRectF, text: str) -> None:
        font = self._font(1.2)
        line = self._view.fontMetrics().height()
        center = QPointF(picture.center().x(), picture.top() + line * 1.5)
        plate = paint_plate(painter, center, f"     {text}", font, within=picture)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(RECORDING_COLOR))
        radius = plate.height() * 0.19
        painter.drawEllipse(QPointF(plate.left() + plate.height() * 0.55, plate.center().y()), radius, radius)

    def _paint_share(self, painter: QPainter, picture: QRectF, share: float) -> None:
        height = max(5.0, picture.height() * 0.012)
        track = QRectF(picture.left(), picture.bottom() - height, picture.width(), height)
        painter.fillRect(track, QColor(VIDEO_PLATE))
        track.setWidth(track.width() * share)
        painter.fillRect(track, QColor(RECORDING_COLOR))

    def _paint_countdown(self, painter: QPainter, picture: QRectF) -> None:
        unit = min(picture.height(), picture.width() * 0.75)
        shade = QRectF(picture)
        shade.setTop(picture.center().y() - unit * 0.1)
        paint_shade(painter, shade)
        center = QPointF(picture.center().x(), picture.bottom() - unit * 0.36)
        number = font_of_height(self._view.font(), unit * 0.34)
        self._words.paint(painter, center, str(self.scene.countdown), number, color=VIDEO_ACCENT)
        below = QPointF(center.x(), picture.bottom() - unit * 0.12)
        paint_plate(painter, below, self.scene.word, self._font(1.35), within=picture)

    def _font(self, factor: float) -> QFont:
        return font_of_height(self._view.font(), self._view.fontMetrics().height() * factor)


def _corners(box: QRectF) -> QPainterPath:
    """The four corners of a box, as in a viewfinder: they leave room for what is written above the hand."""
    reach = min(box.width(), box.height()) * _CORNER_SHARE
    path = QPainterPath()
    for corner, x_sign, y_sign in (
        (box.topLeft(), 1, 1),
        (box.topRight(), -1, 1),
        (box.bottomRight(), -1, -1),
        (box.bottomLeft(), 1, -1),
    ):
        path.moveTo(corner + QPointF(0, y_sign * reach))
        path.lineTo(corner)
        path.lineTo(corner + QPointF(x_sign * reach, 0))
    return path
