"""Capture and inference in two threads, neither of which waits for the other."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import replace

from gesture_app.domain.frames.frame import Frame, FrameResult
from gesture_app.domain.frames.sensitivity import Sensitivity
from gesture_app.domain.message import Message, sentences
from gesture_app.domain.ports import Playback
from gesture_app.errors import GestureAppError, PipelineStuckError, SourceError
from gesture_app.pipeline.capture_worker import CaptureReports, CaptureWorker, Pause, SourceFactory
from gesture_app.pipeline.engine_state import (
    CaptureState,
    EngineListener,
    EngineMetrics,
    EngineStatus,
    EngineTiming,
    GuardedListener,
    InferenceState,
)
from gesture_app.pipeline.inference_worker import InferenceReports, InferenceWorker, ProcessorFactory, Scene
from gesture_app.pipeline.metrics import DurationWindow, RateMeter
from gesture_app.pipeline.model_swap import ModelLoader, ModelSwap
from gesture_app.pipeline.processor import FrameProcessor, LoadedMemory
from gesture_app.pipeline.slots import LatestSlot
from gesture_app.pipeline.source_health import Trouble
from gesture_app.watchdog import repeat_until, stack_text

_log = logging.getLogger(__name__)

__all__ = [
    "CaptureState",
    "Engine",
    "EngineListener",
    "EngineMetrics",
    "EngineStatus",
    "EngineTiming",
    "FrameTap",
    "InferenceState",
    "ModelLoader",
    "Pause",
    "ProcessorFactory",
    "SourceFactory",
]

FrameTap = Callable[[Frame, FrameResult], None]
"""Receives every frame with its result, in the inference thread; must return at once. Its exceptions are logged."""


class Engine:
    """Runs a source through a processor in the background.

    All public methods may be called from any one controlling thread; the listener is called from the workers.

    Args:
        make_processor: Builds the processor, in the inference thread.
        listener: Notified when a frame, a result or a status is ready.
        timing: Timeouts and delays.
        clock: Monotonic seconds, the same clock as the sources'.
        pause: Waits before a live source is opened again.
        tap: Receives every frame with its result, before the listener is notified.
        sensitivity: How readily a hand is taken to show a gesture, until :meth:`set_sensitivity` is called.
    """

    def __init__(
        self,
        make_processor: ProcessorFactory,
        listener: EngineListener,
        *,
        timing: EngineTiming | None = None,
        clock: Callable[[], float] = time.monotonic,
        pause: Pause = threading.Event.wait,
        tap: FrameTap | None = None,
        sensitivity: Sensitivity = Sensitivity.NORMAL,
    ) -> None:
        self.timing = timing or EngineTiming()
        self.clock = clock
        self._pause = pause
        self.preview: LatestSlot[Frame] = LatestSlot()
        self.results: LatestSlot[FrameResult] = LatestSlot()
        self._listener = GuardedListener(listener)
        self._tap = tap
        self._work: LatestSlot[tuple[Scene, Frame]] = LatestSlot()
        self._lock = threading.Lock()
        self._status = EngineStatus()
        self._worker: CaptureWorker | None = None
        self._scene: Scene | None = None
        self._retired: list[CaptureWorker] = []
        self._skipped_before = 0
        self._capture_rate, self._inference_rate = RateMeter(), RateMeter()
        self._stages: dict[str, DurationWindow] = {}
        self._stop = threading.Event()
        self._swap = ModelSwap(self._swap_changed)
        self._inference = InferenceWorker(
            make_processor,
            self._work,
            self._swap,
            InferenceReports(
                self._inference_runs,
                self._inference_swapped,
                self._inference_failed,
                self._publish_result,
            ),
            stop=self._stop,
            timing=self.timing,
            pause=pause,
            sensitivity=sensitivity,
        )
        self._watch = threading.Thread(target=self._watch_until_stop, name="capture-watch", daemon=True)

    @property
    def status(self) -> EngineStatus:
        """Current state of both threads."""
        with self._lock:
            return self._status

    @property
    def playback(self) -> Playback | None:
        """Control over the current source; None for a live one, and until it is made."""
        with self._lock:
            return None if self._worker is None else self._worker.playback

    @property
    def metrics(self) -> EngineMetrics:
        """Rates and timings over the last seconds."""
        now_s = self.clock()
        with self._lock:
            windows = dict(self._stages)
            skipped = self._work.dropped - self._skipped_before
        stages = {name: p for name, window in windows.items() if (p := window.percentiles()) is not None}
        return EngineMetrics(
            capture_fps=self._capture_rate.per_second(now_s),
            inference_fps=self._inference_rate.per_second(now_s),
            skipped=skipped,
            stages_ms=stages,
        )

    def start(self, make_source: SourceFactory) -> None:
        """Start the threads. Call once."""
        with self._lock:
            self._status = replace(self._status, inference=InferenceState.LOADING)
        self._replace_source(make_source)
        self._inference.thread.start()
        self._watch.start()

    def switch_source(self, make_source: SourceFactory) -> None:
        """Replace the source, without waiting. Does nothing after ``stop``."""
        self._replace_source(make_source)

    def swap_model(self, load: ModelLoader) -> None:
        """Replace the model, without waiting: it is loaded in the background and applied between two frames.

        Until then, and if it cannot be loaded, the previous model stays in use; the status shows both. If recognition
        has failed, it is started again with the new model. Does nothing after ``stop``.

        Args:
            load: Loads the model, in another thread.
        """
        self._swap.request(load)

    def set_sensitivity(self, sensitivity: Sensitivity) -> None:
        """Use another sensitivity from the next frame on. Returns at once; nothing is restarted."""
        self._inference.sensitivity = sensitivity

    def expect_hands(self, count: int) -> None:
        """Say how many hands are surely in view from the next frame on; 0 for none in particular. Returns at once."""
        self._inference.expected_hands = count

    def set_exposure(self, exposure_s: float) -> None:
        """Ask the camera for another exposure time in seconds, 0 for automatic. Returns at once; others ignore it."""
        with self._lock:
            worker = self._worker
        if worker is not None:
            worker.set_exposure(exposure_s)

    def set_memory(self, memory: LoadedMemory | None) -> None:
        """Use a memory of samples from the next frame on; None for the model's own predictions. Returns at once.

        It has no effect while another model is in use than the one whose features it holds.
        """
        self._inference.memory = memory

    def _replace_source(
        self, make_source: SourceFactory, *, hung: CaptureWorker | None = None, error: GestureAppError | None = None
    ) -> None:
        """Replace the source; with ``hung``, only if that is still the current worker, to recover from ``error``."""
        with self._lock:
            before = self._worker
            if self._stop.is_set() or (hung is not None and hung is not before):
                return
            generation = before.generation + 1 if before is not None else 0
            if before is not None:
                self._retired = [w for w in self._retired if w.thread.is_alive()] + [before]
            self._worker = worker = CaptureWorker(
                generation,
                make_source,
                before,
                CaptureReports(self._source_made, self._capture_changed, self._publish, self._exposure_changed),
                timing=self.timing,
                clock=self.clock,
                pause=self._pause,
            )
            self._scene = None
            self.preview.clear()
            self.results.clear()
            self._work.clear()
            self._skipped_before = self._work.dropped
            self._capture_rate.clear()
            if error is None:
                self._status = replace(
                    self._status,
                    capture=CaptureState.OPENING,
                    source_name="",
                    capture_error=None,
                    capture_warning=None,
                    exposure_s=None,
                )
            else:
                self._status = replace(
                    self._status, capture=CaptureState.RECOVERING, capture_error=error, capture_warning=None
                )
            # Under the lock, so that stop() finds a thread that it can join.
            worker.thread.start()
        if before is not None:
            before.request_stop()
        self._listener.status_changed()

    def stop(self) -> None:
        """Stop both threads. Afterwards the listener is no longer notified.

        Raises:
            PipelineStuckError: Naming the threads that did not stop in time. They are daemons and end with the process.
        """
        with self._lock:
            self._stop.set()
            workers = [*self._retired, *([self._worker] if self._worker else [])]
        for slot in (self._work, self.preview, self.results):
            slot.close()
        self._swap.stop()
        for worker in workers:
            worker.request_stop()
        captures = [worker.thread for worker in workers]
        threads = [*captures, *self._swap.threads, self._inference.thread, self._watch]
        deadline_s = time.monotonic() + self.timing.stop_s
        for thread in threads:
            if thread.ident is not None:
                thread.join(max(0.0, deadline_s - time.monotonic()))
        stuck = [thread for thread in threads if thread.is_alive()]
        with self._lock:
            self._status = replace(
                self._status, capture=CaptureState.STOPPED, inference=InferenceState.STOPPED, is_swapping=False
            )
        self._listener.status_changed()
        if stuck:
            hints = {
                False: Message("A camera driver does not answer. Unplug the camera if it stays in use."),
                True: Message(
                    "Recognition is still loading or its driver does not answer; ending the program ends it."
                ),
            }
            raise PipelineStuckError(
                Message("Still busy after {seconds} s: {threads}.").fill(
                    seconds=f"{self.timing.stop_s:g}", threads=", ".join(thread.name for thread in stuck)
                ),
                hint=sentences(*(hints[is_inference] for is_inference in sorted({t not in captures for t in stuck}))),
            )

    def _publish(self, worker: CaptureWorker, frame: Frame) -> None:
        """Publish a frame, unless its source was replaced meanwhile."""
        scene = worker.generation, worker.scenes
        with self._lock:
            if worker is not self._worker or self._stop.is_set():
                return
            if scene != self._scene:
                # ``seq`` starts again: an older result would match a frame of the new scene.
                self._scene = scene
                self.results.clear()
            self.preview.put(frame)
            self._work.put((scene, frame))
            self._capture_rate.tick(frame.captured_s)
            running = self._status.capture is CaptureState.RUNNING
        if not running:
            self._capture_changed(worker, CaptureState.RUNNING, None)
        self._listener.frame_ready()

    def _source_made(self, worker: CaptureWorker, name: str) -> None:
        with self._lock:
            if worker is not self._worker or self._stop.is_set():
                return
            self._status = replace(self._status, source_name=name)
        self._listener.status_changed()

    def _exposure_changed(self, worker: CaptureWorker, exposure_s: float | None) -> None:
        with self._lock:
            if worker is not self._worker or self._stop.is_set():
                return
            self._status = replace(self._status, exposure_s=exposure_s)
        self._listener.status_changed()

    def _capture_changed(self, worker: CaptureWorker, state: CaptureState, error: GestureAppError | None) -> None:
        with self._lock:
            if worker is not self._worker or self._stop.is_set():
                return
            self._status = replace(self._status, capture=state, capture_error=error, capture_warning=None)
        if error is None:
            _log.info("capture: %s", state.value)
        else:
            _log.warning("capture: %s: %s", state.value, error)
        self._listener.status_changed()

    def _inference_failed(self, error: GestureAppError) -> None:
        _log.error("inference: %s", error)
        with self._lock:
            if self._stop.is_set():
                return
            self._status = replace(
                self._status,
                inference=InferenceState.FAILED,
                inference_error=error,
                classifier="",
                model_id="",
                labels=None,
                supports_memory=False,
                remembered=0,
            )
        self._listener.status_changed()

    def _inference_runs(self, processor: FrameProcessor) -> None:
        self._show_processor(processor, swapped=False)

    def _inference_swapped(self, processor: FrameProcessor) -> None:
        self._show_processor(processor, swapped=True)

    def _show_processor(self, processor: FrameProcessor, *, swapped: bool) -> None:
        _log.info("inference: %s, %s", processor.model_id, processor.description)
        with self._lock:
            if self._stop.is_set():
                return
            self._status = replace(
                self._status,
                inference=InferenceState.RUNNING,
                inference_error=None,
                classifier=processor.description,
                model_id=processor.model_id,
                labels=processor.labels,
                supports_memory=processor.supports_memory,
                remembered=0 if processor.memory is None else processor.memory.sample_count,
                is_swapping=self._swap.is_busy,
                swap_error=None if swapped else self._status.swap_error,
            )
        self._listener.status_changed()

    def _swap_changed(self, error: GestureAppError | None) -> None:
        if error is not None:
            _log.error("model: %s", error)
        with self._lock:
            if self._stop.is_set():
                return
            self._status = replace(self._status, is_swapping=self._swap.is_busy, swap_error=error)
        self._listener.status_changed()

    def _publish_result(self, scene: Scene, frame: Frame, result: FrameResult) -> None:
        """Publish a result, unless its scene has ended meanwhile."""
        with self._lock:
            if scene != self._scene or self._stop.is_set():
                return
            self.results.put(result)
            for stage, duration_ms in result.timings_ms.items():
                self._stages.setdefault(stage, DurationWindow()).add(duration_ms)
        self._inference_rate.tick(self.clock())
        self._call_tap(frame, result)
        self._listener.result_ready()

    def _call_tap(self, frame: Frame, result: FrameResult) -> None:
        if self._tap is None:
            return
        try:
            self._tap(frame, result)
        except Exception:
            _log.exception("the tap failed")

    def _watch_until_stop(self) -> None:
        """Watch the source in a thread of its own: recognition may hang at the same time."""
        repeat_until(self._stop, self.timing.watch_s, self._watch_capture, "watching the source")

    def _watch_capture(self) -> None:
        """Tell a trouble of a live source, and replace one whose newest frame is too old, as when its driver hangs."""
        with self._lock:
            worker, status = self._worker, self._status
        if worker is None or not worker.is_live or not worker.thread.is_alive():
            return
        opening = status.capture in {CaptureState.OPENING, CaptureState.RECOVERING}
        patience_s = self.timing.open_stall_s if opening else self.timing.stall_s
        now_s = self.clock()
        if now_s - worker.active_s <= patience_s:
            self._tell_trouble(worker, worker.health.trouble(now_s))
            return
        error = SourceError(
            Message("{source} stopped sending frames.").fill(source=status.source_name),
            hint=Message("Check that it is switched on and connected, or choose another source."),
        )
        _log.error("capture: the source hangs. The thread is here:\n%s", stack_text(worker.thread.ident))
        self._replace_source(worker.make_source, hung=worker, error=error)

    def _tell_trouble(self, worker: CaptureWorker, trouble: Trouble | None) -> None:
        with self._lock:
            is_current = worker is self._worker and self._status.capture is CaptureState.RUNNING
            told = self._status.capture_warning
            warning = None if trouble is None else trouble.error(self._status.source_name)
            if not is_current or self._stop.is_set() or str(told) == str(warning):
                return
            self._status = replace(self._status, capture_warning=warning)
        _log.warning("capture: %s", "all is well again" if trouble is None else trouble.value)
        self._listener.status_changed()
