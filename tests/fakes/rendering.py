"""Rendering in a separate process, as OpenGL through EGL and MediaPipe crash in one process."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import cv2
import pytest

ROOT = Path(__file__).resolve().parents[2]


def synthesize(*arguments: object) -> None:
    """Run ``synthesize``; skip the test on a machine that cannot render."""
    run_renderer("synthesize", *arguments)


def run_renderer(verb: str, *arguments: object) -> None:
    """Run a verb of training that renders, in a process of its own; skip the test on a machine that cannot render."""
    done = subprocess.run(
        [sys.executable, "-m", "training", verb, *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    if "libegl1" in done.stderr:
        pytest.skip("this machine has no off-screen OpenGL (EGL): apt install libegl1 libegl-mesa0 libgl1-mesa-dri")
    assert done.returncode == 0, done.stderr


def frame_count(path: Path) -> int:
    video = cv2.VideoCapture(str(path))
    try:
        count = 0
        while video.grab():
            count += 1
        return count
    finally:
        video.release()


def table_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
