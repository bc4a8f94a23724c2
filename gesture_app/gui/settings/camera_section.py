"""The section about the camera."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from gesture_app.domain.frames.camera_format import AUTOMATIC_S, EXPOSURES_S
from gesture_app.gui.background.preferences import Preferences
from gesture_app.gui.background.session import EngineSession
from gesture_app.gui.background.source_controller import SourceController
from gesture_app.gui.settings.camera_state import (
    CameraState,
    camera_state,
    exposure_text,
    rate_texts,
    resolution_texts,
)
from gesture_app.gui.settings.form import ChoiceBox, SettingsForm, ValueSlider, muted
from gesture_app.gui.translation import tr
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.video_feed import VideoFeed
from gesture_app.gui.widgets.video_view import VideoView
from gesture_app.settings import SourceChoice, SourceKind

_REFRESH_MS = 500
_FIRST_EXPOSURE_S = EXPOSURES_S[6]
"""1/32 s: what cameras choose in a lit room."""


class CameraSection(SettingsForm):
    """Camera, format, mirror and exposure, with the picture and what the camera really delivers.

    Args:
        session: The engine session.
        sources: The cameras and the current source.
        preferences: The settings.
        icons: The program's icons.
        clock: Monotonic seconds, the clock of the frames.
        parent: Parent widget.
    """

    def __init__(
        self,
        session: EngineSession,
        sources: SourceController,
        preferences: Preferences,
        icons: IconSet,
        clock: Callable[[], float],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Camera"), parent)
        self._session, self._sources, self._preferences = session, sources, preferences
        self.camera_box = ChoiceBox()
        self.look_button = QPushButton(tr("&Look again"))
        self.resolution_box, self.rate_box = ChoiceBox(), ChoiceBox()
        self.delivered = muted()
        self.mirror_switch = QCheckBox(tr("&Mirror the picture"))
        self.automatic_switch = QCheckBox(tr("&Automatic exposure"))
        self.exposure_slider = ValueSlider(EXPOSURES_S, tuple(exposure_text(value) for value in EXPOSURES_S))
        self.view = VideoView(icons, clock)
        self.view.setMaximumHeight(self.view.minimumHeight())
        self._feed = VideoFeed(session, sources, self.view)
        self._timer = QTimer(self)
        self._timer.setInterval(_REFRESH_MS)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start()
        self._lay_out()
        self.camera_box.chosen.connect(self._on_camera_chosen)
        self.look_button.clicked.connect(sources.refresh_cameras)
        self.resolution_box.chosen.connect(lambda wh: self._ask(width_px=wh[0], height_px=wh[1]))
        self.rate_box.chosen.connect(lambda fps: self._ask(fps=fps))
        self.mirror_switch.clicked.connect(sources.set_mirror)
        self.automatic_switch.clicked.connect(self._on_automatic)
        self.exposure_slider.chosen.connect(lambda exposure_s: self._ask(exposure_s=exposure_s))
        for source in (sources, preferences):
            source.changed.connect(self.refresh)
        self.refresh()

    def _lay_out(self) -> None:
        self.add_widget(self.view)
        self.add(tr("&Camera"), self.camera_box)
        self.add_switch(self.mirror_switch, tr("Only the picture is mirrored, never what is recognized or recorded."))
        self.add(tr("&Resolution"), self.resolution_box, tr("Hands are found as well in small pictures, and faster."))
        self.add(tr("&Frame rate"), self.rate_box)
        self.add_widget(self.delivered)
        self.exposure_note = self.add_switch(self.automatic_switch)
        self.add(
            tr("&Exposure"), self.exposure_slider, tr("A short exposure blurs fast hands less, and needs more light.")
        )
        self.add_widget(self.look_button)

    @property
    def state(self) -> CameraState:
        """What is shown."""
        current = self._sources.current
        is_camera = current is not None and current.kind is SourceKind.CAMERA
        frame = self._session.frame
        return camera_state(
            self._sources.cameras,
            current,
            self._preferences.settings.camera_format(current.value if current is not None and is_camera else ""),
            capture=self._session.status.capture,
            frame_wh=None if frame is None else frame.resolution_wh,
            fps=self._session.metrics.capture_fps,
            exposure_s=self._session.status.exposure_s,
        )

    def refresh(self) -> None:
        """Show the present state."""
        state = self.state
        asked = state.format
        self.camera_box.set_texts(state.cameras)
        self.camera_box.show_value(state.camera_id)
        self.camera_box.setPlaceholderText(tr("Choose a camera") if state.cameras else tr("No camera found"))
        self.camera_box.setEnabled(bool(state.cameras))
        for box, texts, value in (
            (self.resolution_box, resolution_texts(asked), asked.resolution_wh),
            (self.rate_box, rate_texts(asked), asked.fps),
        ):
            box.set_texts(texts)
            box.show_value(value)
            box.setEnabled(bool(state.camera_id))
        self.delivered.setText(state.delivered)
        self.mirror_switch.setChecked(self._sources.mirror)
        self.automatic_switch.setChecked(asked.is_automatic or not state.can_set_exposure)
        self.automatic_switch.setEnabled(state.can_set_exposure)
        self.exposure_note.setText(state.exposure_note)
        self.exposure_note.setVisible(bool(state.exposure_note))
        self.exposure_slider.setEnabled(state.can_set_exposure and not asked.is_automatic)
        self.exposure_slider.show_value(_FIRST_EXPOSURE_S if asked.is_automatic else asked.exposure_s)

    def _on_tick(self) -> None:
        """Follow the camera while the section is seen."""
        if self.isVisible():
            self.refresh()

    def _on_camera_chosen(self, camera_id: str) -> None:
        name = next((camera.name for camera in self._sources.cameras if camera.id == camera_id), "")
        self._sources.select(SourceChoice(SourceKind.CAMERA, camera_id, name))

    def _on_automatic(self, is_on: bool) -> None:
        self._ask(exposure_s=AUTOMATIC_S if is_on else _FIRST_EXPOSURE_S)

    def _ask(self, **changes: Any) -> None:
        """Ask another format of the camera in use."""
        state = self.state
        if state.camera_id:
            cameras = {**self._preferences.settings.cameras, state.camera_id: replace(state.format, **changes)}
            self._preferences.change(cameras=cameras)
