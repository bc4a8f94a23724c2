"""Engines without threads."""

from __future__ import annotations

from gesture_app.pipeline.engine import CaptureState, EngineMetrics, EngineStatus, InferenceState

RUNNING = EngineStatus(CaptureState.RUNNING, InferenceState.RUNNING, "Desk camera", classifier="Fake, CPU")


class IdleEngine:
    """An engine that does nothing: the test puts frames and results into the session itself."""

    def __init__(self) -> None:
        self.status = RUNNING
        self.metrics = EngineMetrics(25.0, 25.0, 0, {})

    def start(self, make_source: object) -> None:
        pass

    def switch_source(self, make_source: object) -> None:
        pass

    def stop(self) -> None:
        pass
