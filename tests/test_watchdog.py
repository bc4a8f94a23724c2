from __future__ import annotations

import logging
import threading

import pytest

from gesture_app.watchdog import Heartbeat, Watchdog, WatchedThread


class Clock:
    now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


def names_of(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage().partition("\n")[0] for record in caplog.records]


def wait_for_a_disk(entered: threading.Event, may_go_on: threading.Event) -> None:
    entered.set()
    may_go_on.wait()


def test_a_stuck_thread_is_named_once_with_its_stack(caplog: pytest.LogCaptureFixture) -> None:
    entered, may_go_on = threading.Event(), threading.Event()

    def work() -> None:
        thread.heartbeat.beat()
        wait_for_a_disk(entered, may_go_on)

    thread = WatchedThread(work, name="sample-recorder", limit_s=-1.0)
    thread.start()
    entered.wait()
    watchdog = Watchdog({})
    try:
        watchdog.check()
        watchdog.check()
    finally:
        may_go_on.set()
        thread.join()
    assert len(caplog.records) == 1
    message = caplog.records[0].getMessage()
    assert "'sample-recorder'" in message
    assert "in wait_for_a_disk" in message


def test_a_thread_that_goes_on_is_told_and_may_get_stuck_again(caplog: pytest.LogCaptureFixture) -> None:
    clock = Clock()
    heartbeat = Heartbeat(5.0, clock)
    watchdog = Watchdog({"window": heartbeat})
    heartbeat.beat()
    for clock.now_s, beats in ((5.0, False), (6.0, False), (9.0, True), (20.0, False)):
        if beats:
            heartbeat.beat()
        watchdog.check()
    assert [record.levelno for record in caplog.records] == [logging.ERROR, logging.WARNING, logging.ERROR]
    assert names_of(caplog)[0] == "The thread 'window' has been at one thing for 6.0 s. It is here:"


def test_a_thread_that_waits_for_work_is_not_stuck(caplog: pytest.LogCaptureFixture) -> None:
    clock = Clock()
    heartbeat = Heartbeat(5.0, clock)
    watchdog = Watchdog({"worker": heartbeat})
    watchdog.check()
    heartbeat.beat()
    heartbeat.rest()
    clock.now_s = 1000.0
    watchdog.check()
    assert caplog.records == []


def test_a_watchdog_that_fails_says_so_once_and_goes_on(caplog: pytest.LogCaptureFixture) -> None:
    rounds = threading.Semaphore(0)
    may_fail = threading.Event()
    may_fail.set()

    def threads() -> list[threading.Thread]:
        rounds.release()
        if may_fail.is_set():
            raise RuntimeError("a bug in the list of threads")
        return []

    watchdog = Watchdog({}, threads=threads, interval_s=0.001)
    watchdog.start()
    for _ in range(3):
        assert rounds.acquire(timeout=10.0)
    may_fail.clear()
    for _ in range(3):
        assert rounds.acquire(timeout=10.0)
    watchdog.stop()
    assert [record.getMessage() for record in caplog.records] == ["the watchdog failed"]


def test_it_stops() -> None:
    watchdog = Watchdog({})
    watchdog.start()
    watchdog.stop()
    assert "watchdog" not in [thread.name for thread in threading.enumerate()]
