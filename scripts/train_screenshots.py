"""Screenshots of the train page: invented runs, and hands from the demo clip as samples."""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, cast

from collect_screenshots import fill_store
from play_screenshots import StillEngine, make_still_engine
from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from gesture_app.composition import model_library, sample_importer, sample_recorder
from gesture_app.desktop.app import DesktopApp
from gesture_app.desktop.options import AppOptions
from gesture_app.desktop.services import Backends, CaptureCatalog
from gesture_app.domain.frames.crop_spec import Turn
from gesture_app.domain.frames.gestures import DEFAULT_LABELS
from gesture_app.domain.models.learnt_samples import LearntSamples
from gesture_app.domain.models.model_summary import Figures, GateVerdict, ModelOrigin, ModelSummary
from gesture_app.domain.ports import ModelLibrary
from gesture_app.domain.retraining.comparison import Comparison, ConfidenceChange
from gesture_app.domain.retraining.events import (
    ChangedPrediction,
    EpochDone,
    Failed,
    LogLine,
    Progress,
    RetrainOutcome,
    RetrainPhase,
)
from gesture_app.domain.retraining.gate import apply_gate
from gesture_app.domain.samples.sample import SampleInfo
from gesture_app.errors import ModelError
from gesture_app.gui.background.chance import Chance
from gesture_app.gui.collect.services import SampleBackend
from gesture_app.gui.train.page import TrainPage
from gesture_app.gui.train.retrain_job import RetrainCommand, RetrainResult
from gesture_app.gui.train.services import TrainBackend, TrainServices
from gesture_app.installation.training_packages import TrainingPackages
from gesture_app.recording.sample_store import FolderSampleStore
from gesture_app.settings import Settings, SettingsFile, ThemeChoice
from gesture_app.storage.retraining_events import to_line

_SIZES = {"": QSize(1280, 800), "-small": QSize(800, 560)}
_LARGE_TEXT = 1.3
_PATIENCE_MS = 20_000
_TURN_MS = 20
_OWN = "rpsls-10-own-20260503t091500"
_OTHER = "rpsls-10-own-20260502t180210"
_SPEAKER = "import sys; print(sys.argv[1], flush=True); sys.stdin.read()"
_CRASH = "import os, sys; print(sys.argv[1], file=sys.stderr, flush=True); os._exit(134)"


class ShownModels:
    """A library of models without files.

    Args:
        shipped: The model that came with the program.
    """

    def __init__(self, shipped: ModelSummary) -> None:
        here = Figures("here", 58, 0.948, {}, 0.707)
        base = Figures("base", 1200, 0.972, {}, 0.974)
        worse = replace(here, accuracy=0.724)
        own = replace(shipped, origin=ModelOrigin.RETRAINED, parent=shipped.id, is_active=False)
        better = replace(own, id=_OWN, figures=(here, base), verdict=GateVerdict.ACCEPTED)
        why = "On your recordings it is hardly better (42 of 58 right, before it was 41), which may be chance."
        refused = replace(own, id=_OTHER, figures=(worse, base), verdict=GateVerdict.REFUSED, reasons=(why,))
        self._models = (
            replace(shipped, is_active=False),
            replace(better, made_at="2026-05-03T09:15:00+00:00"),
            replace(refused, made_at="2026-05-02T18:02:10+00:00"),
            ModelSummary("from-a-friend", shipped.folder, ModelOrigin.IMPORTED, trouble="model.onnx is damaged."),
        )
        self.used = shipped.id
        self.warnings: tuple[str, ...] = ()
        self.outcomes: dict[str, RetrainOutcome] = {}

    def outcome_of(self, model_id: str) -> RetrainOutcome | None:
        """The given outcome of a model, or None."""
        return self.outcomes.get(model_id)

    def listed(self) -> tuple[ModelSummary, ...]:
        """All models."""
        return tuple(replace(model, is_active=model.id == self.used) for model in self._models)

    def active(self) -> ModelSummary:
        """The active model."""
        return next(model for model in self.listed() if model.is_active)

    def previous(self) -> ModelSummary | None:
        """The shipped model, if another is active."""
        return None if self.used == self._models[0].id else self._models[0]

    def activate(self, model_id: str, *, forced: bool = False) -> ModelSummary:
        """Set the active model."""
        if forced:
            raise ModelError("Nothing is forced for pictures.")
        self.used = model_id
        return self.active()


def made_up_run(share: float) -> list[Progress | EpochDone | LogLine]:
    """Events of a process at this stage."""
    rng = random.Random(2)
    events: list[Progress | EpochDone | LogLine] = [
        LogLine("Learning from 88 recordings (lizard 16, none 12, paper 15, rock 16, scissors 15, Spock 14)."),
        Progress(RetrainPhase.PREPARE, 0.1),
    ]
    for number in range(1, 16):
        phase, first = (RetrainPhase.HEAD, 0) if number <= 10 else (RetrainPhase.FINE_TUNE, 10)
        learnt = 1 - 0.75 ** (number + 1)
        loss = 1.2 * (1 - learnt) + 0.25 + rng.uniform(-0.03, 0.03)
        events.append(
            EpochDone(
                phase,
                number - first,
                10 if not first else 5,
                loss,
                0.55 + 0.38 * learnt,
                loss * 0.8 + 0.05,
                0.7 + 0.26 * learnt + rng.uniform(-0.02, 0.02),
                0.97 + rng.uniform(-0.004, 0.004),
            )
        )
        events.append(Progress(phase, 0.2 + 0.045 * number, 60.0 - 3 * number))
    return events[: round(len(events) * share)]


def made_up_outcome(infos: Sequence[SampleInfo], *, accepted: bool, model_id: str, parent: str) -> RetrainOutcome:
    """A comparison in which the new model is correct for most hands and the old one for few."""
    rng = random.Random(5)
    labels = DEFAULT_LABELS.labels
    shown = [info.label for info in infos]
    old = [truth if rng.random() < 0.72 else rng.choice(labels) for truth in shown]
    new = [truth if rng.random() < 0.94 else before for truth, before in zip(shown, old, strict=True)]
    if not accepted:
        new = [rng.choice(labels) if rng.random() < 0.06 else before for before in old]
    sureness = ConfidenceChange(0.68, 0.87, 0.001) if accepted else ConfidenceChange(0.68, 0.66, 0.8)
    here = Comparison.from_predictions(labels, shown, old, new, sureness)
    others = [label for label in labels for _ in range(200)]
    before = [truth if rng.random() < 0.975 else rng.choice(labels) for truth in others]
    after = [truth if rng.random() < 0.999 else rng.choice(labels) for truth in before]
    base = Comparison.from_predictions(labels, others, before, after, ConfidenceChange(0.94, 0.94, 0.4))
    changed = tuple(
        ChangedPrediction(info.id, info.label, *answers)
        for info, *answers in zip(infos, old, new, strict=True)
        if answers[0] != answers[1]
    )
    notes = () if accepted else ("Some gestures are checked on the end of the session that they were learnt from.",)
    verdict = apply_gate(here, base)
    doubtful = () if accepted else (infos[1].id,)
    return RetrainOutcome(model_id, "", parent, verdict, here, base, True, changed, doubtful, notes=notes)


class TrainDriver:
    """Drives the app for the screenshots.

    Args:
        desktop: The app.
        library: Its models.
        take: Saves a screenshot of the window or of a dialog under a name.
    """

    def __init__(self, desktop: DesktopApp, library: ShownModels, take: Callable[..., None]) -> None:
        self.desktop = desktop
        self.page = desktop.page(TrainPage)
        self.library = library
        self.take = take
        self.says = ""
        self.program = _SPEAKER

    def command(self) -> RetrainCommand:
        """A process that writes its events and waits."""
        return RetrainCommand(sys.executable, ("-c", self.program, self.says), Path.cwd())

    def until(self, is_there: Callable[[], bool]) -> None:
        """Wait for a condition."""
        for _turn in range(_PATIENCE_MS // _TURN_MS):
            if is_there():
                return
            QTest.qWait(_TURN_MS)
        raise RuntimeError("waited in vain")

    def settle(self) -> None:
        """Wait until models and images are loaded."""
        QApplication.processEvents()
        QTest.qWait(60)
        loader = self.desktop.images
        self.until(lambda: not self.desktop.services(TrainServices).models.work and not loader.is_busy)
        QApplication.processEvents()

    def end_with(self, ending: RetrainResult) -> None:
        """End a run with this result."""
        self.desktop.services(TrainServices).job.ended.emit(ending)
        self.settle()

    def run(self, events: Sequence[Progress | EpochDone | LogLine]) -> None:
        """Run a process that reports these events."""
        self.says = "\n".join(map(to_line, events))
        self.desktop.services(TrainServices).controller.start()
        job = self.desktop.services(TrainServices).job
        wanted = sum(isinstance(event, EpochDone) for event in events)
        self.until(lambda: len(job.epochs) >= wanted and job.progress is not None)
        self.settle()


@dataclass(frozen=True)
class _Studio:
    app: QApplication
    folder: Path
    shipped: ModelSummary

    @contextmanager
    def driver(self, theme: ThemeChoice, size: str, samples: Path, *, text: float = 1.0) -> Iterator[TrainDriver]:
        """The app in a theme, with samples, optionally with larger text."""
        font = self.app.font()
        larger = self.app.font()
        larger.setPointSizeF(font.pointSizeF() * text)
        self.app.setFont(larger)
        with tempfile.TemporaryDirectory() as folder:
            settings_file = SettingsFile(Path(folder) / "settings.toml")
            settings_file.save(Settings(theme=theme))
            library = ShownModels(self.shipped)
            drivers: list[TrainDriver] = []
            services = SampleBackend(lambda: FolderSampleStore(samples), sample_recorder, sample_importer)

            def command(_model: ModelSummary, _turn: Turn | None) -> RetrainCommand:
                return drivers[0].command()

            training = TrainBackend(
                lambda: _as_library(library), _collect_nothing, command, lambda _process: None, TrainingPackages()
            )
            chance = Chance(random.Random(1), lambda: 100.0, lambda: datetime.now(timezone.utc))
            options = AppOptions(source="demo")
            desktop = DesktopApp(
                self.app,
                CaptureCatalog(),
                settings_file,
                options,
                backends=replace(Backends.of_user(options), samples=services, training=training),
                make_engine=make_still_engine,
                chance=chance,
            )

            def take(name: str, dialog: QWidget | None = None) -> None:
                QApplication.processEvents()
                ending = f"{theme.value}{size}{'-large-text' if text > 1 else ''}"
                path = self.folder / f"train-{name}-{ending}.png"
                (dialog or desktop.window).grab().save(str(path))
                print(path)

            drivers.append(TrainDriver(desktop, library, take))
            desktop.window.resize(_SIZES[size])
            desktop.start()
            desktop.show_page("Train")
            desktop.window.activateWindow()
            desktop.notices.withdraw("no-camera")
            drivers[0].until(
                lambda: desktop.samples.is_open and desktop.services(TrainServices).models.active is not None
            )
            drivers[0].settle()
            yield drivers[0]
            desktop.stop()
            desktop.window.close()
            desktop.window.deleteLater()
            desktop.deleteLater()
            QApplication.processEvents()
        self.app.setFont(font)


def _collect_nothing(_model_id: str) -> LearntSamples:
    raise ModelError("Nothing was learnt at once.")


def _as_library(library: ShownModels) -> ModelLibrary:
    return cast(ModelLibrary, library)


def take_train_screenshots(app: QApplication, folder: Path, model_dir: Path | None) -> None:
    """Take a screenshot of each state in both themes, in the smallest window, and there with larger text."""
    cast(Any, StillEngine).swap_model = lambda _engine, _load: None
    studio = _Studio(app, folder, model_library().active())
    with tempfile.TemporaryDirectory() as samples, tempfile.TemporaryDirectory() as nothing:
        fill_store(Path(samples), model_dir)
        for theme, size, text in (
            (ThemeChoice.LIGHT, "", 1.0),
            (ThemeChoice.DARK, "", 1.0),
            (ThemeChoice.DARK, "-small", 1.0),
            (ThemeChoice.LIGHT, "-small", _LARGE_TEXT),
        ):
            with studio.driver(theme, size, Path(nothing), text=text) as driver:
                driver.take("nothing")
            _take_states(studio, theme, size, Path(samples), text)


def _take_states(studio: _Studio, theme: ThemeChoice, size: str, samples: Path, text: float) -> None:
    with studio.driver(theme, size, samples, text=text) as driver:
        page, notices = driver.page, driver.desktop.notices
        infos = driver.desktop.samples.infos[::2]
        driver.take("ready")
        driver.run(made_up_run(0.85))
        driver.take("running")
        page.run.details.open(True)
        page.run.log.open(True)
        driver.take("log")
        driver.desktop.window.close()
        driver.settle()
        driver.take("closing", driver.desktop.window.findChild(QMessageBox))
        driver.desktop.services(TrainServices).job.cancel()
        driver.until(lambda: not driver.desktop.services(TrainServices).job.is_running)
        driver.settle()
        driver.take("cancelled")
        notices.dismiss(notices.shown[0])
        page.run.log.open(False)
        parent = driver.library.used
        accepted = made_up_outcome(infos, accepted=True, model_id=_OWN, parent=parent)
        driver.end_with(accepted)
        _take_from_top_to_bottom(driver, "accepted")
        page.show_models()
        driver.settle()
        driver.take("models")
        driver.library.outcomes[_OWN] = accepted
        row = page.models.row(_OWN)
        assert row is not None
        row.report_button.click()
        driver.settle()
        driver.take("report")
        page.show_training()
        driver.desktop.services(TrainServices).controller.dismiss()
        driver.end_with(made_up_outcome(infos, accepted=False, model_id=_OTHER, parent=_OWN))
        _take_from_top_to_bottom(driver, "refused")
        driver.desktop.services(TrainServices).controller.dismiss()
        driver.program = _CRASH
        driver.says = "\n".join(f"E0000 line {number} of what a library said before it crashed" for number in range(30))
        driver.desktop.services(TrainServices).controller.start()
        driver.until(lambda: isinstance(driver.desktop.services(TrainServices).controller.result, Failed))
        driver.settle()
        driver.take("crashed")
        for notice in notices.shown:
            notices.dismiss(notice)


def _take_from_top_to_bottom(driver: TrainDriver, name: str) -> None:
    """Take screenshots of top, middle and end of the verdict."""
    area = driver.page.verdict.area
    driver.take(name)
    for part, share in (("middle", 0.5), ("end", 1.0)):
        area.verticalScrollBar().setValue(round(area.verticalScrollBar().maximum() * share))
        driver.settle()
        driver.take(f"{name}-{part}")
    area.verticalScrollBar().setValue(0)
