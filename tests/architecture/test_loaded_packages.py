"""Packages that are loaded at the start: commands without a window load no Qt, and nothing loads TensorFlow.

The import rules see direct imports only; a package may bring another along.
"""

from __future__ import annotations

import subprocess
import sys

import pytest


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


def test_the_detector_is_made_without_tensorflow() -> None:
    code = "from gesture_app.vision.mediapipe.guarded_import import import_mediapipe; import_mediapipe()"
    loaded = loaded_by(code)
    assert "mediapipe" in loaded
    assert "tensorflow" not in loaded


def test_a_loaded_package_is_seen() -> None:
    assert "PySide6" in loaded_by("import PySide6.QtCore")
