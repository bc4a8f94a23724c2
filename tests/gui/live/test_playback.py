"""The controls below a clip, with a source that only notes what it is asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gesture_app.domain.ports import PlaybackState
from gesture_app.gui.background.playback_controller import (
    PlaybackController,
    neighbouring_speed,
    skipped_frames,
)
from gesture_app.gui.live.playback_bar import PlaybackBar
from gesture_app.gui.live.playback_texts import position_text
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.theme import Theme
from gesture_app.resources import ASSETS
from gesture_app.settings import ThemeChoice

CLIP = PlaybackState(position=30, count=300, position_s=3.0, duration_s=30.0)


class NotedPlayback:
    """Notes what it is asked for."""

    def __init__(self, state: PlaybackState) -> None:
        self.state = state
        self.asked: list[tuple[str, float]] = []

    def play(self) -> None:
        self.asked.append(("play", 0))
        self.state = replace(self.state, is_paused=False, has_ended=False)

    def pause(self) -> None:
        self.asked.append(("pause", 0))
        self.state = replace(self.state, is_paused=True)

    def seek(self, position: int) -> None:
        self.asked.append(("seek", position))

    def step(self, frames: int) -> None:
        self.asked.append(("step", frames))

    def set_speed(self, speed: float) -> None:
        self.asked.append(("speed", speed))
        self.state = replace(self.state, speed=speed)

    def set_loop(self, loop: bool) -> None:
        self.asked.append(("loop", loop))
        self.state = replace(self.state, is_looping=loop)

    def wait(self) -> bool:
        return False


class FakeSession(QObject):
    frame_changed = Signal()
    status_changed = Signal()
    source_changed = Signal()

    def __init__(self, playback: NotedPlayback | None) -> None:
        super().__init__()
        self.playback = playback


@pytest.fixture
def playback() -> NotedPlayback:
    return NotedPlayback(CLIP)


@pytest.fixture
def bar(playback: NotedPlayback, qapp: QApplication, qtbot: QtBot) -> PlaybackBar:
    session = FakeSession(playback)
    controller = PlaybackController(session)  # type: ignore[arg-type]
    session.setParent(controller)
    theme = Theme(qapp, ThemeChoice.LIGHT)
    bar = PlaybackBar(controller, IconSet(ASSETS / "icons"), theme)
    theme.setParent(bar)
    controller.setParent(bar)
    qtbot.addWidget(bar)
    bar.show()
    return bar


def test_a_clip_is_paused_stepped_and_goes_on(bar: PlaybackBar, playback: NotedPlayback) -> None:
    assert bar.position.text() == "0:03 / 0:30"
    assert bar.play_button.accessibleName() == "Pause"
    bar.play_button.click()
    assert bar.play_button.accessibleName() == "Play"
    bar.back_button.click()
    bar.forward_button.click()
    bar.play_button.click()
    assert playback.asked == [("pause", 0), ("step", -1), ("step", 1), ("play", 0)]


def test_a_click_on_the_slider_goes_there(bar: PlaybackBar, playback: NotedPlayback, qtbot: QtBot) -> None:
    assert (bar.slider.maximum(), bar.slider.value()) == (299, 30)
    qtbot.mouseClick(bar.slider, Qt.MouseButton.LeftButton, pos=bar.slider.rect().center())
    asked, position = playback.asked[-1]
    assert asked == "seek"
    assert position == pytest.approx(150, abs=12)


def test_loop_and_speed_are_chosen(bar: PlaybackBar, playback: NotedPlayback) -> None:
    bar.loop_button.click()
    assert bar.loop_button.isChecked()
    half = next(action for action in bar.speed_button.menu().actions() if action.text().startswith("0.5"))
    half.trigger()
    assert playback.asked == [("loop", True), ("speed", 0.5)]
    assert bar.speed_button.accessibleName().startswith("Speed: 0.5")


def test_cameras_and_single_images_have_no_controls(qtbot: QtBot) -> None:
    for playback in (None, NotedPlayback(PlaybackState(count=1, are_images=True))):
        controller = PlaybackController(FakeSession(playback))  # type: ignore[arg-type]
        assert controller.state is None
        controller.toggle()
        controller.step(1)
        controller.skip(1)
        assert playback is None or playback.asked == []


def test_a_skip_is_five_seconds_of_a_clip_and_one_of_images(playback: NotedPlayback) -> None:
    controller = PlaybackController(FakeSession(playback))  # type: ignore[arg-type]
    controller.skip(1)
    controller.skip(-1)
    playback.state = PlaybackState(position=2, count=9, are_images=True)
    controller.skip(-1)
    assert playback.asked == [("seek", 80), ("seek", -20), ("step", -1)]
    assert skipped_frames(PlaybackState()) == 1


def test_speeds_end_at_the_slowest_and_the_fastest() -> None:
    assert neighbouring_speed(1.0, 1) == 1.5
    assert neighbouring_speed(2.0, 1) == 2.0
    assert neighbouring_speed(0.25, -1) == 0.25


def test_the_position_is_a_time_or_the_number_of_an_image() -> None:
    assert position_text(PlaybackState(position_s=3725.9, duration_s=7200)) == "1:02:05 / 2:00:00"
    assert position_text(PlaybackState(position_s=5)) == "0:05"
    assert position_text(PlaybackState(position=2, count=12, are_images=True)) == "3 of 12"
