"""Menu of the settings."""

from __future__ import annotations

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from gesture_app.domain.frames.sensitivity import Sensitivity
from gesture_app.gui.background.preferences import Preferences
from gesture_app.gui.widgets.theme import Theme
from gesture_app.settings import ThemeChoice

_THEME_TEXTS = {
    ThemeChoice.SYSTEM: "Like the &system",
    ThemeChoice.LIGHT: "&Light",
    ThemeChoice.DARK: "&Dark",
}
_HANDS_TEXTS = {1: "&One hand (faster)", 2: "&Two hands"}
_SENSITIVITY_TEXTS = {
    Sensitivity.LOW: "Low: &fewest false alarms",
    Sensitivity.NORMAL: "&Normal",
    Sensitivity.HIGH: "High: f&astest, careless gestures count",
}
_SENSITIVITY_HELP = {
    Sensitivity.LOW: "A gesture must be clear and held for about half a second. Hands that do something else are "
    "rarely taken for one.",
    Sensitivity.NORMAL: "A gesture must be held for a moment.",
    Sensitivity.HIGH: "Careless gestures count, and at once. Hands that do something else are taken for a gesture more "
    "often.",
}
_MEMORY_HELP = (
    "Each sample of the Collect page counts as soon as it is recorded. Off: the model alone answers, until it is "
    "retrained."
)
_NOT_IN_GAMES = "Throws in a game do not depend on it."


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
        self._heading("Recognize")
        group = QActionGroup(self)
        for count, text in _HANDS_TEXTS.items():
            action = self._hands_actions[count] = self._option(text, group)
            action.triggered.connect(lambda _checked=False, hands=count: preferences.change(hands=hands))
        self._memory_action = self.addAction("Use &samples at once")
        self._memory_action.setCheckable(True)
        self._memory_action.setToolTip(_MEMORY_HELP)
        self._memory_action.triggered.connect(lambda is_on: preferences.change(memory=is_on))
        self.addSeparator()
        self._heading("Sensitivity")
        group = QActionGroup(self)
        for step, text in _SENSITIVITY_TEXTS.items():
            action = self._sensitivity_actions[step] = self._option(text, group)
            action.setToolTip(f"{_SENSITIVITY_HELP[step]} {_NOT_IN_GAMES}")
            action.triggered.connect(
                lambda _checked=False, sensitivity=step: preferences.change(sensitivity=sensitivity)
            )
        self.addSeparator()
        self._heading("Colours")
        group = QActionGroup(self)
        for choice, text in _THEME_TEXTS.items():
            action = self._theme_actions[choice] = self._option(text, group)
            action.triggered.connect(lambda _checked=False, theme=choice: preferences.change(theme=theme))
        self.addSeparator()
        self.switch_theme = QAction("Switch light and dark", self)
        self.switch_theme.setShortcut(QKeySequence("Ctrl+T"))
        self.switch_theme.triggered.connect(self._on_switch_theme)
        self.addAction(self.switch_theme)
        preferences.changed.connect(self._refresh)
        self._refresh()

    def _heading(self, text: str) -> None:
        """Add a heading; styled menus do not draw the texts of sections."""
        self.addAction(text).setEnabled(False)

    def _option(self, text: str, group: QActionGroup) -> QAction:
        action = self.addAction(text)
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
