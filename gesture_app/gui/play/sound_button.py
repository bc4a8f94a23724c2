"""A button that switches the sound on and off."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from gesture_app.gui.background.preferences import Preferences
from gesture_app.gui.play.sounds import SoundBoard
from gesture_app.gui.translation import tr
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.theme import Theme


class SmallButton(QPushButton):
    """A flat button without text, which keeps the keyboard with the page when it is clicked.

    Args:
        tip: Tool tip.
        parent: The widget it lies in.
    """

    def __init__(self, tip: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quiet")
        self.setToolTip(tip)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._fit_icon()

    def changeEvent(self, event: QEvent) -> None:
        """Fit the icon to larger or smaller texts."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_icon()

    def _fit_icon(self) -> None:
        side_px = round(self.fontMetrics().height() * 1.3)
        self.setIconSize(QSize(side_px, side_px))


class SoundButton(SmallButton):
    """Switches the sound on and off; disabled, with the reason, if no sound can be played.

    Args:
        sounds: The sounds.
        preferences: Holds whether the sound is on.
        icons: The icons.
        theme: The colours in use.
    """

    def __init__(self, sounds: SoundBoard, preferences: Preferences, icons: IconSet, theme: Theme) -> None:
        super().__init__()
        self._sounds = sounds
        self._preferences = preferences
        self._icons = icons
        self._theme = theme
        self.setCheckable(True)
        self.clicked.connect(self._on_clicked)
        for signal in (sounds.changed, preferences.changed, theme.changed):
            signal.connect(self._refresh)
        self._refresh()

    def _on_clicked(self, is_on: bool) -> None:
        self._preferences.change(play=replace(self._preferences.settings.play, sound=is_on))
        self._refresh()

    def _refresh(self) -> None:
        is_on = self._preferences.settings.play.sound
        problem = self._sounds.problem
        self._sounds.is_on = is_on
        self._sounds.set_volume(self._preferences.settings.play.volume_percent)
        self.setChecked(is_on)
        self.setEnabled(not problem)
        self.setIcon(self._icons.icon("sound" if is_on and not problem else "mute", self._theme.colors.text))
        text = tr("Sound is on") if is_on else tr("Sound is off")
        if problem:
            text = tr("No sound: {problem}").format(problem=problem)
        self.setToolTip(text)
        self.setAccessibleName(text)
