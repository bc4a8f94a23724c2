"""No library reports usage: none opens a socket to the internet or writes more than known settings at home.

ONNX Runtime 1.31 looked up a telemetry host about a minute after it was imported, so each process here runs for longer.
Without strace only sockets of Python code are seen, by an audit hook; files are seen either way.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[2]
WATCHED_S = 90
STARTS_S = 60
"""Longest time of these imports on a busy machine."""

CLASSIFY = """
import numpy as np
from gesture_app.onnx_runtime import open_session
from gesture_app.resources import SHIPPED_MODELS
session = open_session(next(SHIPPED_MODELS.glob("*/model.onnx")), threads=1)
types = {"tensor(uint8)": np.uint8, "tensor(float)": np.float32}
session.run(None, {node.name: np.zeros([1, *node.shape[1:]], types[node.type]) for node in session.get_inputs()})
"""


class Expected(NamedTuple):
    """Files and system calls of a library that are allowed, because they tell nothing about the user.

    Attributes:
        files: Beginnings of file names in the home folder.
        calls: Beginnings of system calls.
    """

    files: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()


FONTS = (".config/matplotlib/", ".cache/matplotlib/")
TENSORFLOW = Expected(
    files=(".keras/keras.json", *FONTS),
    # gRPC checks that this machine has IPv6; the socket is never connected.
    calls=("socket(AF_INET6, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_IP)",),
)
EXPECTED = {
    CLASSIFY: Expected(),
    "import training.common.export, tf2onnx": TENSORFLOW,
    "import keras": TENSORFLOW,
    "import tensorflow": TENSORFLOW,
    "import matplotlib.pyplot": Expected(files=FONTS),
}

INHERITED = ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "TEMP", "TMP", "OPENBLAS_CORETYPE")
"""Environment variables of the watched processes. Not ``CI``: ONNX Runtime reports nothing where that is set."""

WATCHER = """
import sys
def watch(event, arguments):
    if event in ("socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"):
        address = arguments[1] if event in ("socket.connect", "socket.sendto") else arguments[0]
        if not isinstance(address, (str, bytes)) or event.startswith("socket.get"):
            print("PYTHON SOCKET", event, address, file=sys.stderr, flush=True)
sys.addaudithook(watch)
"""


class WatchedProcess:
    """A Python process in an empty home folder, whose sockets are recorded.

    Args:
        code: Run before the process waits for the end of its standard input.
        folder: Receives its home folder and the list of its system calls.
        environment: Added to its environment.
    """

    def __init__(self, code: str, folder: Path, environment: dict[str, str] | None = None) -> None:
        self.home, self._calls, self._errors = folder / "home", folder / "calls", folder / "errors"
        self.home.mkdir(parents=True)
        strace = shutil.which("strace")
        tracer = (
            [strace, "-f", "-qq", "-e", "trace=socket,connect,sendto,sendmsg,sendmmsg", "-o", str(self._calls)]
            if strace
            else []
        )
        variables = {name: os.environ[name] for name in INHERITED if name in os.environ}
        home = {"HOME": str(self.home), "USERPROFILE": str(self.home), "TF_CPP_MIN_LOG_LEVEL": "3"}
        with self._errors.open("w") as errors:
            self._process = subprocess.Popen(
                [*tracer, sys.executable, "-c", f"{WATCHER}{code}\nprint('ready', flush=True)\nsys.stdin.read()"],
                cwd=ROOT,
                env={**variables, **home, **(environment or {})},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            )

    def wait_until_ready(self) -> None:
        """Wait until the code has run."""
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "ready\n", self._errors.read_text()

    def end(self) -> None:
        """Close its standard input, and wait for its end."""
        self._process.communicate(timeout=STARTS_S)
        assert self._process.returncode == 0, self._errors.read_text()

    def kill(self) -> None:
        """Kill it if it still runs."""
        self._process.kill()
        self._process.communicate()

    def internet_sockets(self, expected: tuple[str, ...] = ()) -> list[str]:
        """Internet sockets that it opened or used, except the expected ones."""
        lines = self._calls.read_text().splitlines() if self._calls.exists() else []
        calls = [line.partition(" ")[2].strip() for line in lines if "AF_INET" in line]  # without the thread's number
        python = [line for line in self._errors.read_text().splitlines() if line.startswith("PYTHON SOCKET")]
        return [call for call in [*calls, *python] if not call.startswith(expected)]

    def files(self, expected: tuple[str, ...] = ()) -> list[str]:
        """Files in its home folder, except the expected ones."""
        names = [path.relative_to(self.home).as_posix() for path in self.home.rglob("*") if path.is_file()]
        return sorted(name for name in names if not name.startswith(expected))

    def is_running(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None


@pytest.mark.timeout(WATCHED_S + 2 * STARTS_S + 60)
def test_no_library_reports_usage(tmp_path: Path) -> None:
    processes = {code: WatchedProcess(code, tmp_path / str(number)) for number, code in enumerate(EXPECTED)}
    try:
        for process in processes.values():
            process.wait_until_ready()
        threading.Event().wait(WATCHED_S)  # nothing that could be waited for: they must do nothing meanwhile
        for process in processes.values():
            assert process.is_running()
            process.end()
        for code, process in processes.items():
            assert process.internet_sockets(EXPECTED[code].calls) == [], code
            assert process.files(EXPECTED[code].files) == [], code
    finally:
        for process in processes.values():
            process.kill()


@pytest.mark.skipif(sys.platform != "linux", reason="where ONNX Runtime writes its events is known for Linux")
def test_the_usage_event_of_onnx_runtime_would_be_seen(tmp_path: Path) -> None:
    """The check above can fail: this is ONNX Runtime as it comes."""
    process = WatchedProcess("import onnxruntime", tmp_path)
    try:
        process.wait_until_ready()
        process.end()
    finally:
        process.kill()
    assert process.files(), "ONNX Runtime no longer writes a usage event at import; choose another proof of this test."


def test_a_socket_would_be_seen(tmp_path: Path) -> None:
    code = "import socket; s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.connect(('127.0.0.1', 9)); s.close()"
    process = WatchedProcess(code, tmp_path)
    try:
        process.wait_until_ready()
        process.end()
    finally:
        process.kill()
    assert process.internet_sockets()
