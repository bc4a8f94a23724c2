"""Judges by the frames of a live source whether it works well, before it counts as failed."""

from __future__ import annotations

import threading
from collections import deque
from enum import Enum

from gesture_app.domain.frames.frame import Frame, UInt8Array
from gesture_app.domain.frames.same_image import is_same_image
from gesture_app.domain.message import Message
from gesture_app.errors import SourceError

_FEW = 3
"""Fewer frames than this in the time window are too few: under 2 a second in 1.5 s."""
_ENOUGH = 6
"""As many frames end a trouble of too few: a source between both limits would come and go."""
_PATIENCE = 2.0
"""Time windows without a frame, after which a source with few frames counts as one without."""


class Trouble(Enum):
    """Ways in which a live source works badly without an error."""

    NO_FRAMES = "no frames"
    FEW_FRAMES = "few frames"
    SAME_FRAME = "same frame"
    """The image changed before, and does not any more."""

    def error(self, name: str) -> SourceError:
        """The trouble in words.

        Args:
            name: Name of the source.
        """
        text, hint = _TEXTS[self]
        return SourceError(text.fill(name=name), hint=hint)


_TEXTS = {
    Trouble.NO_FRAMES: (
        Message("{name} sends no pictures at the moment."),
        Message("If that lasts, it is opened again by itself. Check its cable or the network."),
    ),
    Trouble.FEW_FRAMES: (
        Message("{name} sends hardly two pictures a second."),
        Message("Gestures are read late. Close other programs, give it more light or a better network."),
    ),
    Trouble.SAME_FRAME: (
        Message("{name} keeps sending the same picture."),
        Message("Check that it is still running, or choose another source."),
    ),
}


class SourceHealth:
    """Counts and compares the frames of one live source.

    :meth:`opened` and :meth:`seen` are called by the thread that reads, :meth:`trouble` by one that watches.

    A source whose image has never changed, such as a test pattern, is in no trouble.

    Args:
        window_s: Seconds after which a trouble is told.
    """

    def __init__(self, window_s: float) -> None:
        self._window_s = window_s
        self._lock = threading.Lock()
        self._times_s: deque[float] = deque()
        self._first_s: float | None = None
        self._changed_s: float | None = None
        self._last: UInt8Array | None = None
        self._trouble: Trouble | None = None

    def opened(self) -> None:
        """The source is being opened, again or for the first time."""
        with self._lock:
            self._times_s.clear()
            self._first_s = self._trouble = None

    def seen(self, frame: Frame) -> None:
        """A frame was read."""
        last, self._last = self._last, frame.image_bgr
        is_same = last is not None and is_same_image(last, frame.image_bgr)
        now_s = frame.captured_s
        with self._lock:
            self._times_s.append(now_s)
            self._forget(now_s)
            if self._first_s is None:
                self._first_s = now_s
            if last is not None and not is_same:
                self._changed_s = now_s

    def trouble(self, now_s: float) -> Trouble | None:
        """The trouble at a time; None before the first frame since the source was opened, and while all is well."""
        with self._lock:
            self._trouble = self._judged(now_s)
            return self._trouble

    def _judged(self, now_s: float) -> Trouble | None:
        if self._first_s is None or now_s - self._first_s <= self._window_s:
            return None
        silent_s = now_s - self._times_s[-1]
        has_few = self._trouble is Trouble.FEW_FRAMES
        if silent_s > self._window_s * (_PATIENCE if has_few else 1):
            return Trouble.NO_FRAMES
        count = sum(now_s - time_s <= self._window_s for time_s in self._times_s)
        if count < (_ENOUGH if has_few else _FEW):
            return Trouble.FEW_FRAMES
        if self._changed_s is not None and now_s - self._changed_s > self._window_s:
            return Trouble.SAME_FRAME
        return None

    def _forget(self, now_s: float) -> None:
        while now_s - self._times_s[0] > self._window_s:
            self._times_s.popleft()
