"""The window is built over registered pages."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabBar, QWidget
from pytestqt.qtbot import QtBot

from gesture_app.desktop.app import DesktopApp
from gesture_app.desktop.pages import registered_pages
from gesture_app.desktop.services import Backends
from gesture_app.domain.frames.frame import Frame, FrameResult
from gesture_app.gui.live.page import LivePage
from gesture_app.gui.pages import OpenPage, Page, PageContext
from tests.fakes.gui import FakeCamera, FakeCatalog, result_of
from tests.gui.conftest import MakeDesktop

CONTROL = Qt.KeyboardModifier.ControlModifier


class FifthServices:
    def __init__(self) -> None:
        self.is_running = True
        self.can_stop = True

    def stop(self) -> bool:
        self.is_running = False
        return self.can_stop


class FifthPage(QWidget):
    """A page that a contributor adds: its own folder and one line in the list of pages."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.seen: list[FrameResult] = []
        self.is_preloaded = False
        self.may_close = True
        context.taps.add(lambda _frame, result: self.seen.append(result))

    def preload(self) -> None:
        self.is_preloaded = True


def fifth_page() -> Page:
    def open_page(context: PageContext) -> OpenPage:
        page = FifthPage(context)
        return OpenPage(page, FifthServices(), may_close=lambda: page.may_close, preload=page.preload)

    return Page("Fifth", "info", "Ctrl+5", open_page)


@pytest.fixture
def desktop(make_desktop: MakeDesktop, qtbot: QtBot) -> DesktopApp:
    def pages(backends: Backends) -> tuple[Page, ...]:
        return (*registered_pages(backends), fifth_page())

    desktop: DesktopApp = make_desktop(FakeCatalog(FakeCamera("Desk camera", "1")), pages=pages)
    return desktop


def titles(desktop: DesktopApp) -> list[str]:
    (tabs,) = desktop.window.findChildren(QTabBar)
    return [tabs.tabText(index) for index in range(tabs.count())]


def test_each_page_has_a_tab_with_its_icon_and_shortcut(desktop: DesktopApp) -> None:
    (tabs,) = desktop.window.findChildren(QTabBar)
    assert titles(desktop) == ["Live", "Play", "Collect", "Train", "Fifth"]
    assert [tabs.tabToolTip(index) for index in range(5)] == [
        "Live (Ctrl+1)",
        "Play (Ctrl+2)",
        "Collect (Ctrl+3)",
        "Train (Ctrl+4)",
        "Fifth (Ctrl+5)",
    ]
    assert not any(tabs.tabIcon(index).isNull() for index in range(5))


def test_a_shortcut_shows_its_page(desktop: DesktopApp) -> None:
    QTest.keyClick(desktop.window, Qt.Key.Key_5, CONTROL)
    assert desktop.page(FifthPage).isVisible()
    QTest.keyClick(desktop.window, Qt.Key.Key_1, CONTROL)
    assert desktop.page(LivePage).isVisible()
    assert not desktop.page(FifthPage).isVisible()


def test_a_page_can_show_another(desktop: DesktopApp) -> None:
    desktop.page(FifthPage).context.show_page("Collect")
    assert desktop.pages["Collect"].widget.isVisible()


def test_the_registered_shortcuts_and_titles_differ(desktop: DesktopApp) -> None:
    pages = registered_pages(Backends.of_user(desktop.options))
    assert len({page.shortcut for page in pages}) == len({page.title for page in pages}) == len(pages)


def test_a_page_receives_results(desktop: DesktopApp) -> None:
    result = result_of()
    desktop.taps(Frame(np.zeros((4, 4, 3), np.uint8), 0, 0.0, 0.0), result)
    assert desktop.page(FifthPage).seen == [result]


def test_the_window_stays_open_while_a_page_objects(desktop: DesktopApp) -> None:
    page = desktop.page(FifthPage)
    page.may_close = False
    assert not desktop.window.close()
    page.may_close = True
    assert desktop.window.close()


def test_pages_are_preloaded_and_stopped_with_the_app(desktop: DesktopApp) -> None:
    fifth, services = desktop.pages["Fifth"], desktop.services(FifthServices)
    fifth.preload()
    assert desktop.page(FifthPage).is_preloaded
    services.can_stop = False
    assert not desktop.stop()
    assert not services.is_running
    services.can_stop = True


def test_a_page_that_is_not_there_is_an_error(desktop: DesktopApp) -> None:
    with pytest.raises(LookupError, match="QTabBar"):
        desktop.page(QTabBar)
