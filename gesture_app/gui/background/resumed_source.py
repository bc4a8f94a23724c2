"""Goes on with a clip where another source of the same file was."""

from __future__ import annotations

from gesture_app.domain.ports import FrameSource, Playback, PlaybackState
from gesture_app.domain.ports.playback import RecordedSource
from gesture_app.pipeline.engine import SourceFactory


def resumed(make_source: SourceFactory, state: PlaybackState) -> SourceFactory:
    """A factory of the same source that begins in this state; a source that cannot be controlled is left alone."""

    def make() -> FrameSource:
        source = make_source()
        if isinstance(source, RecordedSource):
            resume(source.playback, state)
        return source

    return make


def resume(playback: Playback, state: PlaybackState) -> None:
    """Ask for position, speed, loop and pause of a state. A clip at its end shows its last frame and ends again."""
    playback.set_speed(state.speed)
    playback.set_loop(state.is_looping)
    playback.seek(state.position)
    if state.is_paused and not state.has_ended:
        playback.pause()
