"""Fakes of the clock and of frame sources. None opens a device or a socket."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from enum import Enum

import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.frame import Frame
from gesture_app.errors import SourceError


class FakeClock:
    """A clock that advances only by ``advance``, or by ``step_s`` at each call."""

    def __init__(self, now_s: float = 100.0, *, step_s: float = 0.0) -> None:
        self.now_s = now_s
        self.step_s = step_s

    def __call__(self) -> float:
        self.now_s += self.step_s
        return self.now_s

    def advance(self, seconds: float) -> None:
        self.now_s += seconds


def plain_images(count: int, resolution_wh: tuple[int, int] = (64, 48)) -> list[npt.NDArray[np.uint8]]:
    """BGR images of one colour each; ``image[0, 0, 0]`` is its number."""
    width, height = resolution_wh
    return [np.full((height, width, 3), number % 256, np.uint8) for number in range(count)]


class Stall(Enum):
    """A step of a script at which ``read`` waits."""

    UNTIL_RESUMED = "until resumed"
    """Until ``resume`` or ``request_stop``."""


Step = npt.NDArray[np.uint8] | Exception | Stall | Callable[[], None]
"""An image to return, an error to raise, a stall, or a function to call before the next step."""


class ScriptedSource:
    """A frame source that follows a script. It fulfils the ``FrameSource`` contract.

    Example:
        ``ScriptedSource([*plain_images(3), SourceError("gone")], plain_images(2), is_live=True)`` gives three frames,
        then fails; opened again, it gives two and ends.

    Args:
        scripts: The steps after each ``open``: a ``(height, width, 3)`` uint8 BGR image, an exception to raise, a
            ``Stall``, or a function to call before the next step. The last script serves all later openings too.
            After the last step ``read`` returns None.
        open_errors: Errors that ``open`` raises in turn, None for success; later openings succeed.
        name: Its name.
        is_live: Its ``is_live``. It never waits by itself.
        fps: Spaces ``Frame.time_s``, and is its ``nominal_fps``.
        frame_count: Its ``frame_count``.
        paths: ``Frame.path`` of each frame, for one that plays a folder of images.
        clock: Gives ``Frame.captured_s``. By default it advances by 10 ms at each call.

    Attributes:
        opened: Number of successful ``open`` calls.
        closed: Number of ``close`` calls while open.
        is_open: Whether it is open now.
        threads: The threads that opened, read or closed it.
        stalled: Set while a ``read`` waits.
    """

    def __init__(
        self,
        *scripts: Sequence[Step],
        open_errors: Sequence[SourceError | None] = (),
        name: str = "scripted source",
        is_live: bool = False,
        fps: float = 30.0,
        frame_count: int | None = None,
        paths: Sequence[str] = (),
        clock: Callable[[], float] | None = None,
    ) -> None:
        self.name = name
        self.is_live = is_live
        self.nominal_fps: float | None = fps
        self.frame_count = frame_count
        self.warnings: list[str] = []
        self.skipped_count = 0
        self.opened = 0
        self.closed = 0
        self.is_open = False
        self.threads: set[threading.Thread] = set()
        self.stalled = threading.Event()
        self._scripts = [list(script) for script in scripts] or [[]]
        self._open_errors = list(open_errors)
        self._paths = list(paths)
        self._fps = fps
        self._clock = clock or FakeClock(step_s=0.01)
        self._steps: list[Step] = []
        self._seq = 0
        self._stop_requested = False
        self._resumed = False
        self._changed = threading.Condition()

    def open(self) -> None:
        self.threads.add(threading.current_thread())
        self.close()
        self._stop_requested = False
        error = self._open_errors.pop(0) if self._open_errors else None
        if error is not None:
            raise error
        self._steps = list(self._scripts[min(self.opened, len(self._scripts) - 1)])
        self._seq = 0
        self.opened += 1
        self.is_open = True

    def read(self) -> Frame | None:
        self.threads.add(threading.current_thread())
        if not self.is_open:
            raise RuntimeError(f"{self.name} is not open")
        while self._steps and not self._stop_requested:
            step = self._steps.pop(0)
            if isinstance(step, Exception):
                raise step
            if isinstance(step, Stall):
                self._wait()
            elif isinstance(step, np.ndarray):
                return self._frame(step)
            else:
                step()
        return None

    def request_stop(self) -> None:
        with self._changed:
            self._stop_requested = True
            self._changed.notify_all()

    def resume(self) -> None:
        """End the current stall."""
        with self._changed:
            self._resumed = True
            self._changed.notify_all()

    def close(self) -> None:
        self.threads.add(threading.current_thread())
        if self.is_open:
            self.closed += 1
        self.is_open = False

    def _wait(self) -> None:
        with self._changed:
            self.stalled.set()
            self._changed.wait_for(lambda: self._stop_requested or self._resumed)
            self._resumed = False
            self.stalled.clear()

    def _frame(self, image_bgr: npt.NDArray[np.uint8]) -> Frame:
        seq, self._seq = self._seq, self._seq + 1
        path = self._paths[seq] if seq < len(self._paths) else None
        return Frame(image_bgr=image_bgr, seq=seq, time_s=seq / self._fps, captured_s=self._clock(), path=path)
