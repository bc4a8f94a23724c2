"""The only module that imports ONNX Runtime. Everything else asks it for a session."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from gesture_app.domain.message import Message
from gesture_app.errors import MissingDependencyError, reason_of

TELEMETRY_SWITCH = "ORT_DISABLE_TELEMETRY"


def open_session(model: Path | bytes, *, threads: int | None = None) -> Any:
    """Load an ONNX model for inference on the CPU.

    Args:
        model: The model file, or its contents.
        threads: Threads of one inference; they do not spin while they wait, which would take time from other threads.
            None keeps ONNX Runtime's own settings.

    Returns:
        An ``onnxruntime.InferenceSession``.

    Raises:
        MissingDependencyError: If ONNX Runtime cannot be imported.
        Exception: If the model cannot be loaded; ONNX Runtime's errors share no public base class.
    """
    onnxruntime = _import_onnxruntime()
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    if threads is not None:
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    source = str(model) if isinstance(model, Path) else model
    return onnxruntime.InferenceSession(source, options, providers=["CPUExecutionProvider"])


def _import_onnxruntime() -> Any:
    # The package sets it as well; a test or a notebook may have cleared the environment since.
    os.environ[TELEMETRY_SWITCH] = "1"
    try:
        import onnxruntime
    except ImportError as error:  # on Windows also without Microsoft's runtime libraries
        raise MissingDependencyError(
            Message("ONNX Runtime, which reads the gestures, cannot be loaded: {reason}.").fill(
                reason=reason_of(error)
            ),
            hint=Message("Install the program again with: python scripts/setup.py setup"),
        ) from error
    return onnxruntime
