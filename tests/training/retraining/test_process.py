from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress

import pytest

from gesture_app.domain.retraining.events import Failed, LogLine
from gesture_app.storage.retraining_events import from_line
from tests.fakes.rendering import ROOT
from training.common.stop_request import StopAskedError, StopRequest
from training.retraining.job import final_event

PROCESS = """
import sys
from gesture_app.domain.retraining.events import Cancelled, LogLine
from training.retraining.process import EventWriter, lower_priority
from training.common.stop_request import StopAskedError, StopRequest
writer = EventWriter()
stop = StopRequest(with_stdin=True)
lower_priority()
print("what a library prints", flush=True)
try:
    writer.write(LogLine("ready"))
    while True:
        sum(range(1000))
        if "talk" in sys.argv:
            writer.write(LogLine("still here"))
except StopAskedError:
    if "talk" not in sys.argv:
        writer.write(Cancelled())
    sys.exit(130)
"""


class TestProcess:
    @pytest.fixture
    def process(self, request: pytest.FixtureRequest) -> Iterator[subprocess.Popen[str]]:
        arguments = [sys.executable, "-c", PROCESS, *getattr(request, "param", [])]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        with subprocess.Popen(arguments, cwd=ROOT, encoding="utf-8", **pipes) as started:  # type: ignore[call-overload]
            watchdog = threading.Timer(60, started.kill)
            watchdog.start()
            yield started
            started.kill()
            watchdog.cancel()
            watchdog.join()

    def test_the_end_of_standard_input_stops_it(self, process: subprocess.Popen[str]) -> None:
        assert from_line(process.stdout.readline()) == LogLine("ready")  # type: ignore[union-attr]
        process.stdin.close()  # type: ignore[union-attr]
        assert json.loads(process.stdout.readline()) == {"event": "cancelled"}  # type: ignore[union-attr]
        assert process.wait() == 130
        assert "what a library prints" in process.stderr.read()  # type: ignore[union-attr]

    @pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
    def test_a_signal_stops_it(self, process: subprocess.Popen[str]) -> None:
        process.stdout.readline()  # type: ignore[union-attr]
        process.terminate()
        assert json.loads(process.stdout.readline()) == {"event": "cancelled"}  # type: ignore[union-attr]
        assert process.wait() == 130

    @pytest.mark.parametrize("process", [["talk"]], indirect=True)
    def test_a_listener_that_goes_away_stops_it(self, process: subprocess.Popen[str]) -> None:
        process.stdout.readline()  # type: ignore[union-attr]
        process.stdout.close()  # type: ignore[union-attr]
        assert process.wait() == 130


def caused(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        OSError(errno.ENOMEM, "Cannot allocate memory"),
        ImportError("libtensorflow_cc.so.2: failed to map segment from shared object"),
        RuntimeError("std::bad_alloc"),
        RuntimeError("OOM when allocating tensor with shape[64,112,112,96]"),
        caused(RuntimeError("the export failed"), MemoryError()),
    ],
)
def test_a_lack_of_memory_is_told_in_plain_words(error: Exception) -> None:
    failed, code = final_event(error, was_asked=False)
    assert failed == Failed("There is not enough memory.", "Close other programs, then try again.")
    assert code == 1


def test_other_errors_are_no_lack_of_memory() -> None:
    failed, _code = final_event(ImportError("libfoo.so: cannot open shared object file"), was_asked=False)
    assert isinstance(failed, Failed)
    assert "libfoo.so" in failed.message


def test_a_request_to_stop_that_a_library_swallowed_is_remembered() -> None:
    """As where it comes while JAX's callback of the garbage collector runs."""
    stop = StopRequest(with_stdin=False)
    try:
        stop.check()
        with suppress(KeyboardInterrupt):
            signal.raise_signal(signal.SIGTERM)
        with pytest.raises(StopAskedError):
            stop.check()
    finally:
        stop.close()
