"""Set-up: it does nothing twice, rebuilds a broken environment, and explains faults that it cannot repair."""

from __future__ import annotations

import ast
import importlib.util
import json
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "scripts" / "setup.py"
HASHED = "constraints-hashed.txt"


def load_script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("setup_script", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def setup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script in an empty checkout, without uv, with all system libraries, and installers that only record calls."""
    module = load_script()
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "missing_libraries", list)
    monkeypatch.setattr(module, "working_uv", lambda: None)
    module.search = module.find_interpreter
    monkeypatch.setattr(module, "find_interpreter", lambda: module.Interpreter(sys.executable, (3, 11), True))
    monkeypatch.delenv("PYTHON", raising=False)
    place(module, tmp_path / ".venv")
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "x"\n[tool.ruff]\nline-length = 99\n')
    (tmp_path / "constraints.txt").write_text("numpy==1.26.4\n")

    module.done = done = []

    def build(interpreter: object, uv: object) -> None:
        done.append("build")
        module.BIN.mkdir(parents=True, exist_ok=True)
        (module.VENV / "pyvenv.cfg").touch()
        module.VENV_PYTHON.unlink(missing_ok=True)
        module.VENV_PYTHON.symlink_to(sys.executable)

    monkeypatch.setattr(module, "build_venv", build)
    monkeypatch.setattr(
        module, "install_packages", lambda extras, uv: done.append(f"install {','.join(sorted(extras))}")
    )
    return module


def place(module: ModuleType, venv: Path) -> None:
    module.VENV = venv
    module.BIN = venv / "bin"
    module.VENV_PYTHON = venv / "bin" / "python"
    module.STAMP = venv / "setup-stamp.json"
    module.UNFINISHED = venv / "setup-unfinished"


def set_up_again(setup: ModuleType, extras: frozenset[str] | None = None) -> list[str]:
    setup.done.clear()
    setup.set_up(extras or setup.APP_EXTRAS)
    return list(setup.done)


def test_the_second_time_there_is_nothing_to_do(setup: ModuleType) -> None:
    assert set_up_again(setup) == ["build", "install gui"]
    assert set_up_again(setup) == []


def test_training_and_tests_add_their_packages_and_the_app_keeps_them(setup: ModuleType) -> None:
    set_up_again(setup)
    assert set_up_again(setup, setup.TRAIN_EXTRAS) == ["install gui,train"]
    assert set_up_again(setup) == []
    assert set_up_again(setup, setup.TEST_EXTRAS) == ["install dev,gui,mediapipe,train"]
    assert set_up_again(setup, setup.TRAIN_EXTRAS) == []


def test_what_the_window_added_is_kept_up_to_date(setup: ModuleType, tmp_path: Path) -> None:
    set_up_again(setup)
    stamp = json.loads(setup.STAMP.read_text(encoding="utf-8"))
    setup.STAMP.write_text(json.dumps({**stamp, "extras": ["gui", "train"]}), encoding="utf-8")
    assert set_up_again(setup, setup.TRAIN_EXTRAS) == []
    (tmp_path / "constraints.txt").write_text("numpy==1.26.5\n")
    assert set_up_again(setup) == ["install gui,train"]


@pytest.mark.parametrize(
    ("command", "installed", "program"),
    [
        (["run", "doctor"], "install gui", ["gesture-app", "doctor"]),
        (["train", "evaluate", "m"], "install gui,train", ["python", "-m", "training", "evaluate", "m"]),
        (["train"], "install gui,train", ["python", "-m", "training", "--help"]),
    ],
)
def test_each_command_installs_what_it_needs_and_starts_its_program(
    setup: ModuleType, monkeypatch: pytest.MonkeyPatch, command: list[str], installed: str, program: list[str]
) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(setup, "become", lambda path, arguments: started.append([path.name, *arguments]) or 0)
    assert setup.main(command) == 0
    assert setup.done[-1] == installed
    assert started == [program]


def test_other_versions_are_installed_but_a_tools_settings_change_nothing(setup: ModuleType, tmp_path: Path) -> None:
    set_up_again(setup)
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "x"\n[tool.ruff]\nline-length = 120\n')
    assert set_up_again(setup) == []
    (tmp_path / "constraints.txt").write_text("numpy==1.26.5\n")
    assert set_up_again(setup) == ["install gui"]


def test_an_interrupted_set_up_is_rebuilt(setup: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(extras: object, uv: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(setup, "install_packages", interrupt)
        assert setup.main(["setup"]) == 130
    assert set_up_again(setup) == ["build", "install gui"]


def test_a_moved_checkout_is_rebuilt(setup: ModuleType, tmp_path: Path) -> None:
    set_up_again(setup)
    place(setup, setup.VENV.rename(tmp_path / "moved"))
    assert set_up_again(setup) == ["build", "install gui"]


def test_an_environment_without_its_python_is_rebuilt(setup: ModuleType) -> None:
    set_up_again(setup)
    setup.VENV_PYTHON.unlink()
    setup.VENV_PYTHON.symlink_to("/nonexistent/python")
    assert set_up_again(setup) == ["build", "install gui"]


def test_a_failed_update_leaves_the_old_environment_usable(
    setup: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(extras: object, uv: object) -> None:
        raise setup.SetupError("no network")

    set_up_again(setup)
    with monkeypatch.context() as patch:
        patch.setattr(setup, "install_packages", fail)
        assert setup.main(["test"]) == 1
    assert set_up_again(setup) == []


def test_an_unfit_python_is_named(
    setup: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(setup, "find_interpreter", setup.search)
    monkeypatch.setattr(setup, "query", lambda command: setup.Interpreter("python", (3, 14), True))
    monkeypatch.setattr(setup, "output_of", lambda command: "")
    assert setup.main(["setup"]) == 1
    assert "needs Python 3.10 to 3.13 (found: 3.14)" in capsys.readouterr().err
    monkeypatch.setenv("PYTHON", "python3.14")
    assert setup.main(["setup"]) == 1
    assert "PYTHON=python3.14 is Python 3.14" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="Debian's packages")
def test_without_root_and_sudo_the_command_to_run_is_told(setup: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setup, "missing_libraries", lambda: ["libEGL.so.1", "libxcb-cursor.so.0"])
    monkeypatch.setattr(setup.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(setup.shutil, "which", lambda name: None if name == "sudo" else name)
    monkeypatch.setattr(setup.Path, "exists", lambda path: True)
    with pytest.raises(setup.SetupError, match=r"apt-get install -y --no-install-recommends libegl1 libxcb-cursor0"):
        setup.provide_system_libraries([])


def test_test_quick_leaves_out_slow_tests(setup: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[list[str]] = []
    monkeypatch.setattr(setup, "run_tools", lambda *tools: commands.extend(tools) or 0)
    assert setup.main(["test-quick", "-k", "smoothing"]) == 0
    assert commands == [["pytest", *setup.IN_PARALLEL, "-m", "not slow", "-k", "smoothing"]]


@pytest.mark.parametrize("is_ci", [True, False])
def test_check_ends_with_the_tests_and_measures_coverage_in_ci(
    setup: ModuleType, monkeypatch: pytest.MonkeyPatch, is_ci: bool
) -> None:
    commands: list[list[str]] = []
    monkeypatch.setattr(setup, "run_tools", lambda *tools: commands.extend(tools) or 0)
    monkeypatch.delenv("CI", raising=False)
    if is_ci:
        monkeypatch.setenv("CI", "true")
    assert setup.main(["check"]) == 0
    assert commands[-1] == ["pytest", *setup.IN_PARALLEL, *(["--cov", "--cov-report="] if is_ci else [])]


def test_old_pythons_can_read_the_script() -> None:
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 8))


@pytest.mark.skipif(os.name == "nt", reason="the fake uv is a script of a shell")
def test_a_package_that_is_another_file_than_was_pinned_is_not_installed_with_pip_either(tmp_path: Path) -> None:
    module = load_script()
    uv = tmp_path / "uv"
    uv.write_text("#!/bin/sh\necho 'error: Hash mismatch for `numpy==1.26.4`' >&2\nexit 1\n")
    uv.chmod(0o755)
    with pytest.raises(module.SetupError, match="not the file that was pinned"):
        module.install_packages(frozenset({"gui"}), str(uv))


def test_each_pinned_version_has_the_hashes_of_its_files() -> None:
    pins, hashed = ((ROOT / name).read_text(encoding="utf-8").splitlines() for name in ("constraints.txt", HASHED))
    hashes: dict[str, int] = {}
    for line in hashed:
        if line.startswith("    --hash=sha256:"):
            hashes[next(reversed(hashes))] += 1
        elif not line.startswith("#"):
            hashes[line.removesuffix(" \\")] = 0
    assert list(hashes) == [pin for pin in pins if not pin.startswith("#")]
    assert min(hashes.values()) >= 1
