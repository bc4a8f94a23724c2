"""The first steps in the window, up to the first finished round."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QPoint, QRect, QSize, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from gesture_app.desktop.app import DesktopApp
from gesture_app.desktop.language import use_language
from gesture_app.desktop.options import AppOptions
from gesture_app.desktop.services import Backends
from gesture_app.domain.frames.frame import Frame
from gesture_app.domain.frames.gestures import FIVE_GESTURES
from gesture_app.domain.game.match import MatchPhase
from gesture_app.errors import SourceError
from gesture_app.gui.background.chance import Chance
from gesture_app.gui.first_steps.first_steps import FirstSteps
from gesture_app.gui.first_steps.steps import HOLD_S, Step
from gesture_app.gui.live.page import LivePage
from gesture_app.gui.play.page import PlayPage
from gesture_app.gui.settings.address_dialog import AddressDialog
from gesture_app.pipeline.engine import CaptureState
from gesture_app.settings import DEMO, Language, PlayMode, PlaySettings, Settings, SettingsFile
from tests.fakes.engines import RUNNING, EngineFactory, IdleEngine
from tests.fakes.frames import FakeClock
from tests.fakes.gui import FakeCamera, FakeCatalog, gray_image, hand_at, result_of
from tests.fakes.nonces import NonceRecorder
from tests.fakes.round_logs import InMemoryRoundLog
from tests.gui.conftest import MakeDesktop

KEYS = Qt.Key
DESK, LID = FakeCamera("Desk & Co", "desk"), FakeCamera("Lid camera", "lid")
FRAME_S = 0.04
V0_1_SETTINGS = Path(__file__).resolve().parents[2] / "data" / "v0.1" / "settings.toml"


class Newcomer:
    """Starts the program, shows hands, presses keys, and counts the presses."""

    def __init__(self, desktop: DesktopApp, clock: FakeClock, log: InMemoryRoundLog, engine: IdleEngine) -> None:
        self.desktop, self.clock, self.log, self.engine = desktop, clock, log, engine
        self.presses = 0
        self.seq = 0

    @property
    def steps(self) -> FirstSteps:
        (steps,) = self.desktop.window.findChildren(FirstSteps)
        return steps

    @property
    def page(self) -> PlayPage:
        return self.desktop.page(PlayPage)

    def press(self, key: Qt.Key) -> None:
        self.presses += 1
        QTest.keyClick(QApplication.focusWidget() or self.desktop.window, key)

    def see(self, gesture: str, seconds: float = FRAME_S) -> None:
        """Show a hand in frame after frame."""
        session = self.desktop.session
        for _frame in range(round(seconds / FRAME_S)):
            self.clock.now_s += FRAME_S
            self.seq += 1
            session.frame = Frame(gray_image(), self.seq, self.clock.now_s, self.clock.now_s)
            session.result = result_of((hand_at(20, 16), gesture), seq=self.seq, captured_s=self.clock.now_s)
            session.frame_changed.emit()
            session.result_changed.emit()
            if self.page.match_controller.is_ticking:
                self.page.match_controller.tick()

    def see_until(self, is_there: Callable[[], bool], gesture: str) -> None:
        for _frame in range(400):
            if is_there():
                return
            self.see(gesture)
        pytest.fail(f"it was waited in vain, with {gesture}")

    def is_covered(self) -> bool:
        tabs = self.desktop.window.findChildren(QTabBar)[0]
        return not tabs.isVisible() and not any(page.widget.isVisible() for page in self.desktop.pages.values())


Start = Callable[..., Newcomer]


@pytest.fixture
def start(make_desktop: MakeDesktop, settings_file: SettingsFile, qtbot: QtBot) -> Iterator[Start]:
    settings_file.erase()
    made: list[Newcomer] = []

    def begin(*cameras: FakeCamera, settings: Settings | None = None) -> Newcomer:
        """Start the program; with the settings that are saved unless others are given."""
        clock, log, engines = FakeClock(), InMemoryRoundLog(), EngineFactory(IdleEngine)
        options = AppOptions()
        desktop = make_desktop(
            FakeCatalog(*cameras),
            settings=settings,
            options=options,
            backends=replace(Backends.of_user(options), round_log=log),
            make_engine=engines,
            chance=Chance(NonceRecorder(1), clock, lambda: datetime(2026, 1, 2, tzinfo=timezone.utc)),
        )
        made.append(Newcomer(desktop, clock, log, engines.newest))
        qtbot.waitUntil(lambda: desktop.sources.are_cameras_listed)
        return made[-1]

    yield begin
    for newcomer in made:
        newcomer.page.match_controller.leave()


@pytest.fixture
def desktop_looks(qapp: QApplication) -> Iterator[None]:
    """Text size and language of the desktop are restored afterwards."""
    font, locale = qapp.font(), QLocale()
    yield
    qapp.setFont(font)
    for translator in qapp.findChildren(QTranslator):
        QApplication.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(locale)


def test_they_are_shown_once(start: Start, settings_file: SettingsFile) -> None:
    newcomer = start(DESK)
    assert newcomer.is_covered()
    assert newcomer.steps.step is Step.CAMERA
    assert settings_file.load() == Settings()
    again = start(DESK)
    assert not again.is_covered()
    assert again.desktop.window.findChildren(FirstSteps) == []


def test_people_with_settings_of_an_earlier_version_do_not_see_them(start: Start, settings_file: SettingsFile) -> None:
    shutil.copy(V0_1_SETTINGS, settings_file.path)
    assert not start(DESK).is_covered()


def test_from_the_start_to_the_first_finished_round_in_three_presses(start: Start, qtbot: QtBot) -> None:
    newcomer = start(DESK)
    begun_s = newcomer.clock.now_s
    newcomer.see("rock", 0.5)
    newcomer.press(KEYS.Key_Return)
    for gesture in FIVE_GESTURES:
        newcomer.see(gesture, HOLD_S + 2 * FRAME_S)
    assert newcomer.steps.gestures_step.ticks.is_complete
    newcomer.press(KEYS.Key_Return)
    newcomer.press(KEYS.Key_Return)
    assert not newcomer.is_covered()
    state = newcomer.page.match_controller
    assert state.match is not None
    newcomer.see_until(lambda: state.match.state.phase is MatchPhase.SHOOT, "rock")
    newcomer.see_until(lambda: state.match.state.phase is MatchPhase.REVEAL, "paper")
    qtbot.waitUntil(lambda: len(newcomer.log.rounds) == 1)
    assert newcomer.log.rounds[0].record.opponent == "kid"
    assert newcomer.presses == 3
    assert newcomer.clock.now_s - begun_s < 10


def test_they_use_the_source_that_is_open(start: Start) -> None:
    newcomer = start(DESK)
    shown: list[None] = []
    newcomer.desktop.session.source_changed.connect(lambda: shown.append(None))
    for _step in Step:
        newcomer.press(KEYS.Key_Return)
    assert newcomer.page.match_controller.is_running
    assert shown == []


def test_one_can_go_back_and_skip_the_rest(start: Start, qtbot: QtBot) -> None:
    newcomer = start(DESK)
    steps = newcomer.steps
    assert not steps.back_button.isEnabled()
    qtbot.mouseClick(steps.main_button, Qt.MouseButton.LeftButton)
    assert steps.step is Step.GESTURES
    qtbot.mouseClick(steps.back_button, Qt.MouseButton.LeftButton)
    assert steps.step is Step.CAMERA
    qtbot.mouseClick(steps.skip_button, Qt.MouseButton.LeftButton)
    assert not newcomer.is_covered()
    assert newcomer.desktop.page(LivePage).isVisible()


@pytest.mark.parametrize(
    ("key", "modifier", "page"),
    [
        (KEYS.Key_Escape, Qt.KeyboardModifier.NoModifier, "Live"),
        (KEYS.Key_1, Qt.KeyboardModifier.ControlModifier, "Live"),
        (KEYS.Key_2, Qt.KeyboardModifier.ControlModifier, "Play"),
        (KEYS.Key_Tab, Qt.KeyboardModifier.ControlModifier, "Play"),
    ],
)
def test_keys_leave_them(start: Start, key: Qt.Key, modifier: Qt.KeyboardModifier, page: str) -> None:
    newcomer = start(DESK)
    QTest.keyClick(QApplication.focusWidget() or newcomer.desktop.window, key, modifier)
    assert not newcomer.is_covered()
    assert newcomer.desktop.pages[page].widget.isVisible()


def test_menu_and_help_show_them_again(start: Start) -> None:
    newcomer = start(DESK, settings=Settings())
    window = newcomer.desktop.window
    assert not newcomer.is_covered()
    actions = {action.text().replace("&", ""): action for action in window.settings_menu.actions()}
    actions["First steps"].trigger()
    assert newcomer.is_covered()
    newcomer.steps.skip_button.click()
    window.show_help()
    window.help.first_steps_button.click()
    assert newcomer.is_covered()
    assert window.help is None


def test_a_harder_opponent_waits_while_the_first_round_is_played_again(start: Start) -> None:
    newcomer = start(DESK, settings=Settings(play=PlaySettings(PlayMode.PRACTICE, opponent="mind-reader")))
    newcomer.desktop.show_first_steps()
    newcomer.steps.round_requested.emit()
    play = newcomer.desktop.preferences.settings.play
    assert (play.mode, play.opponent) == (PlayMode.COMPUTER, "")
    assert newcomer.page.match_controller.is_running


def test_a_camera_is_chosen_with_one_click(start: Start, settings_file: SettingsFile) -> None:
    newcomer = start(DESK, LID)
    step = newcomer.steps.camera_step
    assert {camera_id: button.isChecked() for camera_id, button in step.choices.items()} == {"desk": True, "lid": False}
    assert not step.phone_help.isVisible()
    step.choices["lid"].click()
    assert newcomer.desktop.sources.current.value == "lid"
    assert settings_file.load().source.value == "lid"
    assert step.choices["lid"].isChecked()
    newcomer.desktop.sources.select(DEMO)
    assert not any(button.isChecked() for button in step.choices.values())


def test_without_a_camera_a_clip_plays_and_a_phone_can_become_one(start: Start, qtbot: QtBot) -> None:
    newcomer = start()
    qtbot.waitUntil(lambda: newcomer.desktop.sources.current == DEMO)
    step = newcomer.steps.camera_step
    assert "a clip is played" in step.text.text()
    assert step.phone_help.isVisible()
    assert "192.168.1.20:8080/video" in "".join(label.text() for label in step.phone_help.findChildren(QLabel))
    step.address_button.click()
    (dialog,) = newcomer.desktop.window.findChildren(AddressDialog)
    dialog.set_address("10.0.0.7:8080/video")
    dialog.accept()
    assert newcomer.desktop.sources.current.value == "http://10.0.0.7:8080/video"
    assert not step.phone_help.isVisible()
    step.phone_button.click()
    assert step.phone_help.isVisible()


def test_without_a_camera_the_round_is_watched(start: Start, qtbot: QtBot) -> None:
    newcomer = start()
    qtbot.waitUntil(lambda: newcomer.desktop.sources.current == DEMO)
    newcomer.steps.go_on()
    assert "clip" in newcomer.steps.gestures_step.text.text()
    newcomer.steps.go_on()
    assert newcomer.steps.main_button.text().replace("&", "") == "Watch a round"
    assert "not counted" in newcomer.steps.panels[Step.ROUND].text.text()


def test_a_tick_appears_when_a_gesture_is_read(start: Start) -> None:
    newcomer = start(DESK)
    newcomer.see("rock", 1.0)
    assert newcomer.steps.gestures_step.ticks.read == ()
    newcomer.steps.go_on()
    rows = newcomer.steps.gestures_step.rows
    newcomer.see("lizard", 1.0)
    assert [gesture for gesture, row in rows.items() if row.is_read] == ["lizard"]
    assert (rows["lizard"].accessibleName(), rows["rock"].accessibleName()) == ("Lizard: Recognized", "Rock: Not yet")
    assert newcomer.steps.gestures_step.count.text() == "1 of 5 recognized"


def test_what_is_wrong_with_the_camera_is_said(start: Start) -> None:
    newcomer = start(DESK)
    assert newcomer.steps.problem == ""
    error = SourceError("The camera is in use.", hint="Close the other program.")
    newcomer.engine.status = replace(RUNNING, capture=CaptureState.FAILED, capture_error=error)
    newcomer.desktop.session.status_changed.emit()
    assert newcomer.steps.problem == "The camera is in use. Close the other program."


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("language", [Language.ENGLISH, Language.GERMAN])
@pytest.mark.usefixtures("desktop_looks")
def test_nothing_is_cut_in_small_windows(qapp: QApplication, start: Start, language: Language, percent: int) -> None:
    use_language(qapp, language)
    newcomer = start(DESK, LID, settings=Settings(text_percent=percent))
    window = newcomer.desktop.window
    newcomer.desktop.show_first_steps()
    window.resize(QSize(900, 500))
    newcomer.steps.camera_step.phone_button.click()
    for step in Step:
        QApplication.processEvents()
        assert window.size() == QSize(900, 500)
        for button in (newcomer.steps.main_button, newcomer.steps.back_button, newcomer.steps.skip_button):
            assert is_whole(button, window), (step, button.text())
            assert button.width() >= button.sizeHint().width(), (step, button.text())
        panel = newcomer.steps.panels[step]
        for widget in panel.findChildren(QWidget):
            if widget.isVisible() and isinstance(widget, (QAbstractButton, QLabel)):
                area_of(panel).ensureWidgetVisible(widget, 0, 0)
                assert widget.width() <= area_of(panel).viewport().width(), (step, widget)
        assert area_of(panel).horizontalScrollBar().maximum() == 0, step
        if step.following is not None:
            newcomer.steps.go_on()


def test_every_control_is_reached_by_keyboard(start: Start) -> None:
    newcomer = start(DESK, LID)
    newcomer.steps.camera_step.phone_button.click()
    wanted = {button for button in newcomer.steps.findChildren(QAbstractButton) if button.isEnabled()}
    wanted = {
        button for button in wanted if button.isVisible() and button is not newcomer.steps.camera_step.choices["lid"]
    }
    reached = set()
    for _press in range(40):
        newcomer.press(KEYS.Key_Tab)
        reached.add(QApplication.focusWidget())
    assert wanted <= reached


def is_whole(widget: QWidget, within: QWidget) -> bool:
    """Whether no edge of a widget is outside another one."""
    return within.rect().contains(QRect(widget.mapTo(within, QPoint(0, 0)), widget.size()))


def area_of(panel: QWidget) -> QScrollArea:
    area = panel.parentWidget().parentWidget()
    assert isinstance(area, QScrollArea)
    return area
