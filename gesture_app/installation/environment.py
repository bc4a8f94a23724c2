"""The environment that the program runs in: whether packages can be added, and with which installer."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import distributions
from importlib.util import find_spec
from pathlib import Path

from gesture_app.domain.message import Message
from gesture_app.installation.requirements import CONSTRAINTS_FILE, add_command, package_name
from gesture_app.resources import PROJECT_ROOT

_ASK_S = 30.0
_QUIET = ("--disable-pip-version-check", "--no-input", "--progress-bar=off")
_PIP_OPTIONS = (*_QUIET, "--retries=2", "--no-cache-dir", "--no-compile")
"""Without compiling, which takes a minute: Python does it for the modules that are imported."""


@dataclass(frozen=True)
class Environment:
    """Where packages go, and what can install them.

    Attributes:
        python: The Python that runs.
        packages: The folder of the installed packages.
        prefix: The environment's folder.
        is_frozen: Whether the program is a frozen executable.
        is_managed: Whether the system forbids others to install packages (PEP 668).
        uv: Path of uv; empty if there is none.
        has_pip: Whether pip is installed, or can be with ``ensurepip``.
        paths: Folders in which Python finds packages; None for those of ``sys.path``.
    """

    python: str
    packages: Path
    prefix: Path
    is_frozen: bool = False
    is_managed: bool = False
    uv: str = ""
    has_pip: bool = True
    paths: tuple[str, ...] | None = None

    @classmethod
    def of_process(cls) -> Environment:
        """The environment of this process."""
        is_venv = sys.prefix != sys.base_prefix
        return cls(
            sys.executable,
            Path(sysconfig.get_path("purelib")),
            Path(sys.prefix),
            bool(getattr(sys, "frozen", False)),
            not is_venv and Path(sysconfig.get_path("stdlib"), "EXTERNALLY-MANAGED").is_file(),
            shutil.which("uv") or "",
            find_spec("pip") is not None or find_spec("ensurepip") is not None,
        )

    def obstacle(self, root: Path = PROJECT_ROOT) -> str:
        """Reason why nothing can be added here, with what to do instead; empty if it can."""
        if self.is_frozen:
            return Message(
                "This copy of the program cannot be added to. Set the program up from its source code to train models."
            )
        if not (root / CONSTRAINTS_FILE).is_file():
            text = Message("{path} is missing, which names the right versions. Fetch the program again.")
            return text.fill(path=root / CONSTRAINTS_FILE)
        if self.is_managed:
            return Message(
                "The program runs in the system's own Python, which takes no packages. Set it up in an environment of "
                "its own with this command in the program's folder: python scripts/setup.py train"
            )
        command = add_command(root, self.prefix)
        if not os.access(self.packages, os.W_OK):
            text = Message("The folder {folder} cannot be written. Ask who set up this machine to run: {command}")
            return text.fill(folder=self.packages, command=command)
        if not (self.uv or self.has_pip):
            text = Message("Neither pip nor uv is here. Run this command in the program's folder: {command}")
            return text.fill(command=command)
        return ""


@dataclass(frozen=True)
class Way:
    """A way to install packages in one transaction.

    Attributes:
        commands: Commands that run one after the other.
        unpacks_at_once: Whether packages are unpacked while they are fetched.
    """

    commands: tuple[tuple[str, ...], ...]
    unpacks_at_once: bool

    def variables(self, folder: Path) -> dict[str, str]:
        """Environment variables with which all that is fetched goes to a folder."""
        names = ("UV_CACHE_DIR",) if self.unpacks_at_once else ("TMPDIR", "TEMP", "TMP")
        return {"PYTHONUNBUFFERED": "1", **dict.fromkeys(names, str(folder))}


def ways_to_install(environment: Environment, requirements: Sequence[str], constraints: Path) -> tuple[Way, ...]:
    """The ways to install packages here, the best first. Asks uv and pip whether they start, which takes a second.

    Args:
        environment: Where to install.
        requirements: What to install.
        constraints: File with the versions.
    """
    wanted = ("-c", str(constraints), *requirements)
    python = (environment.python, "-m")
    ways: list[Way] = []
    if environment.uv and _starts([environment.uv, "--version"]):
        uv = (environment.uv, "pip", "install", "--python", environment.python, *wanted)
        ways.append(Way((uv,), unpacks_at_once=True))
    if environment.has_pip:
        pip = (*python, "pip", "install", *_PIP_OPTIONS, *wanted)
        commands = (pip,) if _starts([*python, "pip", "--version"]) else ((*python, "ensurepip"), pip)
        ways.append(Way(commands, unpacks_at_once=False))
    return tuple(ways)


def pinned(constraints: str, installed: dict[str, str]) -> str:
    """Constraints under which nothing that is installed changes: the program runs while packages are added.

    Args:
        constraints: Text of the file with the versions that are tested together.
        installed: Version of each installed package by normalized name.
    """
    lines = [line for line in constraints.splitlines() if package_name(line) not in installed]
    pins = [f"{name}=={version}" for name, version in sorted(installed.items())]
    return "\n".join([*lines, *pins, ""])


def installed_versions(paths: Sequence[str] | None = None) -> dict[str, str]:
    """Version of each package that was installed to the end, by normalized name.

    Args:
        paths: Folders to search; None for those of ``sys.path``.
    """
    found = distributions(path=sys.path if paths is None else list(paths))
    return {package_name(one.name): one.version for one in found if one.name and one.read_text("INSTALLER")}


def unfinished_metadata(packages: Path, names: set[str]) -> list[Path]:
    """Metadata folders of packages whose installation was interrupted; an installer would take them for installed.

    Args:
        packages: The folder of the packages.
        names: Normalized names of the packages to look for.
    """
    folders = packages.glob("*.dist-info")
    return [
        folder
        for folder in folders
        if package_name(re.sub(r"-[^-]+\.dist-info$", "", folder.name)) in names and not (folder / "INSTALLER").exists()
    ]


def _starts(command: Sequence[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, timeout=_ASK_S, check=False).returncode == 0
    except (OSError, subprocess.SubprocessError):
        return False
