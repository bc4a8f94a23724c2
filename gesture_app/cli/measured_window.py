"""Runs the window in a process of its own, without a screen, to measure its start and its event loop.

The process prints a line for each thing that it reaches (``gesture_app/desktop/measurement.py``), and the time is taken
here, so that the start of Python counts. It works in empty folders in place of the user's.
"""

from __future__ import annotations

import json
import os
import site
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gesture_app.cli.options import RecognitionOptions
from gesture_app.composition import chosen_model
from gesture_app.errors import GestureAppError
from gesture_app.resources import PROJECT_ROOT

REACHED = ("window", "picture", "label")
"""What a start reaches, in this order: the window is painted, and has its first picture, and its first hand."""

_LIMIT_S = 120.0
"""Longest time of a run beside its measuring."""
_USER_FOLDERS = (
    *("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"),
    *("WIN_PD_OVERRIDE_APPDATA", "WIN_PD_OVERRIDE_LOCAL_APPDATA"),
)


@dataclass(frozen=True)
class WindowRun:
    """One run of the window.

    Attributes:
        reached_s: Seconds from the start of the process, by what was :data:`REACHED`.
        figures: Resident memory at the end (``resident_mb``), and what was measured of the event loop.
    """

    reached_s: dict[str, float]
    figures: dict[str, Any]


def run_window(
    options: RecognitionOptions,
    seconds: float,
    *,
    program: Sequence[str] = ("-m", "gesture_app"),
    clock: Callable[[], float] = time.monotonic,
    limit_s: float = _LIMIT_S,
) -> WindowRun:
    """Run the window on the demo clip until its first label, and for some seconds more.

    Args:
        options: Model, device, hands and detector.
        seconds: How long to measure the event loop; 0 for not at all.
        program: Arguments for Python that start the program.
        clock: Monotonic seconds.
        limit_s: Longest time of a run beside these seconds.

    Raises:
        GestureAppError: If the window did not come to its first label, or took too long.
    """
    with tempfile.TemporaryDirectory() as folder:
        started_s = clock()
        process = subprocess.Popen(
            [sys.executable, *program, "--source", "demo", "--measure", str(seconds), *_arguments(options)],
            cwd=PROJECT_ROOT,
            env=_environment(folder),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
        with process:
            # A pipe that is full would hold the program up.
            errors: list[str] = []
            reader = threading.Thread(target=lambda: errors.extend(process.stderr or ()), name="window-errors")
            reader.start()
            limit = threading.Timer(limit_s + seconds, process.kill)
            limit.start()
            try:
                reached_s, figures = _read(process, started_s, clock)
            finally:
                limit.cancel()
                process.kill()
                reader.join()
                limit.join()
    if figures is None or not all(name in reached_s for name in REACHED):
        told = "".join(errors).strip().splitlines()[-1:] or ["It said nothing."]
        missing = next((name for name in REACHED if name not in reached_s), "end")
        raise GestureAppError(f"The window did not come to its {missing} in time.", hint=told[0])
    return WindowRun(reached_s, figures)


def _read(
    process: subprocess.Popen[str], started_s: float, clock: Callable[[], float]
) -> tuple[dict[str, float], dict[str, Any] | None]:
    """What the window prints, until it ends."""
    reached_s: dict[str, float] = {}
    figures = None
    for line in process.stdout or ():
        now_s = clock()
        if not line.startswith("{"):
            continue
        told = json.loads(line)
        name = told.pop("event")
        if name == "end":
            figures = told
        else:
            reached_s[name] = round(now_s - started_s, 3)
    return reached_s, figures


def _arguments(options: RecognitionOptions) -> list[str]:
    arguments = ["--device", options.device.value, "--hands", str(options.max_hands), "--detector", options.detector]
    if options.model_dir is not None:
        # The process does not see the user's models by their ids.
        arguments += ["--model", str(chosen_model(options.model_dir).folder.resolve())]
    return arguments


def _environment(folder: str) -> dict[str, str]:
    """The environment with empty user folders, no screen, and the packages that the user installed."""
    folders = dict.fromkeys(_USER_FOLDERS, str(Path(folder)))
    return {**os.environ, **folders, "PYTHONUSERBASE": site.getuserbase(), "QT_QPA_PLATFORM": "offscreen"}
