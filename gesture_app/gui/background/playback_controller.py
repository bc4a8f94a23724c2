"""Control over a clip or a folder of images from the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from gesture_app.domain.ports import PlaybackState
from gesture_app.domain.ports.playback import SPEEDS
from gesture_app.gui.background.session import EngineSession

SKIP_S = 5.0
"""Seconds that a skip in a video goes forwards or backwards."""


class PlaybackController(QObject):
    """Pauses the session's source, goes to other frames, and changes speed and loop. Cameras are left alone.

    Args:
        session: Runs the source.
        parent: Qt's owner.
    """

    changed = Signal()
    """The state may have changed."""

    def __init__(self, session: EngineSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        for signal in (session.frame_changed, session.status_changed, session.source_changed):
            signal.connect(self.changed)

    @property
    def state(self) -> PlaybackState | None:
        """The clip or the images now; None for cameras and for a single image."""
        playback = self._session.playback
        state = None if playback is None else playback.state
        return None if state is None or state.count == 1 else state

    def toggle(self) -> None:
        """Pause, or go on; from the end, start again."""
        if self.state is None or self._session.playback is None:
            return
        if self.state.is_paused:
            self._session.playback.play()
        else:
            self._session.playback.pause()
        self.changed.emit()

    def step(self, frames: int) -> None:
        """Pause, and go some frames or images forwards, or backwards if it is negative."""
        if self.state is not None and self._session.playback is not None:
            self._session.playback.step(frames)
            self.changed.emit()

    def seek(self, position: int) -> None:
        """Go to a frame or image by its index."""
        if self.state is not None and self._session.playback is not None:
            self._session.playback.seek(position)
            self.changed.emit()

    def skip(self, direction: int) -> None:
        """Go five seconds forwards (1) or backwards (-1) in a video; among images, to the next or previous one."""
        state = self.state
        if state is None:
            return
        if state.are_images:
            self.step(direction)
        else:
            self.seek(state.position + direction * skipped_frames(state))

    def set_speed(self, speed: float) -> None:
        """Play at a multiple of the original speed."""
        if self.state is not None and self._session.playback is not None:
            self._session.playback.set_speed(speed)
            self.changed.emit()

    def change_speed(self, direction: int) -> None:
        """Play at the next faster (1) or slower (-1) of the usual speeds."""
        if self.state is not None:
            self.set_speed(neighbouring_speed(self.state.speed, direction))

    def toggle_loop(self) -> None:
        """Start again after the end from now on, or no longer."""
        if self.state is not None and self._session.playback is not None:
            self._session.playback.set_loop(not self.state.is_looping)
            self.changed.emit()


def skipped_frames(state: PlaybackState) -> int:
    """Number of frames in the seconds of a skip, at least one."""
    if state.count is not None and state.duration_s:
        return max(1, round(SKIP_S * state.count / state.duration_s))
    if state.position and state.position_s:
        return max(1, round(SKIP_S * state.position / state.position_s))
    return 1


def neighbouring_speed(speed: float, direction: int) -> float:
    """The next of the usual speeds above (1) or below (-1) a speed; the same at the fastest and the slowest."""
    if direction > 0:
        return next((faster for faster in SPEEDS if faster > speed), speed)
    return next((slower for slower in reversed(SPEEDS) if slower < speed), speed)
