"""Environment of a training for its record, without names of machines, people or folders."""

from __future__ import annotations

import importlib.metadata
import os
import platform
from typing import Any

_RECORDED_PACKAGES = ("keras", "tensorflow", "jax", "torch", "numpy", "onnx", "onnxruntime", "mediapipe")


def installed_versions() -> dict[str, str]:
    """Versions of the packages that affect a model, by name."""
    versions = {}
    for package in _RECORDED_PACKAGES:
        try:
            versions[package] = importlib.metadata.version(package)
        except importlib.metadata.PackageNotFoundError:
            continue
    return versions


def environment(backend: str) -> dict[str, Any]:
    """Packages, Python, system and processors.

    Args:
        backend: Backend of Keras.
    """
    return {
        "backend": backend,
        "python": platform.python_version(),
        "system": platform.system(),
        "machine": platform.machine(),
        "processors": os.cpu_count(),
        "packages": installed_versions(),
    }
