"""Paints a replay in place of the live view: the frame, and a line of time with the marked moments."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QWidget

from gesture_app.gui.play.replay_scene import ReplayScene
from gesture_app.gui.translation import tr
from gesture_app.gui.widgets.frame_image import frame_to_image
from gesture_app.gui.widgets.hand_overlay import draw_skeleton
from gesture_app.gui.widgets.painting import font_of_height, paint_plate, paint_shade
from gesture_app.gui.widgets.theme import VIDEO_ACCENT, VIDEO_BACKGROUND, VIDEO_TEXT

_MARGIN_SHARE = 0.07
_BONE_SHARE = 1 / 130


class ReplayOverlay:
    """Paints the scene of a replay; nothing without one.

    Args:
        view: The view, which is updated when the scene changes.
    """

    def __init__(self, view: QWidget) -> None:
        self._view = view
        self._image = QImage()
        self._seq: tuple[int, int] | None = None
        self._is_mirrored = False
        self.scene: ReplayScene | None = None

    def show(self, scene: ReplayScene | None, *, is_mirrored: bool) -> None:
        """Set the scene to paint; None for the live view."""
        if scene != self.scene or is_mirrored != self._is_mirrored:
            self.scene = scene
            self._is_mirrored = is_mirrored
            self._view.update()
        if scene is None:
            self._image, self._seq = QImage(), None

    def paint(self, painter: QPainter, image_rect: QRectF) -> None:
        """Paint the scene over the image."""
        scene = self.scene
        if scene is None:
            return
        self._paint_frame(painter, image_rect, scene)
        line = self._view.fontMetrics().height()
        shade = QRectF(image_rect)
        shade.setTop(image_rect.bottom() - line * 7)
        paint_shade(painter, shade, strength=225)
        font = font_of_height(self._view.font(), line * 1.25)
        top = QPointF(image_rect.center().x(), image_rect.top() + line * 1.6)
        paint_plate(painter, top, tr("Slow motion   ·   Esc: skip   ·   Space: go on"), font, within=image_rect)
        if scene.caption:
            above = QPointF(image_rect.center().x(), image_rect.bottom() - line * 4.6)
            font = font_of_height(self._view.font(), line * 1.5)
            paint_plate(painter, above, scene.caption, font, color=VIDEO_ACCENT, within=image_rect)
        self._paint_time(painter, image_rect, scene, line)

    def _paint_frame(self, painter: QPainter, image_rect: QRectF, scene: ReplayScene) -> None:
        shown = scene.shown
        key = (shown.frame.seq, shown.frame.resolution_wh[0])
        if key != self._seq:
            self._seq, self._image = key, frame_to_image(shown.frame)
        painter.fillRect(image_rect, QColor(VIDEO_BACKGROUND))
        scale = min(image_rect.width() / self._image.width(), image_rect.height() / self._image.height())
        rect = QRectF(0, 0, self._image.width() * scale, self._image.height() * scale)
        rect.moveCenter(image_rect.center())
        painter.save()
        if self._is_mirrored:
            painter.translate(rect.left() + rect.right(), 0)
            painter.scale(-1, 1)
        painter.drawImage(rect, self._image)
        width, height = shown.result.resolution_wh
        if scene.caption:
            unit = max(2.0, rect.height() * _BONE_SHARE)

            def to_view(x_px: float, y_px: float) -> QPointF:
                return QPointF(rect.left() + x_px / width * rect.width(), rect.top() + y_px / height * rect.height())

            painter.setClipRect(rect)
            for reading in shown.result.hands:
                draw_skeleton(painter, reading.hand, to_view, unit)
        painter.restore()

    def _paint_time(self, painter: QPainter, image_rect: QRectF, scene: ReplayScene, line: int) -> None:
        """Paint the line of time with a dot for each marked moment, and the present one."""
        margin = image_rect.width() * _MARGIN_SHARE
        left, right = image_rect.left() + margin, image_rect.right() - margin
        y = image_rect.bottom() - line * 2.4
        now_x = left + scene.share * (right - left)
        thick = max(3.0, line * 0.22)
        for color, end in ((QColor(255, 255, 255, 90), right), (QColor(VIDEO_TEXT), now_x)):
            painter.setPen(QPen(color, thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(left, y), QPointF(end, y))
        painter.setPen(QPen(QColor(0, 0, 0, 160), 1.5))
        for mark in scene.marks:
            painter.setBrush(QColor(VIDEO_ACCENT if mark.is_reached else VIDEO_TEXT))
            painter.drawEllipse(QPointF(left + mark.share * (right - left), y), line * 0.38, line * 0.38)
        painter.setBrush(QColor(VIDEO_TEXT))
        painter.drawEllipse(QPointF(now_x, y), line * 0.2, line * 0.2)
        font = font_of_height(self._view.font(), line * 1.05)
        for mark in scene.marks:
            below = QPointF(left + mark.share * (right - left), y + line * 1.25)
            paint_plate(painter, below, mark.label, font, within=image_rect)
