"""Rules for every test: no screen, no network, no files in the user's folders, nothing left running.

Also marks the slow tests, and prints coverage by package when it is measured.
"""

from __future__ import annotations

import gc
import ipaddress
import os
import socket
import sys
import threading
import time
import weakref
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

TESTS = Path(__file__).resolve().parent
QUICK = "not slow"
"""The ``-m`` expression of ``make test-quick``."""

SLOW = (
    "contracts/test_classifiers.py",
    "desktop/test_shutdown.py",
    "privacy",
    "replay",
    "training/cli",
    "training/common/test_checkpoints.py",
    "training/common/test_loop.py",
    "training/common/test_lr_range_test.py",
    "training/common/test_pretrained_weights.py",
    "training/evaluation",
    "training/hands",
    "training/images",
    "training/retraining",
    "training/synthetic",
)
"""Folders and files, relative to this one, with tests that train or export with Keras, render, or take a minute."""

HEAVY_PACKAGES = frozenset({"keras", "tensorflow"})
"""Packages that tests that are not slow may not import: they take ten seconds in every worker."""

THREAD_GRACE_S = 1.0
"""Time in which a thread that was asked to stop has to end."""

USER_FOLDERS = {
    "HOME": "",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
    "USERPROFILE": "",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
}


class NetworkRefusedError(RuntimeError):
    """A test tried to reach another machine. Not an OSError, so that code handling those does not hide it."""


def is_slow(path: Path) -> bool:
    """Whether the tests of a file are slow."""
    return any(path.is_relative_to(TESTS / name) for name in SLOW)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leaves slow files out of a quick run before they are imported, as some import Keras."""
    return True if config.option.markexpr == QUICK and is_slow(collection_path) else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks the tests of slow files."""
    for item in items:
        if is_slow(item.path):
            item.add_marker(pytest.mark.slow)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Refuses a quick run in which a test file imports Keras."""
    if session.config.option.markexpr == QUICK and (loaded := HEAVY_PACKAGES & sys.modules.keys()):
        raise pytest.UsageError(f"A test file that is not slow imports {', '.join(sorted(loaded))}: see SLOW.")


@pytest.fixture(autouse=True)
def heavy_import_guard(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test that is not slow and imports Keras or TensorFlow."""
    before = HEAVY_PACKAGES & sys.modules.keys()
    yield
    loaded = (HEAVY_PACKAGES & sys.modules.keys()) - before
    if loaded and request.node.get_closest_marker("slow") is None:
        pytest.fail(f"The test imports {', '.join(sorted(loaded))}, but its file is not in SLOW.", pytrace=False)


@pytest.fixture(autouse=True)
def leak_guard() -> Iterator[None]:
    """Fails a test that leaves a thread, a window or a running timer behind."""
    threads_before = set(threading.enumerate())
    windows_before = {id(window) for window in top_level_windows()}
    with pytest.MonkeyPatch.context() as patch:
        timers = record_started_timers(patch)
        yield
        left = [f"thread {thread.name!r}" for thread in threads_alive_after(threads_before)]
        left += settled(lambda: [describe(w) for w in top_level_windows() if id(w) not in windows_before])
        left += settled(lambda: [describe(timer) for timer in timers if is_active(timer)])
    if left:
        pytest.fail(f"The test left running: {', '.join(left)}. Stop and join what it starts.", pytrace=False)


def threads_alive_after(before: set[threading.Thread]) -> list[threading.Thread]:
    """Python threads started since ``before`` that do not end within the grace. Threads of Qt and C++ are left out."""
    deadline_s = time.monotonic() + THREAD_GRACE_S
    started = [t for t in threading.enumerate() if t not in before and not isinstance(t, threading._DummyThread)]
    for thread in started:
        thread.join(max(0.0, deadline_s - time.monotonic()))
    return [thread for thread in started if thread.is_alive()]


def top_level_windows() -> list[Any]:
    """Top-level windows of Qt, after deferred deletions are done; none where Qt is not in use."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or not isinstance(widgets.QApplication.instance(), widgets.QApplication):
        return []
    core = sys.modules["PySide6.QtCore"]
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete.value)
    return list(widgets.QApplication.topLevelWidgets())


def record_started_timers(patch: pytest.MonkeyPatch) -> weakref.WeakSet[Any]:
    """Collects each QTimer that is started from Python while the patch lasts."""
    started: weakref.WeakSet[Any] = weakref.WeakSet()
    core = sys.modules.get("PySide6.QtCore")
    if core is not None:
        start = core.QTimer.start

        def recording_start(timer: Any, *arguments: Any) -> None:
            started.add(timer)
            start(timer, *arguments)

        patch.setattr(core.QTimer, "start", recording_start)
    return started


def is_active(timer: Any) -> bool:
    """Whether it will fire; a timer that Qt has deleted will not."""
    try:
        return bool(timer.isActive())
    except RuntimeError:
        return False


def describe(thing: Any) -> str:
    """A Qt object's type and name."""
    return f"{type(thing).__name__} {thing.objectName()!r}"


def settled(find: Callable[[], list[str]]) -> list[str]:
    """Finds again after a garbage collection, which frees objects in reference cycles."""
    if not find():
        return []
    gc.collect()
    return find()


@pytest.fixture(autouse=True)
def user_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Gives each test its own empty user folders, for settings, models, samples and caches."""
    home = tmp_path_factory.mktemp("home")
    for variable, folder in USER_FOLDERS.items():
        monkeypatch.setenv(variable, str(home / folder))


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Refuses connections to other machines, and fails a test that tried one, also if the code caught the error."""
    attempts: list[str] = []

    def refuse_unless_local(host: object) -> None:
        if not is_local(host):
            attempts.append(str(host))
            raise NetworkRefusedError(f"A test tried to reach {host!r}.")

    def guard(name: str, *, address_at: int) -> None:
        original = getattr(socket.socket, name)

        def guarded(self: socket.socket, *arguments: Any) -> Any:
            if self.family in (socket.AF_INET, socket.AF_INET6):
                refuse_unless_local(arguments[address_at][0])
            return original(self, *arguments)

        monkeypatch.setattr(socket.socket, name, guarded)

    guard("connect", address_at=0)
    guard("connect_ex", address_at=0)
    guard("sendto", address_at=-1)
    look_up = socket.getaddrinfo

    def guarded_look_up(host: Any, *arguments: Any, **options: Any) -> Any:
        refuse_unless_local(host)
        return look_up(host, *arguments, **options)

    monkeypatch.setattr(socket, "getaddrinfo", guarded_look_up)
    yield
    if attempts:
        pytest.fail(f"The test tried to reach {', '.join(attempts)}; nothing may leave the machine.", pytrace=False)


def is_local(host: object) -> bool:
    """Whether an address or name means this machine, without a DNS query."""
    text = host.decode() if isinstance(host, bytes) else host
    if text in (None, "", "localhost", socket.gethostname()):
        return True
    try:
        return ipaddress.ip_address(str(text)).is_loopback or str(text) in ("0.0.0.0", "::")
    except ValueError:
        return False


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Prints coverage by package after a run with ``--cov``."""
    if not config.pluginmanager.hasplugin("_cov") or not config.option.cov_source:
        return
    from coverage import Coverage

    coverage = Coverage()
    coverage.load()
    statements: dict[str, int] = defaultdict(int)
    missing: dict[str, int] = defaultdict(int)
    for file in coverage.get_data().measured_files():
        relative = Path(file).relative_to(TESTS.parent)
        package = ".".join(relative.parts[: min(2, len(relative.parts) - 1)])
        _, executable, _, not_run, _ = coverage.analysis2(file)
        for name in (package, "all"):
            statements[name] += len(executable)
            missing[name] += len(not_run)
    terminalreporter.section("coverage by package (statements)")
    for name in sorted(statements, key=lambda name: (name == "all", name)):
        covered = 1 - missing[name] / statements[name] if statements[name] else 1.0
        terminalreporter.line(f"{name:<28} {statements[name]:>6} {covered:>8.1%}")
