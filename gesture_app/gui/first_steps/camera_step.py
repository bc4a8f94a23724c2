"""The step about the camera."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QRadioButton, QVBoxLayout, QWidget

from gesture_app.gui.background.source_controller import SourceController
from gesture_app.gui.first_steps.camera_state import CameraState, Picture, camera_state
from gesture_app.gui.first_steps.step_panel import StepPanel, plain_label
from gesture_app.gui.first_steps.steps import Step
from gesture_app.gui.first_steps.texts import PHONE_STEPS, PURPOSE, camera_text, title
from gesture_app.gui.translation import tr


class CameraStep(StepPanel):
    """The cameras to choose from, and how a phone becomes one.

    Attributes:
        choices: The button of each camera, by its id.
        phone_button: Opens and closes the text about phones, which is open where there is no camera.
        phone_help: The text about phones with its button.

    Args:
        sources: The cameras and the current source.
        parent: Parent widget.
    """

    def __init__(self, sources: SourceController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources = sources
        self.choices: dict[str, QRadioButton] = {}
        self._group = QButtonGroup(self)
        self._cameras = QVBoxLayout()
        self.look_button = QPushButton(tr("&Look again"))
        self.look_button.clicked.connect(sources.refresh_cameras)
        self.phone_button = QPushButton(tr("&Phone as camera"))
        self.phone_button.setCheckable(True)
        self.phone_button.clicked.connect(self._on_phone_clicked)
        self._is_phone_asked: bool | None = None
        self.phone_help = QWidget()
        self.address_button = QPushButton(tr("&Enter the address…"))
        self.address_button.clicked.connect(sources.address_requested)
        self._lay_out()
        sources.changed.connect(self.refresh)
        self.refresh()

    @property
    def state(self) -> CameraState:
        """What is shown."""
        sources = self._sources
        return camera_state(sources.cameras, sources.current, is_listed=sources.are_cameras_listed)

    def refresh(self) -> None:
        """Show the present cameras."""
        state = self.state
        self.heading.setText(title(Step.CAMERA, state.picture))
        self.text.setText(camera_text(state.picture))
        if {camera_id: button.text() for camera_id, button in self.choices.items()} != shown_names(state.cameras):
            self._list_cameras(state.cameras)
        # A group that is exclusive keeps one of its buttons checked.
        self._group.setExclusive(False)
        for camera_id, button in self.choices.items():
            button.setChecked(camera_id == state.camera_id)
        self._group.setExclusive(True)
        is_open = state.picture is Picture.CLIP if self._is_phone_asked is None else self._is_phone_asked
        self.phone_button.setChecked(is_open)
        self.phone_help.setVisible(is_open)

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self.phone_help)
        inside.setContentsMargins(0, 0, 0, 0)
        for text in PHONE_STEPS:
            inside.addWidget(plain_label(text))
        row = QHBoxLayout()
        row.addWidget(self.address_button)
        row.addStretch(1)
        inside.addLayout(row)
        self.column.insertWidget(1, plain_label(PURPOSE, "muted"))
        self.column.addLayout(self._cameras)
        for button in (self.look_button, self.phone_button):
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch(1)
            self.column.addLayout(row)
        self.column.addWidget(self.phone_help)
        self.column.addStretch(1)

    def _list_cameras(self, names: Mapping[str, str]) -> None:
        for button in self.choices.values():
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        self.choices = {camera_id: QRadioButton(text) for camera_id, text in shown_names(names).items()}
        for camera_id, button in self.choices.items():
            self._group.addButton(button)
            self._cameras.addWidget(button)
            button.clicked.connect(lambda _checked=False, chosen=camera_id: self._choose(chosen))

    def _choose(self, camera_id: str) -> None:
        for camera in self._sources.cameras:
            if camera.id == camera_id:
                self._sources.select_camera(camera)

    def _on_phone_clicked(self, is_open: bool) -> None:
        self._is_phone_asked = is_open
        self.refresh()


def shown_names(names: Mapping[str, str]) -> dict[str, str]:
    """Names of cameras as texts of buttons, by id: an ampersand in one makes no shortcut."""
    return {camera_id: name.replace("&", "&&") for camera_id, name in names.items()}
