"""What holds for every test: no screen, no network, no trace in the person's folders, nothing left running."""

from __future__ import annotations

import gc
import ipaddress
import os
import socket
import sys
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from typing import Any

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

THREAD_GRACE_S = 1.0
"""How long a thread that was told to stop may take to be gone."""

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
    """The threads started since then that do not end within the grace; those that Qt or C++ made are not Python's."""
    deadline_s = time.monotonic() + THREAD_GRACE_S
    started = [t for t in threading.enumerate() if t not in before and not isinstance(t, threading._DummyThread)]
    for thread in started:
        thread.join(max(0.0, deadline_s - time.monotonic()))
    return [thread for thread in started if thread.is_alive()]


def top_level_windows() -> list[Any]:
    """Qt's windows, after those asked to be deleted are gone; none where Qt is not in use."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or not isinstance(widgets.QApplication.instance(), widgets.QApplication):
        return []
    core = sys.modules["PySide6.QtCore"]
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete.value)
    return list(widgets.QApplication.topLevelWidgets())


def record_started_timers(patch: pytest.MonkeyPatch) -> weakref.WeakSet[Any]:
    """Collects each QTimer that is started from Python from now on."""
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
    """What is found again after collecting what only cycles of references kept alive."""
    if not find():
        return []
    gc.collect()
    return find()


@pytest.fixture(autouse=True)
def user_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Gives each test empty user folders of its own, for settings, models, samples and caches."""
    home = tmp_path_factory.mktemp("home")
    for variable, folder in USER_FOLDERS.items():
        monkeypatch.setenv(variable, str(home / folder))


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Refuses to reach any machine but this one, and fails a test that tried even if the code went on."""
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
    """Whether an address or name means this machine, without asking anybody."""
    text = host.decode() if isinstance(host, bytes) else host
    if text in (None, "", "localhost", socket.gethostname()):
        return True
    try:
        return ipaddress.ip_address(str(text)).is_loopback or str(text) in ("0.0.0.0", "::")
    except ValueError:
        return False
