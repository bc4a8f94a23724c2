"""The desktop app: builds the window and the services behind it, and starts and stops them in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from gesture_app.desktop.options import AppOptions, first_source
from gesture_app.desktop.pages import registered_pages
from gesture_app.desktop.services import Backends, ProcessorChoice
from gesture_app.domain.message import Message
from gesture_app.errors import GestureAppError
from gesture_app.gui.background.camera_permission import ask_camera_permission
from gesture_app.gui.background.camera_watch import CameraWatch
from gesture_app.gui.background.chance import Chance
from gesture_app.gui.background.corrections import Corrections
from gesture_app.gui.background.frame_taps import FrameTaps
from gesture_app.gui.background.image_loader import ImageLoader
from gesture_app.gui.background.memory_service import MemoryService
from gesture_app.gui.background.notices import NoticeKind, Notices, Notification
from gesture_app.gui.background.preferences import Preferences
from gesture_app.gui.background.recent_sources import RecentSources
from gesture_app.gui.background.sample_service import SampleService
from gesture_app.gui.background.session import EngineFactory, EngineSession
from gesture_app.gui.background.source_controller import PermissionQuestion, SourceController
from gesture_app.gui.background.sources import SourceCatalog
from gesture_app.gui.background.status_notices import StatusNotices
from gesture_app.gui.background.user_data_service import UserDataService
from gesture_app.gui.first_steps.registration import first_steps
from gesture_app.gui.first_steps.steps import first_round
from gesture_app.gui.main_window import MainWindow
from gesture_app.gui.pages import OpenPage, Page, PageContext
from gesture_app.gui.play.page import PlayPage
from gesture_app.gui.settings.dialog import SettingsDialog
from gesture_app.gui.settings.registration import settings_dialog
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.own_icons import OwnIcons
from gesture_app.gui.widgets.theme import Theme
from gesture_app.pipeline.engine import Engine, EngineListener, EngineTiming
from gesture_app.resources import ASSETS
from gesture_app.settings import Language, SettingsFile
from gesture_app.storage.user_data import DataKind

_T = TypeVar("_T")


class DesktopApp(QObject):
    """The window with all services behind it.

    Attributes:
        window: The main window.
        pages: The pages by title.
        session: The engine with its newest frame and result.
        samples: The recorded samples.
        memory: Lets the samples adjust the predictions.
        images: Loads images of samples.
        taps: Receive each frame with its result in the inference thread.
        corrections: Adds hands that were misread to the samples.

    Args:
        app: Qt's application.
        catalog: Lists cameras and makes sources.
        settings_file: The settings file.
        options: Options from the command line.
        backends: Implementations for the pages; None for those in the user's data folder.
        pages: Registers the pages.
        processors: Makes the object that makes processors.
        make_engine: Makes the engine; None for the real one.
        timing: Timeouts of the real engine.
        ask_permission: Asks for camera access.
        chance: Sources of randomness and time; None for those of the system.
        use_language: Called with the chosen language before the first text is made; None for English.
    """

    def __init__(
        self,
        app: QApplication,
        catalog: SourceCatalog,
        settings_file: SettingsFile,
        options: AppOptions,
        *,
        backends: Backends | None = None,
        pages: Callable[[Backends], Sequence[Page]] = registered_pages,
        processors: Callable[[AppOptions, Preferences], ProcessorChoice] = ProcessorChoice,
        make_engine: EngineFactory | None = None,
        timing: EngineTiming | None = None,
        ask_permission: PermissionQuestion = ask_camera_permission,
        chance: Chance | None = None,
        use_language: Callable[[Language], None] | None = None,
    ) -> None:
        super().__init__()
        backends = backends or Backends.of_user(options)
        self.options = options
        self._timing = timing
        self.notices = Notices(self)
        self.preferences = Preferences(settings_file, self.notices, self)
        if use_language is not None:
            use_language(self.preferences.settings.language)
        self.processors = processors(options, self.preferences)
        self.theme = Theme(app, self.preferences.settings.theme, self)
        self.theme.follow(self.preferences.settings)
        self.taps = FrameTaps()
        self.session = EngineSession(make_engine or self._make_engine, self)
        self.watch = CameraWatch(catalog.list_cameras, self)
        self.sources = SourceController(
            catalog,
            self.watch,
            self.session,
            self.notices,
            self.preferences,
            ask_permission=ask_permission,
            parent=self,
        )
        self.recent = RecentSources(self.sources, self.session, self.preferences, self.notices, self)
        self.status_notices = StatusNotices(self.session, self.sources, self.notices, self)
        self.samples = SampleService(backends.samples.open_store, self.notices, self)
        self.memory = MemoryService(
            self.samples, self.session, self.preferences, self.notices, self.processors.make_memory_builder, self
        )
        self.user_data = UserDataService(backends.user_data, self.samples, self.preferences, self)
        self.user_data.register(DataKind.CACHES, self.memory.erase_cache, self.memory.cache_erased)
        chance = chance or Chance.of_system()
        self.corrections = Corrections(
            self.session,
            self.samples,
            self.memory,
            self.taps,
            self.notices,
            backends.samples.make_recorder,
            person=lambda: self.preferences.settings.person,
            now=chance.now,
            parent=self,
        )
        self.images = ImageLoader(self)
        self.samples.loaded.connect(self._on_samples_loaded)
        self.images.failed.connect(self.samples.exclude_unreadable)
        icons = IconSet(ASSETS / "icons")
        own_icons = OwnIcons(icons, self.samples, self.images, self)
        self.window = MainWindow(self.sources, self.preferences, self.recent, self.notices, icons, self.theme)
        context = self._page_context(icons, chance)
        self.settings: SettingsDialog | None = None
        self.pages: dict[str, OpenPage] = {}
        for page in pages(backends):
            opened = self.pages[page.title] = page.open(context)
            self.window.add_page(page, opened)
        self._context = context
        self.window.may_close = self._may_close
        self.window.settings_requested.connect(self.show_settings)
        self.window.first_steps_requested.connect(self.show_first_steps)
        own_icons.changed.connect(self.window.update)
        self.preferences.changed.connect(self._on_preferences_changed)
        self.session.status_changed.connect(self._show_model_warnings)

    def start(self) -> None:
        """Show the window; cameras, engine and models follow in the background."""
        if self.preferences.is_first_start:
            # They are shown once, even to people who never change a setting.
            self.preferences.save()
            self.show_first_steps()
        self.window.show()
        self.sources.start(first_source(self.options))

    def preload(self) -> None:
        """Load the slow parts of the pages."""
        for page in self.pages.values():
            page.preload()

    def stop(self) -> bool:
        """Stop all threads and processes. Returns False when one is stuck."""
        pages = [page.stop for page in self.pages.values()]
        services = (self.corrections, self.recent, self.images, self.memory, self.user_data, self.samples)
        stops = (self.session.stop, self.watch.stop, *pages, *(service.stop for service in services))
        are_stopped = [stop() for stop in stops]
        return all(are_stopped)

    def show_page(self, title: str) -> None:
        """Show the page with this title."""
        self.window.show_page(self.pages[title].widget)

    def show_settings(self) -> None:
        """Show the settings, or bring them to the front."""
        if self.settings is None:
            self.settings = settings_dialog(self._context)
            self.settings.destroyed.connect(self._on_settings_closed)
        self.settings.show()
        self.settings.activateWindow()

    def show_first_steps(self) -> None:
        """Show the first steps in place of the pages."""
        steps = first_steps(self._context)
        steps.left.connect(self.window.uncover_pages)
        steps.round_requested.connect(self._play_first_round)
        self.window.cover_pages(steps)

    def page(self, kind: type[_T]) -> _T:
        """The widget of this class among the pages.

        Raises:
            LookupError: If no page has such a widget.
        """
        return _one_of(kind, [page.widget for page in self.pages.values()])

    def services(self, kind: type[_T]) -> _T:
        """The services of this class among those of the pages.

        Raises:
            LookupError: If no page has such services.
        """
        return _one_of(kind, [page.services for page in self.pages.values()])

    def report(self, error: BaseException) -> None:
        """Show a notification about an unexpected error."""
        if isinstance(error, GestureAppError):
            self.notices.show(Notification.of_error(error))
            return
        title = Message("Something went wrong ({error}: {reason}).").fill(error=type(error).__name__, reason=error)
        hint = Message("The program goes on; the log has the details.")
        self.notices.show(Notification(NoticeKind.ERROR, title, hint))

    def _make_engine(self, listener: EngineListener) -> Engine:
        return Engine(
            self.processors.make_processor,
            listener,
            timing=self._timing,
            tap=self.taps,
            sensitivity=self.processors.sensitivity,
        )

    def _page_context(self, icons: IconSet, chance: Chance) -> PageContext:
        return PageContext(
            window=self.window,
            session=self.session,
            sources=self.sources,
            preferences=self.preferences,
            notices=self.notices,
            samples=self.samples,
            memory=self.memory,
            images=self.images,
            taps=self.taps,
            corrections=self.corrections,
            detectors=self.processors.detectors,
            load_active_model=self.processors.load_active_model,
            icons=icons,
            theme=self.theme,
            chance=chance,
            user_data=self.user_data,
            show_page=self.show_page,
        )

    def _may_close(self) -> bool:
        return all(page.may_close() for page in self.pages.values())

    def _play_first_round(self) -> None:
        self.preferences.change(play=first_round(self.preferences.settings.play))
        self.show_page("Play")
        page = self.page(PlayPage)
        page.show_game()
        page.begin()

    def _on_settings_closed(self) -> None:
        self.settings = None

    def _on_samples_loaded(self) -> None:
        if self.samples.store is not None:
            self.images.use(self.samples.store)

    def _show_model_warnings(self) -> None:
        """Show each warning once; the user decides whether to choose another model."""
        warnings, self.processors.model_warnings = self.processors.model_warnings, ()
        for warning in warnings:
            self.notices.show(Notification(NoticeKind.WARNING, warning, key=f"model-{warning}"))

    def _on_preferences_changed(self) -> None:
        self.theme.follow(self.preferences.settings)
        if self.processors.follow_settings():
            self.session.restart()
        self.session.set_sensitivity(self.processors.sensitivity)


def _one_of(kind: type[_T], candidates: Sequence[object]) -> _T:
    for candidate in candidates:
        if isinstance(candidate, kind):
            return candidate
    raise LookupError(f"There is no {kind.__name__}.")
