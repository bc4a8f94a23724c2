"""An unforeseen exception anywhere in a worker of the pipeline: told once, with its stage, and the rest goes on."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from gesture_app.domain.frames.frame import Frame, Hand, HandCrop
from gesture_app.errors import GestureAppError
from gesture_app.pipeline.engine import CaptureState, Engine, EngineTiming, InferenceState
from gesture_app.pipeline.processor import FrameProcessor
from tests.fakes.frames import FakeClock, ScriptedSource, Stall, plain_images
from tests.fakes.pipeline import (
    FakeClassifier,
    FakeDetector,
    Listener,
    crop_of,
    fake_model,
    fake_processor,
    marked_hand,
)

BUG = "something nobody thought of"
TIMING = EngineTiming(watch_s=0.005, trouble_s=60.0, stall_s=60.0, stop_s=5.0)


class Bug:
    """Raises at its ``after``-th call, and at all later ones while it is on."""

    def __init__(self, after: int = 0) -> None:
        self.after = after
        self.is_on = True
        self.raised = 0

    def __call__(self, *_args: object) -> None:
        self.after -= 1
        if self.is_on and self.after < 0:
            self.raised += 1
            raise RuntimeError(BUG)


def a_source() -> ScriptedSource:
    return ScriptedSource([*plain_images(5), Stall.UNTIL_RESUMED], is_live=True)


def start(
    make_source: Callable[[], ScriptedSource], make_processor: Callable[[], FrameProcessor] = fake_processor
) -> tuple[Engine, Listener]:
    listener = Listener()
    engine = listener.engine = Engine(
        make_processor, listener, timing=TIMING, clock=FakeClock(), pause=lambda *_args: None
    )
    engine.start(make_source)
    return engine, listener


def distinct(errors: list[GestureAppError | None]) -> list[str]:
    return sorted({str(error) for error in errors if error is not None})


@pytest.mark.parametrize("stage", ["make", "open", "read", "close"])
def test_a_source_with_a_bug_is_told_once_and_another_one_takes_its_place(
    stage: str, caplog: pytest.LogCaptureFixture
) -> None:
    bug = Bug(after=1 if stage == "close" else 0)  # opening closes first

    class BuggySource(ScriptedSource):
        def open(self) -> None:
            if stage == "open":
                bug()
            super().open()

        def read(self) -> Frame | None:
            if stage == "read":
                bug()
            frame = super().read()
            if frame is not None and frame.seq == 2 and stage == "close":
                raise RuntimeError("the reason why it is closed")
            return frame

        def close(self) -> None:
            if stage == "close":
                bug()
            super().close()

    def make() -> ScriptedSource:
        if stage == "make":
            bug()
        return BuggySource(plain_images(5), is_live=True)

    engine, listener = start(make)
    listener.until(lambda: any(status.capture is CaptureState.FAILED for status in listener.statuses))
    (told,) = distinct([status.capture_error for status in listener.statuses])
    assert told.startswith("Capturing failed unexpectedly (RuntimeError: something nobody thought of).")
    assert caplog.text.count("capture failed") == bug.raised == 1

    good = a_source()
    engine.switch_source(lambda: good)
    listener.until(lambda: engine.status.capture is CaptureState.RUNNING and listener.results)
    engine.stop()


@pytest.mark.parametrize("stage", ["load", "detect", "crop", "classify"])
def test_recognition_with_a_bug_is_told_once_the_preview_goes_on_and_another_model_starts_it_again(
    stage: str, caplog: pytest.LogCaptureFixture
) -> None:
    bug = Bug()

    def at(name: str) -> None:
        if stage == name:
            bug()

    def make() -> FrameProcessor:
        at("load")

        def detect(frame: Frame) -> list[Hand]:
            at("detect")
            return marked_hand(frame)

        def crop(frame: Frame, hand: Hand) -> HandCrop:
            at("crop")
            return crop_of(frame, hand)

        def read(crop: HandCrop) -> str:
            at("classify")
            return "rock"

        return FrameProcessor(FakeDetector(detect), crop, FakeClassifier(read))

    source = a_source()
    engine, listener = start(lambda: source, make)
    listener.until(lambda: any(status.inference is InferenceState.FAILED for status in listener.statuses))
    (told,) = distinct([status.inference_error for status in listener.statuses])
    assert BUG in told
    assert bug.raised == 1
    assert source.stalled.wait(10.0)
    source.resume()
    assert engine.status.capture in {CaptureState.RUNNING, CaptureState.ENDED}

    bug.is_on = False
    engine.switch_source(a_source)
    engine.swap_model(lambda: fake_model("new"))
    listener.until(lambda: engine.status.inference is InferenceState.RUNNING and listener.results)
    engine.stop()


def test_a_model_with_a_bug_is_told_once_and_the_old_one_goes_on() -> None:
    bug = Bug()
    source = a_source()
    engine, listener = start(lambda: source, lambda: fake_processor(model_id="old"))
    listener.until(lambda: engine.status.model_id == "old")
    engine.swap_model(bug)  # type: ignore[arg-type]
    listener.until(lambda: any(status.swap_error is not None for status in listener.statuses))
    (told,) = distinct([status.swap_error for status in listener.statuses])
    assert told.startswith("Loading the model failed unexpectedly")
    assert (engine.status.inference, engine.status.model_id) == (InferenceState.RUNNING, "old")
    engine.stop()


def test_no_thread_is_left_after_any_of_them() -> None:
    """The leak guard of all tests looks for that; here it is shown that it would see one."""
    before = set(threading.enumerate())
    engine, listener = start(a_source)
    listener.until(lambda: listener.results)
    assert {"inference", "capture-0", "capture-watch"} <= {t.name for t in set(threading.enumerate()) - before}
    engine.stop()
    assert set(threading.enumerate()) <= before
