"""The picture, with what was recognized in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gesture_app.domain.frames.frame import Frame, FrameResult
from gesture_app.gui.widgets.frame_image import frame_to_image
from gesture_app.gui.widgets.hand_overlay import draw_labels, draw_skeleton
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.theme import VIDEO_BACKGROUND, VIDEO_PLATE, VIDEO_TEXT
from gesture_app.pipeline.metrics import DurationWindow

_BONE_SHARE = 1 / 130
_MIN_BONE_PX = 2.0
_DIM = QColor(0, 0, 0, 150)
_CORNER_PX = 12


class Layer(Protocol):
    """What a page paints over the picture."""

    def paint(self, painter: QPainter, picture: QRectF) -> None:
        """Paint in the view's coordinates; ``picture`` is where the picture is."""
        ...


class VideoView(QWidget):
    """Shows the newest frame as large as fits, and over it the newest result that belongs to it.

    Args:
        icons: The program's drawings.
        clock: The clock of ``captured_s``, to measure what passes between capture and paint.
        parent: The widget it lies in.
    """

    shown = Signal()
    """It was hidden, and is not any more."""

    def __init__(self, icons: IconSet, clock: Callable[[], float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._clock = clock
        self._image: QImage | None = None
        self._frame_seq: int | None = None
        self._result: FrameResult | None = None
        self._painted_result: FrameResult | None = None
        self._mirror = False
        self._message = ""
        self._note = ""
        self._layers: list[Layer] = []
        self.latency = DurationWindow()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(280, 210)
        self.setAccessibleName("Camera picture")

    def sizeHint(self) -> QSize:
        """A common camera's size."""
        return QSize(960, 720)

    @property
    def frame_seq(self) -> int | None:
        """The number of the frame on show."""
        return self._frame_seq

    @property
    def result(self) -> FrameResult | None:
        """The result drawn over it."""
        return self._result

    @property
    def mirror(self) -> bool:
        """Whether the picture is shown as in a mirror."""
        return self._mirror

    @property
    def message(self) -> str:
        """What is written over the picture, or instead of it."""
        return self._message

    def set_frame(self, frame: Frame) -> None:
        """Show another frame. It is copied."""
        self._image = frame_to_image(frame)
        self._frame_seq = frame.seq
        self.update()

    def set_result(self, result: FrameResult | None) -> None:
        """Draw this result over the picture; None draws nothing."""
        if result is not self._result:
            self._result = result
            self.update()

    def set_mirror(self, mirror: bool) -> None:
        """Show the picture as in a mirror, with readable text."""
        self._mirror = mirror
        self.update()

    def set_message(self, message: str) -> None:
        """Write something large in the middle and dim the picture; an empty text ends that."""
        if message != self._message:
            self._message = message
            self.setAccessibleDescription(message)
            self.update()

    def set_note(self, note: str) -> None:
        """Write something small into the corner; an empty text ends that."""
        if note != self._note:
            self._note = note
            self.update()

    def add_layer(self, layer: Layer) -> None:
        """Have something painted over picture and hands, while no message hides them."""
        self._layers.append(layer)

    def clear(self) -> None:
        """Forget frame, result and measurements, as for another source."""
        self._image = self._frame_seq = self._result = self._painted_result = None
        self.latency.clear()
        self.update()

    def picture_rect(self) -> QRectF:
        """Where the picture is in the widget: as large as fits, in its own proportions."""
        area = QRectF(self.rect())
        if self._image is None:
            return area
        scale = min(area.width() / self._image.width(), area.height() / self._image.height())
        rect = QRectF(0, 0, self._image.width() * scale, self._image.height() * scale)
        rect.moveCenter(area.center())
        return rect

    def to_view(self, x_px: float, y_px: float, resolution_wh: tuple[int, int]) -> QPointF:
        """Where a point of a frame is in the widget, mirrored if the picture is."""
        rect = self.picture_rect()
        across = x_px / resolution_wh[0]
        if self._mirror:
            across = 1 - across
        return QPointF(rect.left() + across * rect.width(), rect.top() + y_px / resolution_wh[1] * rect.height())

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that it is shown."""
        super().showEvent(event)
        self.shown.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint background, picture, hands and messages, and measure how old the shown labels are."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(VIDEO_BACKGROUND))
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        rect = self.picture_rect()
        if self._image is not None:
            self._paint_image(painter, self._image, rect)
        if self._result is not None and not self._message:
            self._paint_hands(painter, self._result, rect)
        for layer in () if self._message else self._layers:
            painter.save()
            layer.paint(painter, rect)
            painter.restore()
        if self._message:
            self._paint_message(painter, rect)
        elif self._note:
            self._paint_note(painter)
        self._round_corners(painter)
        painter.end()
        self._measure_latency()

    def _paint_image(self, painter: QPainter, image: QImage, rect: QRectF) -> None:
        painter.save()
        if self._mirror:
            painter.translate(rect.left() + rect.right(), 0)
            painter.scale(-1, 1)
        painter.drawImage(rect, image)
        painter.restore()

    def _paint_hands(self, painter: QPainter, result: FrameResult, rect: QRectF) -> None:
        def to_view(x_px: float, y_px: float) -> QPointF:
            return self.to_view(x_px, y_px, result.resolution_wh)

        unit = max(_MIN_BONE_PX, min(rect.width(), rect.height()) * _BONE_SHARE)
        font = self._font(1.15, bold=True)
        painter.save()
        painter.setClipRect(rect)
        for reading in result.hands:
            draw_skeleton(painter, reading.hand, to_view, unit)
        draw_labels(painter, result.hands, to_view, picture=rect, font=font, icons=self._icons)
        painter.restore()

    def _paint_message(self, painter: QPainter, rect: QRectF) -> None:
        if self._image is not None:
            painter.fillRect(rect, _DIM)
        painter.setPen(QColor(VIDEO_TEXT))
        painter.setFont(self._font(1.7))
        margin = _CORNER_PX * 2
        area = rect.adjusted(margin, margin, -margin, -margin)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._message)

    def _paint_note(self, painter: QPainter) -> None:
        font = self._font(1.0)
        metrics = QFontMetricsF(font)
        pad = metrics.height() * 0.5
        text = metrics.elidedText(self._note, Qt.TextElideMode.ElideRight, max(0.0, self.width() - 6 * pad))
        plate = QRectF(0, 0, metrics.horizontalAdvance(text) + 2 * pad, metrics.height() + pad)
        plate.moveBottomLeft(QPointF(pad, self.height() - pad))
        color = QColor(VIDEO_PLATE)
        color.setAlpha(215)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRoundedRect(plate, pad / 2, pad / 2)
        painter.setPen(QColor(VIDEO_TEXT))
        painter.setFont(font)
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)

    def _round_corners(self, painter: QPainter) -> None:
        """Paint the window's colour over the corners: cheaper than clipping the picture."""
        corners = QPainterPath()
        corners.addRect(QRectF(self.rect()))
        rounded = QPainterPath()
        rounded.addRoundedRect(QRectF(self.rect()), _CORNER_PX, _CORNER_PX)
        painter.fillPath(corners.subtracted(rounded), self.palette().window())

    def _font(self, factor: float, *, bold: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * factor)
        font.setBold(bold)
        return font

    def _measure_latency(self) -> None:
        """From the frame's capture to now, once for every result that reaches the screen."""
        if self._result is not None and self._result is not self._painted_result:
            self._painted_result = self._result
            self.latency.add((self._clock() - self._result.captured_s) * 1000)
