"""The app with fake hands, clock and store."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gesture_app.desktop.app import DesktopApp
from gesture_app.desktop.options import AppOptions
from gesture_app.desktop.services import Backends
from gesture_app.domain.frames.frame import Frame, FrameResult, Hand, HandReading, UInt8Array
from gesture_app.domain.ports import RecorderListener, SampleExchange, SampleRecorder, SampleStore
from gesture_app.domain.samples.exchange import ExportReport, ImportTally, LabelledRange
from gesture_app.domain.samples.sample import SampleInfo
from gesture_app.errors import GestureAppError
from gesture_app.gui.background.chance import Chance
from gesture_app.gui.background.notices import Notification
from gesture_app.gui.collect.page import CollectPage
from gesture_app.gui.collect.services import CollectServices, SampleBackend
from gesture_app.pipeline.engine import CaptureState
from gesture_app.recording.recorder import BackgroundRecorder
from gesture_app.recording.sample_builder import RecordingSession
from gesture_app.settings import SettingsFile, SourceChoice, SourceKind
from tests.fakes.engines import EngineFactory, IdleEngine
from tests.fakes.frames import FakeClock
from tests.fakes.gui import FakeCatalog, prediction_of
from tests.fakes.sample_hands import InMemorySampleStore, a_frame, a_hand, a_sample

BEGUN = datetime(2024, 5, 1, 10, 30, tzinfo=timezone.utc)
SIZE_WH = (320, 240)


class FakeExchange:
    """Yields the tallies of a script and calls the callables in it."""

    def __init__(self) -> None:
        self.script: list[ImportTally | Exception | Callable[[], None]] = []
        self.asked: list[object] = []
        self.people: list[str] = []
        self.is_left = False
        self.report = ExportReport(2, ())
        self.length_s: float | None = 10.0
        self.pictures = 20
        self.is_video_left = False

    def import_folder(self, path: Path, label: str | None = None, person: str = "") -> Iterator[ImportTally]:
        self.people.append(person)
        self.asked.append((path, label))
        return self._play()

    def import_video(self, path: Path, ranges: Sequence[LabelledRange], person: str = "") -> Iterator[ImportTally]:
        self.people.append(person)
        self.asked.append((path, tuple(ranges)))
        return self._play()

    def import_archive(self, path: Path) -> Iterator[ImportTally]:
        self.asked.append(path)
        return self._play()

    def export(self, path: Path, sample_ids: Sequence[str] | None = None) -> ExportReport:
        self.asked.append((path, sample_ids))
        return self.report

    def video_length_s(self, path: Path) -> float | None:
        if self.length_s is None:
            raise GestureAppError("It is no video.")
        return self.length_s

    def video_thumbnails(self, path: Path, *, max_count: int, side_px: int) -> Iterator[tuple[float, UInt8Array]]:
        try:
            for number in range(self.pictures):
                yield number * 0.5, np.full((30, 40, 3), number, np.uint8)
        finally:
            self.is_video_left = True

    def _play(self) -> Iterator[ImportTally]:
        try:
            for step in self.script:
                if isinstance(step, Exception):
                    raise step
                if isinstance(step, ImportTally):
                    yield step
                else:
                    step()
        finally:
            self.is_left = True


class Studio:
    """Drives the app: shows hands, presses keys, advances the clock."""

    def __init__(
        self,
        desktop: DesktopApp,
        clock: FakeClock,
        store: InMemorySampleStore,
        exchange: FakeExchange,
        engines: EngineFactory[IdleEngine],
    ) -> None:
        self.engines = engines
        self.desktop = desktop
        self.clock = clock
        self.store = store
        self.exchange = exchange
        self.seq = 0
        self.model_id = "hands-1"

    @property
    def page(self) -> CollectPage:
        return self.desktop.page(CollectPage)

    @property
    def services(self) -> CollectServices:
        return self.desktop.services(CollectServices)

    @property
    def kept(self) -> list[SampleInfo]:
        return list(self.store.listed())

    @property
    def labels_kept(self) -> list[str]:
        return [info.label for info in self.store.listed()]

    @property
    def notices(self) -> tuple[Notification, ...]:
        return self.desktop.notices.shown

    @property
    def message(self) -> str:
        """The message or hint of the overlay."""
        scene = self.page.recording_view.content
        return scene.message or scene.hint

    def open(self) -> None:
        self.desktop.window.show_page(self.page)

    def see(self, *hands: Hand, seconds: float = 0.5) -> None:
        """Show another frame; no two frames are similar."""
        self.clock.now_s += seconds
        self.seq += 1
        frame = replace(a_frame(*SIZE_WH, seed=self.seq), seq=self.seq, captured_s=self.clock.now_s)
        self.show(frame, hands or (a_hand(110, 70, 100, seed=self.seq),))

    def show(self, frame: Frame, hands: Sequence[Hand]) -> None:
        readings = tuple(HandReading(hand, prediction_of("rock"), n, "rock") for n, hand in enumerate(hands))
        result = FrameResult(frame.seq, 0.0, frame.captured_s, SIZE_WH, readings, "rock", model_id=self.model_id)
        session = self.desktop.session
        session.frame, session.result = frame, result
        self.desktop.taps(frame, result)
        session.frame_changed.emit()
        session.result_changed.emit()

    def wait(self, seconds: float) -> None:
        """Advance the clock without a frame."""
        self.clock.now_s += seconds
        self.services.recording.tick()

    def press(self, key: Qt.Key) -> None:
        QTest.keyPress(QApplication.focusWidget() or self.page, key)

    def release(self, key: Qt.Key) -> None:
        """Release a key, and accept the release as real."""
        QTest.keyRelease(QApplication.focusWidget() or self.page, key)
        self.page.keys.held.settle()

    def click(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.page, key, modifiers)

    def set_status(self, **changes: object) -> None:
        self.engines.newest.status = replace(self.engines.newest.status, **changes)  # type: ignore[arg-type]
        self.desktop.session.status_changed.emit()

    def lose_camera(self) -> None:
        self.set_status(capture=CaptureState.RECOVERING)

    def find_camera(self) -> None:
        self.set_status(capture=CaptureState.RUNNING)


MakeStudio = Callable[..., Studio]


@pytest.fixture
def make_studio(qapp: QApplication, qtbot: QtBot, settings_file: SettingsFile) -> Iterator[MakeStudio]:
    made: list[Studio] = []

    def make(
        store: InMemorySampleStore | None = None,
        *,
        open_store: Callable[[], SampleStore] | None = None,
        most_waiting: int = 8,
        is_open: bool = True,
    ) -> Studio:
        clock, kept, exchange = FakeClock(), store or InMemorySampleStore(), FakeExchange()

        def now() -> datetime:
            return BEGUN + timedelta(seconds=clock.now_s - 100)

        def make_recorder(
            store: SampleStore,
            *,
            session: str,
            camera: str,
            model_id: str,
            person: str,
            listener: RecorderListener,
            is_correction: bool = False,
        ) -> SampleRecorder:
            context = RecordingSession(session, camera, model_id, person, is_correction)
            return BackgroundRecorder(store, context, listener, now=now, most_waiting=most_waiting)

        def make_exchange(store: SampleStore) -> SampleExchange:
            return exchange  # type: ignore[return-value]

        services = SampleBackend(open_store or (lambda: kept), make_recorder, make_exchange)
        chance = Chance(random.Random(1), clock, now)
        options = AppOptions(source="demo")
        backends = replace(Backends.of_user(options), samples=services)
        engines = EngineFactory(IdleEngine)
        desktop = DesktopApp(
            qapp, FakeCatalog(), settings_file, options, backends=backends, make_engine=engines, chance=chance
        )
        studio = Studio(desktop, clock, kept, exchange, engines)
        made.append(studio)
        qtbot.addWidget(desktop.window)
        desktop.start()
        desktop.sources.select(SourceChoice(SourceKind.CAMERA, "desk", "Desk camera"))
        qtbot.waitExposed(desktop.window)
        desktop.window.activateWindow()
        studio.open()
        if is_open:
            qtbot.waitUntil(lambda: studio.services.samples.is_open)
        studio.see()
        return studio

    yield make
    for studio in made:
        assert studio.desktop.stop()
        studio.desktop.deleteLater()


@pytest.fixture
def studio(make_studio: MakeStudio) -> Studio:
    """The app with an empty store, a camera, and a hand in view."""
    return make_studio()


def filled_store(**labels: int) -> InMemorySampleStore:
    """A store with this number of samples of each label, all predicted as paper."""
    store = InMemorySampleStore()
    seed = 0
    for label, count in labels.items():
        for _ in range(count):
            seed += 1
            store.add(a_sample(label, seed=seed, second=seed % 60))
    return store
