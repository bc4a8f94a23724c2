from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pytest

from gesture_app.domain.frames.frame import Frame, FrameResult, Hand, Prediction
from gesture_app.domain.samples.quality import OfferResult
from gesture_app.pipeline.engine import Engine
from gesture_app.pipeline.sample_tap import SampleTap, recorded_reading
from tests.fakes.frames import FakeClock, ScriptedSource, plain_images
from tests.fakes.pipeline import FakeDetector, Listener, fake_processor, hand_at, marked_hand


@dataclass
class Recorder:
    """A recorder that accepts everything, or gives fixed answers."""

    answer: OfferResult = OfferResult.TAKEN
    taken: list[tuple[Frame, Hand, str]] = field(default_factory=list)

    def offer(self, frame: Frame, hand: Hand, prediction: Prediction | None, label: str) -> OfferResult:
        self.taken.append((frame, hand, label))
        return self.answer

    def resume(self) -> None:
        pass

    def stop(self) -> None:
        pass

    @property
    def times_s(self) -> list[float]:
        return [frame.captured_s for frame, _hand, _label in self.taken]


def seen(*hands: Hand, seq: int = 0, captured_s: float = 0.0) -> tuple[Frame, FrameResult]:
    frame = Frame(np.zeros((48, 64, 3), np.uint8), seq, captured_s, captured_s)
    return frame, fake_processor(FakeDetector(lambda _: list(hands or [hand_at(20)]))).process(frame)


@pytest.fixture
def heard() -> list[OfferResult]:
    return []


@pytest.fixture
def tap(heard: list[OfferResult]) -> SampleTap:
    return SampleTap(heard.append, interval_s=0.25)


def test_nothing_is_offered_before_and_after_recording(tap: SampleTap) -> None:
    recorder = Recorder()
    tap(*seen(captured_s=0))
    tap.record(recorder, "rock", model_id="")
    tap(*seen(captured_s=1))
    tap.rest()
    tap(*seen(captured_s=2))
    assert recorder.times_s == [1]


def test_the_answer_of_the_recorder_is_passed_on(tap: SampleTap, heard: list[OfferResult]) -> None:
    tap.record(Recorder(OfferResult.FULL), "rock", model_id="")
    tap(*seen())
    assert heard == [OfferResult.FULL]


def test_hands_are_offered_a_few_times_a_second(tap: SampleTap) -> None:
    recorder = Recorder()
    tap.record(recorder, "rock", model_id="")
    for number in range(40):
        tap(*seen(seq=number, captured_s=number * 0.0625))
    assert recorder.times_s == [0.25 * turn for turn in range(10)]


def test_letting_go_and_pressing_again_is_no_faster(tap: SampleTap) -> None:
    recorder = Recorder()
    for number in range(10):
        tap.record(recorder, "rock", model_id="")
        tap(*seen(seq=number, captured_s=number * 0.0625))
        tap.rest()
    assert recorder.times_s == [0, 0.25, 0.5]


def test_another_source_with_an_earlier_clock_is_recorded_at_once(tap: SampleTap) -> None:
    recorder = Recorder()
    tap.record(recorder, "rock", model_id="")
    tap(*seen(captured_s=100))
    tap(*seen(captured_s=3))
    assert recorder.times_s == [100, 3]


def test_of_several_hands_the_largest_is_offered(tap: SampleTap) -> None:
    recorder = Recorder()
    tap.record(recorder, "lizard", model_id="")
    small, large = hand_at(10, 6), hand_at(40, 18)
    frame, result = seen(small, large)
    tap(frame, result)
    assert recorder.taken == [(frame, large, "lizard")]
    reading = recorded_reading(result)
    assert reading is not None
    assert reading.hand is large


def test_without_a_hand_there_is_nothing_to_offer(tap: SampleTap, heard: list[OfferResult]) -> None:
    recorder = Recorder()
    tap.record(recorder, "rock", model_id="")
    frame, _result = seen()
    tap(frame, fake_processor(FakeDetector(lambda _: [])).process(frame))
    assert (recorder.taken, heard) == ([], [])


def test_hands_of_another_model_belong_to_another_session(tap: SampleTap) -> None:
    recorder = Recorder()
    tap.record(recorder, "rock", model_id="hands-2")
    tap(*seen())
    assert recorder.taken == []


def test_the_engine_gives_each_hand_with_the_frame_it_was_found_in() -> None:
    recorder, offers, listener = Recorder(), list[OfferResult](), Listener()
    tap = SampleTap(offers.append, interval_s=0.0)
    tap.record(recorder, "rock", model_id="")
    engine = Engine(fake_processor, listener, clock=FakeClock(), tap=tap)
    listener.engine = engine
    images = iter(plain_images(10)[1:])
    engine.start(lambda: ScriptedSource([next(images)], clock=FakeClock(step_s=1.0)))
    listener.until(lambda: listener.results, "a result")
    engine.stop()
    (frame, hand, _label), *_more = recorder.taken
    assert np.array_equal(hand.landmarks_px, marked_hand(frame)[0].landmarks_px)
    assert listener.results[0].seq == frame.seq


def test_a_tap_that_fails_does_not_end_recognition(caplog: pytest.LogCaptureFixture) -> None:
    def broken(frame: Frame, result: FrameResult) -> None:
        raise ZeroDivisionError

    listener = Listener()
    engine = Engine(fake_processor, listener, clock=FakeClock(), tap=broken)
    listener.engine = engine
    engine.start(lambda: ScriptedSource(plain_images(1)))
    listener.until(lambda: listener.results, "a result")
    engine.stop()
    assert "the tap failed" in caplog.text
