"""Holds and saves the settings while the program runs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from gesture_app.errors import SettingsError
from gesture_app.gui.background.notices import NoticeKind, Notices, Notification
from gesture_app.settings import Settings, SettingsFile

_KEY = "settings"


class Preferences(QObject):
    """Holds the settings and saves every change. Errors of the file become notifications.

    Attributes:
        is_first_start: Whether the program has not been started before: there were no saved settings.

    Args:
        file: The settings file.
        notices: Shows errors.
        parent: Qt's owner.
    """

    changed = Signal()

    def __init__(self, file: SettingsFile, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._notices = notices
        self.is_first_start = file.is_new
        try:
            self._settings = file.load()
        except SettingsError as error:
            self._settings = Settings()
            self._warn(error)

    @property
    def settings(self) -> Settings:
        """The current settings."""
        return self._settings

    def change(self, **changes: Any) -> None:
        """Change fields of the settings, and save the file."""
        settings = replace(self._settings, **changes)
        if settings == self._settings:
            return
        self._settings = settings
        self.save()
        self.changed.emit()

    def save(self) -> None:
        """Save the file, even if nothing has been changed."""
        try:
            self._file.save(self._settings)
        except SettingsError as error:
            self._warn(error)

    def reset(self) -> None:
        """Go back to the defaults, and erase the file."""
        self._settings = Settings()
        try:
            self._file.erase()
        except SettingsError as error:
            self._warn(error)
        self.changed.emit()

    def _warn(self, error: SettingsError) -> None:
        self._notices.show(Notification.of_error(error, kind=NoticeKind.WARNING, key=_KEY))
