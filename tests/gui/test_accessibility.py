"""Everything can be done with the keyboard, and screen readers have a name, a role and a value for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QButtonGroup, QDialog, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gesture_app.desktop.app import DesktopApp
from gesture_app.desktop.options import AppOptions
from gesture_app.desktop.services import Backends
from gesture_app.domain.frames.frame import HandReading
from gesture_app.domain.models.model_summary import GateVerdict
from gesture_app.domain.samples.labels import BUILT_IN_LABELS
from gesture_app.gui.background.notices import Action, NoticeKind, Notification
from gesture_app.gui.collect.import_dialogs import FolderImportDialog
from gesture_app.gui.collect.label_dialog import LabelDialog
from gesture_app.gui.collect.services import SampleBackend
from gesture_app.gui.collect.video_import_dialog import VideoImportDialog
from gesture_app.gui.live.probability_bars import ProbabilityBars
from gesture_app.gui.play.page import PlayPage
from gesture_app.gui.settings.address_dialog import AddressDialog
from gesture_app.gui.train.services import TrainBackend
from gesture_app.gui.widgets.correction_panel import CorrectionPanel, OfferedHand
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.theme import Theme
from gesture_app.resources import ASSETS
from tests.fakes.engines import EngineFactory
from tests.fakes.gui import FakeCamera, FakeCatalog, hand_at, prediction_of
from tests.fakes.installer import FakeTrainingPackages
from tests.fakes.model_libraries import InMemoryModelLibrary, retrained_summary
from tests.gui.conftest import MakeDesktop
from tests.gui.controls import controls, faults, role, screens
from tests.gui.train.conftest import NEW_ID, SwapEngine, recorded


def unused(*_args: object, **_more: object) -> Any:
    raise AssertionError("nothing is recorded or trained here")


@pytest.fixture
def desktop(make_desktop: MakeDesktop, qtbot: QtBot) -> DesktopApp:
    """The app with samples of two gestures, a refused model, and TensorFlow missing."""
    packages = FakeTrainingPackages()
    packages.lacking = ("tensorflow==2.18.1",)
    library = InMemoryModelLibrary(retrained_summary(NEW_ID, verdict=GateVerdict.REFUSED))
    store = recorded(count=3)
    options = AppOptions(source="demo")
    backends = replace(
        Backends.of_user(options),
        samples=SampleBackend(lambda: store, unused, unused),
        training=TrainBackend(lambda: library, unused, unused, unused, packages),
    )
    desktop: DesktopApp = make_desktop(
        FakeCatalog(FakeCamera("Desk", "1")), options=options, backends=backends, make_engine=EngineFactory(SwapEngine)
    )
    desktop.samples.load()
    qtbot.waitUntil(lambda: desktop.samples.is_open)
    return desktop


@pytest.mark.parametrize("title", ["Live", "Play", "Collect", "Train"])
def test_every_screen_of_a_page_is_used_by_keyboard_and_screen_reader(desktop: DesktopApp, title: str) -> None:
    desktop.show_page(title)
    QApplication.processEvents()
    for question in desktop.pages[title].widget.findChildren(CorrectionPanel):
        hands = [OfferedHand(None, caption, QImage(8, 8, QImage.Format.Format_RGB32)) for caption in ("Rock", "Paper")]  # type: ignore[arg-type]
        question.ask(hands, BUILT_IN_LABELS, "It is kept.")
    found: set[str] = set()
    for _screen in screens(desktop.pages[title].widget):
        for control in controls(desktop.window):
            control.setEnabled(True)
        found.update(faults(desktop.window))
    assert found == set()


def test_a_notice_and_a_question_are_used_by_keyboard_and_screen_reader(desktop: DesktopApp) -> None:
    button = desktop.window.settings_button
    press = (Action("Erase", lambda: None),)
    desktop.notices.show(Notification(NoticeKind.WARNING, "A warning.", "Do something.", press))
    desktop.notices.show(Notification(NoticeKind.WARNING, "Erase it?", "", press, anchor=button))
    assert faults(desktop.window) == []


def test_every_section_of_the_settings_is_used_by_keyboard_and_screen_reader(desktop: DesktopApp) -> None:
    desktop.show_settings()
    assert desktop.settings is not None
    found = {fault for _screen in screens(desktop.settings) for fault in faults(desktop.settings)}
    desktop.settings.close()
    assert found == set()


def dialogs(theme: Theme, folder: Path) -> Iterator[QDialog]:
    icons = IconSet(ASSETS / "icons")
    yield AddressDialog()
    yield LabelDialog(BUILT_IN_LABELS)
    yield FolderImportDialog(folder, BUILT_IN_LABELS)
    yield VideoImportDialog(folder, BUILT_IN_LABELS, 20.0, lambda: iter(()), icons, theme)


def test_every_dialog_is_used_by_keyboard_and_screen_reader(desktop: DesktopApp, tmp_path: Path) -> None:
    (tmp_path / "rock").mkdir()
    for dialog in dialogs(desktop.theme, tmp_path):
        dialog.open()
        QApplication.processEvents()
        assert faults(dialog) == [], type(dialog).__name__
        dialog.reject()
        dialog.deleteLater()
    desktop.window.show_help()
    assert desktop.window.help is not None
    found = {fault for _screen in screens(desktop.window.help) for fault in faults(desktop.window.help)}
    desktop.window.help.close()
    assert found == set()


@pytest.fixture
def panel(qtbot: QtBot) -> QWidget:
    panel = QWidget()
    panel.setLayout(QVBoxLayout())
    qtbot.addWidget(panel)
    return panel


def add_buttons(panel: QWidget, *texts: str) -> list[QPushButton]:
    buttons = [QPushButton(text) for text in texts]
    for button in buttons:
        panel.layout().addWidget(button)
    panel.show()
    return buttons


def make_nameless(panel: QWidget) -> None:
    add_buttons(panel, "Go", "")


def make_unreachable(panel: QWidget) -> None:
    add_buttons(panel, "Go", "Stop")[1].setFocusPolicy(Qt.FocusPolicy.ClickFocus)


def make_exclusive(panel: QWidget) -> None:
    group = QButtonGroup(panel)
    for button in add_buttons(panel, "One", "Two"):
        button.setCheckable(True)
        group.addButton(button)


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (make_nameless, "QPushButton '' is called ''"),
        (make_unreachable, "QPushButton 'Stop' is not reached with Tab"),
        (make_exclusive, "QPushButton 'One' is one of several, and a CheckBox"),
    ],
)
def test_a_planted_fault_is_found(panel: QWidget, make: Callable[[QWidget], None], fault: str) -> None:
    make(panel)
    assert fault in faults(panel)


def test_one_of_several_is_chosen_with_the_arrow_keys(desktop: DesktopApp) -> None:
    desktop.show_page("Play")
    desktop.window.activateWindow()
    lengths = desktop.page(PlayPage).setup.lengths.buttons
    lengths[3].setFocus()
    QTest.keyClick(lengths[3], Qt.Key.Key_Right)
    assert lengths[5].hasFocus()
    assert lengths[5].isChecked()
    assert desktop.preferences.settings.play.best_of == 5


def test_the_probabilities_have_names_and_values(qapp: QApplication, qtbot: QtBot) -> None:
    bars = ProbabilityBars(("rock", "none"), IconSet(ASSETS / "icons"), Theme(qapp))
    qtbot.addWidget(bars)
    bars.show()

    def told() -> list[tuple[str, float]]:
        interfaces = [QAccessible.queryAccessibleInterface(row) for row in bars.rows]
        return [(i.text(QAccessible.Text.Name), i.valueInterface().currentValue()) for i in interfaces]

    def show(label: str, probability: float) -> None:
        prediction = prediction_of(label, probability)
        bars.set_reading(HandReading(hand_at(0, 0), prediction, 0, label))

    assert role(bars.rows[0]) is QAccessible.Role.ProgressBar
    show("rock", 0.9)
    assert ("Rock", 0) in told()
    bars.tell_timer.timeout.emit()
    assert ("Rock", round(100 * bars.values["rock"])) in told()
