"""Control over a recorded source, shared by the thread that reads it and the thread that controls it."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import Any

from gesture_app.capture.pacing import Stop
from gesture_app.domain.ports.playback import PlaybackState


class PlaybackControl:
    """A :class:`~gesture_app.domain.ports.playback.Playback`, with the part of the thread that reads.

    Args:
        stop: Stop request of the source; its wait is interrupted by every request.
        loop: Whether the source starts again after the last frame.
        are_images: Whether the source is a folder of images.
    """

    def __init__(self, stop: Stop, *, loop: bool = False, are_images: bool = False) -> None:
        self._stop = stop
        self._changed = threading.Condition()
        self._state = PlaybackState(is_looping=loop, are_images=are_images)
        self._target: int | None = None
        self._was_opened = False

    @property
    def state(self) -> PlaybackState:
        """The source now."""
        with self._changed:
            return self._state

    @property
    def is_held(self) -> bool:
        """Whether no frame is wanted now: it is paused, and no jump is asked for."""
        with self._changed:
            return self._is_held

    def pause(self) -> None:
        """Wait after the newest frame."""
        self._request(is_paused=True)

    def play(self) -> None:
        """Go on; from the end, start again."""
        with self._changed:
            if self._state.has_ended:
                self._target = 0
        self._request(is_paused=False)

    def seek(self, position: int) -> None:
        """Go to a frame by its index; one beyond the first or last is the first or last."""
        with self._changed:
            self._target = self._within(position)
        self._request()

    def step(self, frames: int) -> None:
        """Pause, and go a number of frames further, or back if it is negative."""
        with self._changed:
            origin = self._state.position if self._target is None else self._target
            self._target = self._within(origin + frames)
        self._request(is_paused=True)

    def set_speed(self, speed: float) -> None:
        """Play at a multiple of the original speed.

        Raises:
            ValueError: If it is not above 0.
        """
        if not speed > 0:
            raise ValueError(f"speed must be above 0, got {speed}")
        self._request(speed=speed)

    def set_loop(self, loop: bool) -> None:
        """Whether to start again after the last frame."""
        self._request(is_looping=loop)

    def wait(self) -> bool:
        """Wait while paused or at the end. Returns False after a request to stop."""
        with self._changed:
            self._changed.wait_for(lambda: self._stop.requested or not self._is_held)
        return not self._stop.requested

    def opened(self, count: int | None, duration_s: float | None) -> None:
        """The source was opened; called by the thread that reads, as are the others.

        What was asked for before the first time holds. Later times forget position, pause and speed.

        Args:
            count: Number of frames, None if it is not known.
            duration_s: Length in seconds, None if it is not known.
        """
        with self._changed:
            before, was_opened = self._state, self._was_opened
            self._was_opened = True
            self._state = PlaybackState(
                count=count,
                duration_s=duration_s,
                speed=1.0 if was_opened else before.speed,
                is_paused=before.is_paused and not was_opened,
                is_looping=before.is_looping,
                are_images=before.are_images,
            )
            self._target = None if was_opened or self._target is None else self._within(self._target)

    def take_target(self) -> int | None:
        """The index of the frame to go to, once; None to read on."""
        with self._changed:
            target, self._target = self._target, None
            return target

    def jumped(self) -> None:
        """The next frame does not follow the one before."""
        with self._changed:
            self._state = replace(self._state, jumps=self._state.jumps + 1, has_ended=False)

    def moved(self, position: int, position_s: float, name: str = "") -> None:
        """A frame was read."""
        with self._changed:
            count = self._state.count
            # Some containers only estimate the number of frames.
            known = None if count is None else max(count, position + 1)
            self._state = replace(
                self._state, position=position, position_s=position_s, name=name, count=known, has_ended=False
            )

    def ended(self, count: int) -> None:
        """There is no further frame: ``count`` is how many there are."""
        with self._changed:
            self._state = replace(self._state, has_ended=True, is_paused=True, count=max(1, count))

    def interrupt(self) -> None:
        """End every wait, as after a request to stop. Any thread may call it."""
        self._request()

    @property
    def _is_held(self) -> bool:
        return self._state.is_paused and self._target is None

    def _within(self, position: int) -> int:
        last = position if self._state.count is None else self._state.count - 1
        return max(0, min(position, last))

    def _request(self, **changes: Any) -> None:
        with self._changed:
            self._state = replace(self._state, **changes)
            self._changed.notify_all()
        self._stop.interrupt()
