from __future__ import annotations

import importlib
import sys
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillRunning

import pytest

from gesture_app.packages import hidden, is_installed, nothing_hidden

PACKAGE = "wave"


@pytest.fixture(autouse=True)
def _not_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, PACKAGE, raising=False)


def import_it() -> str:
    with nothing_hidden():
        return importlib.import_module(PACKAGE).__name__


def test_a_package_that_can_be_imported_is_installed() -> None:
    assert is_installed(PACKAGE)
    assert not is_installed("no_such_module")
    assert PACKAGE not in sys.modules


def test_a_hidden_package_cannot_be_imported_but_is_installed() -> None:
    with hidden(PACKAGE):
        with pytest.raises(ImportError):
            importlib.import_module(PACKAGE)
        assert is_installed(PACKAGE)
    assert import_it() == PACKAGE


def test_a_package_imported_before_is_not_hidden() -> None:
    before = importlib.import_module(PACKAGE)
    with hidden(PACKAGE):
        assert importlib.import_module(PACKAGE) is before
    assert sys.modules[PACKAGE] is before


def test_it_is_found_again_after_a_failure() -> None:
    with pytest.raises(KeyError), hidden(PACKAGE):
        raise KeyError
    assert import_it() == PACKAGE


def test_another_thread_waits_until_nothing_is_hidden() -> None:
    with ThreadPoolExecutor(1) as pool:
        with hidden(PACKAGE):
            imported = pool.submit(import_it)
            with pytest.raises(StillRunning):
                imported.result(timeout=0.05)
        assert imported.result(timeout=30) == PACKAGE
