"""Brings the session's picture and results to a page's view."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from gesture_app.domain.frames.frame import FrameResult
from gesture_app.gui.background.session import EngineSession
from gesture_app.gui.background.source_controller import SourceController
from gesture_app.gui.widgets.live_reading import current_result
from gesture_app.gui.widgets.video_view import VideoView
from gesture_app.pipeline.engine import CaptureState, EngineStatus, InferenceState

_LOADING = "Loading the recognizer…"


class VideoFeed(QObject):
    """Keeps a view at the newest frame and the newest result that belongs to it, mirrored as chosen.

    A view that is hidden is left alone, and brought up to date when it is shown again.

    Args:
        session: What is shown.
        sources: Knows whether the view is mirrored.
        view: What shows it.
    """

    changed = Signal()
    """The result on show, or the session's status, may be another."""

    def __init__(self, session: EngineSession, sources: SourceController, view: VideoView) -> None:
        super().__init__(view)
        self._session = session
        self._sources = sources
        self._view = view
        session.frame_changed.connect(self._on_frame_changed)
        session.result_changed.connect(self._show_result)
        session.source_changed.connect(self._on_source_changed)
        session.status_changed.connect(self._on_status_changed)
        sources.changed.connect(self._on_sources_changed)
        view.shown.connect(self._on_frame_changed)
        self._on_status_changed()
        self._on_sources_changed()

    @property
    def result(self) -> FrameResult | None:
        """The result that belongs to the picture on show."""
        return self._view.result

    def _on_frame_changed(self) -> None:
        if self._session.frame is not None and self._view.isVisible():
            self._view.set_frame(self._session.frame)
            self._show_result()

    def _on_source_changed(self) -> None:
        self._view.clear()
        self._on_status_changed()

    def _on_sources_changed(self) -> None:
        self._view.set_mirror(self._sources.mirror)

    def _on_status_changed(self) -> None:
        status = self._session.status
        restarting = self._session.is_restarting
        has_picture = self._view.frame_seq is not None
        self._view.set_message("" if restarting else view_message(status, has_picture=has_picture))
        self._view.set_note(_LOADING if restarting or status.inference is InferenceState.LOADING else "")
        self._show_result()

    def _show_result(self) -> None:
        frame = self._session.frame
        # Under a message the picture is an old one, and says nothing about now.
        result = None if frame is None or self._view.message else current_result(self._session.result, frame)
        self._view.set_result(result)
        self.changed.emit()


def view_message(status: EngineStatus, *, has_picture: bool) -> str:
    """What to write over the picture, empty while everything is well."""
    name = status.source_name
    if status.capture is CaptureState.RECOVERING or (status.capture is CaptureState.OPENING and has_picture):
        return "Reconnecting…" if has_picture else f"Waiting for {name}…"
    if status.capture is CaptureState.OPENING:
        return f"Opening {name}…" if name else "Opening…"
    if status.capture is CaptureState.STOPPED:
        return "Looking for cameras…"
    return "No picture" if status.capture is CaptureState.FAILED else ""
