"""A RuntimeError in a background task is reported, and the next task runs: one test for each service with a thread."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gesture_app.domain.frames.frame import UInt8Array
from gesture_app.domain.game.opponents import Opponent, PastRound, opponent_named
from gesture_app.domain.game.rounds import LoggedRound, RoundRecord
from gesture_app.domain.game.rules import CLASSIC, RuleTable
from gesture_app.domain.models.model_summary import ModelSummary
from gesture_app.domain.samples.exchange import ImportTally
from gesture_app.domain.samples.labels import LabelSet
from gesture_app.domain.samples.sample import Sample
from gesture_app.errors import GestureAppError
from gesture_app.gui.background.camera_watch import CameraWatch
from gesture_app.gui.background.image_loader import ImageKey, ImageLoader
from gesture_app.gui.background.notices import Notices
from gesture_app.gui.background.sample_service import SampleService
from gesture_app.gui.background.session import EngineSession
from gesture_app.gui.collect.exchange_job import ExchangeJob
from gesture_app.gui.collect.video_scrubber import VideoScrubber
from gesture_app.gui.play.opponent_service import OpponentService
from gesture_app.gui.play.round_log_service import RoundLogService
from gesture_app.gui.train.model_service import ModelService
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.theme import Theme
from gesture_app.pipeline.engine import Engine, EngineListener
from gesture_app.pipeline.processor import FrameProcessor
from gesture_app.resources import ASSETS
from tests.fakes.gui import FakeCamera, FakeRecognizer, HandFedSource, blank_crop
from tests.fakes.model_libraries import SHIPPED_ID, InMemoryModelLibrary
from tests.fakes.round_logs import InMemoryRoundLog
from tests.fakes.round_records import a_round
from tests.fakes.sample_hands import InMemorySampleStore, a_sample

BROKEN = "something nobody thought of"


@dataclass
class Fault:
    """Raises a RuntimeError as long as it is on."""

    is_on: bool = True

    def __call__(self) -> None:
        if self.is_on:
            raise RuntimeError(BROKEN)


@pytest.fixture
def fault() -> Fault:
    return Fault()


@pytest.fixture
def notices() -> Notices:
    return Notices()


def reported(notices: Notices) -> bool:
    """Whether a notice names the error."""
    return any(BROKEN in notice.title for notice in notices.shown)


def test_rounds_are_kept_after_one_could_not_be(qtbot: QtBot, fault: Fault, notices: Notices) -> None:
    class FaultyLog(InMemoryRoundLog):
        def append(self, record: RoundRecord, *, match_id: str, played_at: str) -> None:
            fault()
            super().append(record, match_id=match_id, played_at=played_at)

    log = FaultyLog()
    service = RoundLogService(log, notices)
    first, second = (LoggedRound("m", "2026-01-01T00:00:00+00:00", a_round(number)) for number in (1, 2))
    service.keep(first)
    qtbot.waitUntil(lambda: reported(notices))
    fault.is_on = False
    service.keep(second)
    qtbot.waitUntil(lambda: log.rounds == [second])
    assert service.rounds == (first, second)
    assert service.stop()


def test_a_match_does_not_wait_for_an_opponent_that_failed(qtbot: QtBot, fault: Fault, notices: Notices) -> None:
    class FaultyOpponent:
        description = ""
        name = "mind-reader"

        def choose(self, history: Sequence[PastRound], rules: RuleTable, rng: random.Random) -> str:
            fault()
            return "rock"

    def make_opponent(name: str) -> Opponent:
        assert opponent_named(name).name == name
        return FaultyOpponent()

    service = OpponentService(notices, make_opponent=make_opponent)
    rounds = [PastRound("rock", "paper")] * 20
    assert service.call("mind-reader", CLASSIC, rounds) is None
    with qtbot.waitSignal(service.failed):
        pass
    assert reported(notices)
    assert not service.is_teaching
    fault.is_on = False
    with qtbot.waitSignal(service.ready):
        assert service.call("mind-reader", CLASSIC, rounds) is None
    assert service.call("mind-reader", CLASSIC, rounds) is not None
    assert service.stop()


def test_images_are_loaded_after_one_could_not_be(qtbot: QtBot, fault: Fault) -> None:
    class FaultyStore(InMemorySampleStore):
        def load(self, sample_id: str) -> Sample:
            fault()
            return super().load(sample_id)

    store = FaultyStore()
    first, second = (store.add(a_sample("rock", seed=seed)).id for seed in (1, 2))
    loader = ImageLoader()
    loader.use(store)
    failures: list[tuple[str, GestureAppError]] = []
    loader.failed.connect(lambda sample_id, error: failures.append((sample_id, error)))
    assert loader.image(ImageKey(first, 32)) is None
    qtbot.waitUntil(lambda: bool(failures))
    assert failures[0][0] == first
    assert BROKEN in failures[0][1].message
    fault.is_on = False
    qtbot.waitUntil(lambda: loader.image(ImageKey(second, 32)) is not None)
    assert not loader.is_busy
    assert loader.stop()


def test_cameras_are_listed_after_the_system_failed(qtbot: QtBot, fault: Fault) -> None:
    camera = FakeCamera("Desk camera", "desk")

    def list_cameras() -> Sequence[FakeCamera]:
        fault()
        return [camera]

    watch = CameraWatch(list_cameras)
    with qtbot.waitSignal(watch.changed):
        watch.refresh()
    assert watch.cameras == ()
    fault.is_on = False
    with qtbot.waitSignal(watch.changed):
        watch.refresh()
    assert watch.cameras == (camera,)
    assert watch.stop()


def test_an_engine_whose_stop_failed_is_replaced(qtbot: QtBot, fault: Fault, recognizer: FakeRecognizer) -> None:
    class FaultyEngine(Engine):
        def stop(self) -> None:
            super().stop()
            fault()

    def make_engine(listener: EngineListener) -> Engine:
        return FaultyEngine(lambda: FrameProcessor(recognizer.detector, blank_crop, recognizer.classifier), listener)

    session = EngineSession(make_engine)
    errors: list[GestureAppError] = []
    session.failed.connect(errors.append)
    source = HandFedSource()
    session.show_source(lambda: source)
    session.restart()
    qtbot.waitUntil(lambda: not session.is_restarting)
    assert BROKEN in errors[0].message
    source.send()
    qtbot.waitUntil(lambda: session.frame is not None)
    assert not session.stop()


def test_samples_are_changed_after_a_change_failed(qtbot: QtBot, fault: Fault, notices: Notices) -> None:
    class FaultyStore(InMemorySampleStore):
        def set_labels(self, labels: LabelSet) -> None:
            fault()
            super().set_labels(labels)

    store = FaultyStore()
    service = SampleService(lambda: store, notices)
    service.load()
    qtbot.waitUntil(lambda: service.is_open)
    one = LabelSet(store.labels.labels[:1])
    service.set_labels(one)
    qtbot.waitUntil(lambda: reported(notices))
    fault.is_on = False
    service.set_labels(one)
    qtbot.waitUntil(lambda: store.labels == one)
    assert service.stop()


def test_a_sample_is_listed_again_after_its_deletion_failed(qtbot: QtBot, fault: Fault, notices: Notices) -> None:
    class FaultyStore(InMemorySampleStore):
        def delete(self, sample_id: str) -> None:
            fault()
            super().delete(sample_id)

    store = FaultyStore()
    info = store.add(a_sample("rock", seed=1))
    service = SampleService(lambda: store, notices)
    service.load()
    qtbot.waitUntil(lambda: service.is_open)
    service.delete([info.id])
    assert service.infos == ()
    qtbot.waitUntil(lambda: service.infos == (info,))
    assert reported(notices)
    assert service.trashed == ()
    assert service.undo_text == ""
    fault.is_on = False
    service.delete([info.id])
    qtbot.waitUntil(lambda: store.trashed() == (info,))
    assert service.stop()


def test_a_job_runs_after_one_failed(qtbot: QtBot, fault: Fault, notices: Notices) -> None:
    class FaultyExchange:
        def import_archive(self, path: Path) -> Iterator[ImportTally]:
            fault()
            yield ImportTally(added=("a",), seen=1)

    samples = SampleService(InMemorySampleStore, notices)
    samples.load()
    qtbot.waitUntil(lambda: samples.is_open)
    job = ExchangeJob(lambda _store: FaultyExchange(), samples, notices)  # type: ignore[arg-type, return-value]
    job.import_samples(lambda exchange: exchange.import_archive(Path("a.zip")))
    qtbot.waitUntil(lambda: not job.is_running)
    assert reported(notices)
    fault.is_on = False
    job.import_samples(lambda exchange: exchange.import_archive(Path("a.zip")))
    qtbot.waitUntil(lambda: not job.is_running)
    assert job.tally is not None
    assert job.tally.added == ("a",)
    assert job.stop()
    assert samples.stop()


def test_a_job_whose_worker_cannot_make_the_exchange_ends(qtbot: QtBot, fault: Fault, notices: Notices) -> None:
    samples = SampleService(InMemorySampleStore, notices)
    samples.load()
    qtbot.waitUntil(lambda: samples.is_open)
    job = ExchangeJob(lambda _store: fault(), samples, notices)  # type: ignore[arg-type, func-returns-value]
    job.export_samples(Path("a.zip"), None)
    qtbot.waitUntil(lambda: not job.is_running)
    assert reported(notices)
    assert job.stop()
    assert samples.stop()


def test_models_are_used_after_one_failed(qtbot: QtBot, fault: Fault, notices: Notices) -> None:
    class FaultyLibrary(InMemoryModelLibrary):
        def activate(self, model_id: str, *, forced: bool = False) -> ModelSummary:
            fault()
            return super().activate(model_id, forced=forced)

    service = ModelService(FaultyLibrary, lambda _model_id: fault(), notices)  # type: ignore[arg-type, func-returns-value]
    service.use(SHIPPED_ID)
    qtbot.waitUntil(lambda: reported(notices) and not service.work)
    fault.is_on = False
    with qtbot.waitSignal(service.used):
        service.use(SHIPPED_ID)
    assert service.stop()


def test_a_video_that_failed_says_so_and_can_be_closed(qapp: QApplication, qtbot: QtBot, fault: Fault) -> None:
    texts: list[str] = []

    def read_images() -> Iterator[tuple[float, UInt8Array]]:
        yield 0.0, np.zeros((4, 4, 3), np.uint8)
        fault()

    scrubber = VideoScrubber(read_images, 10.0, IconSet(ASSETS / "icons"), Theme(qapp))
    qtbot.addWidget(scrubber)
    show_text: Callable[[str], None] = scrubber.thumbnail.show_text
    scrubber.thumbnail.show_text = lambda text: (texts.append(text), show_text(text))  # type: ignore[method-assign]
    qtbot.waitUntil(lambda: any(BROKEN in text for text in texts))
    assert scrubber.close_video()
