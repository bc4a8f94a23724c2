"""The section about the game."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from gesture_app.gui.background.preferences import Preferences
from gesture_app.gui.settings.form import ChoiceBox, SettingsForm, ValueSlider
from gesture_app.gui.settings.texts import COUNTDOWN_TEXTS
from gesture_app.gui.translation import tr

_VOLUMES = tuple(range(0, 101, 5))


class GameSection(SettingsForm):
    """Countdown, replay and sounds.

    Args:
        preferences: The settings.
        parent: Parent widget.
    """

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(tr("Game"), parent)
        self._preferences = preferences
        self.countdown_box = ChoiceBox(COUNTDOWN_TEXTS)
        self.replay_switch = QCheckBox(tr("&Replay of the deciding throw"))
        self.sound_switch = QCheckBox(tr("&Sounds"))
        self.volume_slider = ValueSlider(_VOLUMES, tuple(f"{volume} %" for volume in _VOLUMES))
        self.add(
            tr("&Countdown"), self.countdown_box, tr("How fast the words are called. It holds from the next match on.")
        )
        self.add_switch(
            self.replay_switch, tr("In slow motion after each match; with reduced motion only on request (R).")
        )
        self.add_switch(self.sound_switch, tr("Everything that is heard is also seen."))
        self.add(tr("&Volume"), self.volume_slider)
        self.countdown_box.chosen.connect(lambda speed: self._change(countdown=speed))
        self.replay_switch.clicked.connect(lambda is_on: self._change(replays=is_on))
        self.sound_switch.clicked.connect(lambda is_on: self._change(sound=is_on))
        self.volume_slider.chosen.connect(lambda volume: self._change(volume_percent=volume))
        preferences.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the settings."""
        play = self._preferences.settings.play
        self.countdown_box.show_value(play.countdown)
        self.replay_switch.setChecked(play.replays)
        self.sound_switch.setChecked(play.sound)
        self.volume_slider.show_value(play.volume_percent)
        self.volume_slider.setEnabled(play.sound)

    def _change(self, **changes: Any) -> None:
        self._preferences.change(play=replace(self._preferences.settings.play, **changes))
