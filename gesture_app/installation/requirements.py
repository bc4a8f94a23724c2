"""The packages that training needs: which are missing, their size, and the command that adds them."""

from __future__ import annotations

import platform
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement

from gesture_app.domain.message import Message
from gesture_app.resources import PROJECT_ROOT

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

TRAIN_EXTRA = "train"
"""The extra in ``pyproject.toml`` that training needs."""

PROJECT_FILE, CONSTRAINTS_FILE = "pyproject.toml", "constraints.txt"

_OTHER_BUILDS = {"tensorflow": ("tensorflow-cpu", "tensorflow-macos")}
_TITLES = {"tensorflow": "TensorFlow", "keras": "Keras"}
_TENSORFLOW_MB = {("Linux", "x86_64"): 645, ("Windows", "AMD64"): 376}
_TENSORFLOW_ELSEWHERE_MB = 253
_OTHERS_MB = 86
_UNPACKED = 2.8
"""Size on the disk, in parts of the size that is fetched."""


@dataclass(frozen=True)
class TrainingSize:
    """Size of what is missing for training.

    Attributes:
        fetched_mb: Megabytes to fetch.
        on_disk_mb: Megabytes on the disk.
    """

    fetched_mb: int
    on_disk_mb: int


def size_of(requirements: Iterable[str], system: str = "", machine: str = "") -> TrainingSize:
    """Size of missing requirements of training: nearly all of it is TensorFlow.

    Source: the sizes of the pinned wheels for Python 3.11 in the index. On Linux x86-64 731 MB were fetched and took
    2,034 MB on the disk; the other systems are taken to unpack alike.

    Args:
        requirements: The missing requirements.
        system: As ``platform.system()``; empty for this one.
        machine: As ``platform.machine()``; empty for this one.
    """
    fetched_mb = _OTHERS_MB
    if "tensorflow" in map(package_name, requirements):
        place = (system or platform.system(), machine or platform.machine())
        fetched_mb += _TENSORFLOW_MB.get(place, _TENSORFLOW_ELSEWHERE_MB)
    return TrainingSize(fetched_mb, round(fetched_mb * _UNPACKED))


def training_requirements(root: Path = PROJECT_ROOT) -> tuple[str, ...]:
    """The requirements of the extra for training, as in ``pyproject.toml``; empty if the file is not there.

    Those that are meant for another Python or system are left out, and so are the conditions of the others.
    """
    try:
        project: dict[str, Any] = tomllib.loads((root / PROJECT_FILE).read_text(encoding="utf-8"))
        lines: list[str] = project["project"]["optional-dependencies"][TRAIN_EXTRA]
    except (OSError, ValueError, KeyError):
        return ()
    return tuple(line.partition(";")[0] for line in lines if _is_meant_for_this_python(line))


def _is_meant_for_this_python(requirement: str) -> bool:
    marker = Requirement(requirement).marker
    return marker is None or marker.evaluate()


def package_name(requirement: str) -> str:
    """Normalized name of the package in a requirement or a line of constraints: ``"tomli-w"`` of ``"tomli_w>=1"``."""
    match = re.match(r"[A-Za-z0-9._-]+", requirement.strip())
    return re.sub(r"[-_.]+", "-", match[0]).lower() if match else ""


def is_wholly_installed(package: str, paths: Sequence[str] | None = None) -> bool:
    """Whether a package is installed to the end: installers write the file INSTALLER last.

    Source: pip's ``operations/install/wheel.py``; uv does the same.

    Args:
        package: Normalized name.
        paths: Folders to search; None for those of ``sys.path``.
    """
    folders = sys.path if paths is None else list(paths)
    names = (package, *_OTHER_BUILDS.get(package, ()))
    return any(one.read_text("INSTALLER") for name in names for one in distributions(name=name, path=folders))


def missing_requirements(
    requirements: Iterable[str], is_there: Callable[[str], bool] = is_wholly_installed
) -> tuple[str, ...]:
    """Those requirements whose packages are not, or not wholly, installed; versions are not compared."""
    return tuple(line for line in requirements if not is_there(package_name(line)))


def missing_for_training(is_there: Callable[[str], bool] = is_wholly_installed) -> tuple[str, ...]:
    """Names of the missing packages that training needs, for people: ``("TensorFlow", "tf2onnx")``."""
    return titles_of(missing_requirements(training_requirements(), is_there))


def titles_of(requirements: Iterable[str]) -> tuple[str, ...]:
    """Names of the packages in requirements, for people."""
    return tuple(_TITLES.get(name, name) for name in map(package_name, requirements))


def add_command(root: Path = PROJECT_ROOT, prefix: Path | None = None) -> str:
    """The command that adds what training needs to this environment, to be run in the program's folder.

    Args:
        root: The program's folder.
        prefix: The environment; None for the one that runs.
    """
    prefix = Path(sys.prefix) if prefix is None else prefix
    if prefix == root / ".venv":
        return "python scripts/setup.py train"
    return f'"{sys.executable}" -m pip install -c {CONSTRAINTS_FILE} -e ".[{TRAIN_EXTRA}]"'


def add_hint() -> str:
    """Sentence that names the ways to add what training needs."""
    text = Message("Add it on the window's Train page, or with this command in the program's folder: {command}")
    return text.fill(command=add_command())
