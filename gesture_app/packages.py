"""Detection of installed packages, and hiding of a package from the import of another."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_hiding = threading.RLock()


def is_installed(package: str) -> bool:
    """Whether a package is installed, without importing it.

    Unlike ``importlib.util.find_spec``, it also finds a package that is :func:`hidden` at the moment.

    Args:
        package: Top-level name, such as ``"tensorflow"``.
    """
    return any(finder.find_spec(package, None) is not None for finder in sys.meta_path)


@contextmanager
def hidden(package: str) -> Iterator[None]:
    """Make imports of a package fail inside the block, unless it was imported before.

    Other threads are affected, too: they import the package inside :func:`nothing_hidden`.
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
    """Wait until no package is :func:`hidden`, and hide none inside the block."""
    with _hiding:
        yield
