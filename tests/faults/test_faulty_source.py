"""The real engine, with the real detector and classifier where images matter, on a source with injected faults."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import pytest

from gesture_app.capture.prepared_frames import Scene, read_scene
from gesture_app.composition import build_processor
from gesture_app.domain.ports import DetectionMode
from gesture_app.errors import PipelineStuckError
from gesture_app.pipeline.engine import CaptureState, Engine, EngineTiming, InferenceState, ProcessorFactory
from gesture_app.resources import DEMO_CLIP
from tests.fakes.faulty_source import Faults, FaultySource
from tests.fakes.frames import FakeClock, ScriptedSource, Stall, plain_images
from tests.fakes.pipeline import PATIENT_S, Listener, fake_processor, mark_of

TIMING = EngineTiming(watch_s=0.005, trouble_s=60.0, stall_s=60.0, stop_s=5.0)
FRAMES = 60

StartEngine = Callable[..., tuple[Engine, Listener]]


@pytest.fixture
def start() -> Iterator[StartEngine]:
    engines: list[Engine] = []

    def start_engine(
        source: FaultySource, make_processor: ProcessorFactory = fake_processor
    ) -> tuple[Engine, Listener]:
        listener = Listener()
        engine = Engine(make_processor, listener, timing=TIMING, clock=FakeClock(), pause=lambda *_: None)
        listener.engine = engine
        engines.append(engine)
        engine.start(lambda: source)
        return engine, listener

    yield start_engine
    for engine in engines:
        with suppress(PipelineStuckError):
            engine.stop()


def faulty(*, seed: int = 0, **faults: Any) -> tuple[FaultySource, ScriptedSource]:
    """A live source of numbered images with faults, and the one in it, which stalls after the last."""
    source = ScriptedSource([*plain_images(FRAMES, (128, 96)), Stall.UNTIL_RESUMED], is_live=True)
    return FaultySource(source, Faults(**faults), seed=seed), source


def all_frames(source: FaultySource, count: int) -> list[bytes]:
    source.open()
    frames = [source.read() for _ in range(count)]
    source.close()
    return [frame.image_bgr.tobytes() for frame in frames if frame is not None]


@pytest.mark.parametrize("faults", [{"drop": 0.3}, {"corrupt": 0.3}, {"repeat": 0.3}, {"resize": 0.3}])
def test_faults_come_as_often_as_asked_and_alike_for_the_same_seed(faults: dict[str, float]) -> None:
    (kind,) = faults
    one, again, other = (faulty(seed=seed, **faults)[0] for seed in (1, 1, 2))
    frames = all_frames(one, 30)
    assert frames == all_frames(again, 30)
    assert frames != all_frames(other, 30)
    assert 3 <= one.injected[kind] <= 20
    assert sum(one.injected.values()) == one.injected[kind]


def test_delays_are_waited_for() -> None:
    waits: list[float] = []
    source = FaultySource(ScriptedSource(plain_images(9)), Faults(delay=1.0, delay_s=0.7), wait=waits.append)
    all_frames(source, 9)
    assert waits == [0.7] * 9


def test_an_error_after_some_frames_is_told_and_the_source_is_opened_again(start: StartEngine) -> None:
    source, inner = faulty(error_after=5)
    engine, listener = start(source)
    listener.until(lambda: source.injected["error"] >= 10)
    assert inner.opened >= 10
    errors = {str(status.capture_error) for status in listener.statuses if status.capture is CaptureState.RECOVERING}
    assert errors == {"An injected fault: it stopped."}
    assert engine.status.capture is not CaptureState.FAILED


def test_a_source_that_does_not_open_at_first_comes_at_last(start: StartEngine) -> None:
    source, _inner = faulty(open_errors=7)
    _engine, listener = start(source)
    listener.until(lambda: listener.frames)
    assert source.injected["open_error"] == 7


def test_a_bug_is_told_once_and_another_source_can_be_shown(start: StartEngine) -> None:
    source, _inner = faulty(bug_after=3)
    engine, listener = start(source)
    listener.until(lambda: engine.status.capture is CaptureState.FAILED)
    assert "an injected bug" in str(engine.status.capture_error)
    good, inner = faulty()
    engine.switch_source(lambda: good)
    listener.until(lambda: inner.stalled.is_set() and engine.status.capture is CaptureState.RUNNING)
    failures = [status for status in listener.statuses if status.capture is CaptureState.FAILED]
    assert len({id(status.capture_error) for status in failures}) == 1


def test_every_frame_that_arrives_is_processed_as_itself(start: StartEngine) -> None:
    """Lost, late, repeated and half-destroyed frames: a result has the mark of its own frame."""
    source, inner = faulty(drop=0.2, corrupt=0.2, repeat=0.2, delay=0.2)
    engine, listener = start(source)
    assert inner.stalled.wait(10.0)
    listener.until(lambda: listener.results and listener.results[-1].seq == listener.frames[-1].seq)
    shown = {frame.seq: int(frame.image_bgr[0, 0, 0]) for frame in listener.frames}
    assert all(mark_of(result) == shown[result.seq] for result in listener.results if result.seq in shown)
    assert engine.metrics.skipped + len(listener.results) <= FRAMES
    assert engine.status.capture is CaptureState.RUNNING
    assert all(source.injected[name] for name in ("drop", "corrupt", "repeat", "delay"))


def test_the_real_networks_stand_all_of_it(start: StartEngine) -> None:
    images = read_scene(DEMO_CLIP, Scene.ONE_HAND, (320, 240), 40)
    inner = ScriptedSource([*images, Stall.UNTIL_RESUMED], is_live=True)
    listeners: list[Listener] = []
    is_started = threading.Event()

    def until_processed(_seconds: float) -> None:
        """Hold a frame back until the one before has its result, so that none is skipped."""
        assert is_started.wait(PATIENT_S)
        listener = listeners[0]
        if listener.frames:
            seq = listener.frames[-1].seq
            listener.until(lambda: listener.results and listener.results[-1].seq == seq, "a result")

    faults = Faults(corrupt=0.2, repeat=0.1, resize=0.2, drop=0.1, delay=1.0)
    source = FaultySource(inner, faults, wait=until_processed)
    engine, listener = start(source, lambda: build_processor(mode=DetectionMode.LIVE))
    listeners.append(listener)
    is_started.set()
    assert inner.stalled.wait(60.0)
    listener.until(lambda: listener.results[-1].seq == listener.frames[-1].seq)
    assert len(listener.results) > len(images) // 2
    assert {result.resolution_wh for result in listener.results} == {(320, 240), (160, 120)}
    assert any(result.hands for result in listener.results)
    assert engine.status.inference is InferenceState.RUNNING
    assert not any(status.inference_error for status in listener.statuses)
