"""Replay of a round in slow motion: which frames belong to it, and which of them is shown when. No Qt, no clock."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace

from gesture_app.domain.frames.frame import Frame, FrameResult
from gesture_app.domain.game.throw_reading import LateThrow

LEAD_S = 0.4
"""A replay begins this long before "shoot"."""

TAIL_S = 0.4
"""A replay ends this long after its last marked moment."""

INTERVAL_S = 1 / 15
"""Least time between two frames of a replay."""

MAX_FRAMES = 48
"""Most frames of a replay: 3.2 seconds."""

MAX_SIDE_PX = 640
"""Longest side of a frame of a replay. 48 frames of 640 x 480 are 44 MB."""

WHOLE_FRAMES = 4
"""Newest frames that are kept as captured until the throw is read, and one afterwards: 4 of 1280 x 720 are 11 MB."""

SPEED = 0.3
"""Speed of a replay; 1 is that of life."""

STOP_S = 1.2
"""A replay stands still this long at each marked moment."""

_ROUNDING_S = 1e-3


@dataclass(frozen=True, eq=False)
class ReplayFrame:
    """One frame of a replay.

    Attributes:
        frame: The frame, reduced to ``MAX_SIDE_PX`` or as captured.
        result: What was read in it; its coordinates are those of the frame as captured.
    """

    frame: Frame
    result: FrameResult

    @property
    def captured_s(self) -> float:
        """Capture time."""
        return self.frame.captured_s


@dataclass(frozen=True)
class ReplayMoments:
    """The moments that are marked in a replay.

    Attributes:
        shoot_s: Time of "shoot".
        read_s: Capture time of the frame that settled the (last) throw.
        late: The late throw; None if there was none.
    """

    shoot_s: float
    read_s: float
    late: LateThrow | None = None

    @property
    def late_s(self) -> float | None:
        """Time at which the late throw began; None if there was none."""
        return None if self.late is None else self.shoot_s + self.late.after_shoot_s

    @property
    def begins_s(self) -> float:
        """Time at which the replay begins."""
        return self.shoot_s - LEAD_S

    @property
    def ends_s(self) -> float:
        """Time at which the replay ends."""
        return max(self.read_s, self.late_s or self.read_s) + TAIL_S

    @property
    def stops_s(self) -> tuple[float, ...]:
        """The times at which the replay stands still, in order."""
        return tuple(sorted({self.read_s, *(() if self.late_s is None else (self.late_s,))}))


@dataclass(frozen=True, eq=False)
class RoundReplay:
    """A round in slow motion.

    Attributes:
        frames: The frames, oldest first; at least one.
        moments: The marked moments.
        still: The frame that settled the throw, as captured if it was still there.
    """

    frames: tuple[ReplayFrame, ...]
    moments: ReplayMoments
    still: ReplayFrame

    @property
    def length_s(self) -> float:
        """Time from the beginning of the replay to its end, as it is watched."""
        moments = self.moments
        return (moments.ends_s - moments.begins_s) / SPEED + STOP_S * len(moments.stops_s)

    def time_at(self, played_s: float) -> float:
        """The time of the round that is shown after the replay has played for ``played_s`` seconds."""
        now_s, left_s = self.moments.begins_s, max(0.0, played_s)
        for stop_s in self.moments.stops_s:
            run_s = (stop_s - now_s) / SPEED
            if left_s < run_s:
                return now_s + left_s * SPEED
            left_s -= run_s
            if left_s < STOP_S:
                return stop_s
            left_s -= STOP_S
            now_s = stop_s
        return min(self.moments.ends_s, now_s + left_s * SPEED)

    def frame_at(self, time_s: float) -> ReplayFrame:
        """The newest frame that was captured by then; the first one before it."""
        shown = [frame for frame in self.frames if frame.captured_s <= time_s + _ROUNDING_S]
        return shown[-1] if shown else self.frames[0]

    def share_at(self, time_s: float) -> float:
        """Where a time lies between beginning and end, 0 to 1."""
        moments = self.moments
        return min(1.0, max(0.0, (time_s - moments.begins_s) / (moments.ends_s - moments.begins_s)))


class ReplayRecording:
    """The frames around "shoot" of one round, in memory only: see ``MAX_FRAMES`` and ``WHOLE_FRAMES``.

    Args:
        shoot_s: Time of "shoot".
        window_s: The throw is read by this long after "shoot", whatever the players decide about it later.
        watch_s: Frames belong to the replay up to this long after the throw was read, for a late throw.
    """

    def __init__(self, shoot_s: float, window_s: float, watch_s: float) -> None:
        self._shoot_s = shoot_s
        self._window_s = window_s
        self._watch_s = watch_s
        self._read_s: float | None = None
        self._frames: deque[ReplayFrame] = deque(maxlen=MAX_FRAMES)
        self._whole: deque[ReplayFrame] = deque(maxlen=WHOLE_FRAMES)

    @property
    def frame_count(self) -> int:
        """Number of frames that are kept, reduced or as captured."""
        return len(self._frames) + len(self._whole)

    def add(self, frame: Frame, result: FrameResult) -> None:
        """Keep a frame if it belongs to the replay."""
        now_s = frame.captured_s
        read_s = self._shoot_s + self._window_s if self._read_s is None else self._read_s
        if now_s > read_s + self._watch_s or now_s < self._shoot_s - LEAD_S - INTERVAL_S:
            return
        if self._read_s is None:
            self._whole.append(ReplayFrame(frame, result))
        if not self._frames or now_s - self._frames[-1].captured_s >= INTERVAL_S - _ROUNDING_S:
            self._frames.append(ReplayFrame(_reduced(frame), result))

    def mark_read(self, read_s: float) -> None:
        """Say when the throw was read; of the frames as captured only that one is kept."""
        self._read_s = read_s
        whole = min(self._whole, key=lambda one: abs(one.captured_s - read_s), default=None)
        self._whole.clear()
        if whole is not None:
            self._whole.append(whole)

    def replay(self, late: LateThrow | None) -> RoundReplay | None:
        """The replay; None before the throw was read, and without frames."""
        if self._read_s is None:
            return None
        moments = ReplayMoments(self._shoot_s, self._read_s, late)
        frames = tuple(one for one in self._frames if one.captured_s <= moments.ends_s)
        if not frames:
            return None
        nearest = min((*self._whole, *frames), key=lambda one: abs(one.captured_s - moments.read_s))
        return RoundReplay(frames, moments, nearest)


def _reduced(frame: Frame) -> Frame:
    """A copy of a frame with every n-th pixel, so that no side is longer than ``MAX_SIDE_PX``."""
    step = -(-max(frame.resolution_wh) // MAX_SIDE_PX)
    return frame if step == 1 else replace(frame, image_bgr=frame.image_bgr[::step, ::step].copy())
