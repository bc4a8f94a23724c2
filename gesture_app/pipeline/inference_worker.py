"""The inference thread, which owns one processor and starts recognition again after a failure."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass

from gesture_app.domain.frames.frame import Frame, FrameResult
from gesture_app.domain.frames.sensitivity import Sensitivity
from gesture_app.domain.message import Message
from gesture_app.errors import GestureAppError
from gesture_app.pipeline.capture_worker import Pause
from gesture_app.pipeline.engine_state import EngineTiming, unexpected_error
from gesture_app.pipeline.model_swap import ModelSwap
from gesture_app.pipeline.processor import FrameProcessor, LoadedMemory
from gesture_app.pipeline.slots import LatestSlot
from gesture_app.watchdog import WatchedThread

_log = logging.getLogger(__name__)

_LIMIT_S = 20.0
"""Seconds after which the log says where the thread is; loading the networks takes some of them on a slow disk."""

ProcessorFactory = Callable[[], FrameProcessor]
"""Builds the processor in the inference thread, so that loading networks does not delay the first frame."""

Scene = tuple[int, int]
"""Generation of the source and number of the scene in it. Within a scene, ``seq`` and ``time_s`` rise."""


@dataclass(frozen=True)
class InferenceReports:
    """Callbacks of the inference worker, called in its thread.

    Attributes:
        running: A processor is ready, or has another memory of samples.
        swapped: A processor has another model.
        failed: Recognition failed.
        result: A frame of a scene was processed.
    """

    running: Callable[[FrameProcessor], None]
    swapped: Callable[[FrameProcessor], None]
    failed: Callable[[GestureAppError], None]
    result: Callable[[Scene, Frame, FrameResult], None]


class InferenceWorker:
    """One thread that takes frames from a slot and processes them.

    Attributes:
        sensitivity: Sensitivity of the processor from the next frame on. May be set from any thread.
        memory: Memory of samples of the processor from the next frame on. May be set from any thread.
        expected_hands: Number of hands that are surely in view from the next frame on. May be set from any thread.

    Args:
        make_processor: Builds the processor, in this thread.
        work: The frames to process, each with its scene.
        swap: Loads other models.
        reports: Callbacks.
        stop: Ends the thread when set.
        timing: Timeouts and delays.
        pause: Waits before recognition is started again.
        sensitivity: Sensitivity of the first frame.
    """

    def __init__(
        self,
        make_processor: ProcessorFactory,
        work: LatestSlot[tuple[Scene, Frame]],
        swap: ModelSwap,
        reports: InferenceReports,
        *,
        stop: threading.Event,
        timing: EngineTiming,
        pause: Pause,
        sensitivity: Sensitivity,
    ) -> None:
        self.sensitivity = sensitivity
        self.memory: LoadedMemory | None = None
        self.expected_hands = 0
        self._make_processor = make_processor
        self._work = work
        self._swap = swap
        self._reports = reports
        self._stop = stop
        self._timing = timing
        self._pause = pause
        self._processed_count = 0
        self.thread = WatchedThread(self._run, name="inference", limit_s=_LIMIT_S)

    def _run(self) -> None:
        """Run recognition, and start it again after a failure.

        If not one frame was processed since the previous failure, wait for another model.
        """
        while not self._stop.is_set():
            count_before, had_model = self._processed_count, self._swap.is_ready
            try:
                self._recognize()
                continue
            except GestureAppError as error:
                failure = error
            except Exception as error:
                _log.exception("inference failed")
                failure = unexpected_error(Message("Recognition"), error)
            self.thread.heartbeat.rest()
            self._reports.failed(failure)
            if self._processed_count != count_before:
                self._pause(self._stop, self._timing.backoff_s)
                continue
            if had_model:
                self._swap.abandon(failure)
            self._await_model()

    def _await_model(self) -> None:
        """Wait for another model; meanwhile the preview continues."""
        while not self._swap.is_ready and not self._stop.wait(self._timing.watch_s):
            pass

    def _recognize(self) -> None:
        """Run recognition until the engine stops.

        Raises:
            GestureAppError: If detector or classifier fail.
        """
        self.thread.heartbeat.beat()
        processor = self._make_processor()
        try:
            self._reports.running(processor)
            self._process_frames(processor)
        finally:
            processor.close()

    def _process_frames(self, processor: FrameProcessor) -> None:
        scene: Scene | None = None
        while not self._stop.is_set():
            self.thread.heartbeat.beat()
            item = self._work.take(timeout_s=self._timing.watch_s)
            if self._swap.apply_to(processor):
                self._reports.swapped(processor)
            if processor.set_memory(self.memory):
                self._reports.running(processor)
            if item is None:
                continue
            if scene is not None and item[0] != scene:
                processor.reset()
            scene, frame = item
            processor.set_sensitivity(self.sensitivity)
            processor.expect_hands(self.expected_hands)
            result = processor.process(frame)
            self._processed_count += 1
            self._reports.result(scene, frame, result)
