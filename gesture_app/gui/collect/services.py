"""Everything behind the collect page that has a thread or a disk."""

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
from gesture_app.gui.collect.recorder_news import RecorderNews
from gesture_app.gui.collect.recording_controller import RecorderFactory, RecordingController
from gesture_app.pipeline.sample_tap import SampleTap


@dataclass(frozen=True)
class SampleBackend:
    """What the page needs done by others; the composition root fills it in.

    Attributes:
        open_store: Opens the store of samples.
        make_recorder: Makes what writes into it.
        make_exchange: Makes what imports into it and exports from it.
    """

    open_store: StoreFactory
    make_recorder: RecorderFactory
    make_exchange: ExchangeFactory


class SampleOutlet(QObject):
    """Where hands leave the engine, to be built before it.

    Args:
        parent: Qt's owner.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.news = RecorderNews(self)
        self.tap = SampleTap(self.news.offer_answered)


class CollectServices(QObject):
    """Builds the parts behind the page, and ends them in order.

    Args:
        session: Where hands come from.
        outlet: Where they leave it.
        services: What is done by others.
        notices: Where trouble is told.
        clock: Monotonic seconds.
        now: The time of day, with its offset from UTC.
        parent: Qt's owner.
    """

    def __init__(
        self,
        session: EngineSession,
        outlet: SampleOutlet,
        services: SampleBackend,
        notices: Notices,
        *,
        clock: Callable[[], float],
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.room = SampleService(services.open_store, notices, self)
        self.loader = ImageLoader(self)
        self.desk = RecordingController(
            session,
            self.room,
            outlet.tap,
            outlet.news,
            services.make_recorder,
            notices,
            clock=clock,
            now=now,
            parent=self,
        )
        self.make_exchange = services.make_exchange
        self.job = ExchangeJob(services.make_exchange, self.room, notices, self)
        self.room.loaded.connect(self._on_loaded)
        self.loader.failed.connect(self.room.leave_out)

    def stop(self) -> bool:
        """Stop every thread, what writes before what it writes into. Returns False when one is stuck."""
        are_stopped = [part.stop() for part in (self.desk, self.job, self.loader, self.room)]
        return all(are_stopped)

    def _on_loaded(self) -> None:
        if self.room.store is not None:
            self.loader.use(self.room.store)
