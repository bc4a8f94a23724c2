"""Menu of the settings."""

from __future__ import annotations

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from gesture_app.domain.frames.sensitivity import Sensitivity
from gesture_app.gui.background.preferences import Preferences
from gesture_app.gui.settings.texts import (
    HANDS_TEXTS,
    MEMORY_HELP,
    SENSITIVITY_TEXTS,
    THEME_TEXTS,
    sensitivity_help,
)
from gesture_app.gui.translation import tr, translated
from gesture_app.gui.widgets.theme import Theme
from gesture_app.settings import ThemeChoice


class SettingsMenu(QMenu):
    """Menu for the number of hands, the memory of samples, the sensitivity and the theme.

    Args:
        preferences: The settings.
        theme: Applies the chosen theme.
        parent: Parent widget.
    """

    def __init__(self, preferences: Preferences, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._theme = theme
        self._theme_actions: dict[ThemeChoice, QAction] = {}
        self._hands_actions: dict[int, QAction] = {}
        self._sensitivity_actions: dict[Sensitivity, QAction] = {}
        self.setToolTipsVisible(True)
        self._heading(tr("Recognize"))
        group = QActionGroup(self)
        for count, text in HANDS_TEXTS.items():
            action = self._hands_actions[count] = self._option(text, group)
            action.triggered.connect(lambda _checked=False, hands=count: preferences.change(hands=hands))
        self._memory_action = self.addAction(tr("Use &samples at once"))
        self._memory_action.setCheckable(True)
        self._memory_action.setToolTip(translated(MEMORY_HELP))
        self._memory_action.triggered.connect(lambda is_on: preferences.change(memory=is_on))
        self.addSeparator()
        self._heading(tr("Sensitivity"))
        group = QActionGroup(self)
        for step, text in SENSITIVITY_TEXTS.items():
            action = self._sensitivity_actions[step] = self._option(text, group)
            action.setToolTip(sensitivity_help(step))
            action.triggered.connect(
                lambda _checked=False, sensitivity=step: preferences.change(sensitivity=sensitivity)
            )
        self.addSeparator()
        self._heading(tr("Colours"))
        group = QActionGroup(self)
        for choice, text in THEME_TEXTS.items():
            action = self._theme_actions[choice] = self._option(text, group)
            action.triggered.connect(lambda _checked=False, theme=choice: preferences.change(theme=theme))
        self.addSeparator()
        self.switch_theme = QAction(tr("Switch light and dark"), self)
        self.switch_theme.setShortcut(QKeySequence("Ctrl+T"))
        self.switch_theme.triggered.connect(self._on_switch_theme)
        self.addAction(self.switch_theme)
        preferences.changed.connect(self._refresh)
        self._refresh()

    def _heading(self, text: str) -> None:
        """Add a heading; styled menus do not draw the texts of sections."""
        self.addAction(text).setEnabled(False)

    def _option(self, text: str, group: QActionGroup) -> QAction:
        action = self.addAction(translated(text))
        action.setCheckable(True)
        group.addAction(action)
        return action

    def _on_switch_theme(self) -> None:
        self._preferences.change(theme=ThemeChoice.LIGHT if self._theme.is_dark else ThemeChoice.DARK)

    def _refresh(self) -> None:
        settings = self._preferences.settings
        self._hands_actions[settings.hands].setChecked(True)
        self._memory_action.setChecked(settings.memory)
        self._sensitivity_actions[settings.sensitivity].setChecked(True)
        self._theme_actions[settings.theme].setChecked(True)
