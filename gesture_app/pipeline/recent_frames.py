"""Keeps the last frames with hands for a few seconds, so that a reading can be corrected after it was seen."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from gesture_app.domain.frames.frame import Frame, FrameResult
from gesture_app.domain.samples.correction import SeenHand, hands_in

KEPT_S = 3.0
"""Age up to which frames are kept: time to notice a wrong reading and to reach for a key or the mouse."""

INTERVAL_S = 0.4
"""Interval of the kept frames, but for the newest ones: eight frames of 1280 x 720 are 22 MB."""

NEWEST_COUNT = 3
"""Newest frames that are all kept: the window shows a result one or two frames after it was made."""


class RecentFrames:
    """The last frames in which a hand was found: a :data:`~gesture_app.pipeline.engine.FrameTap`. For any thread.

    Frames are only referred to, never copied and never written to the disk.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: list[tuple[float, int, tuple[SeenHand, ...]]] = []

    def __call__(self, frame: Frame, result: FrameResult) -> None:
        """Keep a frame if there is a hand in it, and let go of old ones."""
        with self._lock:
            if result.hands:
                self._kept.append((frame.captured_s, frame.seq, hands_in(frame, result)))
            self._kept = [one for one in self._kept if 0 <= frame.captured_s - one[0] <= KEPT_S]
            if len(self._kept) > NEWEST_COUNT:
                # The frame that has just become one of the older ones; those before it were thinned out already.
                last = len(self._kept) - NEWEST_COUNT - 1
                if last > 0 and self._kept[last][0] - self._kept[last - 1][0] < INTERVAL_S:
                    del self._kept[last]

    def clear(self) -> None:
        """Let go of all frames."""
        with self._lock:
            self._kept = []

    def hands(self, *, since_s: float = float("-inf")) -> Sequence[Sequence[SeenHand]]:
        """The hands of each kept frame, oldest first.

        Args:
            since_s: Leaves out frames that were captured before this time, in monotonic seconds.
        """
        with self._lock:
            return [hands for captured_s, _seq, hands in self._kept if captured_s >= since_s]

    def hands_of(self, seq: int) -> Sequence[SeenHand]:
        """The hands of the frame with this number; empty if it is not kept."""
        with self._lock:
            return next((hands for _captured_s, number, hands in self._kept if number == seq), ())
