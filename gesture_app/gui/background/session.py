"""The GUI thread's access to the engine."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from gesture_app.domain.frames.frame import Frame, FrameResult
from gesture_app.domain.frames.sensitivity import Sensitivity
from gesture_app.domain.ports import Playback, PlaybackState
from gesture_app.errors import GestureAppError, PipelineStuckError
from gesture_app.gui.background.engine_bridge import EngineBridge, EngineEvents
from gesture_app.gui.background.resumed_source import resumed
from gesture_app.gui.background.worker import Finish, Worker
from gesture_app.gui.translation import tr
from gesture_app.pipeline.engine import (
    CaptureState,
    Engine,
    EngineListener,
    EngineMetrics,
    EngineStatus,
    InferenceState,
    ModelLoader,
    SourceFactory,
)
from gesture_app.pipeline.processor import LoadedMemory

_log = logging.getLogger(__name__)

EngineFactory = Callable[[EngineListener], Engine]
"""Makes an engine with the current settings, not started."""


class EngineSession(QObject):
    """Starts, restarts and stops the engine, and holds its newest frame and result.

    Attributes:
        frame: The newest frame of the current source.
        result: The newest result of the current source.

    Args:
        make_engine: Makes the engine; called again by :meth:`restart`.
        parent: Qt's owner.
    """

    frame_changed = Signal()
    result_changed = Signal()
    status_changed = Signal()
    source_changed = Signal()
    """Another source was requested; :attr:`frame` and :attr:`result` are None."""

    failed = Signal(object)
    """The engine could not be stopped in order: a ``GestureAppError``. Another one takes its place all the same."""

    def __init__(self, make_engine: EngineFactory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = EngineBridge(self)
        self._bridge.occurred.connect(self._on_events)
        self._make_engine = make_engine
        self._engine = make_engine(self._bridge)
        self._make_source: SourceFactory | None = None
        self._memory: LoadedMemory | None = None
        self._kept: PlaybackState | None = None
        self._stopper = Worker("engine-stop", tr("The recognizer could not be stopped"), parent=self)
        self._is_started = False
        self._is_stuck = False
        self.frame: Frame | None = None
        self.result: FrameResult | None = None

    @property
    def status(self) -> EngineStatus:
        """State of capture and inference."""
        return self._engine.status

    @property
    def metrics(self) -> EngineMetrics:
        """Frame rates and timings of the last seconds."""
        return self._engine.metrics

    @property
    def playback(self) -> Playback | None:
        """Control over the current source; None for a live one, and until it is made."""
        return self._engine.playback

    @property
    def is_restarting(self) -> bool:
        """Whether the engine is being replaced."""
        return self._stopper.is_busy

    def show_source(self, make_source: SourceFactory) -> None:
        """Switch to another source; starts the engine the first time."""
        self._make_source = make_source
        self._kept = None
        self.frame = self.result = None
        if not self.is_restarting:
            if self._is_started:
                self._engine.switch_source(make_source)
            else:
                self._is_started = True
                self._engine.start(make_source)
        self.source_changed.emit()

    def restart(self) -> None:
        """Replace the engine by one with the current settings; the source stays, a clip as it is played."""
        if not self._is_started or self.is_restarting:
            return
        engine = self._engine
        self._kept = None if engine.playback is None else engine.playback.state

        def task() -> Finish:
            self._stop_engine(engine)
            return self._on_engine_stopped

        self._stopper.run(task, self._on_stop_failed)
        self.status_changed.emit()

    def swap_model(self, load: ModelLoader) -> None:
        """Switch to another model without interrupting frames or results.

        The model is loaded in the background. ``status.model_id`` names it once it is in use, ``status.swap_error``
        says why it is not. Does nothing while the engine is being replaced: the next one loads the model anyway.

        Args:
            load: Loads the model; called in a background thread.
        """
        if self._is_started and not self.is_restarting:
            self._engine.swap_model(load)

    def set_sensitivity(self, sensitivity: Sensitivity) -> None:
        """Use another sensitivity from the next frame on. An engine that replaces this one is made with its own."""
        self._engine.set_sensitivity(sensitivity)

    def expect_hands(self, count: int) -> None:
        """Say how many hands are surely in view now; 0 for none in particular."""
        self._engine.expect_hands(count)

    def set_exposure(self, exposure_s: float) -> None:
        """Ask the camera for an exposure time in seconds, 0 for automatic. ``status.exposure_s`` has the answer."""
        self._engine.set_exposure(exposure_s)

    def set_memory(self, memory: LoadedMemory | None) -> None:
        """Use a memory of samples from the next frame on, also in an engine that replaces this one; None for none."""
        if memory is not self._memory:
            self._memory = memory
            self._engine.set_memory(memory)

    def stop(self) -> bool:
        """Stop for good. Returns False when a thread is stuck."""
        if self.is_restarting:
            self._is_stuck |= not self._stopper.stop(self._engine.timing.stop_s * 1.5)
        else:
            self._stopper.stop()
            if self._is_started:
                self._stop_for_good()
        self._is_started = False
        return not self._is_stuck

    def _stop_for_good(self) -> None:
        try:
            self._stop_engine(self._engine)
        except Exception:
            # The other services are still to be stopped.
            self._is_stuck = True
            _log.exception("the engine could not be stopped")

    def _stop_engine(self, engine: Engine) -> None:
        """Stop an engine; any thread may."""
        try:
            engine.stop()
        except PipelineStuckError as error:
            self._is_stuck = True
            _log.error("%s", error)

    def _on_stop_failed(self, error: GestureAppError) -> None:
        self._on_engine_stopped()
        self.failed.emit(error)

    def _on_engine_stopped(self) -> None:
        if not self._is_started:
            return
        self._engine = self._make_engine(self._bridge)
        self._engine.set_memory(self._memory)
        if self._make_source is not None:
            kept, self._kept = self._kept, None
            self._engine.start(self._make_source if kept is None else resumed(self._make_source, kept))
        self.status_changed.emit()

    def _on_events(self, events: EngineEvents) -> None:
        # The result first, so that the frame is never older.
        result = self._engine.results.take() if EngineEvents.RESULT in events else None
        frame = self._engine.preview.take() if EngineEvents.FRAME in events else None
        if frame is not None:
            self.frame = frame
        if result is not None:
            self.result = result
        if EngineEvents.STATUS in events:
            self.status_changed.emit()
        if frame is not None:
            self.frame_changed.emit()
        if result is not None:
            self.result_changed.emit()


def obstacle(status: EngineStatus, *, is_restarting: bool) -> str:
    """Reason why no results arrive, as a sentence; empty while they do."""
    if status.capture is CaptureState.ENDED:
        return tr("The clip has ended.")
    if status.capture is CaptureState.PAUSED:
        return tr("The clip is paused. It goes on with K on the Live page.")
    if status.capture is CaptureState.STILL:
        return tr("This is a still image. Choose a camera or a video.")
    if status.capture is not CaptureState.RUNNING:
        return tr("There is no picture from the camera.")
    if is_restarting or status.inference is InferenceState.LOADING:
        return tr("The recognizer is still loading.")
    return "" if status.inference is InferenceState.RUNNING else tr("Recognition is off.")
