from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from threading import Event
from typing import Any

import numpy as np
import pytest

from gesture_app.domain.frames.frame import Hand, UInt8Array
from gesture_app.vision.detection.background_search import BackgroundSearch
from gesture_app.vision.detection.hand_roi import HandRoi
from gesture_app.vision.detection.networks import ScoredHand
from gesture_app.vision.detection.tta_schedule import ScheduleOptions
from gesture_app.vision.detection.video_detector import VideoDetector, VideoDetectorOptions
from tests.fakes.hands import FakeLandmarker, FakeNetwork, hand_at, networks_with

IMAGE = np.full((240, 320, 3), 60, dtype=np.uint8)
FRAME_S = 0.05


class ManualExecutor(Executor):
    """Runs what was submitted when it is told to."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Future[Any], Callable[[], Any]]] = []
        self.is_closed = False

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self.waiting.append((future, lambda: fn(*args, **kwargs)))
        return future

    def run(self) -> None:
        for future, call in self.waiting:
            if future.set_running_or_notify_cancel():
                try:
                    future.set_result(call())
                except (RuntimeError, ValueError) as error:
                    future.set_exception(error)
        self.waiting.clear()

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self.is_closed = True


class CertainVerifier:
    def score(self, image_rgb: UInt8Array, hand: Hand) -> float:
        return 5.0


@dataclass
class Live:
    """A detector whose tracking finds nothing, and whose network sees a hand of 120 pixels wherever it looks."""

    detector: VideoDetector
    executor: ManualExecutor
    network: FakeNetwork

    def detect(self, number: int) -> list[Hand]:
        return self.detector.detect(IMAGE, number * FRAME_S)


@pytest.fixture
def live() -> Iterator[Live]:
    def answer(image_rgb: UInt8Array, roi: HandRoi) -> ScoredHand:
        return ScoredHand(hand_at(160, 120, 120), 0.95)

    network, executor = FakeNetwork(answer), ManualExecutor()
    networks = networks_with(tracking=FakeLandmarker(), scorer=network)
    options = replace(VideoDetectorOptions(), schedule=ScheduleOptions(search_interval=2))
    detector = VideoDetector(2, networks, options, open_verifier=lambda _: CertainVerifier(), executor=executor)
    yield Live(detector, executor, network)
    detector.close()


def test_no_frame_waits_for_a_search(live: Live) -> None:
    for number in range(5):
        assert live.detect(number) == []

    assert live.network.calls == []
    assert len(live.executor.waiting) == 1


def test_what_a_search_found_is_looked_up_in_the_next_frame(live: Live) -> None:
    live.detect(0)
    live.detect(1)
    live.executor.run()

    (hand,) = live.detect(2)

    assert hand.center_px == pytest.approx((160, 120))
    assert len(live.detect(3)) == 1


def test_what_has_left_the_place_is_not_reported(live: Live) -> None:
    live.detect(0)
    live.detect(1)
    live.executor.run()
    live.network.answer = lambda image_rgb, roi: None

    assert live.detect(2) == []


def test_while_a_hand_is_expected_one_search_follows_the_other(live: Live) -> None:
    live.network.answer = lambda image_rgb, roi: None
    live.detector.expect_hands(1)

    for number in range(4):
        live.detect(number)
        assert len(live.executor.waiting) == 1
        live.executor.run()


def test_a_search_that_fails_is_an_error_of_the_next_frame(live: Live) -> None:
    def fail(image_rgb: UInt8Array, roi: HandRoi) -> ScoredHand | None:
        raise RuntimeError("no memory")

    live.network.answer = fail
    live.detect(0)
    live.detect(1)
    live.executor.run()

    with pytest.raises(RuntimeError, match="no memory"):
        live.detect(2)


def test_what_was_searched_before_a_reset_is_forgotten(live: Live) -> None:
    live.detect(0)
    live.detect(1)
    live.detector.reset()
    live.executor.run()

    assert live.detect(0) == []


def test_the_executor_is_closed_with_the_detector(live: Live) -> None:
    live.detector.close()

    assert live.executor.is_closed


def test_dropping_waits_for_the_search_that_runs() -> None:
    started, may_end, ended = Event(), Event(), Event()

    def search() -> list[Hand]:
        started.set()
        may_end.wait(10)
        ended.set()
        return [hand_at(60)]

    background = BackgroundSearch(ThreadPoolExecutor(1))
    background.start(search)
    assert started.wait(10)
    assert background.take() is None
    may_end.set()

    background.drop()

    assert ended.is_set()
    assert background.is_idle
    assert background.take() is None
    background.close()


def test_a_second_search_at_a_time_is_a_mistake() -> None:
    background = BackgroundSearch(ManualExecutor())
    background.start(list)

    with pytest.raises(RuntimeError, match="a search is running"):
        background.start(list)
