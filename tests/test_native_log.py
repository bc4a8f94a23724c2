from __future__ import annotations

import os
import sys
import threading

import pytest

from gesture_app.native_log import without_native_notices

CHATTER = [
    "WARNING: All log messages before absl::InitializeLog() is called are written to STDERR",
    "I0000 00:00:1731930035.529357   21253 task_runner.cc:85] GPU suport is not available: INTERNAL",
    "I0726 12:00:01.123456   21253 gl_context_egl.cc:85] Successfully initialized EGL. Major : 1 Minor: 5",
    "INFO: Created TensorFlow Lite XNNPACK delegate for CPU.",
    "W0000 00:00:1731930035.660247   28339 inference_feedback_manager.cc:114] Feedback manager requires a model",
    "2026-11-30 18:38:11.231537: E external/local_xla/xla/stream_executor/cuda/cuda_fft.cc:467] Unable to register "
    "cuFFT factory: Attempting to register factory for plugin cuFFT when one has already been registered",
    "E0000 00:00:1796063891.662789   11085 cuda_blas.cc:1407] Unable to register cuBLAS factory: Attempting",
]
ERROR = "E0000 00:00:1731930035.660247   28339 calculator_graph.cc:926] The graph has failed"


def say(text: str) -> None:
    """As native code does, past Python's own stream."""
    os.write(2, text.encode() + b"\n")


def test_notices_and_warnings_of_native_code_are_dropped(capfd: pytest.CaptureFixture[str]) -> None:
    with without_native_notices():
        for line in CHATTER:
            say(line)

    assert capfd.readouterr().err == ""


def test_errors_and_other_output_are_passed_on(capfd: pytest.CaptureFixture[str]) -> None:
    with without_native_notices():
        say("half of our own progress line, then " + CHATTER[1])
        say(ERROR)
        sys.__stderr__.write("said by Python\n")  # type: ignore[union-attr]

    assert capfd.readouterr().err == f"half of our own progress line, then {ERROR}\nsaid by Python\n"


def test_afterwards_everything_is_said_again(capfd: pytest.CaptureFixture[str]) -> None:
    with without_native_notices():
        pass
    say(CHATTER[0])

    assert capfd.readouterr().err == CHATTER[0] + "\n"


def test_after_an_error_everything_is_said_again(capfd: pytest.CaptureFixture[str]) -> None:
    def fail() -> None:
        with without_native_notices():
            say(ERROR)
            raise RuntimeError("no graph")

    with pytest.raises(RuntimeError, match="no graph"):
        fail()
    say("afterwards")

    assert capfd.readouterr().err == f"{ERROR}\nafterwards\n"


def test_threads_take_turns(capfd: pytest.CaptureFixture[str]) -> None:
    """The second must not keep the first one's file for the terminal."""
    inside, go_on = threading.Event(), threading.Event()

    def first() -> None:
        with without_native_notices():
            inside.set()
            assert go_on.wait(10)

    def second() -> None:
        assert inside.wait(10)
        go_on.set()
        with without_native_notices():
            say(CHATTER[0])

    threads = [threading.Thread(target=first), threading.Thread(target=second)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    say("afterwards")

    assert capfd.readouterr().err == "afterwards\n"


def test_descriptors_are_given_back() -> None:
    def lowest_free() -> int:
        descriptor = os.dup(0)
        os.close(descriptor)
        return descriptor

    before = lowest_free()
    for _ in range(5):
        with without_native_notices():
            pass

    assert lowest_free() == before


def test_without_a_terminal_nothing_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    """A windowed program on Windows has neither descriptor 2 nor sys.stderr."""

    def no_descriptor(number: int) -> int:
        raise OSError(f"bad descriptor {number}")

    monkeypatch.setattr(os, "dup", no_descriptor)
    monkeypatch.setattr(sys, "stderr", None)
    done = False

    with without_native_notices():
        done = True

    assert done


def test_a_block_within_another_one_drops_and_passes_on_the_same(capfd: pytest.CaptureFixture[str]) -> None:
    with without_native_notices():
        with without_native_notices():
            say(CHATTER[1])
            say(ERROR)
        say(CHATTER[3])
    assert capfd.readouterr().err == ERROR + "\n"
