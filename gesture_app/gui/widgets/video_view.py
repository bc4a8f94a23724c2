"""Widget that shows video frames with the recognized hands drawn over them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gesture_app.domain.frames.frame import Frame, FrameResult
from gesture_app.gui.translation import tr
from gesture_app.gui.widgets.frame_image import frame_to_image
from gesture_app.gui.widgets.hand_overlay import draw_labels, draw_skeleton
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.theme import VIDEO_BACKGROUND, VIDEO_PLATE, VIDEO_TEXT
from gesture_app.pipeline.metrics import DurationWindow

_BONE_SHARE = 1 / 130
_MIN_BONE_PX = 2.0
_LABEL_SHARE = 0.04
"""Least height of a hand's label, as a share of the frame."""
_DIM = QColor(0, 0, 0, 150)
_CORNER_PX = 12


class Overlay(Protocol):
    """Painted over the frame by a page."""

    def paint(self, painter: QPainter, image_rect: QRectF, /) -> None:
        """Paint in the view's coordinates; ``image_rect`` is the area of the frame."""
        ...


class VideoView(QWidget):
    """Shows a frame as large as fits, with the hands of a result drawn over it.

    Attributes:
        latency: Milliseconds from a frame's capture until its result is painted.

    Args:
        icons: The program's icons.
        clock: Monotonic seconds, the clock of ``Frame.captured_s``.
        parent: Parent widget.
    """

    shown = Signal()
    """The widget was hidden and has become visible."""

    def __init__(self, icons: IconSet, clock: Callable[[], float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._clock = clock
        self._image: QImage | None = None
        self._frame_seq: int | None = None
        self._result: FrameResult | None = None
        self._painted_result: FrameResult | None = None
        self._mirror = False
        self._shows_skeleton = True
        self._message = ""
        self._note = ""
        self._overlays: list[Overlay] = []
        self.latency = DurationWindow()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(280, 210)
        self.setAccessibleName(tr("Camera picture"))

    def sizeHint(self) -> QSize:
        """Size of a common camera frame, 960 x 720."""
        return QSize(960, 720)

    @property
    def frame_seq(self) -> int | None:
        """Sequence number of the shown frame; None without one."""
        return self._frame_seq

    @property
    def result(self) -> FrameResult | None:
        """The result drawn over the frame."""
        return self._result

    @property
    def mirror(self) -> bool:
        """Whether the frame is shown mirrored."""
        return self._mirror

    @property
    def message(self) -> str:
        """The large text over the frame, or in its place."""
        return self._message

    def set_frame(self, frame: Frame) -> None:
        """Show a copy of the frame."""
        self._image = frame_to_image(frame)
        self._frame_seq = frame.seq
        self.update()

    def set_result(self, result: FrameResult | None) -> None:
        """Draw a result over the frame; None removes it."""
        if result is not self._result:
            self._result = result
            self.update()

    def set_mirror(self, mirror: bool) -> None:
        """Mirror the frame; text stays readable."""
        self._mirror = mirror
        self.update()

    def set_skeleton(self, *, shown: bool) -> None:
        """Draw the landmarks of hands, or only their gestures."""
        if shown != self._shows_skeleton:
            self._shows_skeleton = shown
            self.update()

    def set_message(self, message: str) -> None:
        """Show a large text in the middle and dim the frame; an empty text removes it."""
        if message != self._message:
            self._message = message
            self.setAccessibleDescription(message)
            self.update()

    def set_note(self, note: str) -> None:
        """Show a small text in the corner; an empty text removes it."""
        if note != self._note:
            self._note = note
            self.update()

    def add_overlay(self, overlay: Overlay) -> None:
        """Paint an overlay over frame and hands, as long as no message is shown."""
        self._overlays.append(overlay)

    def clear(self) -> None:
        """Remove frame, result and latencies, as before another source."""
        self._image = self._frame_seq = self._result = self._painted_result = None
        self.latency.clear()
        self.update()

    def image_rect(self) -> QRectF:
        """Area of the frame in the widget: as large as fits, aspect ratio preserved."""
        area = QRectF(self.rect())
        if self._image is None:
            return area
        scale = min(area.width() / self._image.width(), area.height() / self._image.height())
        rect = QRectF(0, 0, self._image.width() * scale, self._image.height() * scale)
        rect.moveCenter(area.center())
        return rect

    def to_view(self, x_px: float, y_px: float, resolution_wh: tuple[int, int]) -> QPointF:
        """Map a frame's pixel coordinates to the widget, mirrored if the frame is."""
        rect = self.image_rect()
        across = x_px / resolution_wh[0]
        if self._mirror:
            across = 1 - across
        return QPointF(rect.left() + across * rect.width(), rect.top() + y_px / resolution_wh[1] * rect.height())

    def showEvent(self, event: QShowEvent) -> None:
        """Emit :attr:`shown`."""
        super().showEvent(event)
        self.shown.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint frame, hands, overlays and texts, and measure the latency."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(VIDEO_BACKGROUND))
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        rect = self.image_rect()
        if self._image is not None:
            self._paint_image(painter, self._image, rect)
        if self._result is not None and not self._message:
            self._paint_hands(painter, self._result, rect)
        for overlay in () if self._message else self._overlays:
            painter.save()
            overlay.paint(painter, rect)
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
        if QFontMetricsF(font).height() < rect.height() * _LABEL_SHARE:
            font.setPixelSize(round(rect.height() * _LABEL_SHARE * 0.8))
        painter.save()
        painter.setClipRect(rect)
        for reading in result.hands if self._shows_skeleton else ():
            draw_skeleton(painter, reading.hand, to_view, unit)
        draw_labels(painter, result.hands, to_view, image_rect=rect, font=font, icons=self._icons)
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
        """Paint the window's colour over the corners, which is cheaper than clipping the frame."""
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
        """Add the time since capture, once for every painted result."""
        if self._result is not None and self._result is not self._painted_result:
            self._painted_result = self._result
            self.latency.add((self._clock() - self._result.captured_s) * 1000)
