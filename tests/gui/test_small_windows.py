"""In a window of 800 x 560 nothing is scrolled sideways and no text is cut, whatever the size of the text is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from gesture_app.desktop.app import DesktopApp
from gesture_app.gui.train.page import TrainPage
from gesture_app.gui.widgets.wrapping_row import WrappingRow
from gesture_app.settings import Settings
from tests.fakes.gui import FakeCamera, FakeCatalog
from tests.gui.conftest import MakeDesktop, MakeFullDesktop
from tests.gui.controls import screens

WIDTH, HEIGHT = 800, 560
PAGES = ("Live", "Play", "Collect", "Train")


@pytest.fixture(params=[100, 150, 200])
def percent(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[int]:
    font = qapp.font()
    yield int(request.param)
    qapp.setFont(font)


@pytest.fixture
def small(make_full_desktop: MakeFullDesktop, percent: int) -> DesktopApp:
    """The app in a small window, with this size of text."""
    desktop = make_full_desktop(FakeCamera("Desk camera", "1"), settings=Settings(text_percent=percent))
    desktop.window.resize(WIDTH, HEIGHT)
    settle()
    return desktop


def settle() -> None:
    """Let layouts that follow each other come to rest."""
    for _round in range(6):
        QApplication.processEvents()


def cut(window: QWidget) -> list[str]:
    """What is wider than the place it has."""
    found = []
    for area in window.findChildren(QScrollArea):
        if area.isVisible() and area.widget().width() > area.viewport().width():
            found.append(f"{type(area.widget()).__name__} is scrolled sideways")
    for widget in window.findChildren(QWidget):
        text = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
        if not widget.isVisible() or not text:
            continue
        if isinstance(widget, QLabel) and (widget.wordWrap() or widget.minimumWidth() == 1):
            continue
        needed = max(widget.fontMetrics().horizontalAdvance(line) for line in text.replace("&", "").splitlines())
        if needed > widget.width():
            found.append(f"{text!r} is cut")
    return found


@pytest.mark.parametrize("title", PAGES)
def test_no_page_is_scrolled_sideways_or_cut(small: DesktopApp, title: str) -> None:
    small.show_page(title)
    settle()
    found: set[str] = set()
    for _screen in screens(small.pages[title].widget):
        settle()
        found.update(cut(small.window))
    assert found == set()


def test_tabs_and_buttons_of_the_window_are_whole(small: DesktopApp) -> None:
    window = small.window
    (tabs,) = window.findChildren(QTabBar)
    for control in (tabs, window.picker, window.mirror_button, window.settings_button):
        assert window.rect().contains(QRect(control.mapTo(window, QPoint(0, 0)), control.size()))
    assert tabs.width() >= tabs.sizeHint().width()


def test_no_section_of_the_settings_is_scrolled_sideways(small: DesktopApp) -> None:
    small.show_settings()
    dialog = small.settings
    assert dialog is not None
    dialog.resize(WIDTH, HEIGHT)
    found: set[str] = set()
    for _screen in screens(dialog):
        settle()
        found.update(cut(dialog))
    dialog.close()
    assert found == set()


def test_the_text_of_a_refused_model_is_not_squeezed_by_its_buttons(small: DesktopApp, qtbot: QtBot) -> None:
    small.show_page("Train")
    page = small.page(TrainPage)
    page.show_models()
    qtbot.waitUntil(lambda: bool(page.models.rows))
    settle()
    row = page.models.row("base-1-own-20240503t080000")
    assert row is not None
    texts = [label for label in row.findChildren(QLabel) if label.isVisible() and label.text()]
    assert min(label.width() for label in texts) > row.width() / 2


def test_a_notice_leaves_most_of_the_page_free(make_desktop: MakeDesktop, percent: int, qtbot: QtBot) -> None:
    desktop = make_desktop(FakeCatalog(), settings=Settings(text_percent=percent))
    desktop.window.resize(WIDTH, HEIGHT)
    area = desktop.window.notification_area
    qtbot.waitUntil(lambda: area.banner is not None)
    settle()
    assert area.height() < HEIGHT * 0.5
    assert cut(desktop.window) == []


@pytest.fixture
def row(qtbot: QtBot) -> WrappingRow:
    row = WrappingRow(spacing_px=10)
    qtbot.addWidget(row)
    for _number in range(3):
        label = QLabel()
        label.setFixedSize(100, 20)
        row.add(label)
    row.show()
    return row


@pytest.mark.parametrize(("width", "height"), [(320, 20), (319, 50), (210, 50), (209, 80), (100, 80)])
def test_a_row_wraps_where_its_width_ends(row: WrappingRow, width: int, height: int) -> None:
    row.resize(width, 20)
    assert row.minimumHeight() == height
    assert row.minimumSizeHint().width() == 100
    assert row.sizeHint().width() == 320


def test_a_row_becomes_lower_when_a_widget_is_hidden(row: WrappingRow) -> None:
    row.resize(209, 20)
    row.findChildren(QLabel)[0].hide()
    settle()
    assert row.minimumHeight() == 50
