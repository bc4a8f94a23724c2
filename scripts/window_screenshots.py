"""Screenshots of what belongs to all pages: settings, help, and the question after a hand was misread."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

from play_screenshots import Stills, make_still_engine, stills_of
from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gesture_app.desktop.app import DesktopApp
from gesture_app.desktop.options import AppOptions
from gesture_app.desktop.services import CaptureCatalog
from gesture_app.gui.live.page import LivePage
from gesture_app.gui.main_window import MainWindow
from gesture_app.resources import DEMO_CLIP
from gesture_app.settings import Settings, SettingsFile, ThemeChoice

_SETTLE_MS = 150
_DIALOG_SIZE = QSize(900, 620)


class WindowSize(QObject):
    """Gives every main window another size than a script asks for, when it is shown.

    Args:
        size: The size.
        parent: Qt's application.
    """

    def __init__(self, size: QSize, parent: QApplication) -> None:
        super().__init__(parent)
        self._size = size
        parent.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Resize a main window that is shown."""
        if event.type() is QEvent.Type.Show and isinstance(watched, MainWindow):
            watched.resize(self._size)
        return False


def enlarge_texts(app: QApplication, percent: int) -> None:
    """Make this size of text the 100 percent of all windows that are made from now on."""
    font = app.font()
    font.setPointSizeF(font.pointSizeF() * percent / 100)
    app.setFont(font)


def take_window_screenshots(app: QApplication, folder: Path, model_dir: Path | None) -> None:
    """Save a screenshot of each section of the settings, each tab of the help, and the question, in both themes."""
    stills = stills_of(DEMO_CLIP, model_dir)
    for theme in (ThemeChoice.LIGHT, ThemeChoice.DARK):
        with _running_app(app, theme) as desktop:

            def take(name: str, widget: QWidget, theme: ThemeChoice = theme) -> None:
                QTest.qWait(_SETTLE_MS)
                path = folder / f"{name}-{theme.value}.png"
                widget.grab().save(str(path))
                print(path)

            _ask(desktop, stills)
            take("live-question", desktop.window)
            desktop.show_settings()
            settings = desktop.settings
            if settings is None:
                raise RuntimeError("the settings were not opened")
            settings.resize(_DIALOG_SIZE.boundedTo(desktop.window.size()))
            for number, section in enumerate(settings.sections):
                settings.list.setCurrentRow(number)
                take(f"settings-{section.title.lower()}", settings)
            settings.close()
            desktop.window.show_help()
            help_dialog = desktop.window.help
            if help_dialog is None:
                raise RuntimeError("the help was not opened")
            for number in range(help_dialog.tabs.count()):
                help_dialog.tabs.setCurrentIndex(number)
                take(f"help-{number + 1}", help_dialog)
            help_dialog.close()


@contextmanager
def _running_app(app: QApplication, theme: ThemeChoice) -> Iterator[DesktopApp]:
    with tempfile.TemporaryDirectory() as folder, patch.dict(os.environ, XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder):
        settings_file = SettingsFile(Path(folder) / "settings.toml")
        settings_file.save(Settings(theme=theme))
        options = AppOptions(source="demo")
        desktop = DesktopApp(app, CaptureCatalog(), settings_file, options, make_engine=make_still_engine)
        desktop.window.resize(QSize(1280, 800))
        desktop.start()
        desktop.notices.withdraw("no-camera")
        yield desktop
        desktop.stop()
        desktop.window.close()
        desktop.window.deleteLater()
        desktop.deleteLater()


def _ask(desktop: DesktopApp, stills: Stills) -> None:
    """Show a hand on Live, and ask what it showed."""
    desktop.samples.load()
    while not desktop.samples.is_open:
        QTest.qWait(_SETTLE_MS)
    now_s = time.monotonic()
    frame, result = stills[("scissors",)]
    frame, result = replace(frame, captured_s=now_s), replace(result, captured_s=now_s)
    session = desktop.session
    session.frame, session.result = frame, result
    desktop.taps(frame, result)
    session.frame_changed.emit()
    session.result_changed.emit()
    desktop.page(LivePage).correction.ask()
