"""Services and controllers of the collect page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject

from gesture_app.gui.background.image_loader import ImageLoader
from gesture_app.gui.background.notices import Notices
from gesture_app.gui.background.sample_service import SampleService, StoreFactory
from gesture_app.gui.background.session import EngineSession
from gesture_app.gui.collect.exchange_job import ExchangeFactory, ExchangeJob
from gesture_app.gui.collect.recorder_events import RecorderEvents
from gesture_app.gui.collect.recorder_sessions import RecorderFactory
from gesture_app.gui.collect.recording_controller import RecordingController
from gesture_app.pipeline.sample_tap import SampleTap


@dataclass(frozen=True)
class SampleBackend:
    """Factories that the composition root provides.

    Attributes:
        open_store: Opens the sample store.
        make_recorder: Makes a recorder that writes into it.
        make_exchange: Makes the import and export of it.
    """

    open_store: StoreFactory
    make_recorder: RecorderFactory
    make_exchange: ExchangeFactory


class SampleOutput(QObject):
    """The engine's output of samples: the tap and the recorder's events. Built before the engine.

    Args:
        parent: Parent object.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.events = RecorderEvents(self)
        self.tap = SampleTap(self.events.offer_answered)


class CollectServices(QObject):
    """Builds the services of the page, and stops them in order.

    Args:
        session: The engine session; source of hands.
        output: The engine's output of samples.
        backend: Factories of store, recorder and exchange.
        notices: Shows errors.
        clock: Monotonic seconds.
        now: The time of day, with its offset from UTC.
        parent: Parent object.
    """

    def __init__(
        self,
        session: EngineSession,
        output: SampleOutput,
        backend: SampleBackend,
        notices: Notices,
        *,
        clock: Callable[[], float],
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.samples = SampleService(backend.open_store, notices, self)
        self.loader = ImageLoader(self)
        self.recording = RecordingController(
            session,
            self.samples,
            output.tap,
            output.events,
            backend.make_recorder,
            notices,
            clock=clock,
            now=now,
            parent=self,
        )
        self.make_exchange = backend.make_exchange
        self.job = ExchangeJob(backend.make_exchange, self.samples, notices, self)
        self.samples.loaded.connect(self._on_loaded)
        self.loader.failed.connect(self.samples.exclude_unreadable)

    def stop(self) -> bool:
        """Stop all threads, writers before the store. Returns False if one did not stop in time."""
        are_stopped = [part.stop() for part in (self.recording, self.job, self.loader, self.samples)]
        return all(are_stopped)

    def _on_loaded(self) -> None:
        if self.samples.store is not None:
            self.loader.use(self.samples.store)
