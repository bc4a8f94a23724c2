from __future__ import annotations

import threading

import pytest

from gesture_app.capture.pacing import Pacer, Stop
from tests.fakes.frames import FakeClock


class Waits:
    """Stands in for waiting: time passes at once."""

    def __init__(self, clock: FakeClock) -> None:
        self.clock = clock
        self.waited_s: list[float] = []

    def __call__(self, event: threading.Event, timeout_s: float) -> bool:
        self.waited_s.append(round(timeout_s, 3))
        self.clock.advance(timeout_s)
        return event.is_set()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def waits(clock: FakeClock) -> Waits:
    return Waits(clock)


@pytest.fixture
def pacer(clock: FakeClock, waits: Waits) -> Pacer:
    return Pacer(Stop(waits), clock)


def test_the_first_frame_comes_at_once_and_the_next_when_it_is_due(pacer: Pacer, waits: Waits) -> None:
    assert all(pacer.hold_until(time_s) for time_s in (0.0, 0.1, 0.3))
    assert waits.waited_s == [0.1, 0.2]


def test_a_short_delay_is_caught_up(pacer: Pacer, waits: Waits, clock: FakeClock) -> None:
    pacer.hold_until(0.0)
    clock.advance(0.25)
    for time_s in (0.1, 0.2, 0.3):
        pacer.hold_until(time_s)
    assert waits.waited_s == [0.05]


def test_a_long_delay_is_let_go(pacer: Pacer, waits: Waits, clock: FakeClock) -> None:
    pacer.hold_until(0.0)
    clock.advance(60.0)
    pacer.hold_until(0.1)
    pacer.hold_until(0.2)
    assert waits.waited_s == [0.1]


def test_a_jump_in_the_times_causes_no_long_wait(pacer: Pacer, waits: Waits) -> None:
    for time_s in (0.0, 3600.0, 3600.1):
        pacer.hold_until(time_s)
    assert waits.waited_s == [2.0, 0.1]


def test_restart_counts_from_the_next_frame(pacer: Pacer, waits: Waits) -> None:
    pacer.hold_until(5.0)
    pacer.restart()
    pacer.hold_until(0.0)
    assert waits.waited_s == []


def test_a_stop_ends_the_wait(clock: FakeClock) -> None:
    stop = Stop()
    pacer = Pacer(stop, clock)
    pacer.hold_until(0.0)
    stop.request()
    assert pacer.hold_until(1.0) is False
    assert pacer.hold_until(0.0) is False
