from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone

import numpy as np
import pytest

from gesture_app.domain.frames.frame import Frame, Hand
from gesture_app.domain.ports import SampleRecorder
from gesture_app.domain.samples.quality import OfferResult, QualityResult, Refusal
from gesture_app.domain.samples.sample import SampleInfo
from gesture_app.errors import PipelineStuckError, SampleStoreError
from gesture_app.recording.hand_region import cut_region
from gesture_app.recording.recorder import BackgroundRecorder
from gesture_app.recording.sample_builder import RecordingSession
from tests.fakes.sample_hands import PREDICTION, SESSION, InMemorySampleStore, a_frame, a_hand

CONTEXT = RecordingSession(SESSION, "Test camera", "hands-1")
LONG_S = 10.0


@dataclass
class Heard:
    """A listener that records its calls."""

    kept: list[SampleInfo] = field(default_factory=list)
    refused: list[QualityResult] = field(default_factory=list)
    failures: list[tuple[str, int]] = field(default_factory=list)
    threads: set[str] = field(default_factory=set)
    failed: threading.Event = field(default_factory=threading.Event)

    def sample_saved(self, info: SampleInfo) -> None:
        self.threads.add(threading.current_thread().name)
        self.kept.append(info)

    def hand_refused(self, verdict: QualityResult) -> None:
        self.refused.append(verdict)

    def recording_failed(self, error: Exception, lost: int) -> None:
        self.failures.append((str(error), lost))
        self.failed.set()


class Gate:
    """Blocks a store's ``add`` until it is opened, or lets it fail."""

    def __init__(self) -> None:
        self.entered = threading.Event()
        self.opened = threading.Event()
        self.errors: list[Exception] = []

    def __call__(self) -> None:
        self.entered.set()
        assert self.opened.wait(LONG_S)
        if self.errors:
            raise self.errors.pop(0)


@dataclass
class Bench:
    recorder: SampleRecorder
    store: InMemorySampleStore
    heard: Heard
    gate: Gate

    def offer(self, seed: int = 0, label: str = "rock") -> OfferResult:
        return self.recorder.offer(*shown(seed), PREDICTION, label)


def shown(seed: int) -> tuple[Frame, Hand]:
    """A hand that passes the quality check; each seed differs."""
    return a_frame(seed=seed), a_hand(110, 70, 100)


@pytest.fixture
def bench() -> Iterator[Bench]:
    """A recorder with a store that is not blocked and a queue of three."""
    store, heard, gate = InMemorySampleStore(), Heard(), Gate()
    gate.opened.set()
    store.before_add = gate  # type: ignore[assignment]
    east = datetime(2024, 5, 1, 12, 30, tzinfo=timezone(timedelta(hours=2)))
    recorder = BackgroundRecorder(store, CONTEXT, heard, now=lambda: east, most_waiting=3)
    yield Bench(recorder, store, heard, gate)
    gate.opened.set()
    recorder.stop()


def busy(bench: Bench) -> None:
    """Block the recorder in the store with the hand of seed 0."""
    bench.gate.opened.clear()
    assert bench.offer(0) is OfferResult.TAKEN
    assert bench.gate.entered.wait(LONG_S)


def test_a_hand_is_saved_with_its_metadata(bench: Bench) -> None:
    assert bench.offer(1, "lizard") is OfferResult.TAKEN
    bench.recorder.stop()
    sample = bench.store.load(f"{SESSION}-1")
    region, hand = cut_region(*shown(1))
    assert np.array_equal(sample.region_bgr, region)
    assert np.array_equal(sample.info.hand.landmarks_px, hand.landmarks_px)
    info = sample.info
    assert (info.label, info.camera, info.model_id) == ("lizard", "Test camera", "hands-1")
    assert info.prediction is PREDICTION
    assert info.taken_at == "2024-05-01T10:30:00+00:00"
    assert [kept.id for kept in bench.heard.kept] == [info.id]
    assert bench.heard.threads == {"sample-recorder"}


def test_taken_hands_are_saved_before_it_stops(bench: Bench) -> None:
    busy(bench)
    assert [bench.offer(seed) for seed in (1, 2, 3)] == [OfferResult.TAKEN] * 3
    bench.gate.opened.set()
    bench.recorder.stop()
    assert len(bench.store.listed()) == 4
    assert bench.offer(9) is OfferResult.STOPPED
    bench.recorder.stop()


def test_a_hand_too_many_is_refused_at_once_and_visibly(bench: Bench) -> None:
    busy(bench)
    assert [bench.offer(seed) for seed in (1, 2, 3, 4, 5)] == [OfferResult.TAKEN] * 3 + [OfferResult.FULL] * 2
    bench.gate.opened.set()
    bench.recorder.stop()
    assert len(bench.heard.kept) == 4


def test_a_hand_that_is_not_good_enough_is_refused_with_the_reason(bench: Bench) -> None:
    bench.recorder.offer(a_frame(), a_hand(110, 70, 20), None, "rock")
    bench.recorder.offer(a_frame(), a_hand(-60, 70, 100), None, "rock")
    bench.recorder.stop()
    assert [verdict.refusal for verdict in bench.heard.refused] == [Refusal.TOO_SMALL, Refusal.CUT_OFF]
    assert bench.store.listed() == ()


def test_near_duplicates_are_saved_once_per_label(bench: Bench) -> None:
    for label in ("rock", "rock", "paper"):
        bench.offer(1, label)
    bench.recorder.stop()
    assert [info.label for info in bench.heard.kept] == ["rock", "paper"]
    assert [verdict.refusal for verdict in bench.heard.refused] == [Refusal.NEAR_DUPLICATE]


def test_a_failure_is_reported_once_and_recording_pauses(bench: Bench) -> None:
    bench.gate.errors = [SampleStoreError("The disk is full.", hint="Make room.")]
    busy(bench)
    for seed in (1, 2):
        bench.offer(seed)
    bench.gate.opened.set()
    assert bench.heard.failed.wait(LONG_S)
    assert bench.offer(3) is OfferResult.PAUSED
    assert bench.heard.failures == [("The disk is full. Make room.", 3)]
    bench.recorder.resume()
    assert bench.offer(0) is OfferResult.TAKEN
    bench.recorder.stop()
    assert len(bench.heard.kept) == 1
    assert len(bench.heard.failures) == 1


def test_an_unexpected_failure_is_reported_readably(bench: Bench, caplog: pytest.LogCaptureFixture) -> None:
    bench.gate.errors = [ZeroDivisionError("division\nby zero")]
    with caplog.at_level(logging.ERROR):
        bench.offer(1)
        assert bench.heard.failed.wait(LONG_S)
    assert bench.heard.failures[0][0].startswith("Recording failed: division by zero.")
    assert "ZeroDivisionError" in caplog.text
    bench.recorder.resume()
    assert bench.offer(1) is OfferResult.TAKEN


def test_a_listener_that_fails_does_not_end_recording(bench: Bench, caplog: pytest.LogCaptureFixture) -> None:
    bench.heard.sample_saved = lambda info: 1 / 0  # type: ignore[assignment, method-assign]
    with caplog.at_level(logging.ERROR):
        for seed in (1, 2):
            bench.offer(seed)
        bench.recorder.stop()
    assert len(bench.store.listed()) == 2
    assert "listener failed" in caplog.text


def test_a_label_that_cannot_be_used_is_refused_in_the_caller(bench: Bench) -> None:
    with pytest.raises(ValueError, match="path separator"):
        bench.offer(1, "../rock")


def test_a_session_that_cannot_be_used_is_refused() -> None:
    with pytest.raises(ValueError, match="session"):
        RecordingSession("a/b", "camera")


def test_a_stuck_thread_is_named() -> None:
    store, gate = InMemorySampleStore(), Gate()
    store.before_add = gate  # type: ignore[assignment]
    recorder = BackgroundRecorder(store, CONTEXT, Heard(), stop_s=0.05)
    for seed in (1, 2):
        recorder.offer(*shown(seed), None, "rock")
    assert gate.entered.wait(LONG_S)
    with pytest.raises(PipelineStuckError, match="sample-recorder, with 1 more to write"):
        recorder.stop()
    gate.opened.set()
    for thread in threading.enumerate():
        if thread.name == "sample-recorder":
            thread.join(LONG_S)
    recorder.stop()
    assert len(store.listed()) == 2
