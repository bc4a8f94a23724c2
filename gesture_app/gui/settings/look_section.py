"""The section about the look of the window."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gesture_app.gui.background.preferences import Preferences
from gesture_app.gui.settings.form import ChoiceBox, SettingsForm
from gesture_app.gui.settings.texts import MOTION_TEXTS, TEXT_SIZE_TEXTS, THEME_TEXTS


class LookSection(SettingsForm):
    """Colours, text size and motion.

    Args:
        preferences: The settings.
        parent: Parent widget.
    """

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__("Look", parent)
        self._preferences = preferences
        self.theme_box = ChoiceBox(THEME_TEXTS)
        self.text_box = ChoiceBox(TEXT_SIZE_TEXTS)
        self.motion_box = ChoiceBox(MOTION_TEXTS)
        self.add("&Colours", self.theme_box)
        self.add("&Text size", self.text_box, "Pages that become larger than the window scroll.")
        self.add("&Motion", self.motion_box, "Whether the words of the countdown and the results pop up.")
        self.theme_box.chosen.connect(lambda theme: preferences.change(theme=theme))
        self.text_box.chosen.connect(lambda percent: preferences.change(text_percent=percent))
        self.motion_box.chosen.connect(lambda motion: preferences.change(motion=motion))
        preferences.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the settings."""
        settings = self._preferences.settings
        self.theme_box.show_value(settings.theme)
        self.text_box.show_value(settings.text_percent)
        self.motion_box.show_value(settings.motion)
