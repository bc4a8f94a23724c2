"""Turns the engine's troubles into notices, and takes them away when they are over."""

from __future__ import annotations

from PySide6.QtCore import QObject

from gesture_app.errors import GestureAppError
from gesture_app.gui.background.notices import Action, NoticeKind, Notices, Notification
from gesture_app.gui.background.session import EngineSession
from gesture_app.gui.background.source_controller import SourceController
from gesture_app.pipeline.engine import CaptureState, EngineStatus, InferenceState
from gesture_app.settings import DEMO, SourceKind

SOURCE = "source"
RECOGNITION = "recognition"
MODEL = "model"
RESTART = "restart"


class StatusNotices(QObject):
    """Watches the engine's status.

    Args:
        session: Whose status is watched.
        sources: What the buttons of the notices act on.
        notices: Where it is told.
        parent: Qt's owner.
    """

    def __init__(
        self, session: EngineSession, sources: SourceController, notices: Notices, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._sources = sources
        self._notices = notices
        self._told: tuple[object, ...] = ()
        self._told_swap: GestureAppError | None = None
        session.status_changed.connect(self._on_status_changed)
        session.source_changed.connect(self._on_source_changed)
        session.failed.connect(self._on_restart_failed)

    def _on_restart_failed(self, error: GestureAppError) -> None:
        self._notices.show(Notification.of_error(error, kind=NoticeKind.WARNING, key=RESTART))

    def _on_source_changed(self) -> None:
        self._told = ()
        self._notices.withdraw(SOURCE)

    def _on_status_changed(self) -> None:
        status = self._session.status
        # A driver that fails again in the same way makes no second notice, nor one that was dismissed.
        trouble = (status.capture, str(status.capture_error))
        if trouble != self._told:
            self._told = trouble
            self._tell_about_source(status)
        if status.inference is InferenceState.FAILED and status.inference_error is not None:
            self._notices.show(Notification.of_error(status.inference_error, key=RECOGNITION))
        elif status.inference is InferenceState.RUNNING:
            self._notices.withdraw(RECOGNITION)
        self._tell_about_model(status.swap_error)

    def _tell_about_model(self, error: GestureAppError | None) -> None:
        """Once for each model that cannot be taken up; the one of before goes on."""
        if error is self._told_swap:
            return
        self._told_swap = error
        if error is None:
            self._notices.withdraw(MODEL)
        else:
            self._notices.show(Notification.of_error(error, key=MODEL))

    def _tell_about_source(self, status: EngineStatus) -> None:
        error = status.capture_error
        if status.capture is CaptureState.RECOVERING and error is not None:
            self._notices.show(
                Notification.of_error(error, kind=NoticeKind.WARNING, key=SOURCE, actions=(self._choose(),))
            )
        elif status.capture is CaptureState.FAILED and error is not None:
            self._notices.show(Notification.of_error(error, key=SOURCE, actions=self._ways_out()))
        elif status.capture is CaptureState.ENDED:
            again = Action("Play again", self._sources.show_again)
            title = f"{status.source_name} has ended."
            self._notices.show(Notification(NoticeKind.INFO, title, actions=(again,), key=SOURCE))
        elif status.capture is CaptureState.RUNNING:
            self._notices.withdraw(SOURCE)

    def _choose(self) -> Action:
        return Action("Choose another…", self._sources.choose_requested.emit)

    def _ways_out(self) -> tuple[Action, ...]:
        current = self._sources.current
        if current is not None and current.kind is SourceKind.DEMO:
            return (Action("Open file…", self._sources.file_requested.emit),)
        return (self._choose(), Action("Demo clip", lambda: self._sources.select(DEMO)))
