"""Carries a recorder's news to the GUI thread. No frame travels with it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from gesture_app.domain.samples.quality import OfferResult, QualityResult
from gesture_app.domain.samples.sample import SampleInfo


class RecorderNews(QObject):
    """A ``RecorderListener`` whose signals arrive in the GUI thread.

    There are a few a second at most, for that is how often hands are offered.
    """

    kept = Signal(object)
    """A :class:`~gesture_app.domain.samples.sample.SampleInfo`: a hand was written."""
    refused = Signal(object)
    """A :class:`~gesture_app.domain.samples.sample.QualityResult`: a hand was not worth keeping."""
    failed = Signal(object, int)
    """An error of the store, and how many hands were lost with it."""
    answered = Signal(object)
    """An :class:`~gesture_app.domain.samples.sample.OfferResult`: what the recorder said to a hand."""

    _kept = Signal(object)
    _refused = Signal(object)
    _failed = Signal(object, int)
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        queued = Qt.ConnectionType.QueuedConnection
        self._kept.connect(self.kept, queued)
        self._refused.connect(self.refused, queued)
        self._failed.connect(self.failed, queued)
        self._answered.connect(self.answered, queued)

    def sample_kept(self, info: SampleInfo) -> None:
        """A hand was written. Called in the recorder's thread."""
        self._kept.emit(info)

    def hand_refused(self, verdict: QualityResult) -> None:
        """A hand was not worth keeping. Called in the recorder's thread."""
        self._refused.emit(verdict)

    def recording_failed(self, error: Exception, lost: int) -> None:
        """The store failed. Called in the recorder's thread."""
        self._failed.emit(error, lost)

    def offer_answered(self, offer: OfferResult) -> None:
        """The recorder said this to a hand. Called in the inference thread."""
        self._answered.emit(offer)
