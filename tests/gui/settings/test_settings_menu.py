from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gesture_app.domain.frames.sensitivity import Sensitivity
from gesture_app.gui.background.notices import Notices
from gesture_app.gui.background.preferences import Preferences
from gesture_app.gui.settings.settings_menu import SettingsMenu
from gesture_app.gui.widgets.theme import Theme
from gesture_app.settings import Settings, SettingsFile, ThemeChoice


@pytest.fixture
def preferences(settings_file: SettingsFile) -> Preferences:
    settings_file.save(Settings(sensitivity=Sensitivity.LOW))
    return Preferences(settings_file, Notices())


def checked(menu: SettingsMenu) -> list[str]:
    return [action.text().replace("&", "") for action in menu.actions() if action.isChecked()]


def test_the_sensitivity_has_three_steps_each_with_an_explanation(
    qapp: QApplication, qtbot: QtBot, preferences: Preferences, settings_file: SettingsFile
) -> None:
    menu = SettingsMenu(preferences, Theme(qapp, ThemeChoice.SYSTEM))
    qtbot.addWidget(menu)
    assert "Low: fewest false alarms" in checked(menu)
    explained = [action for action in menu.actions() if "Throws in a game do not depend on it." in action.toolTip()]
    assert len(explained) == len({action.toolTip() for action in explained}) == len(Sensitivity)
    assert menu.toolTipsVisible()
    for action, sensitivity in zip(explained, Sensitivity, strict=True):
        action.trigger()
        assert action.isChecked()
        assert settings_file.load().sensitivity is sensitivity


def test_settings_that_change_elsewhere_are_shown(qapp: QApplication, qtbot: QtBot, preferences: Preferences) -> None:
    menu = SettingsMenu(preferences, Theme(qapp, ThemeChoice.SYSTEM))
    qtbot.addWidget(menu)
    preferences.change(sensitivity=Sensitivity.HIGH, hands=1)
    assert {"High: fastest, careless gestures count", "One hand (faster)"} <= set(checked(menu))


def test_the_memory_of_samples_is_switched_with_one_click(
    qapp: QApplication, qtbot: QtBot, preferences: Preferences, settings_file: SettingsFile
) -> None:
    menu = SettingsMenu(preferences, Theme(qapp, ThemeChoice.SYSTEM))
    qtbot.addWidget(menu)
    (action,) = (action for action in menu.actions() if action.text().replace("&", "") == "Use samples at once")
    assert action.isChecked()
    action.trigger()
    assert not settings_file.load().memory
    preferences.change(memory=True)
    assert action.isChecked()
