"""The capture thread, which owns one source and opens a live one again after a failure."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass

from gesture_app.domain.frames.frame import Frame
from gesture_app.domain.message import Message
from gesture_app.domain.ports import ExposureControl, FrameSource, Playback, RecordedSource
from gesture_app.errors import GestureAppError, SourceError
from gesture_app.pipeline.engine_state import CaptureState, EngineTiming, unexpected_error
from gesture_app.pipeline.source_health import SourceHealth

_log = logging.getLogger(__name__)

SourceFactory = Callable[[], FrameSource]
"""Makes a new, unopened source. It is called again if the previous source hangs in a driver."""

Pause = Callable[[threading.Event, float], object]
"""Waits for an event, up to a number of seconds."""


@dataclass(frozen=True)
class CaptureReports:
    """Callbacks of a capture worker, called in its thread.

    Attributes:
        source_made: The source was made and has this name.
        changed: The state changed, because of this error if there is one.
        frame: A frame was read.
        exposure: The camera has this exposure time, in seconds as :class:`ExposureControl` has it.
    """

    source_made: Callable[[CaptureWorker, str], None]
    changed: Callable[[CaptureWorker, CaptureState, GestureAppError | None], None]
    frame: Callable[[CaptureWorker, Frame], None]
    exposure: Callable[[CaptureWorker, float | None], None]


class CaptureWorker:
    """One thread that owns one source from open to close.

    Attributes:
        is_live: Whether its source can hang; known once the source is made.
        active_s: Time at which the source last answered; in the future while the worker waits to open it again.
        playback: Control over its source; None for a live one, and until the source is made.
        scenes: Number of scenes so far: one begins with each opening, with each change of the resolution, and with
            each jump in a recorded source.
        health: Judges the frames of a live source.

    Args:
        generation: Number of the source within the engine.
        make_source: Makes the source, in this thread.
        before: Previous worker, which may have to release the same device first.
        reports: Callbacks.
        timing: Timeouts and delays.
        clock: Monotonic seconds.
        pause: Waits before a live source is opened again.
    """

    def __init__(
        self,
        generation: int,
        make_source: SourceFactory,
        before: CaptureWorker | None,
        reports: CaptureReports,
        *,
        timing: EngineTiming,
        clock: Callable[[], float],
        pause: Pause,
    ) -> None:
        self.generation = generation
        self.make_source = make_source
        self.is_live = False
        self.active_s = clock()
        self.playback: Playback | None = None
        self.scenes = 0
        self.health = SourceHealth(timing.trouble_s)
        self._before = before
        self._reports = reports
        self._timing = timing
        self._clock = clock
        self._pause = pause
        self._stop = threading.Event()
        self._source: FrameSource | None = None
        self.thread = threading.Thread(target=self._run, name=f"capture-{generation}", daemon=True)

    def request_stop(self) -> None:
        """Ask the thread to end, without waiting. Safe from any thread."""
        self._stop.set()
        source = self._source
        if source is not None:
            source.request_stop()

    def set_exposure(self, exposure_s: float) -> None:
        """Ask a camera for another exposure time, without waiting; other sources ignore it. Safe from any thread."""
        control = _exposure_control(self._source)
        if control is not None:
            control.request_exposure(exposure_s)

    def _run(self) -> None:
        if self._before is not None:
            self._before.thread.join(self._timing.predecessor_s)
            self._before = None
        if self._stop.is_set():
            return
        try:
            self._source = source = self.make_source()
            self.active_s = self._clock()
            self.is_live = source.is_live
            self.playback = source.playback if isinstance(source, RecordedSource) else None
            self._reports.source_made(self, source.name)
            self._capture(source)
        except GestureAppError as error:
            self._reports.changed(self, CaptureState.FAILED, error)
        except Exception as error:
            _log.exception("capture failed")
            self._reports.changed(self, CaptureState.FAILED, unexpected_error(Message("Capturing"), error))

    def _capture(self, source: FrameSource) -> None:
        timing = self._timing
        wait_s = timing.backoff_s
        control = _exposure_control(source)
        exposure_s: float | None = None
        while not self._stop.is_set():
            try:
                self.active_s = self._clock()
                self.scenes += 1
                self.health.opened()
                source.open()
                count = jumps = 0
                shape: tuple[int, ...] | None = None
                while not self._stop.is_set():
                    frame = source.read()
                    self.active_s = self._clock()
                    if frame is None:
                        if not self._goes_on(count):
                            return
                        continue
                    count += 1
                    if shape not in {None, frame.image_bgr.shape}:
                        self.scenes += 1
                    shape = frame.image_bgr.shape
                    if source.is_live:
                        self.health.seen(frame)
                    if control is not None and control.exposure_s != exposure_s:
                        exposure_s = control.exposure_s
                        self._reports.exposure(self, exposure_s)
                    if self.playback is not None and self.playback.state.jumps != jumps:
                        jumps = self.playback.state.jumps
                        self.scenes += 1
                    self._reports.frame(self, frame)
                    wait_s = timing.backoff_s
            except SourceError as error:
                if self._stop.is_set():
                    return
                if not source.is_live:
                    raise
                self._reports.changed(self, CaptureState.RECOVERING, error)
            finally:
                source.close()
            self.active_s = self._clock() + wait_s
            self._pause(self._stop, wait_s)
            wait_s = min(wait_s * 2, timing.backoff_max_s)

    def _goes_on(self, count: int) -> bool:
        """Report why there is no frame, and wait while a recorded source is paused or at its end.

        Args:
            count: Number of frames since the source was opened.

        Returns:
            Whether to read on.
        """
        if self._stop.is_set():
            return False
        state = None if self.playback is None else self.playback.state
        if self.playback is None or state is None or (state.has_ended and count == 1):
            self._reports.changed(self, CaptureState.STILL if count == 1 else CaptureState.ENDED, None)
            return False
        if state.has_ended:
            self._reports.changed(self, CaptureState.ENDED, None)
        elif state.is_paused:
            self._reports.changed(self, CaptureState.PAUSED, None)
        return self.playback.wait()


def _exposure_control(source: object) -> ExposureControl | None:
    return source if isinstance(source, ExposureControl) else None
