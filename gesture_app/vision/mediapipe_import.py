"""Importing mediapipe without TensorFlow, quietly."""

from __future__ import annotations

import os
import sys
from types import ModuleType
from typing import Any

_MISSING: Any = object()


def import_mediapipe() -> ModuleType:
    """The ``mediapipe`` package, imported without TensorFlow.

    It imports TensorFlow, when that is installed, for a documentation decorator only, which costs seven seconds; an
    entry of None in ``sys.modules`` makes that import fail, which mediapipe handles. TensorFlow can be imported
    afterwards as if nothing had happened.
    """
    os.environ.setdefault("GLOG_minloglevel", "2")
    before = sys.modules.get("tensorflow", _MISSING)
    if before is _MISSING:
        sys.modules["tensorflow"] = None  # type: ignore[assignment]
    try:
        import mediapipe
    finally:
        if before is _MISSING:
            sys.modules.pop("tensorflow", None)
    return mediapipe  # type: ignore[no-any-return]
