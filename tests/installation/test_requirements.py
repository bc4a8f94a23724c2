"""Which packages training needs, and the command that adds them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from gesture_app.installation.environment import Environment, ways_to_install
from gesture_app.installation.requirements import (
    add_command,
    is_wholly_installed,
    missing_for_training,
    package_name,
    size_of,
    training_requirements,
)
from gesture_app.installation.training_packages import CHECKED_MODULES
from gesture_app.resources import PROJECT_ROOT
from tests.fakes.installer import FakeInstaller


@pytest.fixture
def installer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeInstaller:
    return FakeInstaller(tmp_path, monkeypatch)


def test_the_program_names_what_training_needs() -> None:
    names = {package_name(line) for line in training_requirements()}
    assert {"tensorflow", "keras", "onnx", "tf2onnx", "scipy", "scikit-learn"} <= names
    pinned = {package_name(line) for line in (PROJECT_ROOT / "constraints.txt").read_text("utf-8").splitlines()}
    assert names <= pinned
    assert len(names) >= len(CHECKED_MODULES)


def test_here_nothing_is_missing() -> None:
    assert missing_for_training() == ()


def test_a_folder_without_the_project_file_needs_nothing(tmp_path: Path) -> None:
    assert training_requirements(tmp_path) == ()


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("tomli_w>=1.0", "tomli-w"),
        ("PySide6-Addons>=6.8,<6.12", "pyside6-addons"),
        ("keras==3.15.1 ; python_version < '4'", "keras"),
        ("# a comment", ""),
        ("", ""),
    ],
)
def test_names_are_normalized(line: str, name: str) -> None:
    assert package_name(line) == name


def test_another_build_of_tensorflow_will_do(installer: FakeInstaller) -> None:
    paths = [str(installer.packages)]
    assert not is_wholly_installed("tensorflow", paths)
    installer.install("tensorflow_cpu", "2.19.1")
    assert is_wholly_installed("tensorflow", paths)


def test_the_command_fits_the_environment(tmp_path: Path) -> None:
    assert add_command(tmp_path, tmp_path / ".venv") == "python scripts/setup.py train"
    assert add_command(tmp_path, tmp_path / "mine") == (
        f'"{sys.executable}" -m pip install -c constraints.txt -e ".[train]"'
    )


def test_sizes_differ_by_system_and_without_tensorflow_little_is_missing() -> None:
    linux = size_of(["tensorflow>=2.19"], "Linux", "x86_64")
    mac = size_of(["tensorflow>=2.19"], "Darwin", "arm64")
    rest = size_of(["onnx>=1.17"], "Linux", "x86_64")
    assert rest.fetched_mb < mac.fetched_mb < linux.fetched_mb
    assert rest.on_disk_mb < mac.on_disk_mb < linux.on_disk_mb
    assert linux.fetched_mb < linux.on_disk_mb


def test_pip_is_used_where_uv_does_not_start_and_made_where_it_is_missing(tmp_path: Path) -> None:
    constraints = tmp_path / "constraints.txt"
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\nexit 1\n")
    python.chmod(0o755)
    broken_uv = Environment(sys.executable, tmp_path, tmp_path, uv=str(python))
    (way,) = ways_to_install(Environment(str(python), tmp_path, tmp_path), ("keras",), constraints)
    assert [command[:4] for command in way.commands] == [
        (str(python), "-m", "ensurepip"),
        (str(python), "-m", "pip", "install"),
    ]
    assert way.commands[1][-3:] == ("-c", str(constraints), "keras")
    assert all(not way.unpacks_at_once for way in ways_to_install(broken_uv, ("keras",), constraints))
    assert way.variables(tmp_path)["TMPDIR"] == str(tmp_path)


def test_requirements_for_another_python_are_left_out(tmp_path: Path) -> None:
    lines = ["tensorflow>=2.19; python_version < '3'", "tensorflow>=2.21; python_version >= '3'", "keras>=3.10"]
    (tmp_path / "pyproject.toml").write_text(f"[project.optional-dependencies]\ntrain = {lines}\n", encoding="utf-8")

    assert training_requirements(tmp_path) == ("tensorflow>=2.21", "keras>=3.10")
