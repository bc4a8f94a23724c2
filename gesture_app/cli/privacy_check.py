"""The check behind ``gesture-app doctor --privacy``: what the program connects to and writes, as the system sees it."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from gesture_app.cli.output import counted
from gesture_app.composition import user_folders
from gesture_app.errors import GestureAppError, MissingDependencyError
from gesture_app.resources import DEMO_CLIP, PROJECT_ROOT

SECONDS = 15.0
"""Longest time that the demo clip is played."""

NETWORK_CALLS = "socket,connect,sendto,sendmsg,sendmmsg"
FILE_CALLS = "open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2"
"""System calls on sockets and on files that strace lists."""
_CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*)$")
_PATH = re.compile(r'"((?:[^"\\]|\\.)*)"')
_FAILED = re.compile(r"= -1 E\w+")
_WRITES = re.compile(r"\bO_(?:WRONLY|RDWR|CREAT)\b")
_DEVICES = ("/dev/", "/proc/")


class PrivacyCheckError(GestureAppError):
    """The check could not be made."""


@dataclass(frozen=True)
class Observed:
    """What a process did.

    Attributes:
        sockets: System calls on internet sockets.
        written: Files and folders that it made or opened for writing.
    """

    sockets: tuple[str, ...]
    written: tuple[Path, ...]

    def outside(self, folders: Iterable[Path]) -> tuple[Path, ...]:
        """Files that it wrote elsewhere than in these folders."""
        known = tuple(folders)
        return tuple(path for path in self.written if not any(path.is_relative_to(folder) for folder in known))


def observed(lines: Iterable[str], cwd: Path) -> Observed:
    """Read the output of strace.

    Args:
        lines: Its lines.
        cwd: The working directory of the process.
    """
    sockets: list[str] = []
    written: dict[Path, None] = {}
    for line in lines:
        match = _CALL.match(line)
        if match is None:
            continue
        call, arguments = match.groups()
        if call in NETWORK_CALLS.split(","):
            if "AF_INET" in arguments:
                sockets.append(f"{call}({arguments}")
        elif call in FILE_CALLS.split(",") and not _FAILED.search(arguments) and _is_writing(call, arguments):
            paths = [path for path in _PATH.findall(arguments) if not path.startswith(_DEVICES)]
            written.update(dict.fromkeys(Path(os.path.normpath(cwd / path)) for path in paths))
    return Observed(tuple(sockets), tuple(written))


def has_opened(file: Path, lines: Iterable[str]) -> bool:
    """Whether a process has opened a file, in the output of strace."""
    return any(f'"{file}"' in line and "open" in line and not _FAILED.search(line) for line in lines)


def check_privacy(console: Console, *, seconds: float = SECONDS) -> int:
    """Play the demo clip without a window under strace, and print what it connected to and wrote.

    Args:
        console: Receives the findings.
        seconds: Longest time that it is played.

    Returns:
        1 if it opened an internet socket or wrote outside the user's folders, else 0.

    Raises:
        MissingDependencyError: If strace is not installed.
        PrivacyCheckError: If the clip was not played.
    """
    strace = shutil.which("strace")
    if strace is None:
        raise MissingDependencyError(
            "This check needs strace, which is not installed.",
            hint="Install it (on Debian and Ubuntu: apt install strace). docs/PRIVACY.md names other ways.",
        )
    with tempfile.TemporaryDirectory(prefix="gesture-app-privacy-") as folder:
        calls = Path(folder, "calls")
        command = [sys.executable, "-B", "-m", "gesture_app", "--headless", "--source", str(DEMO_CLIP)]
        traced = f"trace={NETWORK_CALLS},{FILE_CALLS}"
        _run([strace, "-f", "-qq", "-s", "4096", "-e", traced, "-o", str(calls), *command], seconds)
        lines = calls.read_text(errors="replace").splitlines() if calls.is_file() else []
    if not has_opened(DEMO_CLIP, lines):
        raise PrivacyCheckError(
            "Nothing was learnt: the demo clip was not played under strace.",
            hint="Some systems and containers forbid strace. docs/PRIVACY.md names other ways.",
        )
    found = observed(lines, PROJECT_ROOT)
    outside = found.outside((*user_folders().values(), Path(tempfile.gettempdir()), Path("/dev/shm")))
    console.print("The demo clip was played without a window, under strace.", highlight=False)
    for title, things in (
        ("call on an internet socket", found.sockets),
        ("file written outside the program's own folders", outside),
    ):
        noun, _, rest = title.partition(" ")
        console.print(f"{counted(len(things), noun)} {rest}", highlight=False)
        for thing in things:
            console.print(f"  {thing}", highlight=False, soft_wrap=True)
    return 1 if found.sockets or outside else 0


def _is_writing(call: str, arguments: str) -> bool:
    return call not in ("open", "openat") or _WRITES.search(arguments) is not None


def _run(command: Sequence[str], seconds: float) -> None:
    process = subprocess.Popen(
        command, cwd=PROJECT_ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        with suppress(subprocess.TimeoutExpired):
            process.wait(seconds)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
