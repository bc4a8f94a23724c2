"""Services and controllers of the collect page."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from gesture_app.gui.background.recorder_events import RecorderEvents, RecorderFactory
from gesture_app.gui.background.sample_service import StoreFactory
from gesture_app.gui.collect.exchange_job import ExchangeFactory, ExchangeJob
from gesture_app.gui.collect.recording_controller import RecordingController
from gesture_app.gui.pages import PageContext
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


class CollectServices(QObject):
    """Builds the services of the page, and stops them in order.

    Attributes:
        samples: The recorded samples.
        memory: Lets them adjust the predictions.
        loader: Loads images of samples.
        events: Events of the recorder.
        recording: Starts and stops recording.
        job: Runs imports and exports.
        make_exchange: Makes the import and export of a store.
        preferences: The settings.
        notices: The notifications.

    Args:
        context: The window's services.
        backend: Factories of recorder and exchange.
    """

    def __init__(self, context: PageContext, backend: SampleBackend) -> None:
        super().__init__(context.window)
        self.samples = context.samples
        self.memory = context.memory
        self.loader = context.images
        self.preferences = context.preferences
        self.notices = context.notices
        self.events = RecorderEvents(self)
        tap = SampleTap(self.events.offer_answered)
        context.taps.add(tap)
        self.recording = RecordingController(
            context.session,
            self.samples,
            tap,
            self.events,
            backend.make_recorder,
            lambda: context.preferences.settings.person,
            context.notices,
            clock=context.chance.clock,
            now=context.chance.now,
            parent=self,
        )
        self.make_exchange = backend.make_exchange
        self.job = ExchangeJob(backend.make_exchange, self.samples, context.notices, self)

    def stop(self) -> bool:
        """Stop recorder and job. Returns False if one did not stop in time."""
        are_stopped = [part.stop() for part in (self.recording, self.job)]
        return all(are_stopped)
