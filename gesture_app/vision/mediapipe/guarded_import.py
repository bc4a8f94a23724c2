"""Importing mediapipe without TensorFlow."""

from __future__ import annotations

from types import ModuleType

from gesture_app.errors import MissingDependencyError
from gesture_app.packages import hidden


def import_mediapipe() -> ModuleType:
    """The ``mediapipe`` package, imported without TensorFlow.

    It imports TensorFlow, when that is installed, for a documentation decorator only, which costs seven seconds; where
    that import fails, mediapipe does without. TensorFlow can be imported afterwards as if nothing had happened.

    Raises:
        MissingDependencyError: If mediapipe, or a system library that it needs, is not there.
    """
    try:
        with hidden("tensorflow"):
            import mediapipe
    except ImportError as error:
        raise MissingDependencyError(
            f"MediaPipe, which finds the hands, cannot be loaded: {error}.",
            hint="Install the program again with: python scripts/setup.py setup",
        ) from error
    return mediapipe  # type: ignore[no-any-return]
