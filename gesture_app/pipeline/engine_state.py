"""State, metrics, timing and listener of the engine."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from gesture_app.domain.frames.gestures import GestureSet
from gesture_app.domain.message import Message
from gesture_app.errors import GestureAppError, reason_of
from gesture_app.pipeline.metrics import Percentiles

_log = logging.getLogger(__name__)


class CaptureState(Enum):
    """State of the capture thread."""

    STOPPED = "stopped"
    OPENING = "opening"
    RUNNING = "running"
    RECOVERING = "recovering"
    PAUSED = "paused"
    ENDED = "ended"
    STILL = "still"
    """The source was a single image, which stays."""
    FAILED = "failed"


class InferenceState(Enum):
    """State of the inference thread."""

    STOPPED = "stopped"
    LOADING = "loading"
    RUNNING = "running"
    FAILED = "failed"


@dataclass(frozen=True)
class EngineStatus:
    """The state of both threads.

    Attributes:
        capture: State of the capture thread.
        inference: State of the inference thread.
        source_name: Name of the current source, for people.
        exposure_s: Exposure time of a camera in seconds as its driver reports it, 0 for automatic; None if it cannot be
            set, or is not known.
        capture_error: Reason why capture is recovering or failed.
        capture_warning: What is wrong with the frames of a live source that runs, such as that they come too rarely.
        inference_error: Reason why inference failed.
        classifier: Runtime and device of the classifier, once loaded.
        model_id: Id of the model in use, once loaded.
        labels: Its labels, once loaded, with those of a memory of samples.
        supports_memory: Whether a memory of samples can adjust its predictions.
        remembered: Number of samples in the memory that adjusts them.
        is_swapping: Whether another model is being loaded.
        swap_error: Reason why the model requested last is not in use; the previous one still is.
    """

    capture: CaptureState = CaptureState.STOPPED
    inference: InferenceState = InferenceState.STOPPED
    source_name: str = ""
    exposure_s: float | None = None
    capture_error: GestureAppError | None = None
    capture_warning: GestureAppError | None = None
    inference_error: GestureAppError | None = None
    classifier: str = ""
    model_id: str = ""
    labels: GestureSet | None = None
    supports_memory: bool = False
    remembered: int = 0
    is_swapping: bool = False
    swap_error: GestureAppError | None = None


@dataclass(frozen=True)
class EngineMetrics:
    """Measured over the last seconds.

    Attributes:
        capture_fps: Frames per second delivered by the source.
        inference_fps: Frames per second processed.
        skipped: Number of frames of the current source that were replaced by a newer one before inference took them.
        stages_ms: Percentiles of the duration of each processing stage.
    """

    capture_fps: float
    inference_fps: float
    skipped: int
    stages_ms: dict[str, Percentiles]


class EngineListener(Protocol):
    """Receives notifications, from worker threads; must return at once. Its exceptions are logged."""

    def frame_ready(self) -> None:
        """A new frame is in ``engine.preview``."""
        ...

    def result_ready(self) -> None:
        """A new result is in ``engine.results``."""
        ...

    def status_changed(self) -> None:
        """``engine.status`` has changed."""
        ...


class GuardedListener:
    """An :class:`EngineListener` that logs the exceptions of another one, so that they end no thread of the engine.

    Args:
        listener: The other listener.
    """

    def __init__(self, listener: EngineListener) -> None:
        self._listener = listener

    def frame_ready(self) -> None:
        """Notify of a new frame."""
        self._notify(self._listener.frame_ready)

    def result_ready(self) -> None:
        """Notify of a new result."""
        self._notify(self._listener.result_ready)

    def status_changed(self) -> None:
        """Notify of a changed status."""
        self._notify(self._listener.status_changed)

    def _notify(self, method: Callable[[], None]) -> None:
        try:
            method()
        except Exception:
            _log.exception("the engine's listener failed")


@dataclass(frozen=True)
class EngineTiming:
    """Timeouts and delays of the engine, in seconds.

    Attributes:
        trouble_s: A live source that works badly for this long is told.
        watch_s: Time between two looks at the source.
        stall_s: A live source without a frame for this long has stalled.
        open_stall_s: The same while it is being opened; some drivers take many seconds (opencv issue 17687).
        backoff_s: First delay before a live source is opened again; doubles up to ``backoff_max_s``.
        backoff_max_s: Maximum of this delay.
        predecessor_s: Timeout for the previous source to release its device before the next one is opened.
        stop_s: Timeout of ``stop`` for all threads together.
    """

    trouble_s: float = 1.5
    watch_s: float = 0.2
    stall_s: float = 3.0
    open_stall_s: float = 20.0
    backoff_s: float = 0.5
    backoff_max_s: float = 5.0
    predecessor_s: float = 2.0
    stop_s: float = 1.0


def unexpected_error(activity: Message, error: Exception) -> GestureAppError:
    """Wrap an unforeseen exception in an error for people."""
    return GestureAppError(
        Message("{activity} failed unexpectedly ({error}: {reason}).").fill(
            activity=activity, error=type(error).__name__, reason=reason_of(error)
        ),
        hint=Message("Start the program again; the log has the details."),
    )
