"""A window on the real pipeline, with cameras and networks that do what the test says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytest.importorskip("PySide6", reason="the window needs the gui extra")

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gesture_app.app import AppOptions, DesktopApp
from gesture_app.gui.qt_binding import drops_references
from gesture_app.settings import Settings, SettingsFile
from tests.gui.fakes import FakeCatalog, FakeRecognizer


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The platform without a screen complains about every window that has a minimum size."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints"))


@pytest.fixture(scope="session", autouse=True)
def _safe_binding() -> None:
    if drops_references():
        pytest.fail("This PySide6 would end the whole test run; see gesture_app/gui/qt_binding.py.", pytrace=False)


@pytest.fixture
def recognizer() -> Iterator[FakeRecognizer]:
    recognizer = FakeRecognizer()
    yield recognizer
    recognizer.release()


@pytest.fixture
def settings_file(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "config" / "settings.toml")


MakeDesktop = Callable[..., DesktopApp]


@pytest.fixture
def make_desktop(
    qapp: QApplication, qtbot: QtBot, recognizer: FakeRecognizer, settings_file: SettingsFile
) -> Iterator[MakeDesktop]:
    made: list[DesktopApp] = []

    def make(
        catalog: FakeCatalog, *, settings: Settings | None = None, options: AppOptions | None = None
    ) -> DesktopApp:
        if settings is not None:
            settings_file.save(settings)
        desktop = DesktopApp(qapp, catalog, settings_file, options or AppOptions(), processors=recognizer.processors)
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
