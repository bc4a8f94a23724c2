"""The desktop app: builds everything, and starts and stops it in order."""

from __future__ import annotations

import importlib.metadata
import logging
import os
import random
import signal
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType

import platformdirs
from PySide6.QtCore import QLoggingCategory, QObject, QTimer
from PySide6.QtWidgets import QApplication

from gesture_app.desktop.window_loss import WindowLossFilter
from gesture_app.domain.frames.crop_spec import Turn
from gesture_app.domain.game.rounds import RoundLog
from gesture_app.domain.models.model_summary import ModelSummary
from gesture_app.domain.ports import (
    FrameSource,
    ModelLibrary,
    RecorderListener,
    SampleExchange,
    SampleRecorder,
    SampleStore,
)
from gesture_app.errors import GestureAppError
from gesture_app.gui.background.camera_permission import ask_camera_permission
from gesture_app.gui.background.camera_watch import CameraWatch, watch_hot_plug
from gesture_app.gui.background.notices import NoticeKind, Notices, Notification
from gesture_app.gui.background.preferences import Preferences
from gesture_app.gui.background.session import EngineSession
from gesture_app.gui.background.source_controller import SourceController, shown_address
from gesture_app.gui.background.sources import Camera, SourceCatalog
from gesture_app.gui.background.status_notices import StatusNotices
from gesture_app.gui.collect.page import CollectPage
from gesture_app.gui.collect.services import CollectServices, SampleBackend, SampleOutlet
from gesture_app.gui.live.page import LivePage
from gesture_app.gui.main_window import TITLE, MainWindow
from gesture_app.gui.play.match_presenter import Chance
from gesture_app.gui.play.opponent_service import OpponentService
from gesture_app.gui.play.page import PlayPage
from gesture_app.gui.play.round_log_service import RoundLogService
from gesture_app.gui.play.sounds import SoundBoard
from gesture_app.gui.train.closing import ClosingQuestion
from gesture_app.gui.train.page import TrainPage
from gesture_app.gui.train.retrain_job import RetrainCommand
from gesture_app.gui.train.services import TrainBackend, TrainServices
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.theme import Theme
from gesture_app.pipeline.engine import Engine, EngineListener
from gesture_app.pipeline.processor import FrameProcessor, LoadedModel
from gesture_app.recording.round_log import FILE_NAME, FileRoundLog
from gesture_app.resources import APP_NAME, ASSETS, DEMO_CLIP
from gesture_app.settings import DEMO, SettingsFile, SourceChoice, SourceKind

_log = logging.getLogger(__name__)

_DEMO_TEXT = "demo"
_SIGNAL_CHECK_MS = 250


@dataclass(frozen=True)
class AppOptions:
    """What the command line asked for. None leaves it to the settings.

    Attributes:
        source: A file, an address, ``camera:<number, name or id>``, a camera's number, or ``demo``.
        device: Where to classify: ``"auto"``, ``"gpu"`` or ``"cpu"``.
        hands: How many hands to follow, 1 or 2.
        model_dir: The model's folder, or its id in the library.
    """

    source: str | None = None
    device: str | None = None
    hands: int | None = None
    model_dir: Path | None = None


class ProcessorChoice:
    """Knows with which settings the next processor is made: the options first, until the person changes a setting.

    Attributes:
        model_warnings: Why another model is in use than the person chose, and the like; known once a processor is made.

    Args:
        options: What the command line asked for.
        preferences: The settings.
    """

    def __init__(self, options: AppOptions, preferences: Preferences) -> None:
        self._preferences = preferences
        self._model_dir = options.model_dir
        self._saved_hands = preferences.settings.hands
        self.hands = options.hands or self._saved_hands
        self.device = options.device or preferences.settings.device.value
        self.model_warnings: tuple[str, ...] = ()

    def follow_settings(self) -> bool:
        """Take over what was changed in the settings; tells whether another processor is needed."""
        hands = self._preferences.settings.hands
        if hands == self._saved_hands:
            return False
        is_other = hands != self.hands
        self._saved_hands = self.hands = hands
        return is_other

    def make_processor(self) -> FrameProcessor:
        """A processor; called in the inference thread, for what is imported here takes a while.

        Raises:
            GestureAppError: If model, device or detector cannot be used.
        """
        from gesture_app.composition import build_processor, model_library

        if self._model_dir is None:
            self.model_warnings = model_library().warnings
        return build_processor(device=self.device, max_hands=self.hands, model_dir=self._model_dir)

    def load_active_model(self) -> LoadedModel:
        """The model that the person has chosen meanwhile, whatever the command line said; for ``swap_model``.

        Called in a thread of its own.

        Raises:
            GestureAppError: If it cannot be used here.
        """
        from gesture_app.composition import load_model

        model = load_model(device=self.device)
        self._model_dir = None
        return model


class CaptureCatalog:
    """The cameras and sources of this computer. A :class:`~gesture_app.gui.background.sources.SourceCatalog`."""

    def list_cameras(self) -> Sequence[Camera]:
        """The connected cameras."""
        from gesture_app.capture.devices import list_cameras

        return list_cameras()

    def make_source(self, choice: SourceChoice) -> FrameSource:
        """A new source for what was chosen.

        Raises:
            SourceError: If there is no such thing.
        """
        from gesture_app.capture.opening import CAMERA_PREFIX, source_for

        if choice.kind is SourceKind.DEMO:
            return source_for(str(DEMO_CLIP), realtime=True, loop=True)
        prefix = CAMERA_PREFIX if choice.kind is SourceKind.CAMERA else ""
        return source_for(prefix + choice.value, realtime=True)


class DesktopApp(QObject):
    """The window with everything behind it.

    Args:
        app: Qt's application.
        catalog: Cameras and sources.
        settings_file: Where the settings are kept.
        options: What the command line asked for.
        processors: Makes the processors; by default those of :class:`ProcessorChoice`.
        round_log: Where rounds are kept; by default a file in the person's data folder.
        chance: Where chance and time come from; by default the system.
        samples: What keeps, writes and imports samples; by default in the person's data folder.
        training: What keeps models and makes new ones; by default in the person's data folder.
    """

    def __init__(
        self,
        app: QApplication,
        catalog: SourceCatalog,
        settings_file: SettingsFile,
        options: AppOptions,
        *,
        processors: Callable[[AppOptions, Preferences], ProcessorChoice] = ProcessorChoice,
        round_log: RoundLog | None = None,
        chance: Chance | None = None,
        samples: SampleBackend | None = None,
        training: TrainBackend | None = None,
    ) -> None:
        super().__init__()
        chance = chance or Chance(random.SystemRandom(), time.monotonic, lambda: datetime.now().astimezone())
        self.options = options
        self.notices = Notices(self)
        self.preferences = Preferences(settings_file, self.notices, self)
        self.processors = processors(options, self.preferences)
        self.theme = Theme(app, self.preferences.settings.theme, self)
        self.outlet = SampleOutlet(self)
        self.session = EngineSession(self._make_engine, self)
        self.watch = CameraWatch(catalog.list_cameras, self)
        self.sources = SourceController(
            catalog,
            self.watch,
            self.session,
            self.notices,
            self.preferences,
            ask_permission=ask_camera_permission,
            parent=self,
        )
        self.status_notices = StatusNotices(self.session, self.sources, self.notices, self)
        icons = IconSet(ASSETS / "icons")
        self.window = MainWindow(self.sources, self.preferences, self.notices, icons, self.theme)
        self.live_page = LivePage(self.session, self.sources, icons, self.theme, clock=time.monotonic)
        self.window.add_page("Live", self.live_page)
        self.rounds = RoundLogService(round_log or _round_log(), self.notices, self)
        self.opponents = OpponentService(self)
        self.sounds = SoundBoard(ASSETS / "sounds", parent=self)
        self.play_page = PlayPage(
            self.session,
            self.sources,
            self.preferences,
            self.rounds,
            self.opponents,
            self.notices,
            self.sounds,
            icons,
            self.theme,
            chance=chance,
        )
        self.window.add_page("Play", self.play_page)
        self.collecting = CollectServices(
            self.session,
            self.outlet,
            samples or _sample_services(options),
            self.notices,
            clock=chance.clock,
            now=chance.now,
            parent=self,
        )
        self.collect_page = CollectPage(
            self.session, self.sources, self.collecting, icons, self.theme, clock=chance.clock
        )
        self.window.add_page("Collect", self.collect_page)
        self.training = TrainServices(
            self.session,
            self.processors.load_active_model,
            self.collecting.room,
            self.collecting.loader,
            training or _train_services(),
            self.notices,
            self,
        )
        self.train_page = TrainPage(self.training, icons, self.theme)
        self.window.add_page("Train", self.train_page)
        self.train_page.collect_requested.connect(lambda: self.window.show_page(self.collect_page))
        self.training.desk.show_requested.connect(self._show_training)
        self.window.may_close = ClosingQuestion(self.training.job, self.window).may_close
        self.preferences.changed.connect(self._on_preferences_changed)
        self.session.status_changed.connect(self._tell_about_models)

    def start(self) -> None:
        """Show the window; everything slow follows in the background."""
        self.window.show()
        self.sources.start(None if self.options.source is None else choice_of(self.options.source))

    def stop(self) -> bool:
        """Stop every thread. Returns False when one is stuck."""
        is_engine_stopped = self.session.stop()
        others = (self.watch, self.rounds, self.opponents, self.training, self.collecting)
        are_others_stopped = [part.stop() for part in others]
        return is_engine_stopped and all(are_others_stopped)

    def report(self, error: BaseException) -> None:
        """Tell about an error nobody expected."""
        if isinstance(error, GestureAppError):
            self.notices.show(Notification.of_error(error))
            return
        title = f"Something went wrong ({type(error).__name__}: {error})."
        self.notices.show(Notification(NoticeKind.ERROR, title, "The program goes on; the log has the details."))

    def _make_engine(self, listener: EngineListener) -> Engine:
        return Engine(self.processors.make_processor, listener, tap=self.outlet.tap)

    def _show_training(self) -> None:
        self.window.show_page(self.train_page)
        self.train_page.show_training()

    def _tell_about_models(self) -> None:
        """Once for each warning: the person decides whether to choose again."""
        warnings, self.processors.model_warnings = self.processors.model_warnings, ()
        for warning in warnings:
            self.notices.show(Notification(NoticeKind.WARNING, warning, key=f"model-{warning}"))

    def _on_preferences_changed(self) -> None:
        if self.processors.follow_settings():
            self.session.restart()


def _round_log() -> RoundLog:
    return FileRoundLog(platformdirs.user_data_path(APP_NAME, appauthor=False) / FILE_NAME)


def _sample_services(options: AppOptions) -> SampleBackend:
    # What is imported here takes a while, and nobody records in the first moments.
    def open_store() -> SampleStore:
        from gesture_app.composition import sample_store

        return sample_store()

    def make_recorder(
        store: SampleStore, *, session: str, camera: str, model_id: str, listener: RecorderListener
    ) -> SampleRecorder:
        from gesture_app.composition import sample_recorder

        return sample_recorder(store, session=session, camera=camera, model_id=model_id, listener=listener)

    def make_exchange(store: SampleStore) -> SampleExchange:
        from gesture_app.composition import sample_importer

        return sample_importer(store, model_dir=options.model_dir)

    return SampleBackend(open_store, make_recorder, make_exchange)


def _train_services() -> TrainBackend:
    # What is imported here takes a while, as above.
    def open_library() -> ModelLibrary:
        from gesture_app.composition import model_library

        return model_library()

    def make_command(model: ModelSummary, turn: Turn | None) -> RetrainCommand:
        from gesture_app.composition import retrain_command

        return RetrainCommand(*retrain_command(model.folder, turn))

    def clear_away(process_id: int) -> None:
        from gesture_app.composition import clear_unfinished_model

        clear_unfinished_model(process_id)

    return TrainBackend(open_library, make_command, clear_away)


def choice_of(text: str) -> SourceChoice:
    """What a source named on the command line is."""
    if text == _DEMO_TEXT:
        return DEMO
    if "://" in text:
        return SourceChoice(SourceKind.ADDRESS, text, shown_address(text))
    if text.lower().startswith("camera:"):
        name = text[len("camera:") :]
        return SourceChoice(SourceKind.CAMERA, name, name)
    if text.isdigit():
        return SourceChoice(SourceKind.CAMERA, text, f"Camera {text}")
    return SourceChoice(SourceKind.FILE, text, Path(text).name or text)


def run(options: AppOptions) -> int:
    """Run the window until it is closed.

    Returns:
        The process's exit code.
    """
    app = make_application()
    desktop = DesktopApp(app, CaptureCatalog(), SettingsFile(), options)
    _report_exceptions(desktop)
    _end_on_signals(app)
    desktop.start()
    window_loss = WindowLossFilter(desktop.window, app.exit)
    app.installNativeEventFilter(window_loss)
    # Qt Multimedia takes its time to load, and nobody plugs in a camera within the first second.
    QTimer.singleShot(1000, desktop.watch, lambda: watch_hot_plug(desktop.watch))
    QTimer.singleShot(1500, desktop.sounds, desktop.sounds.load)
    code = app.exec()
    app.removeNativeEventFilter(window_loss)
    desktop.window.hide()
    if not desktop.stop():
        _log.error("A thread is stuck; the process is ended by force.")
        _end_by_force(code)
    return code


def make_application() -> QApplication:
    """Qt's application, with name, version and icon. To be called once, in the main thread."""
    # Each call into Qt and back may wait for another thread's turn; turns of 5 ms add up to a window that stutters.
    sys.setswitchinterval(0.001)
    # FFmpeg's list of optional libraries is of no use to anybody who runs this.
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")
    QApplication.setApplicationName(APP_NAME)
    QApplication.setApplicationDisplayName(TITLE)
    QApplication.setDesktopFileName(APP_NAME)
    QApplication.setApplicationVersion(importlib.metadata.version(APP_NAME))
    app = QApplication([APP_NAME])
    app.setWindowIcon(IconSet(ASSETS / "icons").icon("app"))
    return app


def _report_exceptions(desktop: DesktopApp) -> None:
    """An exception in a slot would otherwise end in the terminal, where nobody looks."""

    def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        _log.error("unexpected error", exc_info=(kind, error, trace))
        if issubclass(kind, Exception):
            desktop.report(error)

    sys.excepthook = report


def _end_on_signals(app: QApplication) -> None:
    """Ctrl+C and a polite kill end the program. Python looks for them whenever Qt gives it a turn."""
    for number in (signal.SIGINT, signal.SIGTERM):
        # Not quit(), which asks the window first: whoever sends a signal cannot answer.
        signal.signal(number, lambda *_ignored: app.exit())
    turn = QTimer(app)
    turn.setInterval(_SIGNAL_CHECK_MS)
    turn.timeout.connect(lambda: None)
    turn.start()


def _end_by_force(code: int) -> None:
    logging.shutdown()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
