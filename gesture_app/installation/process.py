"""A process that writes to a file, which is read line by line while something else is watched."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

_TICK_S = 0.2
_GRACE_S = 5.0
_OUTPUT_NAME = "output.txt"


class WatchedProcess:
    """A running command. Its input is empty; a file takes its output, so that it can go on when this program has ended.

    Args:
        command: The command.
        environment: Its environment variables.
        folder: Its working folder, where the output is written.

    Raises:
        OSError: If it cannot be started.
    """

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], folder: Path) -> None:
        self._output = folder / _OUTPUT_NAME
        with self._output.open("wb") as output:
            self._process = subprocess.Popen(
                list(command),
                cwd=folder,
                env=dict(environment),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=os.name != "nt",
            )

    def lines(self) -> Iterator[str]:
        """The lines of the output as they come, and an empty text a few times a second in between, until it ends."""
        begun = ""
        with self._output.open(encoding="utf-8", errors="replace") as output:
            is_running = True
            while is_running:
                is_running = not self._ends_within(_TICK_S)
                *lines, begun = (begun + output.read()).split("\n")
                yield from (line.rstrip() for line in lines)
                yield ""
        if begun.strip():
            yield begun.rstrip()

    def wait(self) -> int:
        """Wait for the end of the process, and return its exit code."""
        return self._process.wait()

    def end(self) -> None:
        """End the process and those that it started."""
        self._signal(signal.SIGTERM)
        if not self._ends_within(_GRACE_S):
            self._signal(getattr(signal, "SIGKILL", signal.SIGTERM))
            self._process.wait()

    def leave(self) -> None:
        """Let the process go on by itself."""
        threading.Thread(target=self._process.wait, name="installer-left", daemon=True).start()

    def _ends_within(self, seconds: float) -> bool:
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True

    def _signal(self, number: int) -> None:
        if os.name == "nt":
            self._process.terminate()
            return
        try:
            os.killpg(self._process.pid, number)
        except ProcessLookupError:
            return


def remove_folder(folder: Path) -> None:
    """Remove a folder with many files, as far as that can be done.

    In a process of its own: a thread would wait for the busy window's thread at each of tens of thousands of files.
    """
    code = "import shutil, sys; shutil.rmtree(sys.argv[1], ignore_errors=True)"
    subprocess.run([sys.executable, "-S", "-E", "-c", code, str(folder)], check=False)
