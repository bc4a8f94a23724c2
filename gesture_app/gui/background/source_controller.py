"""Decides which source is shown."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from gesture_app.errors import GestureAppError
from gesture_app.gui.background.camera_watch import CameraWatch
from gesture_app.gui.background.notices import Action, NoticeKind, Notices, Notification
from gesture_app.gui.background.preferences import Preferences
from gesture_app.gui.background.session import EngineSession
from gesture_app.gui.background.sources import Camera, SourceCatalog, shown_address
from gesture_app.pipeline.engine import CaptureState
from gesture_app.settings import DEMO, SourceChoice, SourceKind

NO_CAMERA = "no-camera"
CAMERA_OFFER = "camera-offer"
CAMERA_LIST = "camera-list"

_PATIENCE_MS = 2000
_CAMERA_ACCESS_HINT = (
    "Allow it in System Settings, Privacy & Security, Camera; then start the program again."
    if sys.platform == "darwin"
    else "Allow the program to use the camera in the system's privacy settings."
)

PermissionQuestion = Callable[[Callable[[bool], None]], None]
"""Asks whether the camera may be used, and calls back with the answer in the GUI thread."""


class SourceController(QObject):
    """Chooses the first source, follows the person's choice, and offers cameras that come later.

    Args:
        catalog: Makes the sources.
        watch: Knows the cameras.
        session: Shows the source.
        notices: Where it is told what happened.
        preferences: Remembers the choice.
        ask_permission: Asks for access to the camera, where the system wants that.
        parent: Qt's owner.
    """

    changed = Signal()
    """The current source, the cameras or the mirror are not what they were."""

    choose_requested = Signal()
    file_requested = Signal()

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
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._on_patience_lost)
        watch.changed.connect(self._on_cameras_changed)
        watch.failed.connect(self._on_listing_failed)

    @property
    def current(self) -> SourceChoice | None:
        """The source on show; None while the cameras are still being looked for."""
        return self._current

    @property
    def cameras(self) -> tuple[Camera, ...]:
        """The cameras to choose from."""
        return self._watch.cameras or ()

    @property
    def mirror(self) -> bool:
        """Whether the current source is to be shown mirrored: cameras as set, others only on request."""
        if self._current is not None and self._current.kind is SourceKind.CAMERA:
            return self._preferences.settings.mirror
        return self._mirror_others

    def set_mirror(self, mirror: bool) -> None:
        """Mirror the view of this kind of source."""
        if self._current is not None and self._current.kind is SourceKind.CAMERA:
            self._preferences.change(mirror=mirror)
        else:
            self._mirror_others = mirror
        self.changed.emit()

    def start(self, requested: SourceChoice | None = None) -> None:
        """Show the first source: the requested one, else the last one chosen, else a camera, else the demo clip."""
        choice = requested or self._preferences.settings.source
        if choice is not None and (requested is not None or choice.kind is not SourceKind.CAMERA):
            self._show(choice)
        else:
            self._patience.start()
        self._watch.refresh()

    def select(self, choice: SourceChoice) -> None:
        """Show what the person chose. Cameras and addresses are used again at the next start; clips are not."""
        if choice.kind in {SourceKind.CAMERA, SourceKind.ADDRESS}:
            self._preferences.change(source=choice)
        self._show(choice)

    def select_file(self, path: Path) -> None:
        """Show a video, a picture or a folder of pictures."""
        self._preferences.change(last_folder=str(path.parent))
        self.select(SourceChoice(SourceKind.FILE, str(path), path.name))

    def select_address(self, address: str) -> None:
        """Show a camera on the network."""
        self._preferences.change(last_address=address)
        self.select(SourceChoice(SourceKind.ADDRESS, address, shown_address(address)))

    def select_camera(self, camera: Camera) -> None:
        """Show a connected camera."""
        self.select(_choice_of(camera))

    def show_again(self) -> None:
        """Open the current source anew: a file starts over, a camera is looked for again."""
        if self._current is not None:
            self._show(self._current)

    def look_again(self) -> None:
        """Look for cameras."""
        self._watch.refresh()

    def _show(self, choice: SourceChoice, *, provisional: bool = False) -> None:
        self._patience.stop()
        self._is_provisional = provisional
        self._current = choice
        for key in (NO_CAMERA, CAMERA_OFFER):
            self._notices.withdraw(key)
        if choice.kind is SourceKind.CAMERA:
            self._ask_permission(lambda granted: self._on_permission(choice, granted))
        else:
            self._session.show_source(lambda: self._catalog.make_source(choice))
        self.changed.emit()

    def _on_permission(self, choice: SourceChoice, granted: bool) -> None:
        if choice != self._current:
            return
        if granted:
            self._session.show_source(lambda: self._catalog.make_source(choice))
            return
        self._show(DEMO)
        self._notices.show(
            Notification(NoticeKind.ERROR, "The program may not use the camera.", _CAMERA_ACCESS_HINT, key=NO_CAMERA)
        )

    def _on_patience_lost(self) -> None:
        """A driver takes too long to say which cameras there are: show something meanwhile."""
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
            title = f"{saved.name or 'The camera used last'} is not connected. Showing {cameras[0].name}."
            self._notices.show(Notification(NoticeKind.INFO, title, key=CAMERA_OFFER))

    def _on_appeared(self, appeared: list[Camera]) -> None:
        if not appeared:
            return
        current = self._current
        for camera in appeared:
            if current is not None and current.kind is SourceKind.CAMERA and camera.id == current.value:
                # It may have come back under another number, so it is looked up anew.
                if self._session.status.capture in {CaptureState.RECOVERING, CaptureState.FAILED}:
                    self._show(current)
                return
        camera = appeared[0]
        self._notices.withdraw(NO_CAMERA)
        use = Action("Use it", lambda: self.select_camera(camera))
        self._notices.show(
            Notification(NoticeKind.INFO, f"Camera connected: {camera.name}.", actions=(use,), key=CAMERA_OFFER)
        )

    def _no_camera(self) -> Notification:
        return Notification(
            NoticeKind.INFO,
            "No camera found. Showing the demo clip.",
            "Connect a camera at any time, or open a video.",
            actions=(
                Action("Choose a camera…", self.choose_requested.emit),
                Action("Open file…", self.file_requested.emit),
            ),
            key=NO_CAMERA,
        )


def _choice_of(camera: Camera) -> SourceChoice:
    return SourceChoice(SourceKind.CAMERA, camera.id, camera.name)
