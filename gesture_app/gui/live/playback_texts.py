"""Texts about a clip or a folder of images that is played. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from gesture_app.domain.ports import PlaybackState
from gesture_app.gui.translation import number, tr

_TIMES = "\N{MULTIPLICATION SIGN}"


@dataclass(frozen=True)
class PlaybackTexts:
    """The texts of the controls.

    Attributes:
        position: Where it is, for example ``"0:12 / 0:55"`` or ``"3 of 12"``.
        toggle: Action of the play button.
        back: Action of the button that steps back.
        forward: Action of the button that steps forward.
        speed: The speed, for example ``"0.5x"``.
    """

    position: str
    toggle: str
    back: str
    forward: str
    speed: str


def playback_texts(state: PlaybackState) -> PlaybackTexts:
    """The texts for a state."""
    if state.are_images:
        back, forward = tr("Previous image"), tr("Next image")
    else:
        back, forward = tr("Previous frame"), tr("Next frame")
    toggle = tr("Play again") if state.has_ended else tr("Play", "a clip") if state.is_paused else tr("Pause")
    return PlaybackTexts(
        position_text(state),
        toggle,
        back,
        forward,
        speed_text(state.speed),
    )


def position_text(state: PlaybackState) -> str:
    """Where it is: the number of the image, or the time in the clip."""
    if state.are_images:
        return tr("{position} of {count}").format(position=number(state.position + 1), count=number(state.count or 0))
    now = clock_text(state.position_s)
    return now if state.duration_s is None else f"{now} / {clock_text(state.duration_s)}"


def clock_text(seconds: float) -> str:
    """A time as minutes and seconds, with hours if there are any: ``"1:02:05"``."""
    minutes, second = divmod(int(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"


def speed_text(speed: float) -> str:
    """A speed as a multiple of the original one."""
    return f"{speed:g}{_TIMES}"
