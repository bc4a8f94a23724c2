"""The window fits its screen, and whatever does not fit into the window can be scrolled to."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from gesture_app.desktop.app import DesktopApp
from gesture_app.gui.widgets.page_area import PageArea
from gesture_app.gui.widgets.screen_fit import FRAME, fitted_size
from gesture_app.gui.widgets.wrapped_label import WrappedLabel
from tests.fakes.gui import FakeCamera, FakeCatalog
from tests.gui.conftest import MakeDesktop

LEAST = QSize(560, 360)
WANTED = QSize(1280, 800)


@pytest.fixture
def desktop(make_desktop: MakeDesktop) -> DesktopApp:
    desktop: DesktopApp = make_desktop(FakeCatalog(FakeCamera("Desk camera", "1")))
    return desktop


@pytest.fixture
def large_text(qapp: QApplication) -> Iterator[None]:
    """Text at 200 %."""
    font = qapp.font()
    larger = qapp.font()
    larger.setPointSizeF(font.pointSizeF() * 2)
    qapp.setFont(larger)
    yield
    qapp.setFont(font)


def resize(desktop: DesktopApp, width: int, height: int) -> None:
    desktop.window.resize(width, height)
    QApplication.processEvents()


def is_whole(widget: QWidget, within: QWidget) -> bool:
    """Whether no edge of a widget is outside another one."""
    rect = QRect(widget.mapTo(within, QPoint(0, 0)), widget.size())
    return within.rect().contains(rect)


def areas_around(widget: QWidget) -> list[QScrollArea]:
    """The areas that scroll a widget, the inner ones first."""
    parent, areas = widget.parentWidget(), []
    while parent is not None:
        if isinstance(parent, QScrollArea):
            areas.append(parent)
        parent = parent.parentWidget()
    return areas


def buttons(page: QWidget) -> list[QAbstractButton]:
    return [button for button in page.findChildren(QAbstractButton) if button.isVisible()]


@pytest.mark.parametrize(
    ("available", "size"),
    [
        (QSize(1920, 1040), WANTED),
        (QSize(1366, 728), QSize(1280, 728 - FRAME.height())),
        (QSize(960, 512), QSize(960 - FRAME.width(), 512 - FRAME.height())),
        (QSize(400, 300), LEAST),
    ],
)
def test_a_window_is_no_larger_than_its_screen(available: QSize, size: QSize) -> None:
    assert fitted_size(WANTED, available, LEAST) == size


def test_the_window_begins_within_its_screen(desktop: DesktopApp) -> None:
    available = desktop.window.screen().availableGeometry()
    assert available.width() < WANTED.width()
    assert available.contains(desktop.window.frameGeometry())


def test_on_900_by_500_nothing_is_cut(desktop: DesktopApp) -> None:
    resize(desktop, 900, 500)
    assert desktop.window.size() == QSize(900, 500)
    for title, page in desktop.pages.items():
        desktop.show_page(title)
        QApplication.processEvents()
        assert is_whole(page.widget, desktop.window), title
        for button in buttons(page.widget):
            assert is_whole(button, page.widget), f"{title}: {button.text()}"


def test_wrapped_lines_are_not_cut(qtbot: QtBot) -> None:
    label = WrappedLabel("one two three four five six seven eight nine ten")
    qtbot.addWidget(label)
    label.show()
    label.resize(400, 20)
    in_one_line = label.minimumHeight()
    label.resize(80, 20)
    assert label.minimumHeight() >= 3 * in_one_line
    assert label.height() == label.minimumHeight()
    label.setText("one")
    assert label.minimumHeight() == in_one_line


@pytest.mark.parametrize(("width", "height"), [(900, 500), (640, 400)])
@pytest.mark.usefixtures("large_text")
def test_large_text_is_scrolled_to(make_desktop: MakeDesktop, width: int, height: int, qtbot: QtBot) -> None:
    desktop = make_desktop(FakeCatalog(FakeCamera("Desk camera", "1")))
    resize(desktop, width, height)
    desktop.show_page("Play")
    page = desktop.pages["Play"].widget
    area = next(area for area in desktop.window.findChildren(PageArea) if area.widget() is page)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    for button in buttons(page):
        for scrolled in areas_around(button):
            scrolled.ensureWidgetVisible(button, 0, 0)
        assert is_whole(button, area.viewport()), button.text()


def test_a_page_that_fits_is_not_scrolled(desktop: DesktopApp) -> None:
    resize(desktop, 1366, 768)
    for title in desktop.pages:
        desktop.show_page(title)
        QApplication.processEvents()
    for area in desktop.window.findChildren(PageArea):
        assert area.widget().size() == area.viewport().size() == area.size()


def test_the_bar_gives_up_texts_when_it_is_narrow(desktop: DesktopApp) -> None:
    window = desktop.window
    (tabs,) = window.findChildren(QTabBar)
    resize(desktop, 1366, 768)
    assert (tabs.tabText(0), window.mirror_button.text()) == ("Live", " &Mirror")
    resize(desktop, 660, 400)
    assert (tabs.tabText(0), window.mirror_button.text()) == ("Live", "")
    assert window.mirror_button.accessibleName() == "Mirror"
    resize(desktop, 560, 400)
    assert tabs.tabText(0) == ""
    assert tabs.accessibleTabName(0) == "Live"
    for control in (tabs, window.picker, window.mirror_button, window.settings_button):
        assert is_whole(control, window)
    resize(desktop, 1366, 768)
    assert (tabs.tabText(0), window.settings_button.text()) == ("Live", " &Settings  ▾")
