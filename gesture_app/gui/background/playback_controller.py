"""Control over a clip or a folder of images from the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from gesture_app.domain.ports import Playback, PlaybackState
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
        playback = self._playback
        return None if playback is None else playback.state

    def toggle(self) -> None:
        """Pause, or go on; from the end, start again."""
        self._control(lambda playback: playback.play() if playback.state.is_paused else playback.pause())

    def step(self, frames: int) -> None:
        """Pause, and go some frames or images forwards, or backwards if it is negative."""
        self._control(lambda playback: playback.step(frames))

    def seek(self, position: int) -> None:
        """Go to a frame or image by its index."""
        self._control(lambda playback: playback.seek(position))

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
        self._control(lambda playback: playback.set_speed(speed))

    def change_speed(self, direction: int) -> None:
        """Play at the next faster (1) or slower (-1) of the usual speeds."""
        self._control(lambda playback: playback.set_speed(neighbouring_speed(playback.state.speed, direction)))

    def toggle_loop(self) -> None:
        """Start again after the end from now on, or no longer."""
        self._control(lambda playback: playback.set_loop(not playback.state.is_looping))

    @property
    def _playback(self) -> Playback | None:
        playback = self._session.playback
        return None if playback is None or playback.state.count == 1 else playback

    def _control(self, run: Callable[[Playback], None]) -> None:
        """Control the source, if it can be controlled."""
        playback = self._playback
        if playback is not None:
            run(playback)
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
