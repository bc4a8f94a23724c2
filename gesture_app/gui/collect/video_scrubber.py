"""Slider that shows thumbnails of a video, to choose time ranges."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterator

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSlider, QVBoxLayout, QWidget

from gesture_app.domain.frames.frame import UInt8Array
from gesture_app.errors import GestureAppError
from gesture_app.gui.background.worker import Worker
from gesture_app.gui.translation import decimal, tr, translated
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.painted_widget import PaintedWidget
from gesture_app.gui.widgets.theme import VIDEO_BACKGROUND, VIDEO_TEXT, Theme

MAX_THUMBNAILS = 240
"""Maximum number of thumbnails of a video: 14 MB."""

THUMBNAIL_SIDE_PX = 200

_CHUNK_SIZE = 8
_STEPS_PER_SECOND = 10

ReadThumbnails = Callable[[], Iterator[tuple[float, UInt8Array]]]
"""Begins to read thumbnails of a video: times in seconds and BGR images."""


class VideoScrubber(QWidget):
    """Thumbnail, slider, and buttons that set start and end of a range.

    The thumbnails are read in the background, a few at a time.

    Args:
        read_thumbnails: Begins to read thumbnails; called on the scrubber's thread.
        length_s: Length of the video; None if unknown.
        icons: The icons of the program.
        theme: The current colours.
        parent: Parent widget.
    """

    start_chosen = Signal(float)
    end_chosen = Signal(float)

    def __init__(
        self,
        read_thumbnails: ReadThumbnails,
        length_s: float | None,
        icons: IconSet,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._begin_reading = read_thumbnails
        self._reader: Iterator[tuple[float, UInt8Array]] | None = None
        self._times_s: list[float] = []
        self._images: list[QImage] = []
        self._is_closed = False
        self.thumbnail = ThumbnailView(icons, theme)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(tr("Moment of the video"))
        self.slider.setMaximum(round((length_s or 0.0) * _STEPS_PER_SECOND))
        self.slider.setPageStep(_STEPS_PER_SECOND)
        self._time = QLabel()
        self.start_button = QPushButton(tr("&Starts here"))
        self.end_button = QPushButton(tr("&Ends here"))
        self._lay_out()
        self.slider.valueChanged.connect(self._show)
        self.start_button.clicked.connect(lambda: self.start_chosen.emit(self.now_s))
        self.end_button.clicked.connect(lambda: self.end_chosen.emit(self.now_s))
        self._thread = Worker("video-images", tr("The video could not be read"), parent=self)
        self._thread.failed.connect(self._on_failed)
        self._thread.run(self._read_chunk)
        self._show()

    @property
    def now_s(self) -> float:
        """Time of the slider, in seconds."""
        return self.slider.value() / _STEPS_PER_SECOND

    @property
    def thumbnail_count(self) -> int:
        """Number of thumbnails read so far."""
        return len(self._images)

    def close_video(self) -> bool:
        """Stop reading and close the video. Returns False if the thread did not stop in time."""
        self._is_closed = True

        def close_reader() -> Callable[[], None]:
            close = getattr(self._reader, "close", None)
            if close is not None:
                close()
            return lambda: None

        self._thread.run(close_reader)
        return self._thread.stop()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.slider, 1)
        row.addWidget(self._time)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.start_button, self.end_button):
            button.setAutoDefault(False)
            buttons.addWidget(button, 1)
        self._time.setMinimumWidth(self.fontMetrics().horizontalAdvance("0000.0 s"))
        self._time.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.thumbnail, 1)
        layout.addLayout(row)
        layout.addLayout(buttons)

    def _read_chunk(self) -> Callable[[], None]:
        """Read a few thumbnails, on the scrubber's thread."""
        if self._reader is None:
            self._reader = self._begin_reading()
        chunk: list[tuple[float, QImage]] = []
        for time_s, image_bgr in self._reader:
            chunk.append((time_s, _image_of(image_bgr)))
            if len(chunk) >= _CHUNK_SIZE or self._is_closed:
                break
        return lambda: self._add_thumbnails(chunk)

    def _add_thumbnails(self, chunk: list[tuple[float, QImage]]) -> None:
        self._times_s += [time_s for time_s, _image in chunk]
        self._images += [image for _time_s, image in chunk]
        if chunk and not self._is_closed:
            last = round(chunk[-1][0] * _STEPS_PER_SECOND)
            self.slider.setMaximum(max(self.slider.maximum(), last))
            self._thread.run(self._read_chunk)
        self._show()

    def _on_failed(self, error: GestureAppError) -> None:
        self.thumbnail.show_text(translated(error.message))

    def _show(self) -> None:
        self._time.setText(tr("{seconds} s").format(seconds=decimal(self.now_s)))
        if self._images:
            number = max(0, bisect.bisect_right(self._times_s, self.now_s) - 1)
            self.thumbnail.show_image(self._images[number])


class ThumbnailView(PaintedWidget):
    """Shows an image scaled to fit, or a text instead.

    Args:
        icons: The icons of the program.
        theme: The current colours.
    """

    def __init__(self, icons: IconSet, theme: Theme) -> None:
        super().__init__(icons, theme)
        self.image: QImage | None = None
        self.text = tr("Reading the video…")
        self.setMinimumHeight(120)
        self.setAccessibleName(tr("Picture of the video"))

    def sizeHint(self) -> QSize:
        """A size with the usual proportions of a video."""
        return QSize(320, 200)

    def show_image(self, image: QImage) -> None:
        """Show an image."""
        self.image, self.text = image, ""
        self.update()

    def show_text(self, text: str) -> None:
        """Show a text instead of an image."""
        self.text = text
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the image or the text."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(VIDEO_BACKGROUND))
        area = QRectF(self.rect())
        if self.image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            scale = min(area.width() / self.image.width(), area.height() / self.image.height())
            rect = QRectF(0, 0, self.image.width() * scale, self.image.height() * scale)
            rect.moveCenter(area.center())
            painter.drawImage(rect, self.image)
        if self.text:
            painter.setPen(QColor(VIDEO_TEXT))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(area.adjusted(8, 8, -8, -8), flags, self.text)
        painter.end()


def _image_of(image_bgr: UInt8Array) -> QImage:
    image = np.ascontiguousarray(image_bgr)
    height, width = image.shape[:2]
    return QImage(image.data, width, height, image.strides[0], QImage.Format.Format_BGR888).copy()
