"""Turns the engine's failures into notices, and takes them away when they are over."""

from __future__ import annotations

from PySide6.QtCore import QObject

from gesture_app.errors import GestureAppError
from gesture_app.gui.background.notices import Action, NoticeKind, Notices, Notification
from gesture_app.gui.background.session import EngineSession
from gesture_app.gui.background.source_controller import SourceController
from gesture_app.gui.background.sources import shown_name
from gesture_app.gui.translation import tr
from gesture_app.pipeline.engine import CaptureState, EngineStatus, InferenceState
from gesture_app.settings import DEMO, SourceKind

SOURCE = "source"
RECOGNITION = "recognition"
MODEL = "model"
RESTART = "restart"


class StatusNotices(QObject):
    """Shows notifications about the engine's status.

    Args:
        session: The engine's session.
        sources: Used by the buttons of the notifications.
        notices: Shows the notifications.
        parent: Qt's owner.
    """

    def __init__(
        self, session: EngineSession, sources: SourceController, notices: Notices, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._sources = sources
        self._notices = notices
        self._shown_failure: tuple[object, ...] = ()
        self._shown_swap_error: GestureAppError | None = None
        session.status_changed.connect(self._on_status_changed)
        session.source_changed.connect(self._on_source_changed)
        session.failed.connect(self._on_restart_failed)

    def _on_restart_failed(self, error: GestureAppError) -> None:
        self._notices.show(Notification.of_error(error, kind=NoticeKind.WARNING, key=RESTART))

    def _on_source_changed(self) -> None:
        self._shown_failure = ()
        self._notices.withdraw(SOURCE)

    def _on_status_changed(self) -> None:
        status = self._session.status
        # The same failure again is not shown twice, even if it was dismissed.
        failure = (status.capture, str(status.capture_error or status.capture_warning))
        if failure != self._shown_failure:
            self._shown_failure = failure
            self._show_source_state(status)
        if status.inference is InferenceState.FAILED and status.inference_error is not None:
            self._notices.show(Notification.of_error(status.inference_error, key=RECOGNITION))
        elif status.inference is InferenceState.RUNNING:
            self._notices.withdraw(RECOGNITION)
        self._show_swap_error(status.swap_error)

    def _show_swap_error(self, error: GestureAppError | None) -> None:
        """Warn once for each model that cannot be used; the previous one stays in use."""
        if error is self._shown_swap_error:
            return
        self._shown_swap_error = error
        if error is None:
            self._notices.withdraw(MODEL)
        else:
            self._notices.show(Notification.of_error(error, key=MODEL))

    def _show_source_state(self, status: EngineStatus) -> None:
        error = status.capture_error
        if status.capture is CaptureState.RECOVERING and error is not None:
            self._notices.show(
                Notification.of_error(error, kind=NoticeKind.WARNING, key=SOURCE, actions=(self._choose(),))
            )
        elif status.capture is CaptureState.FAILED and error is not None:
            self._notices.show(Notification.of_error(error, key=SOURCE, actions=self._alternatives()))
        elif status.capture is CaptureState.ENDED:
            again = Action(tr("Play again"), self._play_again)
            title = tr("{source_name} has ended.").format(source_name=shown_name(status.source_name))
            self._notices.show(Notification(NoticeKind.INFO, title, actions=(again,), key=SOURCE, lasts=True))
        elif status.capture is CaptureState.RUNNING and status.capture_warning is not None:
            self._notices.show(
                Notification.of_error(
                    status.capture_warning, kind=NoticeKind.WARNING, key=SOURCE, actions=(self._choose(),)
                )
            )
        elif status.capture in {CaptureState.RUNNING, CaptureState.PAUSED, CaptureState.STILL}:
            self._notices.withdraw(SOURCE)

    def _play_again(self) -> None:
        playback = self._session.playback
        if playback is None:
            self._sources.reopen()
        else:
            playback.play()

    def _choose(self) -> Action:
        return Action(tr("Choose another…"), self._sources.choose_requested.emit)

    def _alternatives(self) -> tuple[Action, ...]:
        current = self._sources.current
        if current is not None and current.kind is SourceKind.DEMO:
            return (Action(tr("Open file…"), self._sources.file_requested.emit),)
        return (self._choose(), Action(tr("Demo clip"), lambda: self._sources.select(DEMO)))
