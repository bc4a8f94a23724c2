"""The import rules of pyproject.toml hold, and a planted fault breaks each of them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("gesture_app", "training")

PLANTED = {
    # A forbidden import and the module it is planted in, with the rule that must report it. Missing folders are made.
    ("gesture_app/domain/planted.py", "import cv2"): "domain is standard library and numpy",
    ("gesture_app/domain/planted_path.py", "import gesture_app.errors"): "cli -> desktop -> gui",
    ("gesture_app/pipeline/planted.py", "import gesture_app.vision.cropping"): "cli -> desktop -> gui",
    (
        "gesture_app/vision/planted.py",
        "import gesture_app.inference.library.model_store",
    ): "cli -> desktop -> gui",
    (
        "gesture_app/capture/planted.py",
        "import gesture_app.recording.sample_store",
    ): "cli -> desktop -> gui",
    ("gesture_app/recording/planted.py", "import gesture_app.pipeline.engine"): "cli -> desktop -> gui",
    ("gesture_app/gui/planted.py", "import gesture_app.inference.selection"): "the window knows cameras",
    ("gesture_app/cli/planted.py", "import gesture_app.gui.planted"): "the command line knows no window",
    ("gesture_app/cli/planted_app.py", "import gesture_app.desktop.app"): "the command line knows no window",
    ("gesture_app/desktop/planted.py", "import gesture_app.cli.main"): "cli -> desktop -> gui",
    ("gesture_app/settings/planted.py", "import training.synthetic"): "the app never imports training",
    ("training/planted.py", "import gesture_app.pipeline.processor"): "training imports only what it shares",
    ("training/planted_recording.py", "import gesture_app.recording"): "training imports only what it shares",
    ("gesture_app/vision/planted_window.py", "import PySide6.QtCore"): "PySide6 only in",
    ("gesture_app/cli/planted_window.py", "from PySide6 import QtCore"): "PySide6 only in",
    ("gesture_app/gui/planted_cv.py", "import cv2"): "cv2 only in",
    ("gesture_app/pipeline/planted_mp.py", "import mediapipe"): "mediapipe only in",
    ("gesture_app/vision/planted_mp.py", "import mediapipe"): "mediapipe only in",
    ("gesture_app/vision/onnx/planted.py", "import gesture_app.vision.mediapipe.networks"): "hand networks: each",
    ("gesture_app/gui/planted_ort.py", "import onnxruntime"): "onnxruntime only in",
    ("training/planted_ort.py", "import onnxruntime"): "onnxruntime only in",
    ("gesture_app/inference/planted_tf.py", "import tensorflow as tf"): "tensorflow and keras only in",
    ("gesture_app/cli/planted_keras.py", "from keras import Model"): "tensorflow and keras only in",
    ("gesture_app/recording/planted_msgspec.py", "import msgspec"): "msgspec only in storage",
    ("training/planted_gl.py", "import moderngl"): "moderngl and pygltflib only in",
    ("training/images/planted.py", "import training.hands.recipe"): "training: cli ->",
    ("training/common/planted.py", "import training.retraining.run"): "training: cli ->",
    ("gesture_app/gui/train/planted.py", "import gesture_app.gui.play.page"): "pages of the window never import",
    ("gesture_app/newfolder/__init__.py", ""): "cli -> desktop -> gui",
}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the import linter on the packages in a folder, which take precedence over the installed ones."""
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    return subprocess.run(
        [sys.executable, "-c", command, "--no-cache"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "200", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def copy_of_the_code(tmp_path: Path) -> Path:
    for package in PACKAGES:
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def plant(folder: Path, module: str, line: str) -> None:
    """Add a module, and its package if that is missing."""
    file = folder / module
    as_module = file.parent.with_suffix(".py")
    file.parent.mkdir(exist_ok=True)
    if as_module.exists():  # a module so far
        as_module.rename(file.parent / "__init__.py")
    (file.parent / "__init__.py").touch()
    file.write_text(line + "\n", encoding="utf-8")


def test_the_rules_hold() -> None:
    result = lint_imports(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


def test_every_rule_can_be_broken(copy_of_the_code: Path) -> None:
    untouched = lint_imports(copy_of_the_code)
    assert untouched.returncode == 0, untouched.stdout + untouched.stderr

    for sample_store in ("gesture_app/recording/sample_store.py", "training/synthetic/__init__.py"):
        plant(copy_of_the_code, sample_store, "")
    for module, line in PLANTED:
        plant(copy_of_the_code, module, line)
    result = lint_imports(copy_of_the_code)
    assert result.returncode == 1

    summary, _, details = result.stdout.partition("Broken contracts")
    _, *parts = re.split(r"\n([^\n]+)\n-{5,}\n", details)
    reports = dict(zip(parts[::2], parts[1::2], strict=True))
    unbroken = re.findall(r"^(.+) KEPT", summary, flags=re.MULTILINE)
    assert not unbroken, f"No planted line breaks these rules: {unbroken}"
    for (module, line), rule in PLANTED.items():
        report = "".join(text for name, text in reports.items() if name.startswith(rule))
        name = module.removesuffix("/__init__.py").removesuffix(".py").replace("/", ".")
        assert name in report, f"{line!r} in {module} was not reported under {rule!r}:\n{report}"


def test_domain_imports_only_the_standard_library_and_numpy() -> None:
    """The contract names the packages that are installed today; this rule holds for any package."""
    graph = grimp.build_graph("gesture_app", include_external_packages=True, cache_dir=None)
    modules = {"gesture_app.domain"} | graph.find_descendants("gesture_app.domain")
    imported = {name for module in modules for name in graph.find_modules_directly_imported_by(module)} - modules
    assert imported - set(sys.stdlib_module_names) == {"numpy"}
