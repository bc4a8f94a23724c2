"""A source around another one that fails as it is told, the same way for the same seed."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from gesture_app.domain.frames.frame import Frame, UInt8Array
from gesture_app.domain.ports import FrameSource
from gesture_app.errors import SourceError


@dataclass(frozen=True)
class Faults:
    """What goes wrong.

    Attributes:
        error_after: Number of frames since ``open`` after which ``read`` raises a ``SourceError``; None for never.
        bug_after: The same with a ``RuntimeError``, which nobody foresees.
        open_errors: Number of ``open`` calls that fail first.
        drop: Probability that a frame is lost.
        corrupt: Probability that a frame's lower half is noise.
        repeat: Probability that a frame shows the image before it.
        resize: Probability that a frame has half the width and height.
        delay: Probability that a frame comes later by ``delay_s``, which is what ``wait`` is called with.
        delay_s: Seconds of a delay.
    """

    error_after: int | None = None
    bug_after: int | None = None
    open_errors: int = 0
    drop: float = 0.0
    corrupt: float = 0.0
    repeat: float = 0.0
    resize: float = 0.0
    delay: float = 0.0
    delay_s: float = 0.0


class FaultySource:
    """Passes on the frames of a source with faults. It fulfils the ``FrameSource`` contract.

    Args:
        source: The source.
        faults: What goes wrong.
        seed: Of the random choices.
        wait: Waits for a number of seconds.

    Attributes:
        injected: Number of faults by their name in :class:`Faults`.
    """

    def __init__(
        self, source: FrameSource, faults: Faults, *, seed: int = 0, wait: Callable[[float], object] = lambda _s: None
    ) -> None:
        self._source = source
        self._faults = faults
        self._rng = random.Random(seed)
        self._wait = wait
        self._count = 0
        self._last: UInt8Array | None = None
        self.injected = dict.fromkeys(("error", "bug", "open_error", "drop", "corrupt", "repeat", "resize", "delay"), 0)

    @property
    def name(self) -> str:
        return self._source.name

    @property
    def is_live(self) -> bool:
        return self._source.is_live

    @property
    def nominal_fps(self) -> float | None:
        return self._source.nominal_fps

    @property
    def frame_count(self) -> int | None:
        return self._source.frame_count

    @property
    def warnings(self) -> list[str]:
        return self._source.warnings

    @property
    def skipped_count(self) -> int:
        return self._source.skipped_count

    def open(self) -> None:
        if self.injected["open_error"] < self._faults.open_errors:
            self._inject("open_error")
            raise SourceError("An injected fault: it does not open.")
        self._source.open()
        self._count = 0
        self._last = None

    def read(self) -> Frame | None:
        faults = self._faults
        while (frame := self._source.read()) is not None:
            if self._count == faults.error_after:
                self._inject("error")
                raise SourceError("An injected fault: it stopped.")
            if self._count == faults.bug_after:
                self._inject("bug")
                raise RuntimeError("an injected bug")
            self._count += 1
            if self._is_drawn("delay", faults.delay):
                self._wait(faults.delay_s)
            if not self._is_drawn("drop", faults.drop):
                return replace(frame, image_bgr=self._changed(frame.image_bgr))
        return None

    def request_stop(self) -> None:
        self._source.request_stop()

    def close(self) -> None:
        self._source.close()

    def _changed(self, image_bgr: UInt8Array) -> UInt8Array:
        if self._last is not None and self._is_drawn("repeat", self._faults.repeat):
            return self._last
        if self._is_drawn("corrupt", self._faults.corrupt):
            image_bgr = image_bgr.copy()
            half = len(image_bgr) // 2
            noise = np.random.default_rng(self._rng.getrandbits(32))
            image_bgr[half:] = noise.integers(0, 256, image_bgr[half:].shape, np.uint8)
        if self._is_drawn("resize", self._faults.resize):
            image_bgr = np.ascontiguousarray(image_bgr[::2, ::2])
        self._last = image_bgr
        return image_bgr

    def _is_drawn(self, name: str, probability: float) -> bool:
        is_drawn = self._rng.random() < probability
        if is_drawn:
            self._inject(name)
        return is_drawn

    def _inject(self, name: str) -> None:
        self.injected[name] += 1
