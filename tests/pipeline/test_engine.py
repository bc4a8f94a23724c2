from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import suppress

import numpy as np
import numpy.typing as npt
import pytest

from gesture_app.domain.frames.frame import Frame, Hand
from gesture_app.domain.frames.sensitivity import Sensitivity
from gesture_app.errors import DetectorError, ModelError, PipelineStuckError, SourceError
from gesture_app.pipeline.engine import CaptureState, Engine, EngineTiming, InferenceState, Pause, ProcessorFactory
from gesture_app.pipeline.processor import FrameProcessor
from tests.fakes.frames import FakeClock, ScriptedSource, Stall, plain_images
from tests.fakes.memories import TintClassifier, memory_of, tinted_crop
from tests.fakes.pipeline import (
    PATIENT_S,
    FakeDetector,
    GatedDetector,
    Listener,
    fake_model,
    fake_processor,
    mark_of,
    marked_hand,
)

QUICK = EngineTiming(watch_s=0.005, stall_s=0.02, open_stall_s=0.04, predecessor_s=0.05, stop_s=5.0)
"""Real waits as short as possible; ages come from the fake clock."""

MakeEngine = Callable[..., tuple[Engine, Listener]]


class CountingClock(FakeClock):
    """A clock that advances only by ``advance``, and counts its calls."""

    def __init__(self) -> None:
        super().__init__()
        self._calls = 0
        self._called = threading.Condition()

    def __call__(self) -> float:
        with self._called:
            self._calls += 1
            self._called.notify_all()
            return super().__call__()

    def await_calls(self, count: int) -> None:
        """Wait for that many further calls, which in a stall come from the watch."""
        with self._called:
            enough = self._calls + count
            assert self._called.wait_for(lambda: self._calls >= enough, PATIENT_S)


class DeafSource(ScriptedSource):
    """Hangs as a driver does: being asked to stop does not end a stall."""

    def request_stop(self) -> None:
        pass


def marked(mark: int) -> npt.NDArray[np.uint8]:
    return np.full((48, 64, 3), mark, np.uint8)


def no_pause(event: threading.Event, seconds: float) -> None:
    """Opens again at once."""


@pytest.fixture
def make_engine() -> Iterator[MakeEngine]:
    engines: list[Engine] = []

    def make(
        make_processor: ProcessorFactory = fake_processor,
        *,
        timing: EngineTiming = QUICK,
        clock: Callable[[], float] | None = None,
        pause: Pause = no_pause,
        listener: Listener | None = None,
    ) -> tuple[Engine, Listener]:
        listener = listener or Listener()
        engine = Engine(make_processor, listener, timing=timing, clock=clock or FakeClock(), pause=pause)
        listener.engine = engine
        engines.append(engine)
        return engine, listener

    yield make
    for engine in engines:
        with suppress(PipelineStuckError):
            engine.stop()


def test_results_carry_the_number_of_the_frame_they_are_of(make_engine: MakeEngine) -> None:
    source = ScriptedSource([marked(30), Stall.UNTIL_RESUMED, marked(31), Stall.UNTIL_RESUMED], is_live=True)
    engine, listener = make_engine()

    engine.start(lambda: source)
    listener.until(lambda: len(listener.results) == 1)
    source.resume()
    listener.until(lambda: len(listener.results) == 2)

    assert [(result.seq, mark_of(result)) for result in listener.results] == [(0, 30), (1, 31)]


def test_another_sensitivity_holds_from_the_next_frame_on_without_a_restart(make_engine: MakeEngine) -> None:
    made: list[FrameProcessor] = []

    def make_processor() -> FrameProcessor:
        made.append(fake_processor())
        return made[-1]

    source = ScriptedSource([marked(30), Stall.UNTIL_RESUMED, marked(30), Stall.UNTIL_RESUMED], is_live=True)
    engine, listener = make_engine(make_processor)

    engine.start(lambda: source)
    listener.until(lambda: len(listener.results) == 1)
    engine.set_sensitivity(Sensitivity.HIGH)
    source.resume()
    listener.until(lambda: len(listener.results) == 2)

    assert [result.gesture for result in listener.results] == ["none", "rock"]
    assert len(made) == 1


def test_expected_hands_are_looked_for_from_the_next_frame_on(make_engine: MakeEngine) -> None:
    detector = FakeDetector()
    source = ScriptedSource([marked(30), Stall.UNTIL_RESUMED, marked(30), Stall.UNTIL_RESUMED], is_live=True)
    engine, listener = make_engine(lambda: fake_processor(detector))

    engine.start(lambda: source)
    listener.until(lambda: len(listener.results) == 1)
    assert detector.expected == 0
    engine.expect_hands(2)
    source.resume()
    listener.until(lambda: len(listener.results) == 2)

    assert detector.expected == 2


def test_a_memory_of_samples_holds_from_the_next_frame_on_without_a_restart(make_engine: MakeEngine) -> None:
    made: list[FrameProcessor] = []

    def make_processor() -> FrameProcessor:
        made.append(FrameProcessor(FakeDetector(), tinted_crop, TintClassifier(), seal="seal", model_id="hands-1"))
        return made[-1]

    images = [image for _ in range(3) for image in (marked(30), Stall.UNTIL_RESUMED)]
    engine, listener = make_engine(make_processor)
    source = ScriptedSource(images, is_live=True)

    def answer() -> str:
        return listener.results[-1].hands[0].prediction.gesture

    engine.start(lambda: source)
    listener.until(lambda: len(listener.results) == 1)
    assert (answer(), engine.status.remembered, engine.status.supports_memory) == ("rock", 0, True)

    engine.set_memory(memory_of([30, 31], "thumbs_up"))
    listener.until(lambda: engine.status.remembered == 2, "the memory is in use, without a frame")
    assert engine.status.labels is not None
    assert "thumbs_up" in engine.status.labels.gestures
    source.resume()
    listener.until(lambda: len(listener.results) == 2)
    assert answer() == "thumbs_up"

    engine.set_memory(None)
    listener.until(lambda: engine.status.remembered == 0)
    source.resume()
    listener.until(lambda: len(listener.results) == 3)
    assert answer() == "rock"
    assert len(made) == 1


def test_the_preview_goes_on_while_inference_is_busy(make_engine: MakeEngine) -> None:
    detector = GatedDetector()
    source = ScriptedSource(
        [marked(0), lambda: detector.entered.wait(PATIENT_S), *plain_images(20)[1:], Stall.UNTIL_RESUMED],
        is_live=True,
    )
    engine, listener = make_engine(lambda: fake_processor(detector))

    engine.start(lambda: source)
    listener.until(lambda: len(listener.frames) == 20)
    assert listener.results == []

    detector.gate.set()
    listener.until(lambda: len(listener.results) == 2)
    assert [frame.seq for frame in listener.frames] == list(range(20))
    assert [result.seq for result in listener.results] == [0, 19]
    assert engine.metrics.skipped == 18


def test_the_preview_starts_before_the_networks_are_loaded(make_engine: MakeEngine) -> None:
    may_load = threading.Event()

    def load() -> object:
        assert may_load.wait(PATIENT_S)
        return fake_processor()

    engine, listener = make_engine(load)
    engine.start(lambda: ScriptedSource([marked(0), Stall.UNTIL_RESUMED], is_live=True))
    listener.until(lambda: listener.frames)
    assert engine.status.inference is InferenceState.LOADING

    may_load.set()
    listener.until(lambda: listener.results)
    assert engine.status.inference is InferenceState.RUNNING
    assert engine.status.classifier == "a fake"


def test_the_source_is_used_by_one_thread_only(make_engine: MakeEngine) -> None:
    source = ScriptedSource(plain_images(3))
    engine, listener = make_engine()

    engine.start(lambda: source)
    listener.until(lambda: engine.status.capture is CaptureState.ENDED)
    engine.stop()

    assert len(source.threads) == 1
    assert (source.opened, source.closed) == (1, 1)


def test_the_last_frame_of_a_file_is_still_read(make_engine: MakeEngine) -> None:
    engine, listener = make_engine()

    engine.start(lambda: ScriptedSource(plain_images(3), name="three.mp4"))
    listener.until(lambda: listener.results and listener.results[-1].seq == 2)

    listener.until(lambda: engine.status.capture is CaptureState.ENDED)
    assert listener.capture_states == [CaptureState.OPENING, CaptureState.RUNNING, CaptureState.ENDED]
    assert engine.status.source_name == "three.mp4"


def test_after_a_switch_nothing_of_the_old_source_is_shown(make_engine: MakeEngine) -> None:
    """Not even the result of the frame in progress, and the frames that the old source sends while it is released."""
    detector = GatedDetector()
    old = ScriptedSource([marked(1), Stall.UNTIL_RESUMED, *[marked(1)] * 50], is_live=True, name="old")
    new = ScriptedSource([marked(2), Stall.UNTIL_RESUMED], is_live=True, name="new")
    engine, listener = make_engine(lambda: fake_processor(detector))
    engine.start(lambda: old)
    assert detector.entered.wait(PATIENT_S)
    listener.until(lambda: listener.frames)
    frames_before = len(listener.frames)

    engine.switch_source(lambda: new)
    old.resume()
    detector.gate.set()
    listener.until(lambda: listener.results)

    assert {int(frame.image_bgr[0, 0, 0]) for frame in listener.frames[frames_before:]} == {2}
    assert {mark_of(result) for result in listener.results} == {2}
    assert detector.resets == 1
    assert engine.status.source_name == "new"
    assert old.closed == 1


def test_many_switches_in_a_row_end_with_the_last(make_engine: MakeEngine) -> None:
    sources = [ScriptedSource([marked(n), Stall.UNTIL_RESUMED], is_live=True, name=str(n)) for n in range(10)]
    engine, listener = make_engine()

    engine.start(lambda: sources[0])
    for number in range(1, 10):
        engine.switch_source(lambda number=number: sources[number])  # type: ignore[misc]
    listener.until(lambda: listener.results and mark_of(listener.results[-1]) == 9)
    engine.stop()

    assert engine.status.source_name == "9"
    assert not any(source.is_open for source in sources)


def test_counting_starts_again_with_another_source(make_engine: MakeEngine) -> None:
    detector = GatedDetector()
    engine, listener = make_engine(lambda: fake_processor(detector))
    first = ScriptedSource(
        [marked(0), lambda: detector.entered.wait(PATIENT_S), *plain_images(5), Stall.UNTIL_RESUMED], is_live=True
    )
    engine.start(lambda: first)
    listener.until(lambda: len(listener.frames) == 6)
    assert engine.metrics.skipped == 4

    engine.switch_source(lambda: ScriptedSource([Stall.UNTIL_RESUMED], is_live=True))

    assert engine.metrics.skipped == 0
    detector.gate.set()


def test_a_live_source_that_fails_is_opened_again(make_engine: MakeEngine) -> None:
    error = SourceError("The cable is out.")
    source = ScriptedSource([marked(1), error], [marked(2), Stall.UNTIL_RESUMED], is_live=True)
    engine, listener = make_engine()

    engine.start(lambda: source)
    listener.until(lambda: len(listener.frames) == 2)

    states = [CaptureState.OPENING, CaptureState.RUNNING, CaptureState.RECOVERING, CaptureState.RUNNING]
    assert listener.capture_states == states
    assert {s.capture_error for s in listener.statuses if s.capture is CaptureState.RECOVERING} == {error}
    assert engine.status.capture_error is None


def test_the_wait_before_opening_again_doubles_up_to_a_limit(make_engine: MakeEngine) -> None:
    waits: list[float] = []
    broken = [SourceError("busy")] * 6
    source = ScriptedSource([marked(1), SourceError("gone")], [Stall.UNTIL_RESUMED], open_errors=broken, is_live=True)
    engine, _ = make_engine(pause=lambda event, seconds: waits.append(seconds))

    engine.start(lambda: source)
    assert source.stalled.wait(PATIENT_S)

    assert waits == [0.5, 1.0, 2.0, 4.0, 5.0, 5.0, 0.5]


def test_a_result_of_before_a_reopening_is_not_taken_for_one_of_after(make_engine: MakeEngine) -> None:
    """``seq`` and ``time_s`` of a live source start again when it is opened again."""
    detector = GatedDetector()

    def lose_it() -> None:
        assert detector.entered.wait(PATIENT_S)
        raise SourceError("gone")

    source = ScriptedSource([marked(1), lose_it], [marked(2), Stall.UNTIL_RESUMED], is_live=True)
    engine, listener = make_engine(lambda: fake_processor(detector))

    engine.start(lambda: source)
    listener.until(lambda: len(listener.frames) == 2)
    detector.gate.set()
    listener.until(lambda: listener.results)

    assert [(result.seq, mark_of(result)) for result in listener.results] == [(0, 2)]
    assert detector.resets == 1


def test_stop_does_not_wait_for_the_next_attempt(make_engine: MakeEngine) -> None:
    waiting = threading.Event()

    def pause(event: threading.Event, seconds: float) -> None:
        waiting.set()
        assert event.wait(PATIENT_S), "not woken"

    engine, _ = make_engine(pause=pause)
    engine.start(lambda: ScriptedSource(open_errors=[SourceError("busy")] * 9, is_live=True))
    assert waiting.wait(PATIENT_S)

    engine.stop()


@pytest.mark.parametrize(
    ("make_source", "message"),
    [
        (lambda: ScriptedSource([marked(0), SourceError("The file is damaged.")]), "The file is damaged."),
        (lambda: ScriptedSource(open_errors=[SourceError("No such file.")]), "No such file."),
        (lambda: ScriptedSource([ValueError("a bug")], is_live=True), "Capturing failed unexpectedly"),
    ],
)
def test_a_failure_for_good_is_reported(
    make_engine: MakeEngine, make_source: Callable[[], ScriptedSource], message: str
) -> None:
    source = make_source()
    engine, listener = make_engine()

    engine.start(lambda: source)
    listener.until(lambda: engine.status.capture is CaptureState.FAILED)
    error = engine.status.capture_error
    engine.stop()

    assert error is not None
    assert error.message.startswith(message)
    assert not source.is_open


@pytest.mark.parametrize("error", [SourceError("There is no camera 3."), KeyError("a bug")])
def test_a_source_that_cannot_be_made_is_reported_and_another_can_be_chosen(
    make_engine: MakeEngine, error: Exception
) -> None:
    def fail() -> ScriptedSource:
        raise error

    engine, listener = make_engine()

    engine.start(fail)
    listener.until(lambda: engine.status.capture is CaptureState.FAILED)
    assert str(error).strip("'") in str(engine.status.capture_error)

    engine.switch_source(lambda: ScriptedSource([marked(5), Stall.UNTIL_RESUMED], is_live=True))
    listener.until(lambda: listener.results)
    assert engine.status.capture_error is None


def failing(error: Exception) -> Callable[..., object]:
    def fail(*_: object) -> object:
        raise error

    return fail


@pytest.mark.parametrize(
    ("make_processor", "message"),
    [
        (failing(ModelError("The model is damaged.")), "The model is damaged."),
        (failing(ImportError("no such library")), "Recognition failed unexpectedly (ImportError: no such library)."),
        (lambda: fake_processor(FakeDetector(failing(DetectorError("It broke.")))), "It broke."),  # type: ignore[arg-type]
        (
            lambda: fake_processor(FakeDetector(failing(IndexError("a bug")))),  # type: ignore[arg-type]
            "Recognition failed unexpectedly (IndexError: a bug).",
        ),
    ],
)
def test_without_recognition_the_preview_goes_on(
    make_engine: MakeEngine, make_processor: ProcessorFactory, message: str
) -> None:
    source = ScriptedSource([marked(0), Stall.UNTIL_RESUMED, *plain_images(5), Stall.UNTIL_RESUMED], is_live=True)
    engine, listener = make_engine(make_processor)

    engine.start(lambda: source)
    listener.until(lambda: engine.status.inference is InferenceState.FAILED)
    error = engine.status.inference_error
    source.resume()
    listener.until(lambda: len(listener.frames) == 6)

    assert error is not None
    assert error.message == message
    assert engine.status.capture is CaptureState.RUNNING
    assert listener.results == []


def test_a_processor_that_failed_is_closed_at_once(make_engine: MakeEngine) -> None:
    detector = FakeDetector(failing(IndexError("a bug")))  # type: ignore[arg-type]
    engine, listener = make_engine(lambda: fake_processor(detector))

    engine.start(lambda: ScriptedSource([marked(0), Stall.UNTIL_RESUMED], is_live=True))
    listener.until(lambda: engine.status.inference is InferenceState.FAILED)

    assert detector.closed == 1


@pytest.mark.parametrize("make_processor", [fake_processor, failing(ModelError("none"))])
def test_a_hung_camera_is_noticed_by_the_age_of_its_newest_frame(
    make_engine: MakeEngine, make_processor: ProcessorFactory
) -> None:
    clock = CountingClock()
    hung = DeafSource([marked(1), Stall.UNTIL_RESUMED], is_live=True, name="Webcam", clock=clock)
    sources = [hung, ScriptedSource([marked(2), Stall.UNTIL_RESUMED], is_live=True, name="Webcam", clock=clock)]
    engine, listener = make_engine(make_processor, clock=clock)
    engine.start(lambda: sources.pop(0))
    assert hung.stalled.wait(PATIENT_S)
    listener.until(lambda: listener.frames)

    clock.advance(QUICK.stall_s * 0.9)
    clock.await_calls(3)
    assert engine.status.capture is CaptureState.RUNNING

    clock.advance(QUICK.stall_s)
    listener.until(lambda: len(listener.frames) == 2)
    hung.resume()

    states = [CaptureState.OPENING, CaptureState.RUNNING, CaptureState.RECOVERING, CaptureState.RUNNING]
    assert listener.capture_states == states
    messages = {str(s.capture_error) for s in listener.statuses if s.capture is CaptureState.RECOVERING}
    assert messages == {
        "Webcam stopped sending frames. Check that it is switched on and connected, or choose another source."
    }
    assert int(listener.frames[-1].image_bgr[0, 0, 0]) == 2


def test_opening_is_given_more_time_than_reading(make_engine: MakeEngine) -> None:
    clock = CountingClock()
    source = ScriptedSource([Stall.UNTIL_RESUMED, marked(1), Stall.UNTIL_RESUMED], is_live=True, clock=clock)
    engine, listener = make_engine(clock=clock)
    engine.start(lambda: source)
    assert source.stalled.wait(PATIENT_S)

    clock.advance((QUICK.stall_s + QUICK.open_stall_s) / 2)
    clock.await_calls(3)
    source.resume()
    listener.until(lambda: listener.frames)

    assert source.opened == 1


def test_a_file_may_take_its_time(make_engine: MakeEngine) -> None:
    """Only live sources hang; a file on a slow disk, or one that is paused, is left alone."""
    clock = CountingClock()
    detector = FakeDetector()
    source = ScriptedSource([marked(1), Stall.UNTIL_RESUMED, marked(2)], is_live=False, clock=clock)
    engine, listener = make_engine(lambda: fake_processor(detector), clock=clock)
    engine.start(lambda: source)
    assert source.stalled.wait(PATIENT_S)
    clock.advance(1000)
    source.resume()

    listener.until(lambda: engine.status.capture is CaptureState.ENDED)
    assert CaptureState.RECOVERING not in listener.capture_states


def test_the_choice_of_a_person_is_not_overruled_by_the_watch(make_engine: MakeEngine) -> None:
    """The switch comes just when the watch has found the old source hung."""
    other = ScriptedSource([marked(2), Stall.UNTIL_RESUMED], is_live=True, name="other")
    made: list[str] = []

    class Moment:
        armed = False

        def __call__(self) -> float:
            if not self.armed or threading.current_thread().name != "capture-watch":
                return 0.0
            self.armed = False
            engine.switch_source(lambda: other)
            return 1000.0

    def make_old() -> ScriptedSource:
        made.append("old")
        return ScriptedSource([marked(1), Stall.UNTIL_RESUMED], is_live=True, name="old")

    moment = Moment()
    engine, listener = make_engine(clock=moment)
    engine.start(make_old)
    listener.until(lambda: listener.results)

    moment.armed = True
    listener.until(lambda: listener.results and mark_of(listener.results[-1]) == 2)

    assert made == ["old"]
    assert engine.status.source_name == "other"


def test_stop_before_any_frame(make_engine: MakeEngine) -> None:
    source = ScriptedSource([Stall.UNTIL_RESUMED], is_live=True)
    engine, _ = make_engine()
    engine.start(lambda: source)
    assert source.stalled.wait(PATIENT_S)

    engine.stop()

    assert not source.is_open
    assert (engine.status.capture, engine.status.inference) == (CaptureState.STOPPED, InferenceState.STOPPED)


def test_stop_without_start_and_twice(make_engine: MakeEngine) -> None:
    engine, _ = make_engine()

    engine.stop()
    engine.stop()


def test_stop_closes_the_processor(make_engine: MakeEngine) -> None:
    detector = FakeDetector()
    engine, listener = make_engine(lambda: fake_processor(detector))
    engine.start(lambda: ScriptedSource([marked(0), Stall.UNTIL_RESUMED], is_live=True))
    listener.until(lambda: listener.results)

    engine.stop()

    assert detector.closed == 1


def test_after_stop_no_source_is_started(make_engine: MakeEngine) -> None:
    made: list[int] = []

    def make() -> ScriptedSource:
        made.append(1)
        return ScriptedSource([Stall.UNTIL_RESUMED], is_live=True)

    engine, _ = make_engine()
    engine.start(make)
    engine.stop()
    engine.switch_source(make)

    assert len(made) <= 1
    assert engine.status.capture is CaptureState.STOPPED
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("capture-")]


def join_inference() -> None:
    for thread in threading.enumerate():
        if thread.name == "inference":
            thread.join(PATIENT_S)


IMPATIENT = EngineTiming(watch_s=0.005, stall_s=0.02, predecessor_s=0.05, stop_s=0.1)


def test_a_stuck_camera_is_named_and_the_listener_hears_no_more(make_engine: MakeEngine) -> None:
    hung = DeafSource([marked(0), Stall.UNTIL_RESUMED, marked(1), SourceError("late")], is_live=True)
    engine, listener = make_engine(timing=IMPATIENT)
    engine.start(lambda: hung)
    assert hung.stalled.wait(PATIENT_S)

    with pytest.raises(PipelineStuckError, match=r"capture-0\. A camera driver does not answer"):
        engine.stop()
    notified = listener.notified
    hung.resume()
    for thread in hung.threads:
        thread.join(PATIENT_S)

    assert listener.notified == notified
    assert engine.status.capture is CaptureState.STOPPED
    assert not hung.is_open


def test_stuck_recognition_is_named_and_its_late_answer_is_not_heard(make_engine: MakeEngine) -> None:
    detector = GatedDetector()
    engine, listener = make_engine(lambda: fake_processor(detector), timing=IMPATIENT)
    engine.start(lambda: ScriptedSource([marked(0), Stall.UNTIL_RESUMED], is_live=True))
    assert detector.entered.wait(PATIENT_S)

    with pytest.raises(PipelineStuckError, match=r"inference\. Recognition"):
        engine.stop()
    notified = listener.notified
    detector.gate.set()
    join_inference()

    assert listener.notified == notified
    assert engine.status.inference is InferenceState.STOPPED
    assert detector.closed == 1


def test_loading_that_ends_after_stop_leaves_it_stopped(make_engine: MakeEngine) -> None:
    detector = FakeDetector()
    loading, may_load = threading.Event(), threading.Event()

    def load() -> object:
        loading.set()
        assert may_load.wait(PATIENT_S)
        return fake_processor(detector)

    engine, _ = make_engine(load, timing=IMPATIENT)
    engine.start(lambda: ScriptedSource([marked(0), Stall.UNTIL_RESUMED], is_live=True))
    assert loading.wait(PATIENT_S)
    with pytest.raises(PipelineStuckError, match="inference"):
        engine.stop()
    may_load.set()
    join_inference()

    assert engine.status.inference is InferenceState.STOPPED
    assert detector.closed == 1


def test_rates_durations_and_skipped_frames_are_measured(make_engine: MakeEngine) -> None:
    clock = FakeClock()
    source_clock = FakeClock(step_s=0.05)
    source = ScriptedSource([*plain_images(21), Stall.UNTIL_RESUMED], is_live=True, clock=source_clock)
    engine, listener = make_engine(clock=clock)

    engine.start(lambda: source)
    assert source.stalled.wait(PATIENT_S)
    listener.until(lambda: listener.results and listener.results[-1].seq == 20)
    clock.advance(1.0)

    metrics = engine.metrics
    assert metrics.capture_fps == pytest.approx(20)
    assert set(metrics.stages_ms) == {"detect", "crop", "classify", "total"}
    assert metrics.skipped == 21 - len(listener.results)


def test_a_frame_without_hands_has_a_result_too(make_engine: MakeEngine) -> None:
    def none_found(frame: Frame) -> list[Hand]:
        return []

    engine, listener = make_engine(lambda: fake_processor(FakeDetector(none_found)))
    engine.start(lambda: ScriptedSource([marked(0), Stall.UNTIL_RESUMED], is_live=True))
    listener.until(lambda: listener.results)

    assert listener.results[0].hands == ()


def test_one_failing_frame_is_reported_and_recognition_continues(make_engine: MakeEngine) -> None:
    detectors: list[FakeDetector] = []

    def unlucky(frame: Frame) -> list[Hand]:
        if frame.seq == 1:
            raise DetectorError("It broke.")
        return marked_hand(frame)

    def make_processor() -> FrameProcessor:
        detectors.append(FakeDetector(unlucky))
        return fake_processor(detectors[-1])

    stall = Stall.UNTIL_RESUMED
    source = ScriptedSource([marked(10), stall, marked(11), stall, marked(12), stall], is_live=True)
    engine, listener = make_engine(make_processor)
    engine.start(lambda: source)
    listener.until(lambda: listener.results)
    source.resume()
    listener.until(lambda: any(status.inference is InferenceState.FAILED for status in listener.statuses))
    listener.until(lambda: engine.status.inference is InferenceState.RUNNING)
    source.resume()
    listener.until(lambda: len(listener.results) == 2)

    assert [mark_of(result) for result in listener.results] == [10, 12]
    assert [detector.closed for detector in detectors] == [1, 0]
    assert engine.status.inference_error is None


class FaultyListener(Listener):
    """A listener whose every call ends in an unforeseen exception."""

    def frame_ready(self) -> None:
        super().frame_ready()
        raise RuntimeError("a bug in frame_ready")

    def result_ready(self) -> None:
        super().result_ready()
        raise RuntimeError("a bug in result_ready")

    def status_changed(self) -> None:
        super().status_changed()
        raise RuntimeError("a bug in status_changed")


def test_exceptions_of_the_listener_end_no_thread_and_are_logged(
    make_engine: MakeEngine, caplog: pytest.LogCaptureFixture
) -> None:
    stall = Stall.UNTIL_RESUMED
    source = ScriptedSource([marked(10), stall, SourceError("The cable.")], is_live=True)
    engine, listener = make_engine(listener=FaultyListener())

    engine.start(lambda: source)
    listener.until(lambda: len(listener.results) == 1)
    source.resume()
    listener.until(lambda: len(listener.results) == 2)
    engine.swap_model(lambda: fake_model("new"))
    listener.until(lambda: engine.status.model_id == "new")
    engine.stop()

    assert CaptureState.RECOVERING in listener.capture_states
    for method in ("frame_ready", "result_ready", "status_changed"):
        assert f"a bug in {method}" in caplog.text


def test_an_exception_of_the_watch_is_logged_once_and_it_goes_on(
    make_engine: MakeEngine, caplog: pytest.LogCaptureFixture
) -> None:
    class FaultyClock(CountingClock):
        faults = 3

        def __call__(self) -> float:
            now_s = super().__call__()
            if threading.current_thread().name == "capture-watch" and self.faults:
                self.faults -= 1
                raise OSError("a bug in the clock")
            return now_s

    clock = FaultyClock()
    hung = DeafSource([marked(1), Stall.UNTIL_RESUMED], is_live=True, clock=clock)
    sources = [hung, ScriptedSource([marked(2), Stall.UNTIL_RESUMED], is_live=True, clock=clock)]
    engine, listener = make_engine(clock=clock)
    engine.start(lambda: sources.pop(0))
    assert hung.stalled.wait(PATIENT_S)
    clock.await_calls(5)
    clock.advance(1)
    listener.until(lambda: len(listener.frames) == 2)
    hung.resume()

    assert caplog.text.count("watching the source failed") == 1


def test_a_hung_camera_is_noticed_while_recognition_hangs(make_engine: MakeEngine) -> None:
    clock, detector = CountingClock(), GatedDetector()
    hung = DeafSource([marked(1), Stall.UNTIL_RESUMED], is_live=True, clock=clock)
    sources = [hung, ScriptedSource([marked(2), Stall.UNTIL_RESUMED], is_live=True, clock=clock)]
    engine, listener = make_engine(lambda: fake_processor(detector), clock=clock)
    engine.start(lambda: sources.pop(0))
    assert hung.stalled.wait(PATIENT_S)
    assert detector.entered.wait(PATIENT_S)

    clock.advance(1)
    listener.until(lambda: len(listener.frames) == 2)
    hung.resume()
    detector.gate.set()

    assert CaptureState.RECOVERING in listener.capture_states


SLOW_TO_REOPEN = EngineTiming(watch_s=0.005, trouble_s=1.5, stall_s=100.0, stop_s=5.0)


def test_a_trouble_of_the_camera_is_told_and_withdrawn(make_engine: MakeEngine) -> None:
    clock, stall = CountingClock(), Stall.UNTIL_RESUMED
    source = ScriptedSource(
        [marked(1), stall, *(marked(n) for n in range(9)), stall], is_live=True, name="Webcam", clock=clock
    )
    engine, listener = make_engine(timing=SLOW_TO_REOPEN, clock=clock)
    engine.start(lambda: source)
    assert source.stalled.wait(PATIENT_S)
    clock.advance(1.4)
    clock.await_calls(3)
    assert engine.status.capture_warning is None

    clock.advance(0.2)
    listener.until(lambda: engine.status.capture_warning is not None)
    assert "Webcam sends no pictures at the moment." in str(engine.status.capture_warning)
    assert engine.status.capture is CaptureState.RUNNING
    source.resume()
    listener.until(lambda: engine.status.capture_warning is None)

    assert len({str(status.capture_warning) for status in listener.statuses}) == 2
    assert engine.status.capture is CaptureState.RUNNING


def test_a_trouble_ends_with_its_source(make_engine: MakeEngine) -> None:
    clock = CountingClock()
    source = ScriptedSource([marked(1), Stall.UNTIL_RESUMED], is_live=True, clock=clock)
    engine, listener = make_engine(timing=SLOW_TO_REOPEN, clock=clock)
    engine.start(lambda: source)
    assert source.stalled.wait(PATIENT_S)
    clock.advance(2)
    listener.until(lambda: engine.status.capture_warning is not None)

    engine.switch_source(lambda: ScriptedSource([marked(2), Stall.UNTIL_RESUMED], is_live=True, clock=clock))
    listener.until(lambda: len(listener.frames) == 2)

    assert engine.status.capture_warning is None


def test_another_resolution_begins_another_scene(make_engine: MakeEngine) -> None:
    detector = FakeDetector()
    small, large = marked(1), np.full((96, 128, 3), 2, np.uint8)
    stall = Stall.UNTIL_RESUMED
    source = ScriptedSource([small, stall, large, stall, large, stall], is_live=True)
    engine, listener = make_engine(lambda: fake_processor(detector))
    engine.start(lambda: source)
    for count in (1, 2, 3):
        listener.until(lambda count=count: len(listener.results) == count)
        assert source.stalled.wait(PATIENT_S)
        source.resume()

    assert detector.resets == 1
