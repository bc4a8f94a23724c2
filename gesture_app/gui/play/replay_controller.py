"""Records each round around "shoot" in memory, and plays it in slow motion."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from gesture_app.domain.frames.frame import Frame, FrameResult
from gesture_app.domain.game.match import MatchPhase, MatchState
from gesture_app.domain.game.match_state import MatchSettings
from gesture_app.domain.game.round_replay import ReplayRecording, RoundReplay
from gesture_app.gui.background.frame_taps import FrameTaps
from gesture_app.gui.background.preferences import Preferences
from gesture_app.gui.play.match_controller import MatchController
from gesture_app.gui.widgets.theme import Theme

_TICK_MS = 33
_SHOWN = frozenset({MatchPhase.REVEAL, MatchPhase.IDLE, MatchPhase.MATCH_OVER})


class RoundRecorder:
    """Records the frames of the round that is on: a tap, for any thread. Nothing is kept between rounds."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._recording: ReplayRecording | None = None

    def __call__(self, frame: Frame, result: FrameResult) -> None:
        """Keep a frame if it belongs to the replay of the round."""
        with self._lock:
            if self._recording is not None:
                self._recording.add(frame, result)

    def begin(self, settings: MatchSettings, shoot_s: float) -> None:
        """Record another round, and forget the last one."""
        timing = settings.timing
        with self._lock:
            self._recording = ReplayRecording(shoot_s, timing.window_s, timing.change_watch_s + timing.opening_s)

    def mark_read(self, read_s: float) -> None:
        """Say when the throw was read."""
        with self._lock:
            if self._recording is not None:
                self._recording.mark_read(read_s)

    def forget(self) -> None:
        """Let go of all frames."""
        with self._lock:
            self._recording = None

    def replay(self, state: MatchState) -> RoundReplay | None:
        """The replay of the last round; None if it was not read."""
        with self._lock:
            return None if self._recording is None else self._recording.replay(state.late_throw)


class ReplayController(QObject):
    """Plays the last round again, by itself when it has decided the match. Used in the GUI thread.

    With reduced motion nothing plays by itself, and a replay is the image of the moment at which the throw was read.

    Attributes:
        playing: The replay that is shown; None if none is.
        time_s: The shown time of the round.

    Args:
        match: Plays the match; a replay pauses it.
        taps: Receive each frame with its result.
        preferences: Says whether a replay plays by itself.
        theme: Says whether motion is reduced.
        clock: Monotonic seconds.
    """

    changed = Signal()

    def __init__(
        self,
        match: MatchController,
        taps: FrameTaps,
        preferences: Preferences,
        theme: Theme,
        clock: Callable[[], float],
    ) -> None:
        super().__init__(match)
        self._match = match
        self._preferences = preferences
        self._theme = theme
        self._clock = clock
        self._recorder = RoundRecorder()
        taps.add(self._recorder)
        self._before: MatchState | None = None
        self._began_s = 0.0
        self._ticks = QTimer(self)
        self._ticks.setInterval(_TICK_MS)
        self._ticks.setTimerType(Qt.TimerType.PreciseTimer)
        self._ticks.timeout.connect(self.tick)
        self.playing: RoundReplay | None = None
        self.time_s = 0.0
        match.changed.connect(self._follow)

    @property
    def replay(self) -> RoundReplay | None:
        """The replay of the round that is over; None while one is played."""
        state = self._match.state
        return None if state is None or state.phase not in _SHOWN else self._recorder.replay(state)

    def play(self) -> None:
        """Play the last round; does nothing if there is none."""
        replay = self.replay
        if replay is None:
            return
        self._match.pause()
        self.playing = replay
        self._began_s = self._clock()
        if self._theme.reduces_motion:
            self.time_s = replay.moments.read_s
        else:
            self.time_s = replay.time_at(0.0)
            self._ticks.start()
        self.changed.emit()

    def skip(self) -> bool:
        """End the replay. Returns whether there was one."""
        if self.playing is None:
            return False
        self._ticks.stop()
        self.playing = None
        self.changed.emit()
        return True

    def tick(self) -> None:
        """Show the present moment; called by the timer while a replay plays."""
        if self.playing is None:
            return
        played_s = self._clock() - self._began_s
        if played_s >= self.playing.length_s:
            self.skip()
            return
        time_s = self.playing.time_at(played_s)
        if time_s != self.time_s:
            self.time_s = time_s
            self.changed.emit()

    def _follow(self) -> None:
        before, state = self._before, self._match.state
        self._before = state
        phase_before = None if before is None else before.phase
        if state is None:
            self._recorder.forget()
            self.skip()
        elif state.phase is MatchPhase.COUNTDOWN and phase_before is not MatchPhase.COUNTDOWN:
            self._begin(state)
        elif before is not None and state.last_round is not None and state.last_round is not before.last_round:
            self._recorder.mark_read(state.last_round.locked_s)
        elif state.phase is MatchPhase.QUESTION and phase_before is not MatchPhase.QUESTION:
            # The players may take their time; until they have decided, this is near enough.
            self._recorder.mark_read(state.now_s)
        elif state.phase is MatchPhase.MISTHROW:
            self._recorder.forget()
        elif state.phase is MatchPhase.MATCH_OVER and phase_before is MatchPhase.REVEAL:
            self._play_deciding(state)

    def _begin(self, state: MatchState) -> None:
        self.skip()
        if self._match.match is not None and state.seconds_to_shoot is not None:
            self._recorder.begin(self._match.match.settings, state.now_s + state.seconds_to_shoot)

    def _play_deciding(self, state: MatchState) -> None:
        is_wanted = self._preferences.settings.play.replays and not self._theme.reduces_motion
        if is_wanted and state.winner is not None and self.playing is None:
            self.play()
