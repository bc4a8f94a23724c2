"""Suppresses notices of native libraries on the terminal while they load."""

from __future__ import annotations

import contextlib
import os
import re
import sys
import tempfile
import threading
from collections.abc import Iterator

_NOTICES = re.compile(
    rb"(?:WARNING: All log messages before absl::InitializeLog\(\)|INFO: Created TensorFlow Lite"
    rb"|[IW]\d{4} [\d:.]+ +\d+ [\w.+-]+:\d+\] "
    rb"|(?:E\d{4} [\d:.]+ +\d+|[\d-]{10} [\d:.]+: E) [\w./+-]+:\d+\] Unable to register cu[A-Z]+ factory: )[^\n]*\n"
)
"""Lines of absl's log below the level of errors, TensorFlow Lite's greeting, and the errors that every import of
TensorFlow 2.19 reports, with a GPU and without.

Source: https://github.com/tensorflow/tensorflow/issues/62075.
"""

_lock = threading.RLock()


@contextlib.contextmanager
def without_native_notices() -> Iterator[None]:
    """Drop notices and warnings that native libraries print in the block; print everything else after it.

    They write straight to file descriptor 2, and neither an environment variable nor an option of MediaPipe 0.10.21
    stops them. So the descriptor points to a temporary file meanwhile. Output of other threads is delayed but not
    lost, nor are native errors. A lock serializes the blocks of threads, so use it for short work such as loading a
    network; a block may be within another one. A process that is started meanwhile inherits the file.

    Source: https://github.com/google-ai-edge/mediapipe/issues/5371.
    """
    with _lock, contextlib.ExitStack() as stack:
        try:
            held = stack.enter_context(tempfile.TemporaryFile())
            _flush()
            stderr_fd = os.dup(2)
        except OSError:
            # No terminal to keep clean, as under pythonw, or no room for the file.
            yield
            return
        os.dup2(held.fileno(), 2)
        try:
            yield
        finally:
            _flush()
            os.dup2(stderr_fd, 2)
            os.close(stderr_fd)
            held.seek(0)
            rest = _NOTICES.sub(b"", held.read())
            while rest:
                rest = rest[os.write(2, rest) :]


def _flush() -> None:
    if sys.stderr is not None:
        sys.stderr.flush()
