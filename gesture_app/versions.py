"""Versions of the program, of Python, of the system and of the packages in use, for log and report."""

from __future__ import annotations

import importlib.metadata
import platform

from gesture_app.resources import APP_NAME

PACKAGES = (
    "numpy",
    "opencv-contrib-python",
    "onnxruntime",
    "PySide6-Essentials",
    "mediapipe",
    "tensorflow",
    "keras",
)
"""The packages whose versions matter most for errors."""


def installed_version(package: str) -> str | None:
    """Version of an installed package; None if it is not installed."""
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None


def versions_text() -> str:
    """One line with all versions."""
    found = {name: installed_version(name) for name in (APP_NAME, *PACKAGES)}
    packages = [f"{name} {version}" for name, version in found.items() if version is not None]
    system = f"Python {platform.python_version()}, {platform.platform()}"
    return ", ".join([*packages, system])
