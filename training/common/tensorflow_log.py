"""Keeps what TensorFlow's native code reports while it loads off the terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import ModuleType

from gesture_app.inference.providers import tensorflow_log_level
from gesture_app.native_log import without_native_notices


def quiet_tensorflow() -> None:
    """Let TensorFlow load quietly, whichever module imports it first.

    Call it before Keras is imported. It is an import hook, as commands that need no TensorFlow do not wait for it.
    """
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", tensorflow_log_level())
    if not any(isinstance(finder, _QuietFinder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _QuietFinder())


class _QuietFinder(MetaPathFinder):
    """Finds TensorFlow as Python does, with a loader that drops the notices of native code."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Where TensorFlow is; None for every other module."""
        spec = PathFinder.find_spec(fullname, path, target) if fullname == "tensorflow" else None
        if spec is not None and isinstance(spec.loader, SourceFileLoader):
            spec.loader = _QuietLoader(spec.loader.name, spec.loader.path)
        return spec


class _QuietLoader(SourceFileLoader):
    def exec_module(self, module: ModuleType) -> None:
        with without_native_notices():
            super().exec_module(module)
