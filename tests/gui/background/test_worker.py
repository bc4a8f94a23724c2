from __future__ import annotations

import logging
import re
import threading
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from gesture_app.errors import GestureAppError
from gesture_app.gui.background.worker import Finish, Worker, WorkerFullError
from gesture_app.resources import PROJECT_ROOT


@pytest.fixture
def may_go_on() -> Iterator[threading.Event]:
    event = threading.Event()
    yield event
    event.set()


def returning(finish: Finish) -> Callable[[], Finish]:
    return lambda: finish


def test_the_thread_begins_with_the_first_task(qtbot: QtBot) -> None:
    before = set(threading.enumerate())
    worker = Worker("one", "It failed")
    assert set(threading.enumerate()) == before
    assert not worker.is_busy
    worker.run(returning(lambda: None))
    assert [thread.name for thread in set(threading.enumerate()) - before] == ["one"]
    assert worker.stop()


def test_a_worker_that_never_ran_stops(qtbot: QtBot) -> None:
    assert Worker("one", "It failed").stop()


def test_tasks_run_on_the_thread_and_finish_in_the_gui_thread_in_order(qtbot: QtBot) -> None:
    worker = Worker("one", "It failed")
    ran: list[tuple[int, str]] = []
    finished: list[tuple[int, threading.Thread]] = []

    def task(number: int) -> Callable[[], Finish]:
        def run() -> Finish:
            ran.append((number, threading.current_thread().name))
            return lambda: finished.append((number, threading.current_thread()))

        return run

    for number in range(5):
        worker.run(task(number))
    assert worker.is_busy
    qtbot.waitUntil(lambda: not worker.is_busy)
    assert ran == [(number, "one") for number in range(5)]
    assert finished == [(number, threading.current_thread()) for number in range(5)]
    assert worker.stop()


def test_an_expected_error_arrives_as_it_is(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    expected = GestureAppError("The disk is full.")

    def fail() -> Finish:
        raise expected

    worker = Worker("one", "It failed")
    with qtbot.waitSignal(worker.failed) as failed:
        worker.run(fail)
    assert failed.args == [expected]
    assert not caplog.records
    assert worker.stop()


def test_an_unforeseen_exception_is_logged_and_becomes_a_typed_error(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> Finish:
        raise RuntimeError("two\nlines")

    worker = Worker("one", "The samples could not be changed")
    errors: list[GestureAppError] = []
    finished: list[bool] = []
    worker.failed.connect(errors.append)
    worker.run(fail)
    worker.run(fail, failure="The import failed")
    worker.run(returning(lambda: finished.append(True)))
    qtbot.waitUntil(lambda: bool(finished))
    assert [error.message for error in errors] == [
        "The samples could not be changed: two lines.",
        "The import failed: two lines.",
    ]
    assert "RuntimeError" in caplog.text
    assert worker.stop()


def test_a_task_with_its_own_handler_does_not_reach_the_signal(qtbot: QtBot) -> None:
    def fail() -> Finish:
        raise GestureAppError("It broke.")

    worker = Worker("one", "It failed")
    handled: list[GestureAppError] = []
    worker.failed.connect(lambda error: pytest.fail(str(error)))
    worker.run(fail, handled.append)
    qtbot.waitUntil(lambda: not worker.is_busy)
    assert [error.message for error in handled] == ["It broke."]
    assert worker.stop()


def test_a_result_that_cannot_be_used_does_not_lose_the_next(qtbot: QtBot) -> None:
    def raise_error() -> None:
        raise RuntimeError("in the GUI thread")

    worker = Worker("one", "It failed")
    finished: list[bool] = []
    with qtbot.captureExceptions() as exceptions:
        worker.run(returning(raise_error))
        worker.run(returning(lambda: finished.append(True)))
        qtbot.waitUntil(lambda: bool(finished))
    assert [str(error) for _kind, error, _trace in exceptions] == ["in the GUI thread"]
    assert not worker.is_busy
    assert worker.stop()


def test_a_full_worker_refuses(qtbot: QtBot, may_go_on: threading.Event) -> None:
    worker = Worker("one", "It failed", most_waiting=1)
    running = threading.Event()
    finished: list[int] = []

    def wait() -> Finish:
        running.set()
        assert may_go_on.wait(10)
        return lambda: finished.append(1)

    worker.run(wait)
    assert running.wait(10)
    worker.run(returning(lambda: finished.append(2)))
    with pytest.raises(WorkerFullError):
        worker.run(returning(lambda: finished.append(3)))
    may_go_on.set()
    qtbot.waitUntil(lambda: not worker.is_busy)
    assert finished == [1, 2]
    assert worker.stop()


def test_stopping_runs_the_waiting_tasks_and_takes_no_more(qtbot: QtBot) -> None:
    worker = Worker("one", "It failed")
    ran: list[int] = []

    def task(number: int) -> Callable[[], Finish]:
        def run() -> Finish:
            ran.append(number)
            return lambda: None

        return run

    for number in range(3):
        worker.run(task(number))
    assert worker.stop()
    worker.run(task(3))
    assert ran == [0, 1, 2]
    assert worker.stop()


def test_a_stuck_thread_is_named(qtbot: QtBot, may_go_on: threading.Event, caplog: pytest.LogCaptureFixture) -> None:
    worker = Worker("round-log", "It failed")

    def wait() -> Finish:
        assert may_go_on.wait(10)
        return lambda: None

    worker.run(wait)
    with caplog.at_level(logging.ERROR):
        assert not worker.stop(0.01)
    assert "'round-log'" in caplog.text
    may_go_on.set()
    assert worker.stop()


def test_only_the_worker_starts_threads() -> None:
    gui = PROJECT_ROOT / "gesture_app" / "gui"
    starting = {
        path.name for path in gui.rglob("*.py") if re.search(r"\b((Q|Watched)?Thread|\w+Executor)\(", path.read_text())
    }
    assert starting == {"worker.py"}
