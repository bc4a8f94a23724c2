"""Measures the pipeline as it runs in the window: capture and inference in their threads, the newest frame wins."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from gesture_app.domain.frames.frame import Frame, FrameResult
from gesture_app.domain.message import Message
from gesture_app.errors import PipelineStuckError
from gesture_app.pipeline.capture_worker import SourceFactory
from gesture_app.pipeline.engine import CaptureState, Engine, EngineTiming, InferenceState
from gesture_app.pipeline.inference_worker import ProcessorFactory

_START_S = 60.0
_STOP_S = 10.0
_SHARES = (50, 95, 99)


@dataclass(frozen=True)
class PipelineSpeed:
    """Figures of one run.

    Attributes:
        stages_ms: Percentiles of each stage in milliseconds, by stage (``detect``, ``crop``, ``classify``, ``total``)
            and by name (``p50``, ``p95``, ``p99``).
        label_age_ms: Percentiles of the time from the capture of a frame to its result, when it can be displayed.
        frames_in: Frames that the source delivered while it was measured.
        processed: Those of them that were recognized; newer ones took the place of the others.
        with_hand: Those of them with a hand.
        cpu_ms_a_frame: Processor time of the whole process for a recognized frame, in milliseconds.
        start_s: Seconds from the start of the threads to the first result.
        classifier: Runtime and device of the classifier.
    """

    stages_ms: Mapping[str, Mapping[str, float]]
    label_age_ms: Mapping[str, float]
    frames_in: int
    processed: int
    with_hand: int
    cpu_ms_a_frame: float
    start_s: float
    classifier: str

    @property
    def dropped(self) -> int:
        """Frames that were delivered and not recognized."""
        return self.frames_in - self.processed


class _Watch:
    """Listens to an engine, and keeps the results from the first one on."""

    def __init__(self, clock: Callable[[], float], is_over: Callable[[], bool]) -> None:
        self._clock = clock
        self._is_over = is_over
        self.results: list[tuple[FrameResult, float]] = []
        self.changed = threading.Event()

    def tap(self, _frame: Frame, result: FrameResult) -> None:
        self.results.append((result, self._clock()))

    def frame_ready(self) -> None: ...

    def result_ready(self) -> None:
        self.changed.set()

    def status_changed(self) -> None:
        if self._is_over():
            self.changed.set()


def measure_speed(
    make_source: SourceFactory,
    make_processor: ProcessorFactory,
    *,
    seconds: float,
    clock: Callable[[], float] = time.monotonic,
    pause: Callable[[float], None] = time.sleep,
) -> PipelineSpeed:
    """Run a source through the engine for some seconds after its first result.

    Args:
        make_source: Makes the source.
        make_processor: Makes the processor.
        seconds: How long to measure.
        clock: Monotonic seconds, the source's clock.
        pause: Waits for some seconds.

    Raises:
        GestureAppError: If source or recognition failed.
        PipelineStuckError: If no result came in time, or a thread did not stop.
    """
    engine: Engine

    def failed() -> bool:
        return engine.status.capture is CaptureState.FAILED or engine.status.inference is InferenceState.FAILED

    watch = _Watch(clock, failed)
    engine = Engine(make_processor, watch, tap=watch.tap, clock=clock, timing=EngineTiming(stop_s=_STOP_S))
    started_s = clock()
    engine.start(make_source)
    try:
        if not watch.changed.wait(_START_S):
            raise PipelineStuckError(Message("No result came in time."))
        status = engine.status
        error = status.capture_error or status.inference_error
        if failed() and error is not None:
            raise error
        start_s = clock() - started_s
        first, cpu_s = len(watch.results), time.process_time()
        pause(seconds)
        measured, cpu_s = watch.results[first:], time.process_time() - cpu_s
    finally:
        engine.stop()
    return _speed_of(measured, cpu_s, start_s, status.classifier)


def _speed_of(
    measured: Sequence[tuple[FrameResult, float]], cpu_s: float, start_s: float, classifier: str
) -> PipelineSpeed:
    if not measured:
        raise PipelineStuckError(Message("No frame was recognized while it was measured."))
    results = [result for result, _ in measured]
    stages = {stage for result in results for stage in result.timings_ms}
    return PipelineSpeed(
        {
            stage: percentiles([result.timings_ms[stage] for result in results if stage in result.timings_ms])
            for stage in sorted(stages)
        },
        percentiles([(at_s - result.captured_s) * 1000 for result, at_s in measured]),
        results[-1].seq - results[0].seq + 1,
        len(results),
        sum(bool(result.hands) for result in results),
        round(cpu_s * 1000 / len(results), 1),
        round(start_s, 2),
        classifier,
    )


def percentiles(values: Sequence[float]) -> dict[str, float]:
    """Percentiles of some values by name: ``p50``, ``p95`` and ``p99``, rounded to a tenth."""
    found = np.percentile(values, _SHARES)
    return {f"p{share}": round(float(value), 1) for share, value in zip(_SHARES, found, strict=True)}
