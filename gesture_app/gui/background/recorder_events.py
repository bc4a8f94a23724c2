"""Making of recorders, and their events as signals in the GUI thread, without frames."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal

from gesture_app.domain.ports import RecorderListener, SampleRecorder, SampleStore
from gesture_app.domain.samples.quality import OfferResult, QualityResult
from gesture_app.domain.samples.sample import SampleInfo


class RecorderFactory(Protocol):
    """Makes a recorder for one session."""

    def __call__(
        self,
        store: SampleStore,
        *,
        session: str,
        camera: str,
        model_id: str,
        person: str,
        listener: RecorderListener,
        is_correction: bool = False,
    ) -> SampleRecorder:
        """A recorder that writes into ``store``; the caller stops it."""
        ...


class RecorderEvents(QObject):
    """A ``RecorderListener`` whose signals arrive in the GUI thread, a few per second at most."""

    saved = Signal(object)
    """A sample was written: its :class:`~gesture_app.domain.samples.sample.SampleInfo`."""
    refused = Signal(object)
    """A hand was refused: the :class:`~gesture_app.domain.samples.quality.QualityResult`."""
    failed = Signal(object, int)
    """The store failed: the error, and the number of lost samples."""
    answered = Signal(object)
    """The recorder answered an offered hand: the :class:`~gesture_app.domain.samples.quality.OfferResult`."""

    _saved = Signal(object)
    _refused = Signal(object)
    _failed = Signal(object, int)
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        queued = Qt.ConnectionType.QueuedConnection
        self._saved.connect(self.saved, queued)
        self._refused.connect(self.refused, queued)
        self._failed.connect(self.failed, queued)
        self._answered.connect(self.answered, queued)

    def sample_saved(self, info: SampleInfo) -> None:
        """Emit :attr:`saved`. Called in the recorder's thread."""
        self._saved.emit(info)

    def hand_refused(self, verdict: QualityResult) -> None:
        """Emit :attr:`refused`. Called in the recorder's thread."""
        self._refused.emit(verdict)

    def recording_failed(self, error: Exception, lost: int) -> None:
        """Emit :attr:`failed`. Called in the recorder's thread."""
        self._failed.emit(error, lost)

    def offer_answered(self, offer: OfferResult) -> None:
        """Emit :attr:`answered`. Called in the inference thread."""
        self._answered.emit(offer)
