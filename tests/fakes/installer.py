"""An environment whose only installer is the fake uv of :mod:`tests.fakes.installer_process`."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from gesture_app.installation.environment import Environment
from gesture_app.installation.run import AddingPhase, AddingProgress, Ending, Listener
from gesture_app.installation.training_packages import TrainingPackages
from tests.fakes import installer_process

PROJECT = """
[project]
name = "x"
[project.optional-dependencies]
train = ["tensorflow>=2.19,<2.20", "tf2onnx>=1.16"]
"""
PINS = "# tested together\nNumPy==1.26.4\nkeras==3.15.1 ; python_version < '4'\ntensorflow==2.19.1\ntf2onnx==1.17.0\n"

FETCHING: list[list[object]] = [
    ["say", "Resolved 30 packages in 1s"],
    ["say", "Downloading tensorflow (614.0MiB)"],
    ["fetch", 40_000_000],
]
INSTALLING: list[list[object]] = [
    ["say", "Prepared 2 packages in 2s"],
    ["install", "tensorflow", "2.19.1"],
    ["install", "tf2onnx", "1.17.0"],
]


class FakeInstaller:
    """Makes :class:`TrainingPackages` for an environment in a folder, and says what the installer does there.

    Attributes:
        packages: The folder of the installed packages.
        prefix: The environment's folder.
        checked: Modules that are imported at the end.
    """

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.prefix = folder / "venv"
        self.packages = self.prefix / "packages"
        self.packages.mkdir(parents=True)
        self.checked: Sequence[str] = ("json",)
        self.root = folder / "program"
        self.root.mkdir()
        (self.root / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
        (self.root / "constraints.txt").write_text(PINS, encoding="utf-8")
        self._plan = folder / "plan.json"
        self.uv = folder / "uv"
        script = f'#!/bin/sh\nexec "{sys.executable}" -S -E "{installer_process.__file__}" "$@"\n'
        self.uv.write_text(script, encoding="utf-8")
        self.uv.chmod(0o755)
        monkeypatch.setenv("FAKE_INSTALLER", str(self._plan))
        self.will(*FETCHING, *INSTALLING)

    def will(self, *steps: list[object]) -> None:
        """Decide what the installer does from now on."""
        plan = {"steps": steps, "packages": str(self.packages)}
        self._plan.write_text(json.dumps(plan), encoding="utf-8")

    def asked(self, name: str) -> Any:
        """What the installer was asked for: ``"wanted"`` or ``"constraints"``."""
        return json.loads(self._plan.with_name(f"{self._plan.name}.{name}").read_text(encoding="utf-8"))

    @property
    def environment(self) -> Environment:
        """The environment."""
        paths = (str(self.packages),)
        return Environment(sys.executable, self.packages, self.prefix, uv=str(self.uv), has_pip=False, paths=paths)

    def make(self) -> TrainingPackages:
        """What training needs, for this environment."""
        return TrainingPackages(self.environment, self.root, self.checked)

    def install(self, name: str, version: str, *, is_whole: bool = True) -> None:
        """Put a package into the environment."""
        installer_process.install({"packages": str(self.packages)}, name, version, is_whole)


class FakeTrainingPackages(TrainingPackages):
    """What training needs, without an environment.

    Attributes:
        lacking: The missing requirements; none at first.
        reason: Reason why nothing can be added.
        error: Raised by the next try.
        go_on: What :meth:`add` waits for before it installs.
        is_installing: Whether it waits while it installs, instead of while it fetches.
    """

    def __init__(self) -> None:
        super().__init__()
        self.lacking: tuple[str, ...] = ()
        self.reason = ""
        self.error: Exception | None = None
        self.go_on = threading.Event()
        self.is_installing = False

    @property
    def obstacle(self) -> str:
        return self.reason

    def missing(self) -> tuple[str, ...]:
        return self.lacking

    def add(self, listener: Listener) -> Ending | None:
        listener.on_line("Resolved 46 packages in 1s")
        listener.on_progress(AddingProgress(AddingPhase.FETCH, 0.5, "tensorflow"))
        if self.is_installing:
            listener.on_progress(AddingProgress(AddingPhase.INSTALL))
        while not self.go_on.wait(0.005):
            if listener.is_cancelled() and not self.is_installing:
                return Ending.CANCELLED
            if listener.is_left():
                return Ending.LEFT
        if self.error is not None:
            raise self.error
        self.lacking = ()
        return None
