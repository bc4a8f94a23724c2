"""Reads the pictures of samples in the background, the ones looked at now first."""

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

KEPT_THUMBNAILS = 800
"""Thumbnails of 112 px: 40 MB at the most."""

KEPT_REGIONS = 24
"""Whole regions: 75 MB at the most."""

WAITING_MOST = 160
"""Those asked for longest ago have been scrolled past."""

_HAND_SHARE = 1.45
_CORNER_SHARE = 0.06
_STOP_S = 5.0


@dataclass(frozen=True, order=True)
class ImageKey:
    """Which picture.

    Attributes:
        sample_id: Of which sample.
        side_px: The side of a square thumbnail around the hand; 0 for the whole region.
    """

    sample_id: str
    side_px: int = 0


class ImageLoader(QObject):
    """Keeps the pictures used last, and reads others on a thread of its own.

    :meth:`picture` and :meth:`forget` are for the GUI thread. No picture travels in a signal.

    Args:
        parent: Qt's owner.
    """

    loaded = Signal()
    """Some of the pictures that were asked for have come."""

    failed = Signal(str, object)
    """A sample's picture cannot be read: its id, and the error."""

    _woken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store: SampleStore | None = None
        self._pictures: OrderedDict[ImageKey, QImage] = OrderedDict()
        self._changed = threading.Condition()
        self._wanted: OrderedDict[ImageKey, None] = OrderedDict()
        self._done: list[tuple[ImageKey, QImage | GestureAppError]] = []
        self._is_reading = False
        self._is_stopping = False
        self._thread: threading.Thread | None = None
        self._woken.connect(self._on_woken, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether pictures that were asked for have not come yet."""
        with self._changed:
            return bool(self._wanted or self._done or self._is_reading)

    def use(self, store: SampleStore) -> None:
        """Read from this store."""
        with self._changed:
            self._store = store

    def picture(self, key: ImageKey) -> QImage | None:
        """The picture if it is there; else it is read, and :attr:`loaded` tells when it has come."""
        picture = self._pictures.get(key)
        if picture is not None:
            self._pictures.move_to_end(key)
            return picture
        if self._store is not None:
            self._ask(key)
        return None

    def forget(self, sample_id: str) -> None:
        """Let go of a sample's pictures."""
        for key in [key for key in self._pictures if key.sample_id == sample_id]:
            del self._pictures[key]

    def stop(self) -> bool:
        """End the thread. Returns False when it is stuck."""
        with self._changed:
            self._is_stopping = True
            self._wanted.clear()
            self._changed.notify_all()
        if self._thread is None:
            return True
        self._thread.join(_STOP_S)
        is_stopped = not self._thread.is_alive()
        self._thread = None
        return is_stopped

    def _ask(self, key: ImageKey) -> None:
        with self._changed:
            self._wanted[key] = None
            self._wanted.move_to_end(key)
            while len(self._wanted) > WAITING_MOST:
                self._wanted.popitem(last=False)
            if self._thread is None and not self._is_stopping:
                self._thread = threading.Thread(target=self._work, name="sample-pictures", daemon=True)
                self._thread.start()
            self._changed.notify_all()

    def _work(self) -> None:
        while (key := self._next()) is not None:
            outcome: QImage | GestureAppError
            try:
                sample = self._load(key.sample_id)
            except GestureAppError as error:
                outcome = error
            else:
                outcome = thumbnail(sample, key.side_px) if key.side_px else region_image(sample)
            with self._changed:
                is_first = not self._done
                self._done.append((key, outcome))
                self._is_reading = False
            if is_first:
                self._woken.emit()

    def _next(self) -> ImageKey | None:
        """The picture asked for last, waited for; None at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._wanted or self._is_stopping)
            if self._is_stopping:
                return None
            self._is_reading = True
            return self._wanted.popitem(last=True)[0]

    def _load(self, sample_id: str) -> Sample:
        if self._store is None:
            raise GestureAppError(f"The sample {sample_id} cannot be read: the samples are closed.")
        try:
            return self._store.load(sample_id)
        except GestureAppError:
            with suppress(GestureAppError):
                return self._store.load_trashed(sample_id)
            raise

    def _on_woken(self) -> None:
        with self._changed:
            done, self._done = self._done, []
        for key, outcome in done:
            if isinstance(outcome, GestureAppError):
                self.failed.emit(key.sample_id, outcome)
            else:
                self._pictures[key] = outcome
        self._let_go([key for key in self._pictures if key.side_px], KEPT_THUMBNAILS)
        self._let_go([key for key in self._pictures if not key.side_px], KEPT_REGIONS)
        self.loaded.emit()

    def _let_go(self, keys: Sequence[ImageKey], most: int) -> None:
        """Keep those used last."""
        for key in keys[: max(0, len(keys) - most)]:
            del self._pictures[key]


def region_image(sample: Sample) -> QImage:
    """The whole region, as a picture of its own."""
    region = np.ascontiguousarray(sample.region_bgr)
    height, width = region.shape[:2]
    return QImage(region.data, width, height, region.strides[0], QImage.Format.Format_BGR888).copy()


def thumbnail(sample: Sample, side_px: int) -> QImage:
    """A square around the hand with round corners, ready to be painted as it is.

    Args:
        sample: The sample.
        side_px: Its side in device pixels.
    """
    left, top, right, bottom = sample.info.hand.box_xyxy_px
    side = max(right - left, bottom - top, 1.0) * _HAND_SHARE
    square = QRectF((left + right - side) / 2, (top + bottom - side) / 2, side, side)
    image = region_image(sample)
    picture = QImage(QSize(side_px, side_px), QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    shrink = side_px / side
    if shrink < 0.5:
        # Smooth scaling looks at neighbours only: large regions are averaged down first.
        size = QSize(max(1, round(image.width() * shrink * 2)), max(1, round(image.height() * shrink * 2)))
        factor = size.width() / image.width()
        image = image.scaled(size, mode=Qt.TransformationMode.SmoothTransformation)
        square = QRectF(square.topLeft() * factor, square.size() * factor)
    rounded = QPainterPath()
    rounded.addRoundedRect(QRectF(0, 0, side_px, side_px), side_px * _CORNER_SHARE, side_px * _CORNER_SHARE)
    painter = QPainter(picture)
    painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
    painter.setClipPath(rounded)
    painter.fillRect(picture.rect(), Qt.GlobalColor.black)
    painter.drawImage(QRectF(0, 0, side_px, side_px), image, square)
    painter.end()
    return picture
