"""Help, and the keys of the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabBar

from gesture_app.desktop.app import DesktopApp
from gesture_app.domain.game.rules import CLASSIC, LIZARD_SPOCK, RULE_TABLES
from gesture_app.gui.help.contents import KEY_GROUPS, PRIVACY, rule_sentences
from gesture_app.gui.live.page import LivePage
from tests.fakes.gui import FakeCamera, FakeCatalog
from tests.gui.conftest import MakeDesktop

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PORTABLE = QKeySequence.SequenceFormat.PortableText


@pytest.fixture
def desktop(make_desktop: MakeDesktop) -> DesktopApp:
    desktop: DesktopApp = make_desktop(FakeCatalog(FakeCamera("Desk camera", "1")))
    return desktop


def test_the_sheet_has_every_key_of_the_window(desktop: DesktopApp) -> None:
    window = desktop.window
    sequences = [shortcut.key() for shortcut in window.findChildren(QShortcut)]
    sequences += [sequence for action in window.findChildren(QAction) for sequence in action.shortcuts()]
    keys = {sequence.toString(PORTABLE) for sequence in sequences if not sequence.isEmpty()}
    told = {QKeySequence(key).toString(PORTABLE) for group in KEY_GROUPS for row in group.rows for key in row.keys}
    assert {"F1", "F11", "Ctrl+Q", "Ctrl+O", "Space"} <= keys
    assert keys <= told


def test_f1_shows_keys_rules_and_about(desktop: DesktopApp) -> None:
    window = desktop.window
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert window.help is not None
    texts = "\n".join(window.help.texts)
    for rules in RULE_TABLES.values():
        for sentence in rule_sentences(rules):
            assert sentence in texts
    assert PRIVACY in texts
    assert "Ctrl+Tab" in texts
    window.help.reject()
    assert window.help is None
    window.show_help()
    assert window.help is not None
    window.help.reject()


def test_the_rules_are_told_with_their_verbs() -> None:
    assert "Lizard poisons Spock." in rule_sentences(LIZARD_SPOCK)
    assert rule_sentences(CLASSIC)[0] == "Rock crushes scissors."
    assert len(rule_sentences(LIZARD_SPOCK)) == 10


def test_keys_turn_the_pages(desktop: DesktopApp) -> None:
    (tabs,) = desktop.window.findChildren(QTabBar)
    back = CONTROL | SHIFT
    for modifiers, page in ((CONTROL, 1), (CONTROL, 2), (back, 1), (back, 0), (back, 3)):
        QTest.keyClick(desktop.window, Qt.Key.Key_Tab, modifiers)
        assert tabs.currentIndex() == page
    QTest.keyClick(desktop.window, Qt.Key.Key_Tab, CONTROL)
    assert tabs.currentIndex() == 0


def test_a_key_fills_the_screen_and_gives_the_window_back(desktop: DesktopApp) -> None:
    window = desktop.window
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()


def test_a_key_quits(desktop: DesktopApp) -> None:
    QTest.keyClick(desktop.window, Qt.Key.Key_Q, CONTROL)
    assert not desktop.window.isVisible()


def test_the_gesture_on_a_large_card_is_read_from_three_metres(desktop: DesktopApp) -> None:
    """15 mm are read from three metres; on a screen of 24 inches and 1920 pixels that is 54 pixels."""
    card = desktop.page(LivePage).card
    card.show_gesture("rock", "Rock", "")
    for size, is_large in ((QSize(260, 300), False), (QSize(520, 640), True)):
        card.resize(size)
        assert (card.letter_px >= 54) is is_large
