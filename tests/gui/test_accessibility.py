"""Everything can be done with the keyboard, and screen readers have a name, a role and a value for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QButtonGroup, QDialog, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gesture_app.desktop.app import DesktopApp
from gesture_app.domain.frames.frame import HandReading
from gesture_app.domain.frames.gestures import FIVE_GESTURES
from gesture_app.domain.samples.labels import BUILT_IN_LABELS
from gesture_app.gui.background.notices import Action, NoticeKind, Notification
from gesture_app.gui.collect.import_dialogs import FolderImportDialog
from gesture_app.gui.collect.label_dialog import LabelDialog
from gesture_app.gui.collect.video_import_dialog import VideoImportDialog
from gesture_app.gui.live.probability_bars import ProbabilityBars
from gesture_app.gui.play.fair_play import ProofDialog
from gesture_app.gui.play.fair_play_proof import FairPlayProof
from gesture_app.gui.play.page import PlayPage
from gesture_app.gui.play.rules_editor import RulesEditor
from gesture_app.gui.settings.address_dialog import AddressDialog
from gesture_app.gui.widgets.correction_panel import CorrectionPanel, OfferedHand
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.theme import Theme
from gesture_app.resources import ASSETS
from tests.fakes.gui import hand_at, prediction_of
from tests.fakes.round_records import a_round
from tests.gui.controls import controls, faults, role, screens


@pytest.mark.parametrize("title", ["Live", "Play", "Collect", "Train"])
def test_every_screen_of_a_page_is_used_by_keyboard_and_screen_reader(full_desktop: DesktopApp, title: str) -> None:
    full_desktop.show_page(title)
    QApplication.processEvents()
    for question in full_desktop.pages[title].widget.findChildren(CorrectionPanel):
        hands = [OfferedHand(None, caption, QImage(8, 8, QImage.Format.Format_RGB32)) for caption in ("Rock", "Paper")]  # type: ignore[arg-type]
        question.ask(hands, BUILT_IN_LABELS, "It is kept.")
    found: set[str] = set()
    for _screen in screens(full_desktop.pages[title].widget):
        for control in controls(full_desktop.window):
            control.setEnabled(True)
        found.update(faults(full_desktop.window))
    assert found == set()


def test_a_notice_and_a_question_are_used_by_keyboard_and_screen_reader(full_desktop: DesktopApp) -> None:
    button = full_desktop.window.settings_button
    press = (Action("Erase", lambda: None),)
    full_desktop.notices.show(Notification(NoticeKind.WARNING, "A warning.", "Do something.", press))
    full_desktop.notices.show(Notification(NoticeKind.WARNING, "Erase it?", "", press, anchor=button))
    assert faults(full_desktop.window) == []


def test_every_section_of_the_settings_is_used_by_keyboard_and_screen_reader(full_desktop: DesktopApp) -> None:
    full_desktop.show_settings()
    assert full_desktop.settings is not None
    found = {fault for _screen in screens(full_desktop.settings) for fault in faults(full_desktop.settings)}
    full_desktop.settings.close()
    assert found == set()


PROVEN = a_round()


def dialogs(theme: Theme, folder: Path) -> Iterator[QDialog]:
    icons = IconSet(ASSETS / "icons")
    yield AddressDialog()
    yield LabelDialog(BUILT_IN_LABELS)
    yield RulesEditor((), FIVE_GESTURES)
    yield ProofDialog(FairPlayProof(str(PROVEN.digest), PROVEN))
    yield FolderImportDialog(folder, BUILT_IN_LABELS)
    yield VideoImportDialog(folder, BUILT_IN_LABELS, 20.0, lambda: iter(()), icons, theme)


def test_every_dialog_is_used_by_keyboard_and_screen_reader(full_desktop: DesktopApp, tmp_path: Path) -> None:
    (tmp_path / "rock").mkdir()
    for dialog in dialogs(full_desktop.theme, tmp_path):
        dialog.open()
        QApplication.processEvents()
        assert faults(dialog) == [], type(dialog).__name__
        dialog.reject()
        dialog.deleteLater()
    full_desktop.window.show_help()
    assert full_desktop.window.help is not None
    found = {fault for _screen in screens(full_desktop.window.help) for fault in faults(full_desktop.window.help)}
    full_desktop.window.help.close()
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


def test_one_of_several_is_chosen_with_the_arrow_keys(full_desktop: DesktopApp) -> None:
    full_desktop.show_page("Play")
    full_desktop.window.activateWindow()
    lengths = full_desktop.page(PlayPage).setup.lengths.buttons
    lengths[3].setFocus()
    QTest.keyClick(lengths[3], Qt.Key.Key_Right)
    assert lengths[5].hasFocus()
    assert lengths[5].isChecked()
    assert full_desktop.preferences.settings.play.best_of == 5


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
