"""The port for control over a recorded source while it plays: pause, jumps, speed and loop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

SPEEDS = (0.25, 0.5, 1.0, 1.5, 2.0)
"""Speeds to choose from, as multiples of the original one."""


@dataclass(frozen=True)
class PlaybackState:
    """A recorded source at one moment.

    Attributes:
        position: Index of the newest frame, from 0.
        count: Number of frames; None if the file does not say.
        position_s: Time of the newest frame since the start of the file, in seconds.
        duration_s: Length of the file, in seconds; None if it is not known, and for images.
        speed: Multiple of the original speed.
        is_paused: Whether it waits; so it does at the end.
        is_looping: Whether it starts again after the last frame.
        has_ended: Whether the last frame has been read, and no other was asked for.
        jumps: Number of jumps so far: of frames that do not follow the one before.
        are_images: Whether it is a folder of images.
        name: Name of the newest image; empty for videos.
    """

    position: int = 0
    count: int | None = None
    position_s: float = 0.0
    duration_s: float | None = None
    speed: float = 1.0
    is_paused: bool = False
    is_looping: bool = False
    has_ended: bool = False
    jumps: int = 0
    are_images: bool = False
    name: str = ""


class Playback(Protocol):
    """Control over one recorded source. Any thread may call it; the thread that reads the source follows."""

    @property
    def state(self) -> PlaybackState:
        """The source now; a pause or a speed shows at once, a position once its frame has been read."""
        ...

    def pause(self) -> None:
        """Wait after the newest frame."""
        ...

    def play(self) -> None:
        """Go on; from the end, start again."""
        ...

    def seek(self, position: int) -> None:
        """Go to a frame by its index; one beyond the first or last is the first or last."""
        ...

    def step(self, frames: int) -> None:
        """Pause, and go a number of frames further, or back if it is negative."""
        ...

    def set_speed(self, speed: float) -> None:
        """Play at a multiple of the original speed, above 0."""
        ...

    def set_loop(self, loop: bool) -> None:
        """Whether to start again after the last frame."""
        ...

    def wait(self) -> bool:
        """Wait while paused or at the end; called by the thread that reads. Returns False after a request to stop."""
        ...


@runtime_checkable
class RecordedSource(Protocol):
    """A :class:`~gesture_app.domain.ports.FrameSource` that can be controlled.

    Its ``read`` also returns None while it is paused, and when a request interrupts its wait: it has ended only if
    ``playback.state.has_ended``.
    """

    @property
    def playback(self) -> Playback:
        """Its control."""
        ...
