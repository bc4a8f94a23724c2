"""Refuses a build of PySide6 that would end the program in the middle of a game."""

from __future__ import annotations

import sys

import PySide6
from PySide6.QtCore import QPoint

from gesture_app.errors import MissingDependencyError

_CALLS = 200


def check_binding() -> None:
    """Check that calls into Qt leave Python's ``None`` alone. To be called before the window is made.

    PySide6 6.12.0 under Python 3.11 gives up one reference to ``None`` with every call that returns nothing. After some
    seconds of painting Python ends the process: "none_dealloc: deallocating None". Python 3.12 does not count these
    references, and PySide6 6.11.1 is right with both. The behaviour is checked rather than the version, so that a
    mended build is taken.

    Raises:
        MissingDependencyError: If this PySide6 cannot be used with this Python.
    """
    if drops_references():
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        raise MissingDependencyError(
            f"PySide6 {PySide6.__version__} crashes under Python {version} after a few seconds.",
            hint='Install another one with: pip install "PySide6-Essentials<6.12" "PySide6-Addons<6.12".',
        )


def drops_references() -> bool:
    """Whether a call that returns nothing costs ``None`` a reference."""
    point = QPoint()
    before = sys.getrefcount(None)
    for _call in range(_CALLS):
        point.setX(0)
    # Other threads may take or give back a few meanwhile.
    return sys.getrefcount(None) < before - _CALLS // 2
