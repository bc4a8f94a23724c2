"""Feeds a video view with the session's frames and results."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from gesture_app.domain.frames.frame import FrameResult
from gesture_app.domain.message import Message
from gesture_app.gui.background.session import EngineSession
from gesture_app.gui.background.source_controller import SourceController
from gesture_app.gui.background.sources import shown_name
from gesture_app.gui.translation import tr, translated
from gesture_app.gui.widgets.live_reading import current_result
from gesture_app.gui.widgets.video_view import VideoView
from gesture_app.pipeline.engine import CaptureState, EngineStatus, InferenceState

_LOADING = Message("Loading the recognizer…")


class VideoFeed(QObject):
    """Updates a view with the newest frame and its result while the view is visible.

    A hidden view is updated when it becomes visible again.

    Args:
        session: Source of frames, results and status.
        sources: Says whether the source is mirrored.
        view: The view to update.
    """

    changed = Signal()
    """The shown result or the session's status may have changed."""

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
        """The result of the shown frame."""
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
        self._view.set_skeleton(shown=self._sources.shows_skeleton)

    def _on_status_changed(self) -> None:
        status = self._session.status
        restarting = self._session.is_restarting
        has_frame = self._view.frame_seq is not None
        self._view.set_message("" if restarting else view_message(status, has_frame=has_frame))
        self._view.set_note(translated(_LOADING) if restarting or status.inference is InferenceState.LOADING else "")
        self._show_result()

    def _show_result(self) -> None:
        frame = self._session.frame
        # Under a message the frame is outdated, and so is its result.
        result = None if frame is None or self._view.message else current_result(self._session.result, frame)
        self._view.set_result(result)
        self.changed.emit()


def view_message(status: EngineStatus, *, has_frame: bool) -> str:
    """Text over the frame about the source's state; empty while frames arrive."""
    name = shown_name(status.source_name)
    if status.capture is CaptureState.RECOVERING or (status.capture is CaptureState.OPENING and has_frame):
        return tr("Reconnecting…") if has_frame else tr("Waiting for {name}…").format(name=name)
    if status.capture is CaptureState.OPENING:
        return tr("Opening {name}…").format(name=name) if name else tr("Opening…")
    if status.capture is CaptureState.STOPPED:
        return tr("Looking for cameras…")
    return tr("No picture") if status.capture is CaptureState.FAILED else ""
