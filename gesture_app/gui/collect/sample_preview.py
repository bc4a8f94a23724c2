"""Large view of one sample, optionally with its landmarks."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from gesture_app.domain.samples.sample import SampleInfo
from gesture_app.gui.background.image_loader import ImageKey, ImageLoader
from gesture_app.gui.translation import tr
from gesture_app.gui.widgets.hand_overlay import draw_skeleton
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.painted_widget import PaintedWidget
from gesture_app.gui.widgets.theme import Theme

_CORNER_PX = 10
_BONE_SHARE = 1 / 110


class SamplePreview(PaintedWidget):
    """Shows the stored region of a hand, not mirrored.

    Args:
        loader: Loads the images of samples.
        icons: The icons of the program.
        theme: The current colours.
        parent: Parent widget.
    """

    def __init__(self, loader: ImageLoader, icons: IconSet, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(icons, theme, parent)
        self._loader = loader
        self._info: SampleInfo | None = None
        self._last: QImage | None = None
        self.shows_landmarks = False
        self.is_playing = False
        self.setMinimumSize(120, 100)
        self.setAccessibleName(tr("Chosen sample"))
        loader.loaded.connect(self.update)

    def sizeHint(self) -> QSize:
        """A size at which fingers can be distinguished."""
        return QSize(320, 320)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Limit the height to a square: regions are about as high as wide."""
        super().resizeEvent(event)
        self.setMaximumHeight(max(self.minimumHeight(), self.width()))

    def show_sample(self, info: SampleInfo | None) -> None:
        """Show a sample; None shows nothing."""
        self._info = info
        if info is None:
            self._last = None
        self.update()

    def show_landmarks(self, shows_landmarks: bool) -> None:
        """Set whether the landmarks are drawn."""
        self.shows_landmarks = shows_landmarks
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the image; while samples are played, the last one stays until the next is loaded, against flicker."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        info = self._info
        if info is not None:
            image = self._loader.image(ImageKey(info.id))
            self._last = image or (self._last if self.is_playing else None)
            if self._last is not None:
                rect = self._fitted(self._last.width(), self._last.height())
                shape = QPainterPath()
                shape.addRoundedRect(rect, _CORNER_PX, _CORNER_PX)
                painter.setClipPath(shape)
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(rect, self._last)
                if self.shows_landmarks and image is not None:
                    self._paint_landmarks(painter, info, rect)
        painter.end()

    def _fitted(self, width: int, height: int) -> QRectF:
        scale = min(self.width() / width, self.height() / height)
        rect = QRectF(0, 0, width * scale, height * scale)
        rect.moveCenter(QRectF(self.rect()).center())
        return rect

    def _paint_landmarks(self, painter: QPainter, info: SampleInfo, rect: QRectF) -> None:
        scale = rect.width() / info.region_wh[0]

        def to_view(x_px: float, y_px: float) -> QPointF:
            return QPointF(rect.left() + x_px * scale, rect.top() + y_px * scale)

        painter.setPen(Qt.PenStyle.NoPen)
        draw_skeleton(painter, info.hand, to_view, max(1.5, min(rect.width(), rect.height()) * _BONE_SHARE))
