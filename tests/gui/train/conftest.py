"""The app with fake samples, models and training process."""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gesture_app.desktop.app import DesktopApp
from gesture_app.desktop.options import AppOptions
from gesture_app.desktop.services import Backends
from gesture_app.domain.frames.crop_spec import Turn
from gesture_app.domain.frames.gestures import DEFAULT_LABELS
from gesture_app.domain.models.learnt_samples import LearntSamples
from gesture_app.domain.models.model_summary import GateVerdict, ModelSummary
from gesture_app.domain.ports import SampleExchange, SampleRecorder, SampleStore
from gesture_app.domain.retraining.comparison import Comparison, ConfidenceChange
from gesture_app.domain.retraining.events import (
    ChangedPrediction,
    EpochDone,
    Event,
    Progress,
    RetrainOutcome,
    RetrainPhase,
)
from gesture_app.domain.retraining.gate import apply_gate
from gesture_app.domain.samples.sample import Sample
from gesture_app.errors import GestureAppError
from gesture_app.gui.background.chance import Chance
from gesture_app.gui.background.notices import Notification
from gesture_app.gui.collect.services import SampleBackend
from gesture_app.gui.train.page import TrainPage
from gesture_app.gui.train.retrain_job import RetrainCommand, RetrainJob
from gesture_app.gui.train.services import TrainBackend, TrainServices
from gesture_app.settings import SettingsFile
from gesture_app.storage.retraining_events import to_line
from tests.fakes import training_process
from tests.fakes.engines import EngineFactory, IdleEngine
from tests.fakes.frames import FakeClock
from tests.fakes.gui import FakeCatalog
from tests.fakes.installer import FakeTrainingPackages
from tests.fakes.memories import learnt_of
from tests.fakes.model_libraries import SHIPPED_ID, InMemoryModelLibrary, retrained_summary
from tests.fakes.sample_hands import InMemorySampleStore, a_sample

SCRIPT = Path(training_process.__file__)
FIRST, SECOND = "20240501t103000", "20240502t090000"
NEW_ID = "base-1-own-20240503t080000"
Step = list[object]


def say(*events: Event) -> list[Step]:
    """Steps that write these events."""
    return [["say", json.loads(to_line(event))] for event in events]


def command_of(steps: Sequence[Step], folder: Path = SCRIPT.parent) -> RetrainCommand:
    return RetrainCommand(sys.executable, (str(SCRIPT), json.dumps(list(steps))), folder)


def epoch(
    number: int, phase: RetrainPhase = RetrainPhase.HEAD, *, loss: float = 0.5, own: float | None = 0.9
) -> EpochDone:
    return EpochDone(phase, number, 10, loss, 0.8, loss + 0.1, own, 0.97)


LEARNING = (
    Progress(RetrainPhase.PREPARE, 0.1),
    Progress(RetrainPhase.HEAD, 0.4, 30.0),
    epoch(1, loss=0.9),
    epoch(2, loss=0.6),
    epoch(1, RetrainPhase.FINE_TUNE, loss=0.4),
)


def comparison(
    old_correct: int, new_correct: int, *, of: int = 16, label: str = "lizard", chance: float = 0.01
) -> Comparison:
    """Two models on hands of one gesture; wrong predictions are rock."""
    shown = [label] * of

    def answers(right: int) -> list[str]:
        return [label] * right + ["rock"] * (of - right)

    sureness = ConfidenceChange(0.9 * old_correct / of, 0.9 * new_correct / of, chance)
    return Comparison.from_predictions(
        DEFAULT_LABELS.labels, shown, answers(old_correct), answers(new_correct), sureness
    )


def outcome(
    *, accepted: bool = True, changed: Sequence[ChangedPrediction] = (), model_id: str = NEW_ID
) -> RetrainOutcome:
    here = comparison(8, 15) if accepted else comparison(8, 9, chance=0.3)
    base = comparison(390, 391, of=400)
    verdict = apply_gate(here, base)
    assert verdict.accepted is accepted
    return RetrainOutcome(model_id, f"/models/{model_id}", SHIPPED_ID, verdict, here, base, True, tuple(changed))


class SwapEngine(IdleEngine):
    """An engine that only counts the swaps of models."""

    def __init__(self) -> None:
        super().__init__()
        self.swaps = 0

    def swap_model(self, load: object) -> None:
        self.swaps += 1


def resume_process(job: RetrainJob) -> None:
    """Resume a process that pauses."""
    job.findChildren(QProcess)[-1].write(b"\n")


class Trainer:
    """Drives the app: the train page and its services."""

    def __init__(self, qtbot: QtBot, store: InMemorySampleStore, library: InMemoryModelLibrary) -> None:
        self.qtbot = qtbot
        self.store = store
        self.library = library
        self.steps: list[Step] = [["pause"]]
        self.error: GestureAppError | None = None
        self.asked: list[tuple[str, Turn | None]] = []
        self.cleared: list[int] = []
        self.packages = FakeTrainingPackages()
        self.engines = EngineFactory(SwapEngine)
        self.desktop: DesktopApp

    def collect_learnt(self, model_id: str) -> LearntSamples:
        return learnt_of({info.key: info.person for info in self.store.listed()}, seal=model_id)

    def command(self, model: ModelSummary, turn: Turn | None) -> RetrainCommand:
        self.asked.append((model.id, turn))
        if self.error is not None:
            raise self.error
        return command_of(self.steps)

    @property
    def page(self) -> TrainPage:
        return self.desktop.page(TrainPage)

    @property
    def services(self) -> TrainServices:
        return self.desktop.services(TrainServices)

    @property
    def job(self):  # type: ignore[no-untyped-def]
        return self.services.job

    @property
    def models(self):  # type: ignore[no-untyped-def]
        return self.services.models

    @property
    def notices(self) -> tuple[Notification, ...]:
        return self.desktop.notices.shown

    @property
    def told(self) -> list[str]:
        return [notice.title for notice in self.notices if notice.key != "no-camera"]

    def open(self) -> None:
        self.desktop.window.show_page(self.page)
        self.settle()

    def activate(self) -> None:
        """Activate the window."""
        window = self.desktop.window

        def is_active() -> bool:
            window.activateWindow()
            return window.isActiveWindow()

        self.qtbot.waitUntil(is_active)

    def settle(self) -> None:
        """Wait until samples and models are read and no work is queued."""
        samples = self.desktop.samples
        self.qtbot.waitUntil(
            lambda: samples.is_open and self.models.active is not None and not self.models.work, timeout=20_000
        )

    def start(self, *steps: Step) -> None:
        """Press the retrain button; the process does these steps."""
        if steps:
            self.steps = list(steps)
        self.page.plan.retrain_button.click()

    def resume(self) -> None:
        """Resume a process that pauses."""
        resume_process(self.job)

    def until_ended(self) -> None:
        self.qtbot.waitUntil(lambda: not self.job.is_running, timeout=20_000)
        self.settle()

    def press(self, action: str) -> None:
        """Press a button of a notice."""
        for notice in self.notices:
            for offered in notice.actions:
                if offered.text == action:
                    self.desktop.notices.dismiss(notice)
                    offered.run()
                    return
        raise AssertionError(f"no {action!r} among {[n.actions for n in self.notices]}")

    def make_model(self, model_id: str = NEW_ID, *, verdict: GateVerdict = GateVerdict.ACCEPTED) -> None:
        """Add a model to the library, as the process would."""
        self.library.put(retrained_summary(model_id, verdict=verdict))


def recorded(
    labels: Sequence[str] = ("rock", "lizard"), sessions: Sequence[str] = (FIRST, SECOND), count: int = 20
) -> InMemorySampleStore:
    """A store with ``count`` samples of each label in each session."""
    store = InMemorySampleStore()
    for session in sessions:
        for label in labels:
            for number in range(count):
                sample = a_sample(label, session=session, seed=number + 1)
                taken_at = datetime.strptime(session, "%Y%m%dt%H%M%S").replace(second=number, tzinfo=timezone.utc)
                info = replace(sample.info, taken_at=taken_at.isoformat(), prediction=None)
                store.add(Sample(info, sample.region_bgr))
    return store


MakeTrainer = Callable[..., Trainer]


@pytest.fixture
def make_trainer(qapp: QApplication, qtbot: QtBot, settings_file: SettingsFile) -> Iterator[MakeTrainer]:
    made: list[Trainer] = []

    def make(
        store: InMemorySampleStore | None = None,
        *models: ModelSummary,
        is_open: bool = True,
        lacking: tuple[str, ...] = (),
    ) -> Trainer:
        trainer = Trainer(qtbot, recorded() if store is None else store, InMemoryModelLibrary(*models))
        trainer.packages.lacking = lacking

        def make_recorder(store: SampleStore, **_session: object) -> SampleRecorder:
            raise AssertionError("nothing is recorded here")

        def make_exchange(store: SampleStore) -> SampleExchange:
            raise AssertionError("nothing is exchanged here")

        samples = SampleBackend(lambda: trainer.store, make_recorder, make_exchange)
        training = TrainBackend(
            lambda: trainer.library,
            trainer.collect_learnt,
            trainer.command,
            trainer.cleared.append,
            trainer.packages,
        )
        clock = FakeClock()
        chance = Chance(random.Random(1), clock, lambda: datetime(2024, 5, 3, 8, tzinfo=timezone.utc))
        options = AppOptions(source="demo")
        trainer.desktop = DesktopApp(
            qapp,
            FakeCatalog(),
            settings_file,
            options,
            backends=replace(Backends.of_user(options), samples=samples, training=training),
            make_engine=trainer.engines,
            chance=chance,
        )
        made.append(trainer)
        qtbot.addWidget(trainer.desktop.window)
        trainer.desktop.start()
        qtbot.waitExposed(trainer.desktop.window)
        if is_open:
            trainer.open()
        return trainer

    yield make
    for trainer in made:
        assert trainer.desktop.stop()
        trainer.desktop.deleteLater()


@pytest.fixture
def trainer(make_trainer: MakeTrainer) -> Trainer:
    """The app with samples of rock and lizard from two sessions; the shipped model is in use, the page open."""
    return make_trainer()
