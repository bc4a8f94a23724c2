from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

from gesture_app.desktop.app import DesktopApp
from gesture_app.desktop.event_loop import EventLoopWatch, Gap
from gesture_app.desktop.measurement import WindowMeasurement
from gesture_app.settings import SourceKind
from tests.fakes.gui import FakeCamera, FakeCatalog

CAMERA = FakeCamera("Desk camera", "desk")


def measured(make_desktop: Callable[..., DesktopApp], qtbot: QtBot, seconds: float) -> list[dict[str, Any]]:
    """The events until the window is closed."""
    catalog = FakeCatalog(CAMERA)
    desktop = make_desktop(catalog)
    qtbot.waitUntil(lambda: bool(catalog.made))
    told: list[dict[str, Any]] = []
    measurement = WindowMeasurement(desktop, seconds, tell=told.append, settled_ms=0)
    desktop.window.update()
    qtbot.waitUntil(lambda: bool(told))
    catalog.source(SourceKind.CAMERA, CAMERA.id).send()
    qtbot.waitUntil(lambda: not desktop.window.isVisible(), timeout=20_000)
    assert measurement.parent() is desktop
    return told


def test_a_start_tells_window_picture_and_label_once_and_ends(
    make_desktop: Callable[..., DesktopApp], qtbot: QtBot
) -> None:
    told = measured(make_desktop, qtbot, 0)
    assert [one["event"] for one in told] == ["window", "picture", "label", "end"]
    assert "gap_ms" not in told[-1]


def test_a_picture_that_comes_before_the_window_is_painted_is_told_after_it(
    make_desktop: Callable[..., DesktopApp], qtbot: QtBot
) -> None:
    catalog = FakeCatalog(CAMERA)
    desktop = make_desktop(catalog)
    qtbot.waitUntil(lambda: bool(catalog.made))
    told: list[dict[str, Any]] = []
    desktop.window.setUpdatesEnabled(False)
    WindowMeasurement(desktop, 0, tell=told.append)
    catalog.source(SourceKind.CAMERA, CAMERA.id).send()
    qtbot.waitUntil(lambda: desktop.session.result is not None)
    assert told == []
    desktop.window.setUpdatesEnabled(True)
    qtbot.waitUntil(lambda: bool(told) and told[-1]["event"] == "end")
    assert [one["event"] for one in told] == ["window", "picture", "label", "end"]


def test_gaps_are_measured_after_the_first_label(make_desktop: Callable[..., DesktopApp], qtbot: QtBot) -> None:
    end = measured(make_desktop, qtbot, 0.2)[-1]
    assert end["event"] == "end"
    assert end["gaps"] > 0
    assert 0 < end["gap_ms"]["p50"] <= end["gap_ms"]["p99"] <= end["gap_ms"]["longest"]
    assert end["busy_ms"]["longest"] >= 0


def test_a_gap_holds_the_time_that_the_thread_was_at_work(qtbot: QtBot) -> None:
    gaps: list[Gap] = []

    def work(gap: Gap) -> None:
        gaps.append(gap)
        if len(gaps) == 1:
            sum(range(1_000_000))

    watch = EventLoopWatch(work)
    watch.start()
    qtbot.waitUntil(lambda: len(gaps) >= 2, timeout=20_000)
    watch.stop()
    assert gaps[1].busy_ms > 0
    assert gaps[1].ms >= gaps[1].busy_ms * 0.9
