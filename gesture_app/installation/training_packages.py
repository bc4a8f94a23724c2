"""Adds what training needs to the running program's environment, in one transaction, with progress."""

from __future__ import annotations

import importlib
import json
import os
import shutil
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from gesture_app.domain.message import Message
from gesture_app.errors import GestureAppError, InstallationError
from gesture_app.installation.environment import (
    Environment,
    Way,
    installed_versions,
    pinned,
    unfinished_metadata,
    ways_to_install,
)
from gesture_app.installation.failures import explain
from gesture_app.installation.process import remove_folder
from gesture_app.installation.requirements import (
    CONSTRAINTS_FILE,
    TRAIN_EXTRA,
    TrainingSize,
    add_command,
    is_wholly_installed,
    missing_requirements,
    package_name,
    size_of,
    training_requirements,
)
from gesture_app.installation.run import AddingPhase, AddingProgress, Ending, InstallerRun, Listener, RunResult
from gesture_app.resources import PROJECT_ROOT
from gesture_app.storage.atomic import write_atomically
from gesture_app.storage.decoding import parse_json

STAMP_NAME = "setup-stamp.json"
"""File of ``scripts/setup.py`` in its environment, which names the installed extras."""

CHECKED_MODULES = ("tensorflow", "keras", "onnx", "tf2onnx", "pydantic", "PIL", "sklearn", "scipy", "matplotlib")
"""Modules that must be importable afterwards: those that retraining and its evaluation use."""

_BYTES_PER_MB = 1_000_000
_FOLDER_PREFIX = ".adding-"
_STALE_S = 3600


class TrainingPackages:
    """What training needs beyond playing: finds out what is missing, and adds it.

    Args:
        environment: Where packages are added; None for the environment of this process.
        root: The program's folder, with ``pyproject.toml`` and ``constraints.txt``.
        checked: Modules that must be importable afterwards.
    """

    def __init__(
        self,
        environment: Environment | None = None,
        root: Path = PROJECT_ROOT,
        checked: Sequence[str] = CHECKED_MODULES,
    ) -> None:
        self._environment = environment or Environment.of_process()
        self._root = root
        self._checked = checked

    @property
    def command(self) -> str:
        """The command that does the same in a terminal, in the program's folder."""
        return add_command(self._root, self._environment.prefix)

    @property
    def obstacle(self) -> str:
        """Reason why nothing can be added here, with what to do instead; empty if it can."""
        return self._environment.obstacle(self._root)

    def missing(self) -> tuple[str, ...]:
        """The requirements that are missing; empty if models can be trained."""
        importlib.invalidate_caches()
        requirements = training_requirements(self._root)
        return missing_requirements(requirements, lambda name: is_wholly_installed(name, self._environment.paths))

    def add(self, listener: Listener) -> Ending | None:
        """Add what is missing. Takes minutes and uses the network; called on a background thread.

        Nothing that is installed is changed. Until all is fetched, a cancelled or failed try leaves nothing behind.

        Args:
            listener: Receives the progress, and says whether to end.

        Returns:
            None if all is there now.

        Raises:
            InstallationError: If it fails; the message says why.
        """
        if self.obstacle:
            raise InstallationError(Message("What training needs cannot be added here."), hint=self.obstacle)
        missing = self.missing()
        size = size_of(missing)
        self._require_space(size)
        try:
            ending = self._fetch_and_install(missing, size, listener) if missing else None
            if ending is None:
                listener.on_progress(AddingProgress(AddingPhase.CHECK))
                self._check(listener)
                self._note_extra()
        except OSError as error:
            raise explain([str(error)], 1, self.command).error from error
        return ending

    def _require_space(self, size: TrainingSize) -> None:
        """Fail before anything is fetched if the disk is too small.

        pip keeps what it fetched until all is installed.
        """
        needed_mb = size.fetched_mb + size.on_disk_mb
        free_mb = shutil.disk_usage(self._environment.packages).free / _BYTES_PER_MB
        if free_mb < needed_mb:
            raise InstallationError(
                Message(
                    "There is not enough space on the disk: adding needs {needed} GB, and {free} GB are free."
                ).fill(needed=f"{needed_mb / 1000:.1f}", free=f"{free_mb / 1000:.1f}"),
                hint=Message("Free some space on the disk of {folder}, and try again.").fill(
                    folder=self._environment.packages
                ),
            )

    def _fetch_and_install(self, missing: Sequence[str], size: TrainingSize, listener: Listener) -> Ending | None:
        """Fetch into a folder beside the packages, whose size is the progress, and which is removed at the end."""
        packages = self._environment.packages
        for folder in packages.glob(f"{_FOLDER_PREFIX}*"):
            with suppress(OSError):
                if time.time() - folder.stat().st_mtime > _STALE_S:  # of a program that was killed
                    remove_folder(folder)
        folder = Path(tempfile.mkdtemp(prefix=_FOLDER_PREFIX, dir=packages))
        ending = None
        try:
            constraints = self._write_constraints(folder)
            ways = ways_to_install(self._environment, missing, constraints)
            ending = self._install(ways, folder, size, listener)
        finally:
            if ending is not Ending.LEFT:  # the installer still reads from it
                remove_folder(folder)
        return ending

    def _write_constraints(self, folder: Path) -> Path:
        """Write constraints that keep what is installed; forget packages whose installation was interrupted."""
        text = (self._root / CONSTRAINTS_FILE).read_text(encoding="utf-8")
        names = {package_name(line) for line in text.splitlines()}
        for metadata in unfinished_metadata(self._environment.packages, names):
            shutil.rmtree(metadata, ignore_errors=True)
        constraints = folder / CONSTRAINTS_FILE
        constraints.write_text(pinned(text, installed_versions(self._environment.paths)), encoding="utf-8")
        return constraints

    def _install(self, ways: Sequence[Way], folder: Path, size: TrainingSize, listener: Listener) -> Ending | None:
        """Try one way after the other."""
        failure = InstallationError(
            Message("Neither pip nor uv starts."),
            hint=Message("Run this command yourself: {command}").fill(command=self.command),
        )
        fetched = folder / "fetched"
        for way in ways:
            fetched.mkdir(exist_ok=True)
            expected_mb = size.on_disk_mb if way.unpacks_at_once else size.fetched_mb
            run = InstallerRun(folder, fetched, expected_mb * _BYTES_PER_MB, listener)
            result: RunResult | Ending = RunResult(1, ())
            for command in way.commands:
                result = run.run(command, {**os.environ, **way.variables(fetched)})
                if isinstance(result, Ending):
                    return result
                if result.code != 0:
                    break
            else:
                return None
            remove_folder(fetched)
            explained = explain(result.lines, result.code, self.command)
            failure = explained.error
            if explained.is_final:
                break
        raise failure

    def _check(self, listener: Listener) -> None:
        """Import the packages in a process of its own.

        Raises:
            InstallationError: If one cannot be imported.
        """
        silent = Listener(lambda _: None, listener.on_line, lambda: False, lambda: False)
        code = f"import {', '.join(self._checked)}"
        with tempfile.TemporaryDirectory() as folder:
            run = InstallerRun(Path(folder), Path(folder), 1, silent)
            result = run.run([self._environment.python, "-c", code], {**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3"})
        if isinstance(result, RunResult) and result.code != 0:
            reason = result.lines[-1] if result.lines and result.code > 0 else f"it ends with exit code {result.code}"
            raise InstallationError(
                Message("What training needs was added, but cannot be used: {reason}").fill(reason=reason),
                hint=Message("Everything else goes on as before. To install it again, run: {command}").fill(
                    command=self.command
                ),
            )

    def _note_extra(self) -> None:
        """Tell ``scripts/setup.py``, so that it keeps what was added up to date."""
        stamp = self._environment.prefix / STAMP_NAME
        with suppress(OSError, ValueError, GestureAppError, KeyError, TypeError):
            content = parse_json(stamp.read_bytes())
            content["extras"] = sorted({*content["extras"], TRAIN_EXTRA})
            write_atomically(stamp, (json.dumps(content, indent=1) + "\n").encode())
