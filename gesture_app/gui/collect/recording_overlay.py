"""Overlay of the video that shows the state of recording."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from gesture_app.gui.widgets.painting import WordPainter, broken, fitted, font_of_height, paint_plate
from gesture_app.gui.widgets.theme import VIDEO_ACCENT, VIDEO_PLATE, VIDEO_TEXT
from gesture_app.gui.widgets.video_view import VideoView
from gesture_app.pipeline.sample_tap import recorded_reading

RECORDING_COLOR = "#ff5c5c"
"""Outline of the recorded hand: red, like the lamp of a camera."""

_OUTLINE_MARGIN = 0.1
"""Distance between hand and outline, relative to the extent of the hand."""
_CORNER_SHARE = 0.2
_BAND_SHARE = 0.16
"""Height of the band of the countdown, relative to the picture."""


@dataclass(frozen=True)
class OverlayContent:
    """Content of the overlay.

    Attributes:
        badge: Text about the recorded label; empty when idle.
        countdown: Number of the countdown; 0 if there is none.
        word: Text beside that number.
        share: Completed fraction of a burst, 0 to 1; None if there is none.
        message: A refusal or another problem; empty if there is none.
        hint: Advice that is shown if there is no message.
        is_outlined: Whether the hand to record is outlined.
        is_recording: Whether the outline has the colour of a running recording.
    """

    badge: str = ""
    countdown: int = 0
    word: str = ""
    share: float | None = None
    message: str = ""
    hint: str = ""
    is_outlined: bool = False
    is_recording: bool = False


class RecordingOverlay:
    """Paints outline, badge, countdown and messages over a video view.

    Args:
        view: The video view; it is repainted when the content changes.
    """

    def __init__(self, view: VideoView) -> None:
        self._view = view
        self._text_painter = WordPainter()
        self.content = OverlayContent()

    def show(self, content: OverlayContent) -> None:
        """Set the content and repaint."""
        if content != self.content:
            self.content = content
            self._view.update()

    def paint(self, painter: QPainter, image_rect: QRectF) -> None:
        """Paint the content over the image."""
        content = self.content
        if content.is_outlined:
            self._paint_outline(painter, image_rect)
        if content.badge:
            self._paint_badge(painter, image_rect, content.badge)
        if content.share is not None and not content.countdown:
            self._paint_share(painter, image_rect, content.share)
        if content.countdown:
            self._paint_countdown(painter, image_rect)
        elif content.message or content.hint:
            self._paint_text(painter, image_rect)

    def _paint_text(self, painter: QPainter, image_rect: QRectF) -> None:
        """Paint the message or else the hint, on two lines if it is long."""
        content, line = self.content, self._view.fontMetrics().height()
        font = self._font(1.35)
        width = image_rect.width() - 3 * line
        lines = broken(content.message or content.hint, font, width, font.pixelSize() * 0.9)
        font = fitted(font, max(lines, key=len), width)
        color = VIDEO_ACCENT if content.message else VIDEO_TEXT
        bottom = image_rect.bottom() - line * 2.2
        for number, text in enumerate(reversed(lines)):
            center = QPointF(image_rect.center().x(), bottom - number * line * 2.0)
            paint_plate(painter, center, text, font, color=color, within=image_rect)

    def _paint_outline(self, painter: QPainter, image_rect: QRectF) -> None:
        result = self._view.result
        reading = None if result is None else recorded_reading(result)
        if result is None or reading is None:
            return
        left, top, right, bottom = reading.hand.box_xyxy_px
        corners = (self._view.to_view(x, y, result.resolution_wh) for x, y in ((left, top), (right, bottom)))
        box = QRectF(*corners).normalized()
        margin = max(box.width(), box.height()) * _OUTLINE_MARGIN
        box = box.adjusted(-margin, -margin, margin, margin).intersected(image_rect.adjusted(2, 2, -2, -2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        color = QColor(RECORDING_COLOR if self.content.is_recording else VIDEO_TEXT)
        for edge, width in ((QColor(0, 0, 0, 150), 8.0), (color, 4.0)):
            painter.setPen(QPen(edge, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
            painter.drawPath(_corners(box))

    def _paint_badge(self, painter: QPainter, image_rect: QRectF, text: str) -> None:
        font = self._font(1.2)
        line = self._view.fontMetrics().height()
        center = QPointF(image_rect.center().x(), image_rect.top() + line * 1.5)
        plate = paint_plate(painter, center, f"     {text}", font, within=image_rect)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(RECORDING_COLOR))
        radius = plate.height() * 0.19
        painter.drawEllipse(QPointF(plate.left() + plate.height() * 0.55, plate.center().y()), radius, radius)

    def _paint_share(self, painter: QPainter, image_rect: QRectF, share: float) -> None:
        height = max(5.0, image_rect.height() * 0.012)
        track = QRectF(image_rect.left(), image_rect.bottom() - height, image_rect.width(), height)
        painter.fillRect(track, QColor(VIDEO_PLATE))
        track.setWidth(track.width() * share)
        painter.fillRect(track, QColor(RECORDING_COLOR))

    def _paint_countdown(self, painter: QPainter, image_rect: QRectF) -> None:
        """Paint a band along the upper edge, which leaves the hand free: the number, and what comes."""
        height = min(image_rect.height(), image_rect.width() * 0.75) * _BAND_SHARE
        band = QRectF(image_rect.left(), image_rect.top(), image_rect.width(), height)
        background = QColor(VIDEO_PLATE)
        background.setAlpha(200)
        painter.fillRect(band, background)
        center = QPointF(band.left() + height * 0.7, band.center().y())
        number = font_of_height(self._view.font(), height * 0.9)
        self._text_painter.paint(painter, center, str(self.content.countdown), number, color=VIDEO_ACCENT)
        rest = band.adjusted(height * 1.4, 0, -height * 0.4, 0)
        painter.setFont(fitted(self._font(1.6), self.content.word, rest.width()))
        painter.setPen(QColor(VIDEO_TEXT))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rest, left, self.content.word)

    def _font(self, factor: float) -> QFont:
        return font_of_height(self._view.font(), self._view.fontMetrics().height() * factor)


def _corners(box: QRectF) -> QPainterPath:
    """The four corners of a box, as in a viewfinder; the text above the hand stays readable."""
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
