"""Makes the settings dialog."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from gesture_app.gui.pages import PageContext
from gesture_app.gui.settings.about_section import AboutSection
from gesture_app.gui.settings.camera_section import CameraSection
from gesture_app.gui.settings.data_section import DataSection
from gesture_app.gui.settings.dialog import SettingsDialog
from gesture_app.gui.settings.game_section import GameSection
from gesture_app.gui.settings.look_section import LookSection
from gesture_app.gui.settings.recognition_section import RecognitionSection


def settings_dialog(context: PageContext) -> SettingsDialog:
    """The settings, closed. A further section is one more line here."""
    preferences = context.preferences
    sections = (
        CameraSection(context.session, context.sources, preferences, context.icons, context.chance.clock),
        RecognitionSection(preferences, context.detectors),
        GameSection(preferences),
        LookSection(preferences),
        DataSection(context.user_data),
        AboutSection(QApplication.applicationDisplayName()),
    )
    return SettingsDialog(sections, context.window)
