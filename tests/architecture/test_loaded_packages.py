"""Packages that are loaded at the start: commands without a window load no Qt, and nothing loads TensorFlow.

The import rules see direct imports only; a package may bring another along.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

from gesture_app.resources import PROJECT_ROOT
from tests.fakes.detectors import needs_mediapipe


def loaded_by(code: str) -> set[str]:
    """The top-level packages in a fresh interpreter after running the code."""
    report = f"{code}\nimport sys\nprint('\\n'.join(name for name in sys.modules if '.' not in name))"
    result = subprocess.run([sys.executable, "-c", report], capture_output=True, text=True, check=True)
    return set(result.stdout.split())


IMPORT_HEADLESS = """
import importlib, pkgutil, gesture_app.composition, gesture_app.cli
for module in pkgutil.walk_packages(gesture_app.cli.__path__, "gesture_app.cli."):
    importlib.import_module(module.name)
"""


def test_the_command_line_loads_nothing_heavy() -> None:
    heavy = {"PySide6", "cv2", "keras", "mediapipe", "onnxruntime", "tensorflow"}
    assert not heavy & loaded_by("import gesture_app.__main__")


def test_the_headless_commands_load_neither_qt_nor_tensorflow() -> None:
    assert not {"PySide6", "keras", "tensorflow"} & loaded_by(IMPORT_HEADLESS)


@pytest.mark.parametrize("module", ["gesture_app.desktop.process", "gesture_app.vision.detectors"])
def test_the_window_and_the_detector_do_not_load_tensorflow(module: str) -> None:
    assert not {"keras", "tensorflow"} & loaded_by(f"import {module}")


@needs_mediapipe
def test_mediapipe_is_loaded_without_tensorflow() -> None:
    code = "from gesture_app.vision.mediapipe.guarded_import import import_mediapipe; import_mediapipe()"
    loaded = loaded_by(code)
    assert "mediapipe" in loaded
    assert "tensorflow" not in loaded


WITHOUT_MEDIAPIPE = """
import sys
sys.modules["mediapipe"] = None
from gesture_app.domain.ports import DetectionMode
from gesture_app.vision.detectors import open_hand_detector
from tests.fakes.clips import ONE_HAND, as_frame, clip_image
for mode in DetectionMode:
    detector = open_hand_detector(mode, detector="onnx")
    print(len(detector.detect(as_frame(clip_image(ONE_HAND, 20)))))
    detector.close()
"""


def test_the_hand_detector_on_onnx_runtime_works_without_mediapipe() -> None:
    command = [sys.executable, "-c", WITHOUT_MEDIAPIPE]
    finished = subprocess.run(command, capture_output=True, text=True, check=False, cwd=PROJECT_ROOT)
    assert finished.returncode == 0, finished.stderr
    assert finished.stdout.split() == ["1"] * 3


WITHOUT_TRAINING = """
import sys
for name in {names!r}:
    sys.modules[name] = None
"""
IMPORT_ALL = """
import importlib, pkgutil, gesture_app
for module in pkgutil.walk_packages(gesture_app.__path__, "gesture_app."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
"""
ONLY_FOR_TRAINING = ("tensorflow", "keras", "onnx", "tf2onnx", "pydantic", "sklearn", "moderngl", "pygltflib", "h5py")


def run_without_training(code: str) -> subprocess.CompletedProcess[str]:
    """Run code where none of the packages that only training needs can be imported."""
    hidden = WITHOUT_TRAINING.format(names=ONLY_FOR_TRAINING)
    return subprocess.run([sys.executable, "-c", hidden + code], capture_output=True, text=True, check=False)


def test_the_app_needs_nothing_that_only_training_needs() -> None:
    finished = run_without_training(IMPORT_ALL)
    assert finished.returncode == 0, finished.stderr


@pytest.mark.parametrize("arguments", [["train", "recipe.toml"], ["export", "model"]])
def test_training_without_its_packages_names_the_command_that_adds_them(arguments: list[str]) -> None:
    finished = run_without_training(f"from training.cli.main import main; sys.exit(main({arguments!r}))")
    assert finished.returncode == 2, finished.stderr
    assert "which is not installed" in finished.stderr
    assert "Add what training needs: " in finished.stderr
    assert "Traceback" not in finished.stderr


def test_the_commands_of_training_are_listed_without_its_packages() -> None:
    finished = run_without_training("from training.cli.main import main; main(['--help'])")
    assert finished.returncode == 0, finished.stderr


def test_a_loaded_package_is_seen() -> None:
    assert "PySide6" in loaded_by("import PySide6.QtCore")
