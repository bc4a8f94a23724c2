"""The desktop app: builds the window and the services behind it, and starts and stops them in order."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from gesture_app.desktop.options import AppOptions, source_choice
from gesture_app.desktop.services import ProcessorChoice, file_round_log, sample_backend, train_backend
from gesture_app.domain.ports import RoundLog
from gesture_app.errors import GestureAppError
from gesture_app.gui.background.camera_permission import ask_camera_permission
from gesture_app.gui.background.camera_watch import CameraWatch
from gesture_app.gui.background.notices import NoticeKind, Notices, Notification
from gesture_app.gui.background.preferences import Preferences
from gesture_app.gui.background.session import EngineSession
from gesture_app.gui.background.source_controller import SourceController
from gesture_app.gui.background.sources import SourceCatalog
from gesture_app.gui.background.status_notices import StatusNotices
from gesture_app.gui.collect.page import CollectPage
from gesture_app.gui.collect.services import CollectServices, SampleBackend, SampleOutput
from gesture_app.gui.live.page import LivePage
from gesture_app.gui.main_window import MainWindow
from gesture_app.gui.play.match_presenter import Chance
from gesture_app.gui.play.opponent_service import OpponentService
from gesture_app.gui.play.page import PlayPage
from gesture_app.gui.play.round_log_service import RoundLogService
from gesture_app.gui.play.sounds import SoundBoard
from gesture_app.gui.train.close_guard import CloseGuard
from gesture_app.gui.train.page import TrainPage
from gesture_app.gui.train.services import TrainBackend, TrainServices
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.theme import Theme
from gesture_app.pipeline.engine import Engine, EngineListener
from gesture_app.resources import ASSETS
from gesture_app.settings import SettingsFile


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
        self.sample_output = SampleOutput(self)
        self.session = EngineSession(self.make_engine, self)
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
        self.rounds = RoundLogService(round_log or file_round_log(), self.notices, parent=self)
        self.opponents = OpponentService(self.notices, parent=self)
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
            self.sample_output,
            samples or sample_backend(options),
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
            self.collecting.samples,
            self.collecting.loader,
            training or train_backend(),
            self.notices,
            self,
        )
        self.train_page = TrainPage(self.training, icons, self.theme)
        self.window.add_page("Train", self.train_page)
        self.train_page.collect_requested.connect(lambda: self.window.show_page(self.collect_page))
        self.training.controller.show_requested.connect(self._show_training)
        self.window.may_close = CloseGuard(self.training.job, self.window).may_close
        self.preferences.changed.connect(self._on_preferences_changed)
        self.session.status_changed.connect(self._tell_about_models)

    def make_engine(self, listener: EngineListener) -> Engine:
        """Make the engine of the session; a subclass may make another one."""
        return Engine(self.processors.make_processor, listener, tap=self.sample_output.tap)

    def start(self) -> None:
        """Show the window; everything slow follows in the background."""
        self.window.show()
        self.sources.start(None if self.options.source is None else source_choice(self.options.source))

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
