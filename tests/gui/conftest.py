"""A window on the real pipeline, with cameras and networks that do what the test says."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("PySide6", reason="the window needs the gui extra")

import PySide6
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gesture_app.desktop.app import DesktopApp
from gesture_app.desktop.options import AppOptions
from gesture_app.desktop.services import Backends
from gesture_app.domain.frames.sensitivity import Sensitivity
from gesture_app.domain.models.model_summary import GateVerdict
from gesture_app.gui.collect.services import SampleBackend
from gesture_app.gui.train.services import TrainBackend
from gesture_app.pipeline.engine import EngineTiming
from gesture_app.settings import Settings, SettingsFile
from tests.fakes.engines import EngineFactory
from tests.fakes.gui import FakeCamera, FakeCatalog, FakeRecognizer
from tests.fakes.installer import FakeTrainingPackages
from tests.fakes.model_libraries import InMemoryModelLibrary, retrained_summary
from tests.gui.train.conftest import NEW_ID, SwapEngine, recorded


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The platform without a screen complains about every window that has a minimum size."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints"))


@pytest.fixture(scope="session", autouse=True)
def _safe_binding() -> None:
    """PySide6 6.12.0 under Python 3.11 gives up a reference to None with every call that returns nothing.

    After some thousand calls that ends the process, and with it the whole test run.
    """
    point, calls = QPoint(), 200
    before = sys.getrefcount(None)
    for _call in range(calls):
        point.setX(0)
    if sys.getrefcount(None) < before - calls // 2:
        pytest.fail(f"PySide6 {PySide6.__version__} drops references to None.", pytrace=False)


@pytest.fixture
def recognizer() -> Iterator[FakeRecognizer]:
    recognizer = FakeRecognizer()
    yield recognizer
    recognizer.release()


@pytest.fixture
def settings_file(tmp_path: Path) -> SettingsFile:
    """The settings of somebody who has started the program before; the first steps are not shown."""
    file = SettingsFile(tmp_path / "config" / "settings.toml")
    file.save(Settings())
    return file


MakeDesktop = Callable[..., DesktopApp]


@pytest.fixture
def make_desktop(
    qapp: QApplication, qtbot: QtBot, recognizer: FakeRecognizer, settings_file: SettingsFile
) -> Iterator[MakeDesktop]:
    made: list[DesktopApp] = []

    def make(
        catalog: FakeCatalog,
        *,
        settings: Settings | None = None,
        options: AppOptions | None = None,
        **others: Any,
    ) -> DesktopApp:
        """Make and start the app; unless other options are given, a gesture is stable at its first frame."""
        if settings is not None:
            settings_file.save(settings)
        # A test sends a frame now and then, and none for as long as it takes on a busy machine.
        others.setdefault("timing", EngineTiming(trouble_s=60.0, stall_s=60.0))
        desktop = DesktopApp(
            qapp,
            catalog,
            settings_file,
            options or AppOptions(sensitivity=Sensitivity.HIGH),
            processors=recognizer.processors,
            **others,
        )
        made.append(desktop)
        qtbot.addWidget(desktop.window)
        desktop.start()
        qtbot.waitExposed(desktop.window)
        return desktop

    yield make
    recognizer.release()
    for desktop in made:
        assert desktop.stop()
        desktop.deleteLater()


def _unused(*_args: object, **_more: object) -> Any:
    raise AssertionError("nothing is recorded or trained here")


MakeFullDesktop = Callable[..., DesktopApp]


@pytest.fixture
def make_full_desktop(make_desktop: MakeDesktop, qtbot: QtBot) -> MakeFullDesktop:
    """Makes the app with samples of two gestures, a refused model, and TensorFlow missing."""

    def make(*cameras: FakeCamera, settings: Settings | None = None) -> DesktopApp:
        packages = FakeTrainingPackages()
        packages.lacking = ("tensorflow==2.18.1",)
        library = InMemoryModelLibrary(retrained_summary(NEW_ID, verdict=GateVerdict.REFUSED))
        store = recorded(count=3)
        options = AppOptions(source="demo")
        backends = replace(
            Backends.of_user(options),
            samples=SampleBackend(lambda: store, _unused, _unused),
            training=TrainBackend(lambda: library, _unused, _unused, _unused, packages),
        )
        desktop: DesktopApp = make_desktop(
            FakeCatalog(*cameras),
            settings=settings,
            options=options,
            backends=backends,
            make_engine=EngineFactory(SwapEngine),
        )
        desktop.samples.load()
        qtbot.waitUntil(lambda: desktop.samples.is_open)
        return desktop

    return make


@pytest.fixture
def full_desktop(make_full_desktop: MakeFullDesktop) -> DesktopApp:
    """The app with samples of two gestures, a refused model, and TensorFlow missing."""
    return make_full_desktop(FakeCamera("Desk", "1"))
