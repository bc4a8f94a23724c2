"""Imports mediapipe without TensorFlow."""

from __future__ import annotations

from types import ModuleType

from gesture_app.domain.message import Message
from gesture_app.errors import MissingDependencyError, reason_of
from gesture_app.packages import hidden


def import_mediapipe() -> ModuleType:
    """Import the ``mediapipe`` package without TensorFlow.

    If TensorFlow is installed, mediapipe imports it for a documentation decorator only, which costs seven seconds; if
    that import fails, mediapipe works without it. TensorFlow can be imported normally afterwards.

    Raises:
        MissingDependencyError: If mediapipe, or a system library that it needs, is missing.
    """
    try:
        with hidden("tensorflow"):
            import mediapipe
    except ImportError as error:
        raise MissingDependencyError(
            Message("MediaPipe cannot be loaded: {reason}.").fill(reason=reason_of(error)),
            hint=Message(
                "Add it in the program's folder with: {command} Or find hands without it: --detector onnx."
            ).fill(command='python -m pip install -c constraints.txt -e ".[mediapipe]".'),
        ) from error
    return mediapipe  # type: ignore[no-any-return]
