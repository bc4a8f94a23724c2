"""The section about recognition."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from gesture_app.domain.frames.sensitivity import Sensitivity
from gesture_app.domain.models.device import Device
from gesture_app.gui.background.preferences import Preferences
from gesture_app.gui.settings.form import ChoiceBox, SettingsForm
from gesture_app.gui.settings.texts import DEVICE_TEXTS, HANDS_TEXTS, MEMORY_HELP, SENSITIVITY_TEXTS, sensitivity_help
from gesture_app.gui.translation import tr


class RecognitionSection(SettingsForm):
    """Hands, sensitivity, device, landmarks, and samples that count at once.

    Args:
        preferences: The settings.
        parent: Parent widget.
    """

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(tr("Recognition"), parent)
        self._preferences = preferences
        self.hands_box = ChoiceBox(HANDS_TEXTS)
        self.sensitivity_box = ChoiceBox(SENSITIVITY_TEXTS)
        self.device_box = ChoiceBox(DEVICE_TEXTS)
        self.skeleton_switch = QCheckBox(tr("Show the &landmarks of hands"))
        self.memory_switch = QCheckBox(tr("&Use samples at once"))
        self.add(tr("&Hands"), self.hands_box, tr("The most hands that are looked for in a picture."))
        self._sensitivity_help = self.add(tr("&Sensitivity"), self.sensitivity_box, " ")
        self.add(tr("&Device"), self.device_box, tr("Where gestures are classified. A GPU needs TensorFlow."))
        self.add_switch(self.skeleton_switch, tr("Draws the 21 points of each hand and the lines between them."))
        self.add_switch(self.memory_switch, MEMORY_HELP)
        self.hands_box.chosen.connect(lambda hands: preferences.change(hands=hands))
        self.sensitivity_box.chosen.connect(lambda value: preferences.change(sensitivity=value))
        self.device_box.chosen.connect(lambda device: preferences.change(device=device))
        self.skeleton_switch.clicked.connect(lambda is_on: preferences.change(skeleton=is_on))
        self.memory_switch.clicked.connect(lambda is_on: preferences.change(memory=is_on))
        preferences.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the settings."""
        settings = self._preferences.settings
        sensitivity: Sensitivity = settings.sensitivity
        device: Device = settings.device
        self.hands_box.show_value(settings.hands)
        self.sensitivity_box.show_value(sensitivity)
        self.device_box.show_value(device)
        self._sensitivity_help.setText(sensitivity_help(sensitivity))
        self.skeleton_switch.setChecked(settings.skeleton)
        self.memory_switch.setChecked(settings.memory)
