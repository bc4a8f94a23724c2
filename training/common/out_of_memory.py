"""Detection of memory that ran out."""

from __future__ import annotations

import errno

_CODES = {errno.ENOMEM, 1455}
"""1455 is Windows' code for a paging file that is too small."""

_TEXTS = (
    "bad_alloc",
    "bad allocation",
    "cannot allocate memory",
    "failed to allocate memory",
    "failed to map segment from shared object",
    "insufficient memory",
    "oom when allocating",
    "paging file is too small",
)
"""As the C library, its loader, C++, OpenCV, ONNX Runtime, TensorFlow and Windows say it."""


def is_out_of_memory(error: BaseException) -> bool:
    """Whether an error comes from a lack of memory; libraries in C say so in words only, or as the cause of theirs."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, MemoryError) or type(seen).__name__ == "ResourceExhaustedError":
            return True
        if isinstance(seen, OSError) and (seen.errno in _CODES or getattr(seen, "winerror", None) in _CODES):
            return True
        text = str(seen).lower()
        if any(words in text for words in _TEXTS):
            return True
        seen = seen.__cause__ or seen.__context__
    return False
