"""Engines without threads."""

from __future__ import annotations

from typing import Generic, TypeVar, cast

from gesture_app.pipeline.engine import CaptureState, Engine, EngineMetrics, EngineStatus, InferenceState

RUNNING = EngineStatus(CaptureState.RUNNING, InferenceState.RUNNING, "Desk camera", classifier="Fake, CPU")


class IdleEngine:
    """An engine that does nothing: the test puts frames and results into the session itself."""

    def __init__(self) -> None:
        self.status = RUNNING
        self.memory: object = None
        self.playback = None
        self.expected_hands = 0
        self.metrics = EngineMetrics(25.0, 25.0, 0, {})

    def start(self, make_source: object) -> None:
        pass

    def switch_source(self, make_source: object) -> None:
        pass

    def expect_hands(self, count: int) -> None:
        self.expected_hands = count

    def set_sensitivity(self, sensitivity: object) -> None:
        pass

    def set_memory(self, memory: object) -> None:
        self.memory = memory

    def stop(self) -> None:
        pass


EngineT = TypeVar("EngineT", bound=IdleEngine)


class EngineFactory(Generic[EngineT]):
    """Makes idle engines and remembers the newest."""

    newest: EngineT

    def __init__(self, kind: type[EngineT]) -> None:
        self.kind = kind

    def __call__(self, listener: object) -> Engine:
        self.newest = self.kind()
        return cast(Engine, self.newest)
