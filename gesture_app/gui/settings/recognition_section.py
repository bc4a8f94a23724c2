"""The section about recognition."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QWidget

from gesture_app.domain.frames.sensitivity import Sensitivity
from gesture_app.domain.models.device import Device
from gesture_app.gui.background.preferences import Preferences
from gesture_app.gui.settings.form import ChoiceBox, SettingsForm
from gesture_app.gui.settings.texts import (
    DETECTOR_TEXTS,
    DEVICE_TEXTS,
    HANDS_TEXTS,
    MEMORY_HELP,
    SENSITIVITY_TEXTS,
    sensitivity_help,
)
from gesture_app.gui.translation import tr


class RecognitionSection(SettingsForm):
    """Hands, sensitivity, device, hand detector, landmarks, and samples that count at once.

    Args:
        preferences: The settings.
        detectors: Names of the hand detectors that are installed, the default first. A single one is no choice.
        parent: Parent widget.
    """

    def __init__(self, preferences: Preferences, detectors: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(tr("Recognition"), parent)
        self._preferences = preferences
        self._detectors = tuple(detectors)
        self.hands_box = ChoiceBox(HANDS_TEXTS)
        self.sensitivity_box = ChoiceBox(SENSITIVITY_TEXTS)
        self.device_box = ChoiceBox(DEVICE_TEXTS)
        is_choice = len(self._detectors) > 1
        detector_texts = {name: DETECTOR_TEXTS.get(name, name) for name in self._detectors}
        self.detector_box = ChoiceBox(detector_texts) if is_choice else None
        self.skeleton_switch = QCheckBox(tr("Show the &landmarks of hands"))
        self.memory_switch = QCheckBox(tr("&Use samples at once"))
        self.add(tr("&Hands"), self.hands_box, tr("The most hands that are looked for in a picture."))
        self._sensitivity_help = self.add(tr("&Sensitivity"), self.sensitivity_box, " ")
        self.add(tr("&Device"), self.device_box, tr("Where gestures are classified. A GPU needs TensorFlow."))
        if self.detector_box is not None:
            self.add(
                tr("Hand d&etector"),
                self.detector_box,
                tr(
                    "What runs the networks that find hands. ONNX Runtime finds the same hands in less time and memory."
                ),
            )
            self.detector_box.chosen.connect(lambda name: preferences.change(detector=name))
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
        if self.detector_box is not None:
            chosen = settings.detector
            self.detector_box.show_value(chosen if chosen in self._detectors else self._detectors[0])
        self._sensitivity_help.setText(sensitivity_help(sensitivity))
        self.skeleton_switch.setChecked(settings.skeleton)
        self.memory_switch.setChecked(settings.memory)
