"""Importing mediapipe without TensorFlow."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

from gesture_app.errors import MissingDependencyError

_MISSING: Any = object()


def import_mediapipe() -> ModuleType:
    """The ``mediapipe`` package, imported without TensorFlow.

    It imports TensorFlow, when that is installed, for a documentation decorator only, which costs seven seconds; an
    entry of None in ``sys.modules`` makes that import fail, which mediapipe handles. TensorFlow can be imported
    afterwards as if nothing had happened.

    Raises:
        MissingDependencyError: If mediapipe, or a system library that it needs, is not there.
    """
    before = sys.modules.get("tensorflow", _MISSING)
    if before is _MISSING:
        sys.modules["tensorflow"] = None  # type: ignore[assignment]
    try:
        import mediapipe
    except ImportError as error:
        raise MissingDependencyError(
            f"MediaPipe, which finds the hands, cannot be loaded: {error}.",
            hint="Install the program again with: python scripts/setup.py setup",
        ) from error
    finally:
        if before is _MISSING:
            sys.modules.pop("tensorflow", None)
    return mediapipe  # type: ignore[no-any-return]
