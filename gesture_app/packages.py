"""Which packages are installed, and how one is hidden from the import of another."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_hiding = threading.RLock()


def is_installed(package: str) -> bool:
    """Whether a package could be imported, by this process or by another of its kind, without importing it.

    What is :func:`hidden` just now is installed all the same; ``importlib.util.find_spec`` would deny that.

    Args:
        package: Its name at the top level, such as ``"tensorflow"``.
    """
    return any(finder.find_spec(package, None) is not None for finder in sys.meta_path)


@contextmanager
def hidden(package: str) -> Iterator[None]:
    """Let imports of a package fail for now, unless it was imported before; it can be imported afterwards.

    Other threads see that, too: those that want to import the package do so within :func:`nothing_hidden`.
    """
    with _hiding:
        if package in sys.modules:
            yield
            return
        sys.modules[package] = None  # type: ignore[assignment]
        try:
            yield
        finally:
            sys.modules.pop(package, None)


@contextmanager
def nothing_hidden() -> Iterator[None]:
    """Wait until nothing is :func:`hidden`, and keep it so."""
    with _hiding:
        yield
