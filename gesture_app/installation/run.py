"""Runs an installer, and tells from its output and from the growth of a folder how far it is."""

from __future__ import annotations

import os
import re
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from gesture_app.installation.process import WatchedProcess

MOST_LINES = 400
"""Number of lines of the output that are kept, the last ones."""

_MEASURE_S = 1.0
_ALMOST = 0.99
_FETCHING = re.compile(r"^\s*(?:Downloading|Collecting) ([A-Za-z0-9._]+(?:-[A-Za-z_][A-Za-z0-9._]*)*)")
_INSTALLING = re.compile(r"^(?:Prepared \d+ packages?|Installing collected packages)")


class AddingPhase(Enum):
    """What is being done."""

    FETCH = "fetch"
    INSTALL = "install"
    CHECK = "check"


@dataclass(frozen=True)
class AddingProgress:
    """Progress of adding packages.

    Attributes:
        phase: What is being done.
        share: Fetched part of all, from 0 to 1; None while it is not known.
        package: Name of the package that was begun last; may be empty.
    """

    phase: AddingPhase
    share: float | None = None
    package: str = ""


class Ending(Enum):
    """How a run ended early."""

    CANCELLED = "cancelled"
    LEFT = "left to end by itself"


@dataclass(frozen=True)
class Listener:
    """What a run reports to, and asks.

    Attributes:
        on_progress: Receives the progress.
        on_line: Receives each line of the output.
        is_cancelled: Whether to end while packages are fetched; installing does not end half-way.
        is_left: Whether to return at once while packages are installed, and let the installer end by itself.
    """

    on_progress: Callable[[AddingProgress], None]
    on_line: Callable[[str], None]
    is_cancelled: Callable[[], bool]
    is_left: Callable[[], bool]


@dataclass(frozen=True)
class RunResult:
    """Exit code and last lines of a run."""

    code: int
    lines: tuple[str, ...]


class InstallerRun:
    """One run of an installer that fetches into a folder.

    Args:
        folder: Its working folder.
        fetched: Where it fetches to; the growth of this folder is the progress.
        expected_bytes: Size of that folder when all is fetched.
        listener: Receives the progress.
    """

    def __init__(self, folder: Path, fetched: Path, expected_bytes: int, listener: Listener) -> None:
        self._folder = folder
        self._fetched = fetched
        self._expected_bytes = expected_bytes
        self._listener = listener
        self._phase = AddingPhase.FETCH
        self._package = ""
        self._share: float | None = None
        self._measured_s = float("-inf")

    def run(self, command: Sequence[str], environment: Mapping[str, str]) -> RunResult | Ending:
        """Run a command to its end, or until it is cancelled or left.

        Raises:
            OSError: If it cannot be started.
        """
        process = WatchedProcess(command, environment, self._folder)
        lines: deque[str] = deque(maxlen=MOST_LINES)
        for line in process.lines():
            if line:
                lines.append(line)
                self._listener.on_line(line)
                self._read(line)
            if self._phase is AddingPhase.FETCH:
                if self._listener.is_cancelled():
                    process.end()
                    return Ending.CANCELLED
                self._measure(time.monotonic())
            elif self._listener.is_left():
                process.leave()
                return Ending.LEFT
        return RunResult(process.wait(), tuple(lines))

    def _read(self, line: str) -> None:
        """Take phase and package from a line of the output."""
        if _INSTALLING.match(line):
            self._phase = AddingPhase.INSTALL
            self._listener.on_progress(AddingProgress(self._phase))
        elif match := _FETCHING.match(line):
            self._package = match[1]
            self._listener.on_progress(AddingProgress(self._phase, self._share, self._package))

    def _measure(self, now_s: float) -> None:
        if now_s - self._measured_s < _MEASURE_S:
            return
        self._measured_s = now_s
        # Folders that the installer renames just now are missed: the share never falls.
        share = max(self._share or 0.0, min(_ALMOST, size_bytes(self._fetched) / self._expected_bytes))
        if share != self._share:
            self._share = share
            self._listener.on_progress(AddingProgress(self._phase, share, self._package))


def size_bytes(folder: Path) -> int:
    """Size of all files in a folder, in bytes; files that vanish meanwhile are left out."""
    total = 0
    waiting = [str(folder)]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                    else:
                        total += entry.stat(follow_symlinks=False).st_size
        except OSError:
            continue
    return total
