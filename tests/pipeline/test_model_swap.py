from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import numpy as np
import pytest

from gesture_app.domain.frames.frame import Frame, FrameResult, Hand
from gesture_app.domain.frames.gestures import DEFAULT_LABELS, GestureSet
from gesture_app.errors import DetectorError, GestureAppError, ModelError, PipelineStuckError
from gesture_app.pipeline.engine import Engine, EngineStatus, EngineTiming, InferenceState
from gesture_app.pipeline.model_swap import ModelSwap
from gesture_app.pipeline.processor import FrameProcessor, LoadedModel
from tests.fakes.frames import FakeClock, ScriptedSource, Stall
from tests.fakes.pipeline import (
    PATIENT_S,
    FakeClassifier,
    FakeDetector,
    Listener,
    fake_model,
    fake_processor,
    mark_of,
)

SIX = GestureSet.of([*DEFAULT_LABELS.gestures, "wave", "none"])


class Stage:
    """An engine whose source gives one frame at a time, and its listener.

    Attributes:
        old: The classifier of the model that it starts with.
    """

    def __init__(self, make_processor: Callable[[], FrameProcessor] | None = None, stop_s: float = 5.0) -> None:
        self.old = FakeClassifier()
        self.listener = Listener()
        timing = EngineTiming(stall_s=0.02, open_stall_s=0.04, predecessor_s=0.05, stop_s=stop_s)
        self.engine = Engine(
            make_processor or (lambda: fake_processor(classifier=self.old, model_id="old")),
            self.listener,
            timing=timing,
            clock=FakeClock(),
            pause=lambda event, seconds: None,
        )
        self.listener.engine = self.engine
        steps: list[Any] = []
        for mark in range(60):
            steps += [np.full((48, 64, 3), mark, np.uint8), Stall.UNTIL_RESUMED]
        self.source = ScriptedSource(steps, is_live=True)

    @property
    def results(self) -> list[FrameResult]:
        return self.listener.results

    @property
    def models(self) -> list[str]:
        """The model of each result."""
        return [result.model_id for result in self.results]

    def start(self) -> None:
        """Until the first frame has its result."""
        self.engine.start(lambda: self.source)
        self.listener.until(lambda: len(self.results) == 1, "the first result")

    def show_frames(self, count: int) -> None:
        """The next frames, each after the result of the one before."""
        for _ in range(count):
            expected = len(self.results) + 1
            assert self.source.stalled.wait(PATIENT_S)
            self.source.resume()
            self.listener.until(lambda expected=expected: len(self.results) == expected)  # type: ignore[misc]

    def until_status(self, condition: Callable[[EngineStatus], object]) -> None:
        self.listener.until(lambda: condition(self.engine.status), "a status")


class GatedLoad:
    """Loads a model, or fails, when it may."""

    def __init__(self, outcome: LoadedModel | Exception) -> None:
        self.outcome = outcome
        self.entered, self.may_end = threading.Event(), threading.Event()

    def __call__(self) -> LoadedModel:
        self.entered.set()
        assert self.may_end.wait(PATIENT_S)
        if isinstance(self.outcome, Exception):
            raise self.outcome
        return self.outcome


@pytest.fixture
def stages() -> Iterator[Callable[..., Stage]]:
    made: list[Stage] = []

    def make(*arguments: Any, **options: Any) -> Stage:
        made.append(Stage(*arguments, **options))
        return made[-1]

    yield make
    for stage in made:
        with suppress(PipelineStuckError):
            stage.engine.stop()


def closed_count(model: LoadedModel) -> int:
    assert isinstance(model.classifier, FakeClassifier)
    return model.classifier.closed


def test_every_frame_is_read_by_exactly_one_model_before_during_and_after(stages: Callable[..., Stage]) -> None:
    stage = stages()
    new = fake_model("new", "wave", SIX)
    load = GatedLoad(new)
    stage.start()
    stage.show_frames(3)

    stage.engine.swap_model(load)
    assert load.entered.wait(PATIENT_S)
    assert stage.engine.status.is_swapping
    stage.show_frames(5)
    load.may_end.set()
    stage.until_status(lambda status: not status.is_swapping)
    stage.show_frames(5)

    assert stage.models == ["old"] * 9 + ["new"] * 5
    assert [mark_of(result) for result in stage.results] == list(range(14))
    assert [frame.seq for frame in stage.listener.frames] == list(range(14))
    assert stage.engine.metrics.skipped == 0
    for result in stage.results:
        (reading,) = result.hands
        assert reading.prediction.labels == (DEFAULT_LABELS if result.model_id == "old" else SIX)
        assert reading.prediction.gesture == ("rock" if result.model_id == "old" else "wave")


def test_the_status_names_the_model_in_use(stages: Callable[..., Stage]) -> None:
    stage = stages()
    stage.start()
    before = stage.engine.status
    stage.engine.swap_model(lambda: fake_model("new", labels=SIX))
    stage.until_status(lambda status: status.model_id == "new")
    after = stage.engine.status

    assert (before.model_id, before.labels, before.classifier) == ("old", DEFAULT_LABELS, "a fake")
    assert (after.model_id, after.labels, after.classifier) == ("new", SIX, "a fake new")
    assert (after.inference, after.is_swapping, after.swap_error) == (InferenceState.RUNNING, False, None)


def test_recognition_neither_stops_nor_loads_again_for_a_swap(stages: Callable[..., Stage]) -> None:
    stage = stages()
    stage.start()
    stage.engine.swap_model(lambda: fake_model("new"))
    stage.until_status(lambda status: status.model_id == "new")
    stage.show_frames(1)

    states = [status.inference for status in stage.listener.statuses]
    assert states[states.index(InferenceState.RUNNING) :].count(InferenceState.RUNNING) == len(
        states[states.index(InferenceState.RUNNING) :]
    )
    assert stage.source.opened == 1


def test_the_old_model_is_closed_once_after_the_swap_and_the_new_one_at_the_end(stages: Callable[..., Stage]) -> None:
    stage = stages()
    new = fake_model("new")
    stage.start()
    stage.engine.swap_model(lambda: new)
    stage.until_status(lambda status: status.model_id == "new")
    stage.show_frames(1)
    assert closed_count(new) == 0

    stage.engine.stop()

    assert (stage.old.closed, closed_count(new)) == (1, 1)


def test_a_swap_needs_no_frame(stages: Callable[..., Stage]) -> None:
    stage = stages()
    stage.start()
    stage.engine.swap_model(lambda: fake_model("new"))
    stage.until_status(lambda status: status.model_id == "new")

    assert stage.models == ["old"]


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (ModelError("It is damaged.", hint="Choose another."), r"It is damaged\. Choose another\."),
        (ZeroDivisionError("oops"), r"Loading the model failed unexpectedly \(ZeroDivisionError: oops\)"),
    ],
)
def test_if_loading_fails_the_old_model_stays_in_use_and_the_status_has_the_error(
    stages: Callable[..., Stage], error: Exception, message: str
) -> None:
    stage = stages()
    load = GatedLoad(error)
    stage.start()
    stage.engine.swap_model(load)
    stage.show_frames(1)
    load.may_end.set()
    stage.until_status(lambda status: status.swap_error is not None)
    stage.show_frames(2)

    with pytest.raises(GestureAppError, match=message):
        raise stage.engine.status.swap_error  # type: ignore[misc]
    assert not stage.engine.status.is_swapping
    assert stage.models == ["old"] * 4
    assert stage.old.closed == 0

    stage.engine.swap_model(lambda: fake_model("new"))
    stage.until_status(lambda status: status.model_id == "new")
    assert stage.engine.status.swap_error is None


def test_the_newest_request_wins(stages: Callable[..., Stage]) -> None:
    stage = stages()
    first, second = fake_model("first"), fake_model("second")
    slow = GatedLoad(first)
    stage.start()
    stage.engine.swap_model(slow)
    assert slow.entered.wait(PATIENT_S)
    stage.engine.swap_model(lambda: second)
    stage.until_status(lambda status: status.model_id == "second")
    slow.may_end.set()
    stage.show_frames(2)
    stage.engine.stop()

    assert stage.models == ["old", "second", "second"]
    assert (closed_count(first), closed_count(second), stage.old.closed) == (1, 1, 1)
    assert "first" not in {status.model_id for status in stage.listener.statuses}


def test_an_outdated_failure_is_not_reported(stages: Callable[..., Stage]) -> None:
    stage = stages()
    slow = GatedLoad(ModelError("It is damaged."))
    stage.start()
    stage.engine.swap_model(slow)
    stage.engine.swap_model(lambda: fake_model("second"))
    stage.until_status(lambda status: status.model_id == "second")
    slow.may_end.set()
    stage.show_frames(1)
    stage.engine.stop()

    assert not [status for status in stage.listener.statuses if status.swap_error]


def test_a_model_that_comes_before_the_processor_waits_for_it(stages: Callable[..., Stage]) -> None:
    may_load = threading.Event()

    def make_processor() -> FrameProcessor:
        assert may_load.wait(PATIENT_S)
        return fake_processor(model_id="old")

    stage = stages(make_processor)
    stage.engine.swap_model(lambda: fake_model("new"))
    stage.engine.start(lambda: stage.source)
    stage.listener.until(lambda: stage.listener.frames)
    may_load.set()
    stage.until_status(lambda status: status.model_id == "new")

    assert stage.engine.status.inference is InferenceState.RUNNING


def test_a_model_that_is_loaded_after_the_end_is_closed(stages: Callable[..., Stage]) -> None:
    stage = stages(stop_s=0.1)
    new = fake_model("new")
    load = GatedLoad(new)
    stage.start()
    stage.engine.swap_model(load)
    assert load.entered.wait(PATIENT_S)
    (loader,) = (thread for thread in threading.enumerate() if thread.name == "model-1")

    with pytest.raises(PipelineStuckError, match=r"model-1\. Recognition is still loading"):
        stage.engine.stop()
    load.may_end.set()
    loader.join(PATIENT_S)

    assert (closed_count(new), stage.old.closed) == (1, 1)
    assert not stage.engine.status.is_swapping


def test_after_stop_nothing_is_loaded(stages: Callable[..., Stage]) -> None:
    stage = stages()
    stage.start()
    stage.engine.stop()

    stage.engine.swap_model(lambda: pytest.fail("loaded"))

    assert not [thread for thread in threading.enumerate() if thread.name.startswith("model-")]


def test_failed_recognition_starts_again_with_another_model(stages: Callable[..., Stage]) -> None:
    works = False

    def make_processor() -> FrameProcessor:
        if not works:
            raise ModelError("It is damaged.")
        return fake_processor(model_id="old")

    stage = stages(make_processor)
    stage.engine.start(lambda: stage.source)
    stage.until_status(lambda status: status.inference is InferenceState.FAILED)
    works = True
    stage.engine.swap_model(lambda: fake_model("new"))
    stage.until_status(lambda status: status.model_id == "new")
    stage.listener.until(lambda: stage.results)

    assert stage.engine.status.inference is InferenceState.RUNNING
    assert stage.engine.status.inference_error is None
    assert stage.models == ["new"]


def test_where_recognition_fails_for_another_reason_the_model_is_given_up(stages: Callable[..., Stage]) -> None:
    attempts: list[int] = []

    def make_processor() -> FrameProcessor:
        attempts.append(1)
        raise DetectorError("There is no detector.")

    stage = stages(make_processor)
    new = fake_model("new")
    stage.engine.start(lambda: stage.source)
    stage.until_status(lambda status: status.inference is InferenceState.FAILED)
    stage.engine.swap_model(lambda: new)
    stage.until_status(lambda status: status.swap_error is not None)
    stage.engine.stop()

    assert str(stage.engine.status.swap_error) == "There is no detector."
    assert len(attempts) == 2
    assert closed_count(new) == 1


def test_a_model_that_cannot_be_closed_does_no_harm(
    stages: Callable[..., Stage], caplog: pytest.LogCaptureFixture
) -> None:
    class Clinging(FakeClassifier):
        def close(self) -> None:
            super().close()
            raise RuntimeError("will not go")

    old = Clinging()
    stage = stages(lambda: fake_processor(classifier=old, model_id="old"))
    stage.start()
    stage.engine.swap_model(lambda: fake_model("new"))
    stage.until_status(lambda status: status.model_id == "new")
    stage.show_frames(1)
    stage.engine.stop()

    assert old.closed == 1
    assert "could not be closed" in caplog.text


def frame(seq: int) -> Frame:
    return Frame(np.full((48, 64, 3), 20, np.uint8), seq, seq / 30, 7.5)


def test_other_labels_reset_a_track_and_keep_its_id() -> None:
    processor = fake_processor(model_id="old")
    before = [processor.process(frame(seq)) for seq in range(20)][-1]

    outgoing = processor.exchange_model(fake_model("new", "none", SIX))
    after = processor.process(frame(20))

    assert (before.gesture, after.gesture) == ("rock", "none")
    assert before.hands[0].track_id == after.hands[0].track_id
    assert (outgoing.model_id, processor.model_id, processor.labels) == ("old", "new", SIX)


def test_a_hand_that_is_lost_at_the_swap_is_not_held_under_the_old_labels() -> None:
    hands: list[Hand] = []
    detector = FakeDetector(lambda _: hands)
    processor = fake_processor(detector)
    hands += FakeDetector().detect(frame(0))
    for seq in range(20):
        processor.process(frame(seq))
    hands.clear()
    assert processor.process(frame(20)).gesture == "rock"

    processor.exchange_model(fake_model("new", labels=SIX))

    assert processor.process(frame(21)).gesture == "none"


def test_the_same_labels_let_a_gesture_stand() -> None:
    processor = fake_processor()
    for seq in range(20):
        processor.process(frame(seq))

    processor.exchange_model(fake_model("new", "paper"))
    after = processor.process(frame(20))

    assert after.hands[0].prediction.gesture == "paper"
    assert after.gesture == "rock"


def test_a_request_is_not_lost_when_the_one_before_is_just_ready() -> None:
    for _ in range(50):
        swap = ModelSwap(lambda error: None)
        processor = fake_processor(model_id="old")
        first, second = fake_model("first"), fake_model("second")
        swap.request(lambda first=first: first)  # type: ignore[misc]
        wait_until(lambda swap=swap: swap.is_ready)  # type: ignore[misc]

        swap.request(lambda second=second: second)  # type: ignore[misc]
        swap.apply_to(processor)
        wait_until(lambda swap=swap, processor=processor: swap.apply_to(processor) or not swap.is_busy)  # type: ignore[misc]
        swap.stop()
        for thread in swap.threads:
            thread.join(PATIENT_S)

        assert processor.model_id == "second"
        assert (closed_count(first), closed_count(second)) == (1, 0)


def wait_until(condition: Callable[[], object]) -> None:
    """Poll a condition that notifies nobody."""
    deadline_s = time.monotonic() + PATIENT_S
    while not condition():
        assert time.monotonic() < deadline_s
        threading.Event().wait(0.0)
