"""Chooses the source that is shown."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from gesture_app.domain.frames.camera_format import CameraFormat
from gesture_app.domain.message import Message
from gesture_app.errors import GestureAppError
from gesture_app.gui.background.camera_watch import CameraWatch
from gesture_app.gui.background.notices import Action, NoticeKind, Notices, Notification
from gesture_app.gui.background.preferences import Preferences
from gesture_app.gui.background.session import EngineSession
from gesture_app.gui.background.sources import Camera, SourceCatalog, shown_address
from gesture_app.gui.translation import tr
from gesture_app.pipeline.engine import CaptureState
from gesture_app.settings import DEMO, SourceChoice, SourceKind

NO_CAMERA = "no-camera"
CAMERA_OFFER = "camera-offer"
CAMERA_LIST = "camera-list"

_CAMERA_TIMEOUT_MS = 2000
_CAMERA_ACCESS_HINT = (
    Message("Allow it in System Settings, Privacy & Security, Camera; then start the program again.")
    if sys.platform == "darwin"
    else Message("Allow the program to use the camera in the system's privacy settings.")
)

PermissionQuestion = Callable[[Callable[[bool], None]], None]
"""Asks for camera access, and calls back with the answer in the GUI thread."""


class SourceController(QObject):
    """Chooses the first source, switches to selected ones, and offers cameras that are connected later.

    Attributes:
        camera_timeout: Ends the wait for the first list of cameras; the demo clip is shown then.

    Args:
        catalog: Makes the sources.
        watch: Lists the cameras.
        session: Runs the source.
        notices: Shows offers and errors.
        preferences: Stores the selected source.
        ask_permission: Asks for camera access.
        parent: Qt's owner.
    """

    changed = Signal()
    """The current source, the list of cameras or mirroring has changed."""

    choose_requested = Signal()
    file_requested = Signal()
    address_requested = Signal()

    def __init__(
        self,
        catalog: SourceCatalog,
        watch: CameraWatch,
        session: EngineSession,
        notices: Notices,
        preferences: Preferences,
        *,
        ask_permission: PermissionQuestion = lambda answer: answer(True),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._catalog = catalog
        self._watch = watch
        self._session = session
        self._notices = notices
        self._preferences = preferences
        self._ask_permission = ask_permission
        self._current: SourceChoice | None = None
        self._is_provisional = False
        self._known_ids: set[str] = set()
        self._is_answered = False
        self._mirror_others = False
        self.camera_timeout = QTimer(self)
        self.camera_timeout.setSingleShot(True)
        self.camera_timeout.setInterval(_CAMERA_TIMEOUT_MS)
        self.camera_timeout.timeout.connect(self._on_camera_timeout)
        self._asked = CameraFormat()
        watch.changed.connect(self._on_cameras_changed)
        preferences.changed.connect(self._on_preferences_changed)
        watch.failed.connect(self._on_listing_failed)

    @property
    def current(self) -> SourceChoice | None:
        """The current source; None before the first list of cameras."""
        return self._current

    @property
    def is_demo(self) -> bool:
        """Whether the current source is the clip that came with the program."""
        return self._current is not None and self._current.kind is SourceKind.DEMO

    @property
    def cameras(self) -> tuple[Camera, ...]:
        """The connected cameras."""
        return self._watch.cameras or ()

    @property
    def are_cameras_listed(self) -> bool:
        """Whether the system has told which cameras there are."""
        return self._watch.cameras is not None

    @property
    def mirror(self) -> bool:
        """Whether the current source is mirrored: cameras by the settings, others on request."""
        if self._current is not None and self._current.kind is SourceKind.CAMERA:
            return self._preferences.settings.mirror
        return self._mirror_others

    @property
    def shows_skeleton(self) -> bool:
        """Whether the landmarks of hands are drawn over the picture."""
        return self._preferences.settings.skeleton

    def set_mirror(self, mirror: bool) -> None:
        """Set mirroring for cameras or, with another current source, for other sources."""
        if self._current is not None and self._current.kind is SourceKind.CAMERA:
            self._preferences.change(mirror=mirror)
        else:
            self._mirror_others = mirror
        self.changed.emit()

    def start(self, requested: SourceChoice | None = None) -> None:
        """Show the requested source, else the last selected one, else a camera, else the demo clip."""
        choice = requested or self._preferences.settings.source
        if choice is not None and (requested is not None or choice.kind is not SourceKind.CAMERA):
            self._show(choice)
        else:
            self.camera_timeout.start()
        self._watch.refresh()

    def select(self, choice: SourceChoice) -> None:
        """Show a source. Cameras and addresses are remembered for the next start."""
        if choice.kind in {SourceKind.CAMERA, SourceKind.ADDRESS}:
            self._preferences.change(source=choice)
        self._show(choice)

    def select_file(self, path: Path) -> None:
        """Show a video, an image or a folder of images."""
        self._preferences.change(last_folder=str(path.parent))
        self.select(SourceChoice(SourceKind.FILE, str(path), path.name))

    def select_address(self, address: str) -> None:
        """Show a network camera."""
        self._preferences.change(last_address=address)
        self.select(SourceChoice(SourceKind.ADDRESS, address, shown_address(address)))

    def select_camera(self, camera: Camera) -> None:
        """Show a connected camera."""
        self.select(_choice_of(camera))

    def reopen(self) -> None:
        """Reopen the current source: a file starts over, a camera is looked up again."""
        if self._current is not None:
            self._show(self._current)

    def refresh_cameras(self) -> None:
        """List the cameras again."""
        self._watch.refresh()

    def _show(self, choice: SourceChoice, *, provisional: bool = False) -> None:
        self.camera_timeout.stop()
        self._is_provisional = provisional
        self._current = choice
        for key in (NO_CAMERA, CAMERA_OFFER):
            self._notices.withdraw(key)
        if choice.kind is SourceKind.CAMERA:
            self._ask_permission(lambda granted: self._on_permission(choice, granted))
        else:
            self._open(choice)
        self.changed.emit()

    def _open(self, choice: SourceChoice) -> None:
        asked = self._asked = self._preferences.settings.camera_format(choice.value)
        self._session.show_source(lambda: self._catalog.make_source(choice, asked))

    def _on_preferences_changed(self) -> None:
        """Ask another format of the camera, if another one was chosen for it."""
        current = self._current
        if current is not None and current.kind is SourceKind.CAMERA:
            before, asked = self._asked, self._preferences.settings.camera_format(current.value)
            if asked != replace(before, exposure_s=asked.exposure_s):
                self._show(current)
                return
            if asked != before:
                self._asked = asked
                self._session.set_exposure(asked.exposure_s)
        self.changed.emit()

    def _on_permission(self, choice: SourceChoice, granted: bool) -> None:
        if choice != self._current:
            return
        if granted:
            self._open(choice)
            return
        self._show(DEMO)
        self._notices.show(
            Notification(
                NoticeKind.ERROR, tr("The program may not use the camera."), _CAMERA_ACCESS_HINT, key=NO_CAMERA
            )
        )

    def _on_camera_timeout(self) -> None:
        """Show the demo clip until the drivers have answered."""
        if self._current is None:
            self._show(DEMO, provisional=True)

    def _on_cameras_changed(self) -> None:
        cameras = self.cameras
        appeared = [camera for camera in cameras if camera.id not in self._known_ids]
        self._known_ids = {camera.id for camera in cameras}
        is_first_answer, self._is_answered = not self._is_answered, True
        if not is_first_answer:
            self._on_appeared(appeared)
        elif self._current is None or self._is_provisional:
            self._choose_first(cameras)
        self.changed.emit()

    def _on_listing_failed(self, error: GestureAppError) -> None:
        self._notices.show(Notification.of_error(error, kind=NoticeKind.WARNING, key=CAMERA_LIST))

    def _choose_first(self, cameras: tuple[Camera, ...]) -> None:
        saved = self._preferences.settings.source
        wanted = next((camera for camera in cameras if saved is not None and camera.id == saved.value), None)
        if not cameras:
            if self._current is None:
                self._show(DEMO, provisional=True)
            self._notices.show(self._no_camera())
            return
        self._show(_choice_of(wanted or cameras[0]))
        if saved is not None and wanted is None and saved.kind is SourceKind.CAMERA:
            title = tr("{name} is not connected. Showing {other}.").format(
                name=saved.name or tr("The camera used last"), other=cameras[0].name
            )
            self._notices.show(Notification(NoticeKind.INFO, title, key=CAMERA_OFFER))

    def _on_appeared(self, appeared: list[Camera]) -> None:
        if not appeared:
            return
        current = self._current
        for camera in appeared:
            if current is not None and current.kind is SourceKind.CAMERA and camera.id == current.value:
                # It may have another number now, so it is looked up again.
                if self._session.status.capture in {CaptureState.RECOVERING, CaptureState.FAILED}:
                    self._show(current)
                return
        camera = appeared[0]
        self._notices.withdraw(NO_CAMERA)
        use = Action(tr("Use it"), lambda: self.select_camera(camera))
        self._notices.show(
            Notification(
                NoticeKind.INFO,
                tr("Camera connected: {name}.").format(name=camera.name),
                actions=(use,),
                key=CAMERA_OFFER,
            )
        )

    def _no_camera(self) -> Notification:
        return Notification(
            NoticeKind.INFO,
            tr("No camera found. Showing the demo clip."),
            tr("Connect a camera at any time, or open a video."),
            actions=(
                Action(tr("Choose a camera…"), self.choose_requested.emit),
                Action(tr("Open file…"), self.file_requested.emit),
            ),
            key=NO_CAMERA,
            lasts=True,
        )


def _choice_of(camera: Camera) -> SourceChoice:
    return SourceChoice(SourceKind.CAMERA, camera.id, camera.name)
