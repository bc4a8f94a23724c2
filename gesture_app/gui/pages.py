"""The contract between the window and its pages: a page is one registered :class:`Page`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow, QWidget

from gesture_app.gui.background.chance import Chance
from gesture_app.gui.background.corrections import Corrections
from gesture_app.gui.background.frame_taps import FrameTaps
from gesture_app.gui.background.image_loader import ImageLoader
from gesture_app.gui.background.memory_service import MemoryService
from gesture_app.gui.background.notices import Notices
from gesture_app.gui.background.preferences import Preferences
from gesture_app.gui.background.sample_service import SampleService
from gesture_app.gui.background.session import EngineSession
from gesture_app.gui.background.source_controller import SourceController
from gesture_app.gui.background.user_data_service import UserDataService
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.theme import Theme
from gesture_app.pipeline.engine import ModelLoader


class PageServices(Protocol):
    """Threads and processes of one page."""

    def stop(self) -> bool:
        """Stop all of them. Returns False when one is stuck."""
        ...


@dataclass(frozen=True)
class PageContext:
    """Everything that the window offers to a page.

    Attributes:
        window: The window; parent of dialogs.
        session: The engine with its newest frame and result.
        sources: The current source, and whether it is mirrored.
        preferences: The settings.
        notices: The notifications.
        samples: The recorded samples.
        memory: Lets the samples adjust the predictions.
        images: Loads images of samples.
        taps: Receive each frame with its result in the inference thread.
        corrections: Adds hands that were misread to the samples.
        detectors: Names of the hand detectors that are installed, the default first.
        load_active_model: Loads the library's active model, for ``session.swap_model``.
        icons: The program's icons.
        theme: The current colours.
        chance: Sources of randomness and time.
        user_data: Sizes, export and erasing of the user's files.
        show_page: Shows the page with this title.
    """

    window: QMainWindow
    session: EngineSession
    sources: SourceController
    preferences: Preferences
    notices: Notices
    samples: SampleService
    memory: MemoryService
    images: ImageLoader
    taps: FrameTaps
    corrections: Corrections
    detectors: tuple[str, ...]
    load_active_model: ModelLoader
    icons: IconSet
    theme: Theme
    chance: Chance
    user_data: UserDataService
    show_page: Callable[[str], None]


class PageActivity(QObject):
    """Work that goes on in a page, told on its tab.

    Attributes:
        text: A few characters beside the title, for example ``"42 %"``; empty for none.
        description: The same in words.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.text = self.description = ""

    def show(self, text: str, description: str) -> None:
        """Tell something else."""
        if (text, description) != (self.text, self.description):
            self.text, self.description = text, description
            self.changed.emit()


@dataclass(frozen=True)
class OpenPage:
    """A page in the window.

    Attributes:
        widget: The page itself.
        services: Its threads and processes; None for none.
        may_close: Returns whether the window may be closed now; may open a question.
        preload: Loads slow parts; called a moment after the window is shown.
        activity: Work to tell on the tab; None for none.
    """

    widget: QWidget
    services: PageServices | None = None
    may_close: Callable[[], bool] = lambda: True
    preload: Callable[[], None] = lambda: None
    activity: PageActivity | None = None

    def stop(self) -> bool:
        """Stop the page's threads and processes. Returns False when one is stuck."""
        return True if self.services is None else self.services.stop()


@dataclass(frozen=True)
class Page:
    """Registration of a page.

    Attributes:
        title: Text of the tab, as a ``Message``; unique.
        icon: Name of the tab's icon.
        shortcut: Keys that show the page, for example ``"Ctrl+1"``.
        open: Builds the page's widget and services.
    """

    title: str
    icon: str
    shortcut: str
    open: Callable[[PageContext], OpenPage]
