"""Teaching by correcting on the Live page, on the real engine and the real recorder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gesture_app.desktop.app import DesktopApp
from gesture_app.desktop.options import AppOptions
from gesture_app.desktop.services import Backends
from gesture_app.domain.frames.sensitivity import Sensitivity
from gesture_app.domain.ports import RecorderListener, SampleExchange, SampleRecorder, SampleStore
from gesture_app.errors import SampleStoreError
from gesture_app.gui.collect.services import SampleBackend
from gesture_app.gui.live.page import LivePage
from gesture_app.recording.recorder import BackgroundRecorder
from gesture_app.recording.sample_builder import RecordingSession
from gesture_app.settings import SourceKind
from tests.fakes.gui import FakeCamera, FakeCatalog, FakeRecognizer, HandFedSource
from tests.fakes.sample_hands import InMemorySampleStore, a_hand, noise

CAMERA = FakeCamera("Desk camera", "desk")
SHARP = noise(320, 240, 1)


class Live:
    """The window before a camera, with a store in memory."""

    def __init__(self, make_desktop: Callable[..., DesktopApp], recognizer: FakeRecognizer, qtbot: QtBot) -> None:
        self.store = InMemorySampleStore()
        self.recognizer = recognizer
        self._qtbot = qtbot
        catalog, options = FakeCatalog(CAMERA), AppOptions(sensitivity=Sensitivity.HIGH)
        samples = SampleBackend(lambda: self.store, self._make_recorder, self._make_exchange)
        backends = replace(Backends.of_user(options), samples=samples)
        recognizer.detector.hands = [a_hand(80, 60, 90)]
        self.desktop = make_desktop(catalog, options=options, backends=backends)
        qtbot.waitUntil(lambda: bool(catalog.made))
        self.source: HandFedSource = catalog.source(SourceKind.CAMERA, CAMERA.id)
        self.page = self.desktop.page(LivePage)
        self.panel = self.page.panel
        self._sent = 0

    @staticmethod
    def _make_recorder(
        store: SampleStore,
        *,
        session: str,
        camera: str,
        model_id: str,
        person: str,
        listener: RecorderListener,
        is_correction: bool = False,
    ) -> SampleRecorder:
        return BackgroundRecorder(store, RecordingSession(session, camera, model_id, person, is_correction), listener)

    @staticmethod
    def _make_exchange(store: SampleStore) -> SampleExchange:
        raise AssertionError("nothing is exchanged here")

    def show(self, label: str, image_bgr: np.ndarray = SHARP, *, times: int = 2) -> None:
        """Show a hand that is read as this gesture, until the window has the reading."""
        self.recognizer.classifier.label = label
        for _ in range(times):
            self.source.send(image_bgr)
            seq = self._sent
            self._sent += 1
            self._qtbot.waitUntil(lambda seq=seq: self._shown_seq() == seq)

    def _shown_seq(self) -> int:
        return -1 if self.page.view.result is None else self.page.view.result.seq

    def press(self, key: Qt.Key) -> None:
        self._qtbot.keyClick(self.page, key)

    def wait_for(self, **labels: int) -> None:
        self._qtbot.waitUntil(lambda: self.store.counts_by_label() == labels)

    @property
    def titles(self) -> list[str]:
        return [notice.title for notice in self.desktop.notices.shown]

    def press_in_notice(self, text: str) -> None:
        banner = self.desktop.window.notification_area.banner
        assert banner is not None
        next(button for button in banner.findChildren(QPushButton) if button.text() == text).click()


@pytest.fixture
def live(make_desktop: Callable[..., DesktopApp], recognizer: FakeRecognizer, qtbot: QtBot) -> Live:
    return Live(make_desktop, recognizer, qtbot)


def test_a_click_adds_the_hand_just_seen_under_the_right_label(live: Live, qtbot: QtBot) -> None:
    live.show("rock")
    live.panel.correct_button.click()
    assert live.panel.is_asking
    assert live.panel.question.captions == ["Read as\nrock"]
    live.panel.question.label_buttons["paper"].click()
    live.wait_for(paper=1)
    (info,) = live.store.listed()
    assert info.is_correction
    assert info.session.endswith("_corrections")
    assert info.camera == "desk"
    assert info.prediction is not None
    assert info.prediction.gesture == "rock"
    assert not live.panel.is_asking
    qtbot.waitUntil(lambda: "Your hand was added as paper." in live.titles)
    assert live.desktop.samples.infos == (info,)


def test_the_hand_is_that_of_the_moment_of_opening(live: Live) -> None:
    live.show("rock")
    live.press(Qt.Key.Key_C)
    live.show("spock", noise(320, 240, 2))
    live.press(Qt.Key.Key_2)
    live.wait_for(paper=1)
    region = live.store.load(live.store.listed()[0].id).region_bgr
    assert any((region == SHARP[y : y + region.shape[0], x : x + region.shape[1]]).all() for x, y in _corners(region))


def _corners(region_bgr: np.ndarray) -> list[tuple[int, int]]:
    height, width = region_bgr.shape[:2]
    return [(x, y) for x in range(320 - width + 1) for y in range(240 - height + 1)]


def test_one_key_is_enough_for_one_hand(live: Live) -> None:
    live.show("rock")
    live.press(Qt.Key.Key_2)
    live.wait_for(paper=1)
    assert not live.panel.is_asking


def test_of_two_hands_the_user_says_which_one(live: Live) -> None:
    live.recognizer.detector.hands = [a_hand(20, 60, 80, seed=1), a_hand(180, 60, 100, seed=2)]
    live.show("rock")
    live.press(Qt.Key.Key_2)
    assert live.panel.is_asking
    assert len(live.panel.question.hand_buttons) == 2
    live.press(Qt.Key.Key_Right)
    live.press(Qt.Key.Key_0)
    live.wait_for(none=1)
    left, top, right, bottom = live.store.listed()[0].hand.box_xyxy_px
    smaller = live.recognizer.detector.hands[0].box_xyxy_px
    assert max(right - left, bottom - top) == pytest.approx(max(smaller[2] - smaller[0], smaller[3] - smaller[1]))


def test_nothing_is_added_without_a_choice(live: Live, qtbot: QtBot) -> None:
    live.show("rock")
    live.press(Qt.Key.Key_C)
    live.press(Qt.Key.Key_Escape)
    assert not live.panel.is_asking
    assert live.store.listed() == ()


def test_without_a_hand_there_is_nothing_to_correct(live: Live) -> None:
    live.recognizer.detector.hands = []
    live.show("rock", times=1)
    assert not live.panel.correct_button.isEnabled()
    live.press(Qt.Key.Key_C)
    live.press(Qt.Key.Key_2)
    assert not live.panel.is_asking
    assert live.store.listed() == ()


@pytest.mark.parametrize("how", ["notice", "key"])
def test_a_correction_can_be_undone(live: Live, qtbot: QtBot, how: str) -> None:
    live.show("rock")
    live.press(Qt.Key.Key_2)
    qtbot.waitUntil(lambda: "Your hand was added as paper." in live.titles)
    if how == "notice":
        live.press_in_notice("Undo")
    else:
        qtbot.keyClick(live.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    live.wait_for()
    assert len(live.store.trashed()) == 1


def test_the_quality_check_applies(live: Live, qtbot: QtBot) -> None:
    live.show("rock", np.full((240, 320, 3), 128, np.uint8))
    live.press(Qt.Key.Key_2)
    qtbot.waitUntil(lambda: "Your hand was not added." in live.titles)
    assert live.store.listed() == ()


def fail() -> None:
    raise SampleStoreError("The disk is full.", hint="Make room.")


def test_a_full_disk_is_told_and_the_next_correction_is_tried(live: Live, qtbot: QtBot) -> None:
    live.show("rock")
    live.store.before_add = fail
    live.press(Qt.Key.Key_2)
    qtbot.waitUntil(lambda: "The disk is full." in live.titles)
    live.store.before_add = lambda: None
    live.press(Qt.Key.Key_2)
    live.wait_for(paper=1)


def test_a_change_of_the_source_ends_the_question(live: Live) -> None:
    live.show("rock")
    live.press(Qt.Key.Key_C)
    live.desktop.sources.changed.emit()
    assert not live.panel.is_asking
