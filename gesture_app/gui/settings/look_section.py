"""The section about the look of the window."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gesture_app.gui.background.preferences import Preferences
from gesture_app.gui.settings.form import ChoiceBox, SettingsForm
from gesture_app.gui.settings.texts import LANGUAGE_TEXTS, MOTION_TEXTS, TEXT_SIZE_TEXTS, THEME_TEXTS
from gesture_app.gui.translation import tr


class LookSection(SettingsForm):
    """Colours, text size, motion and language.

    Args:
        preferences: The settings.
        parent: Parent widget.
    """

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(tr("Look"), parent)
        self._preferences = preferences
        self.theme_box = ChoiceBox(THEME_TEXTS)
        self.text_box = ChoiceBox(TEXT_SIZE_TEXTS)
        self.motion_box = ChoiceBox(MOTION_TEXTS)
        self.language_box = ChoiceBox(LANGUAGE_TEXTS)
        self.add(tr("&Colours"), self.theme_box)
        self.add(tr("&Text size"), self.text_box, tr("Pages that become larger than the window scroll."))
        self.add(tr("&Motion"), self.motion_box, tr("Whether the words of the countdown and the results pop up."))
        self.add(tr("&Language"), self.language_box, tr("The window changes its language at the next start."))
        self.theme_box.chosen.connect(lambda theme: preferences.change(theme=theme))
        self.text_box.chosen.connect(lambda percent: preferences.change(text_percent=percent))
        self.motion_box.chosen.connect(lambda motion: preferences.change(motion=motion))
        self.language_box.chosen.connect(lambda language: preferences.change(language=language))
        preferences.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the settings."""
        settings = self._preferences.settings
        self.theme_box.show_value(settings.theme)
        self.text_box.show_value(settings.text_percent)
        self.motion_box.show_value(settings.motion)
        self.language_box.show_value(settings.language)
