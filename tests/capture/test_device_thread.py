from __future__ import annotations

import threading

import pytest

from gesture_app.capture.device_thread import CallInterruptedError, CallTimedOutError, DeviceThread


def finish(thread: DeviceThread) -> bool:
    return thread.finish(lambda: None, idle_timeout_s=2.0, busy_timeout_s=0.0)


def test_calls_run_in_the_thread_and_give_their_result() -> None:
    thread = DeviceThread("device")
    assert thread.call(lambda: threading.current_thread().name, timeout_s=2.0) == "device"
    assert finish(thread)


def test_errors_reach_the_caller_and_the_thread_goes_on() -> None:
    thread = DeviceThread("device")
    with pytest.raises(ZeroDivisionError):
        thread.call(lambda: 1 // 0, timeout_s=2.0)
    assert thread.call(lambda: 3, timeout_s=2.0) == 3
    assert finish(thread)


def test_a_call_that_hangs_is_left_and_release_comes_after_it() -> None:
    thread, over, released = DeviceThread("device"), threading.Event(), threading.Event()
    with pytest.raises(CallTimedOutError):
        thread.call(over.wait, timeout_s=0.05)
    assert not thread.finish(released.set, idle_timeout_s=2.0, busy_timeout_s=0.05)
    assert not released.is_set()
    over.set()
    assert released.wait(2.0)


def test_an_interrupt_ends_the_wait_and_refuses_later_calls() -> None:
    thread, started, over = DeviceThread("device"), threading.Event(), threading.Event()

    def hang() -> None:
        started.set()
        over.wait()

    def interrupt() -> None:
        started.wait()
        thread.interrupt()

    threading.Thread(target=interrupt).start()
    with pytest.raises(CallInterruptedError):
        thread.call(hang, timeout_s=5.0)
    with pytest.raises(CallInterruptedError):
        thread.call(lambda: None, timeout_s=5.0)
    over.set()
    finish(thread)
