"""In a language that is written from right to left, the layouts of the pages are mirrored, and what is painted."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gesture_app.desktop.app import DesktopApp
from gesture_app.domain.game.practice import PracticeResult
from gesture_app.gui.live.probability_bars import ProbabilityBar
from gesture_app.gui.play.plots import BarPlot, RatePlot
from gesture_app.gui.play.practice_results import PracticeResults
from gesture_app.gui.play.statistics_series import Bar
from gesture_app.gui.train.curves import Curve, CurvePlot
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.theme import Theme
from gesture_app.gui.widgets.video_view import VideoView
from gesture_app.resources import ASSETS
from tests.fakes.gui import FakeCamera, FakeCatalog
from tests.gui.conftest import MakeDesktop


@pytest.fixture
def desktop(make_desktop: MakeDesktop) -> Iterator[DesktopApp]:
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    desktop: DesktopApp = make_desktop(FakeCatalog(FakeCamera("Desk camera", "1")))
    desktop.window.resize(1280, 800)
    yield desktop
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def shape_of(widget: QWidget, color: str, direction: Qt.LayoutDirection) -> npt.NDArray[np.bool_]:
    """Where a painted widget has this colour, ``(height, width)``."""
    widget.setLayoutDirection(direction)
    widget.resize(360, 240)
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    rgb = pixels[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).astype(int)
    wanted = np.array(QColor(color).getRgb()[:3])
    shape: npt.NDArray[np.bool_] = (np.abs(rgb - wanted) < 40).all(axis=2)
    return shape


def bars(theme: Theme) -> QWidget:
    widget = ProbabilityBar("rock", ["Rock", "No gesture"], IconSet(ASSETS / "icons"), theme)
    widget.show_share(0.4, is_answer=True)
    return widget


def curves(theme: Theme) -> QWidget:
    widget = CurvePlot(theme, "Loss", is_share=False)
    widget.show_curves([Curve("learning", "accent", Qt.PenStyle.SolidLine, (0.9, 0.5, 0.4))], None)
    return widget


def rates(theme: Theme) -> QWidget:
    widget = RatePlot(theme)
    widget.show_rates([0.9, 0.5, 0.4])
    return widget


def statistics_bars(theme: Theme) -> QWidget:
    widget = BarPlot(IconSet(ASSETS / "icons"), theme, 3)
    widget.show_bars([Bar("gestures/rock", "rock", 0.4, "40 %")])
    return widget


def practice(theme: Theme) -> QWidget:
    widget = PracticeResults(IconSet(ASSETS / "icons"), theme)
    widget.show_results([PracticeResult("rock", 0.5, 0.9, 80), PracticeResult("paper", 0.9, 0.9, 30)])
    return widget


@pytest.mark.parametrize("make", [bars, curves, rates, statistics_bars, practice])
def test_what_is_painted_is_mirrored(make: Callable[[Theme], QWidget], qtbot: QtBot, qapp: QApplication) -> None:
    theme = Theme(qapp)
    widget = make(theme)
    qtbot.addWidget(widget)
    accent = theme.colors.accent

    one = shape_of(widget, accent, Qt.LayoutDirection.LeftToRight)
    other = shape_of(widget, accent, Qt.LayoutDirection.RightToLeft)[:, ::-1]

    assert one.sum() > 50
    assert (one & other).sum() > 0.8 * (one | other).sum()
    assert (one & other[:, ::-1]).sum() < 0.6 * one.sum()


def center_x(widget: QWidget, window: QWidget) -> int:
    return widget.mapTo(window, QPoint(widget.width() // 2, 0)).x()


@pytest.mark.parametrize("title", ["Live", "Play", "Collect"])
def test_the_video_is_on_the_right_and_the_panel_on_the_left(desktop: DesktopApp, title: str) -> None:
    desktop.show_page(title)
    QApplication.processEvents()
    views = [view for view in desktop.pages[title].widget.findChildren(VideoView) if view.isVisible()]

    assert len(views) == 1
    assert center_x(views[0], desktop.window) > desktop.window.width() / 2
