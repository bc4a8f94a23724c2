"""The settings: each takes effect at once and is saved."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QSlider
from pytestqt.qtbot import QtBot

from gesture_app.desktop.app import DesktopApp
from gesture_app.desktop.options import AppOptions
from gesture_app.gui.settings.camera_section import CameraSection
from gesture_app.gui.settings.dialog import SettingsDialog
from gesture_app.gui.settings.form import SettingsForm
from gesture_app.gui.settings.game_section import GameSection
from gesture_app.gui.settings.look_section import LookSection
from gesture_app.gui.settings.recognition_section import RecognitionSection
from gesture_app.settings import CountdownSpeed, Settings, SettingsFile, SourceKind, ThemeChoice
from tests.fakes.gui import FakeCamera, FakeCatalog, FakeRecognizer
from tests.gui.conftest import MakeDesktop

CAMERA = FakeCamera("Desk camera", "1")


@pytest.fixture
def catalog() -> FakeCatalog:
    return FakeCatalog(CAMERA)


@pytest.fixture
def desktop(make_desktop: MakeDesktop, catalog: FakeCatalog, qapp: QApplication, qtbot: QtBot) -> Iterator[DesktopApp]:
    font = qapp.font()
    desktop = make_desktop(catalog)
    qtbot.waitUntil(lambda: bool(catalog.made))
    yield desktop
    qapp.setFont(font)


@pytest.fixture
def dialog(desktop: DesktopApp) -> SettingsDialog:
    desktop.show_settings()
    assert desktop.settings is not None
    return desktop.settings


def section(dialog: SettingsDialog, kind: type[SettingsForm]) -> SettingsForm:
    found = next(part for part in dialog.sections if isinstance(part, kind))
    dialog.show_section(found.title)
    return found


def choose(box: QComboBox, index: int) -> None:
    box.setCurrentIndex(index)
    box.activated.emit(index)


def test_keys_open_one_dialog(desktop: DesktopApp) -> None:
    actions = [a for a in desktop.window.actions() if a.shortcut().toString() in {"Ctrl+,", "Ctrl+5"}]
    assert len(actions) == 2
    actions[0].trigger()
    first = desktop.settings
    actions[1].trigger()
    assert first is not None
    assert desktop.settings is first


def test_another_resolution_opens_the_camera_again(
    dialog: SettingsDialog, catalog: FakeCatalog, settings_file: SettingsFile, qtbot: QtBot
) -> None:
    camera = section(dialog, CameraSection)
    assert isinstance(camera, CameraSection)
    choose(camera.resolution_box, camera.resolution_box.values.index((1280, 720)))
    qtbot.waitUntil(lambda: len(catalog.made) == 2)
    assert catalog.made[-1].kind is SourceKind.CAMERA
    assert catalog.formats[-1].resolution_wh == (1280, 720)
    assert settings_file.load().cameras[CAMERA.id].width_px == 1280
    camera.mirror_switch.click()
    assert len(catalog.made) == 2


def test_recognition_game_and_look_are_saved_at_once(
    dialog: SettingsDialog, desktop: DesktopApp, settings_file: SettingsFile
) -> None:
    recognition, game, look = (section(dialog, kind) for kind in (RecognitionSection, GameSection, LookSection))
    assert isinstance(recognition, RecognitionSection)
    assert isinstance(game, GameSection)
    assert isinstance(look, LookSection)
    recognition.skeleton_switch.click()
    choose(recognition.hands_box, 0)
    choose(game.countdown_box, 0)
    dialog.show_section("Game")
    game.volume_slider.slider.setValue(2)
    choose(look.theme_box, look.theme_box.values.index(ThemeChoice.DARK))
    saved = settings_file.load()
    assert (saved.skeleton, saved.hands, saved.theme) == (False, 1, ThemeChoice.DARK)
    assert (saved.play.countdown, saved.play.volume_percent) == (CountdownSpeed.SLOW, 10)
    assert desktop.theme.is_dark


def test_another_hand_detector_is_used_at_once_and_kept(
    dialog: SettingsDialog, recognizer: FakeRecognizer, settings_file: SettingsFile, qtbot: QtBot
) -> None:
    recognition = section(dialog, RecognitionSection)
    assert isinstance(recognition, RecognitionSection)
    qtbot.waitUntil(lambda: recognizer.detectors_asked == ["onnx"])
    assert recognition.detector_box is not None
    assert recognition.detector_box.currentText() == "ONNX Runtime"
    choose(recognition.detector_box, 1)
    qtbot.waitUntil(lambda: recognizer.detectors_asked == ["onnx", "mediapipe"])
    assert settings_file.load().detector == "mediapipe"
    assert recognition.detector_box.currentText() == "MediaPipe"


def test_a_single_hand_detector_is_no_choice(
    make_desktop: MakeDesktop, catalog: FakeCatalog, recognizer: FakeRecognizer, qtbot: QtBot
) -> None:
    recognizer.detectors = ("onnx",)
    desktop = make_desktop(catalog, settings=Settings(detector="mediapipe"))
    desktop.show_settings()
    assert desktop.settings is not None
    recognition = section(desktop.settings, RecognitionSection)
    assert isinstance(recognition, RecognitionSection)
    assert recognition.detector_box is None
    qtbot.waitUntil(lambda: recognizer.detectors_asked == ["onnx"])


def test_the_command_line_comes_before_the_saved_hand_detector(
    make_desktop: MakeDesktop, catalog: FakeCatalog, recognizer: FakeRecognizer, qtbot: QtBot
) -> None:
    options = AppOptions(detector="onnx")
    desktop = make_desktop(catalog, settings=Settings(detector="mediapipe"), options=options)
    qtbot.waitUntil(lambda: recognizer.detectors_asked == ["onnx"])
    desktop.preferences.change(hands=1)
    qtbot.waitUntil(lambda: recognizer.detectors_asked == ["onnx", "onnx"])


def test_every_control_has_a_name_and_is_reached_by_keyboard(dialog: SettingsDialog) -> None:
    for part in dialog.sections:
        for kind in (QAbstractButton, QComboBox, QSlider):
            for control in part.findChildren(kind):
                name = control.accessibleName() or (control.text() if isinstance(control, QAbstractButton) else "")
                assert name, f"{part.title}: {control}"


@pytest.mark.parametrize("percent", [100, 200])
def test_no_section_is_wider_than_a_small_window(dialog: SettingsDialog, desktop: DesktopApp, percent: int) -> None:
    desktop.preferences.change(text_percent=percent)
    dialog.resize(884, 452)
    for part in dialog.sections:
        dialog.show_section(part.title)
        QApplication.processEvents()
        assert part.minimumSizeHint().width() <= part.parentWidget().width(), part.title
