"""What the engine tells about itself, and how patient it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from gesture_app.domain.frames.gestures import GestureSet
from gesture_app.errors import GestureAppError
from gesture_app.pipeline.metrics import Percentiles


class CaptureState(Enum):
    """What the capture thread is doing."""

    STOPPED = "stopped"
    OPENING = "opening"
    RUNNING = "running"
    RECOVERING = "recovering"
    ENDED = "ended"
    FAILED = "failed"


class InferenceState(Enum):
    """What the inference thread is doing."""

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
        source_name: The current source, as people call it.
        capture_error: Why capture is recovering or failed.
        inference_error: Why inference failed.
        classifier: What classifies where, once loaded.
        model_id: The model that reads hands, once loaded.
        labels: What it tells apart, once loaded.
        is_swapping: Whether another model is being loaded, to be taken up between two frames.
        swap_error: Why the last model that was asked for is not in use; the one of before still is.
    """

    capture: CaptureState = CaptureState.STOPPED
    inference: InferenceState = InferenceState.STOPPED
    source_name: str = ""
    capture_error: GestureAppError | None = None
    inference_error: GestureAppError | None = None
    classifier: str = ""
    model_id: str = ""
    labels: GestureSet | None = None
    is_swapping: bool = False
    swap_error: GestureAppError | None = None


@dataclass(frozen=True)
class EngineMetrics:
    """Measured over the last seconds.

    Attributes:
        capture_fps: Frames a second that the source delivered.
        inference_fps: Frames a second that were processed.
        skipped: Frames of the current source that inference never saw, because a newer one had come.
        stages_ms: Percentiles by stage of the processing.
    """

    capture_fps: float
    inference_fps: float
    skipped: int
    stages_ms: dict[str, Percentiles]


class EngineListener(Protocol):
    """Told that something is there to be pulled. Called from worker threads; must return at once."""

    def frame_ready(self) -> None:
        """A new frame is in ``engine.preview``."""
        ...

    def result_ready(self) -> None:
        """A new result is in ``engine.results``."""
        ...

    def status_changed(self) -> None:
        """``engine.status`` has changed."""
        ...


@dataclass(frozen=True)
class EngineTiming:
    """How patient the engine is, in seconds.

    Attributes:
        stall_s: A live source without a frame for this long has stalled.
        open_stall_s: The same while it is being opened; some drivers take many seconds (opencv issue 17687).
        backoff_s: The first wait before opening a live source again; doubles up to ``backoff_max_s``.
        backoff_max_s: The longest such wait.
        predecessor_s: How long a new source waits for the one before to let go of the device.
        stop_s: How long ``stop`` waits for all threads together.
    """

    stall_s: float = 3.0
    open_stall_s: float = 20.0
    backoff_s: float = 0.5
    backoff_max_s: float = 5.0
    predecessor_s: float = 2.0
    stop_s: float = 3.0


def unexpected(what: str, error: Exception) -> GestureAppError:
    """An error that nobody foresaw, for people; the log has the rest."""
    return GestureAppError(
        f"{what} failed unexpectedly ({type(error).__name__}: {error}).",
        hint="Start the program again; the log has the details.",
    )
