"""Loads images of samples on a background thread, newest request first."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath

from gesture_app.domain.ports import SampleStore
from gesture_app.domain.samples.sample import Sample
from gesture_app.errors import GestureAppError
from gesture_app.gui.background.worker import Finish, Worker, typed_error
from gesture_app.gui.translation import tr

MOST_THUMBNAILS = 800
"""Cached thumbnails; at 112 px they take 40 MB."""

MOST_REGIONS = 24
"""Cached regions; they take 75 MB at most."""

MOST_WAITING = 160
"""Requests that may wait; older ones are for thumbnails that were scrolled past."""

_HAND_SHARE = 1.45
_CORNER_SHARE = 0.06


@dataclass(frozen=True, order=True)
class ImageKey:
    """Names one image of a sample.

    Attributes:
        sample_id: The sample's id.
        side_px: Side of a square thumbnail around the hand, in device pixels; 0 for the whole region.
    """

    sample_id: str
    side_px: int = 0


class ImageLoader(QObject):
    """Loads images of samples on a thread of its own, newest request first, and caches those used last.

    Used in the GUI thread; only :meth:`use` may be called from any.

    Args:
        parent: Qt's owner.
    """

    loaded = Signal()
    """An image that was asked for is in the cache."""

    failed = Signal(str, object)
    """A sample's image cannot be loaded: the sample's id, and a ``GestureAppError``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store: SampleStore | None = None
        self._images: OrderedDict[ImageKey, QImage] = OrderedDict()
        self._lock = threading.Lock()
        self._wanted: OrderedDict[ImageKey, None] = OrderedDict()
        self._worker = Worker("sample-images", tr("The image could not be loaded"), parent=self)

    @property
    def is_busy(self) -> bool:
        """Whether images are still being loaded."""
        return self._worker.is_busy

    def use(self, store: SampleStore) -> None:
        """Load from this store."""
        self._store = store

    def image(self, key: ImageKey) -> QImage | None:
        """The image if it is cached; otherwise it is loaded, and :attr:`loaded` follows."""
        image = self._images.get(key)
        if image is not None:
            self._images.move_to_end(key)
            return image
        if self._store is not None:
            self._request(key)
        return None

    def stop(self) -> bool:
        """End the thread; waiting requests are dropped. Returns False when it is stuck."""
        with self._lock:
            self._wanted.clear()
        return self._worker.stop()

    def _request(self, key: ImageKey) -> None:
        """Queue a key. There are as many tasks as waiting keys; each takes the newest when its turn comes."""
        with self._lock:
            needs_task = key not in self._wanted
            self._wanted[key] = None
            self._wanted.move_to_end(key)
            if len(self._wanted) > MOST_WAITING:
                self._wanted.popitem(last=False)
                needs_task = False
        if needs_task:
            self._worker.run(self._load_newest)

    def _load_newest(self) -> Finish:
        with self._lock:
            if not self._wanted:
                return lambda: None
            key, _ = self._wanted.popitem(last=True)
        try:
            sample = self._load(key.sample_id)
            image = thumbnail(sample, key.side_px) if key.side_px else region_image(sample)
        except Exception as error:
            failure = typed_error(
                error, tr("The image of the sample {sample_id} could not be loaded").format(sample_id=key.sample_id)
            )
            return lambda: self.failed.emit(key.sample_id, failure)
        return lambda: self._on_loaded(key, image)

    def _load(self, sample_id: str) -> Sample:
        if self._store is None:
            raise GestureAppError(
                tr("The sample {sample_id} cannot be read: the samples are closed.").format(sample_id=sample_id)
            )
        try:
            return self._store.load(sample_id)
        except GestureAppError:
            with suppress(GestureAppError):
                return self._store.load_trashed(sample_id)
            raise

    def _on_loaded(self, key: ImageKey, image: QImage) -> None:
        self._images[key] = image
        self._evict([key for key in self._images if key.side_px], MOST_THUMBNAILS)
        self._evict([key for key in self._images if not key.side_px], MOST_REGIONS)
        self.loaded.emit()

    def _evict(self, keys: Sequence[ImageKey], most: int) -> None:
        """Remove the images used longest ago."""
        for key in keys[: max(0, len(keys) - most)]:
            del self._images[key]


def region_image(sample: Sample) -> QImage:
    """Copy a sample's region into an image, BGR888."""
    region = np.ascontiguousarray(sample.region_bgr)
    height, width = region.shape[:2]
    return QImage(region.data, width, height, region.strides[0], QImage.Format.Format_BGR888).copy()


def thumbnail(sample: Sample, side_px: int) -> QImage:
    """Make a square thumbnail around the hand, with round corners on a transparent background.

    Args:
        sample: The sample.
        side_px: Side in device pixels.
    """
    left, top, right, bottom = sample.info.hand.box_xyxy_px
    side = max(right - left, bottom - top, 1.0) * _HAND_SHARE
    square = QRectF((left + right - side) / 2, (top + bottom - side) / 2, side, side)
    image = region_image(sample)
    result = QImage(QSize(side_px, side_px), QImage.Format.Format_ARGB32_Premultiplied)
    result.fill(Qt.GlobalColor.transparent)
    shrink = side_px / side
    if shrink < 0.5:
        # Smooth scaling samples neighbours only, so large regions are averaged down first.
        size = QSize(max(1, round(image.width() * shrink * 2)), max(1, round(image.height() * shrink * 2)))
        factor = size.width() / image.width()
        image = image.scaled(size, mode=Qt.TransformationMode.SmoothTransformation)
        square = QRectF(square.topLeft() * factor, square.size() * factor)
    rounded = QPainterPath()
    rounded.addRoundedRect(QRectF(0, 0, side_px, side_px), side_px * _CORNER_SHARE, side_px * _CORNER_SHARE)
    painter = QPainter(result)
    painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
    painter.setClipPath(rounded)
    painter.fillRect(result.rect(), Qt.GlobalColor.black)
    painter.drawImage(QRectF(0, 0, side_px, side_px), image, square)
    painter.end()
    return result
