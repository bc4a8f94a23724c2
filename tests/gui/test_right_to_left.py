"""In a language that is written from right to left, the layouts of the pages are mirrored."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from gesture_app.desktop.app import DesktopApp
from gesture_app.gui.widgets.video_view import VideoView
from tests.fakes.gui import FakeCamera, FakeCatalog
from tests.gui.conftest import MakeDesktop


@pytest.fixture
def desktop(make_desktop: MakeDesktop) -> Iterator[DesktopApp]:
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    desktop: DesktopApp = make_desktop(FakeCatalog(FakeCamera("Desk camera", "1")))
    desktop.window.resize(1280, 800)
    yield desktop
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def center_x(widget: QWidget, window: QWidget) -> int:
    return widget.mapTo(window, QPoint(widget.width() // 2, 0)).x()


@pytest.mark.parametrize("title", ["Live", "Play", "Collect"])
def test_the_video_is_on_the_right_and_the_panel_on_the_left(desktop: DesktopApp, title: str) -> None:
    desktop.show_page(title)
    QApplication.processEvents()
    views = [view for view in desktop.pages[title].widget.findChildren(VideoView) if view.isVisible()]

    assert len(views) == 1
    assert center_x(views[0], desktop.window) > desktop.window.width() / 2
