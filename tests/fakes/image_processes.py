"""Trainings in separate processes, for another backend of Keras or data-parallel training."""

from __future__ import annotations

import importlib.util
import json
import os
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
TIMEOUT_S = 900

needs_jax = pytest.mark.skipif(
    importlib.util.find_spec("jax") is None, reason="jax, which mediapipe brings, is missing"
)

needs_gloo = pytest.mark.skipif(
    sys.platform == "win32", reason="Gloo, by which processes of JAX meet on CPUs, is not built for Windows"
)

WITHOUT_TENSORFLOW = """
import sys
class Absent:
    def find_spec(self, name, *_):
        if name.split(".")[0] == "tensorflow":  # as where it is not installed; and seconds sooner
            raise ModuleNotFoundError("No module named 'tensorflow'", name=name)
sys.meta_path.insert(0, Absent())
"""

TRAINING = f"""{WITHOUT_TENSORFLOW}
from training.cli.main import main
sys.exit(main(sys.argv[1:]))
"""
"""Code that runs the training command line without TensorFlow."""


def start(code: str, arguments: Sequence[str | Path], backend: str, **variables: str) -> subprocess.Popen[str]:
    """Start Python code with a backend of Keras."""
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "KERAS_BACKEND": backend, "JAX_PLATFORMS": "cpu", **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def ends(processes: Sequence[subprocess.Popen[str]]) -> list[tuple[int, str, str]]:
    """Wait for processes; return exit code, output and errors of each."""
    try:
        told = [process.communicate(timeout=TIMEOUT_S) for process in processes]
    finally:
        for process in processes:
            process.kill()
            process.communicate()
    return [(process.returncode, *texts) for process, texts in zip(processes, told, strict=True)]


def together(arguments: Sequence[Sequence[str | Path]]) -> list[subprocess.Popen[str]]:
    """Start data-parallel trainings on JAX, one process per list of arguments."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    return [
        start(
            TRAINING,
            own,
            "jax",
            KERAS_DISTRIBUTION_JOB_ADDRESSES=address,
            KERAS_DISTRIBUTION_NUM_PROCESSES=str(len(arguments)),
            KERAS_DISTRIBUTION_PROCESS_ID=str(number),
        )
        for number, own in enumerate(arguments)
    ]


def history_of(run: Path) -> list[Mapping[str, Any]]:
    """History of a run without the duration of its epochs."""
    rows = json.loads((run / "history.json").read_text(encoding="utf-8"))
    return [{key: value for key, value in row.items() if key != "seconds"} for row in rows]
