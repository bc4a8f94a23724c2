from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gesture_app.domain.frames.frame import Frame, HandReading
from gesture_app.domain.samples.correction import SeenHand
from gesture_app.gui.widgets.correction_panel import HandButton, OfferedHand
from gesture_app.gui.widgets.side_panel import SidePanel
from gesture_app.gui.widgets.text_size import enlarge
from gesture_app.gui.widgets.theme import DARK, LIGHT, VIDEO_BACKGROUND, VIDEO_PLATE, VIDEO_TEXT, Colors, Theme
from gesture_app.settings import MotionChoice, Settings, ThemeChoice
from tests.fakes.gui import gray_image, hand_at, prediction_of

READABLE = 4.5
SEEN = 3.0
"""Least contrast of lines that say something. Source: WCAG 2.2, 1.4.11."""


def luminance(color: str) -> float:
    channels = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in QColor(color).getRgbF()[:3]]
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]


def contrast(one: str, other: str) -> float:
    """Source: WCAG 2.2, relative luminance and contrast ratio."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_text_is_readable(colors: Colors) -> None:
    for text in (colors.text, colors.muted, colors.info, colors.success, colors.warning, colors.error, colors.accent):
        assert contrast(text, colors.surface) >= READABLE
        assert contrast(text, colors.window) >= READABLE
    for ground in (colors.raised, colors.border):
        assert contrast(colors.text, ground) >= READABLE
    assert contrast(colors.on_accent, colors.accent) >= READABLE


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_the_focus_and_the_state_of_controls_are_seen(colors: Colors) -> None:
    for ring, ground in (
        (colors.accent, colors.surface),
        (colors.accent, colors.window),
        (colors.muted, colors.surface),
        (colors.muted, colors.window),
        (colors.accent, colors.raised),
    ):
        assert contrast(ring, ground) >= SEEN


def test_text_over_a_video_is_readable() -> None:
    assert contrast(VIDEO_TEXT, VIDEO_PLATE) >= READABLE
    assert contrast(VIDEO_TEXT, VIDEO_BACKGROUND) >= READABLE


def test_a_choice_changes_the_whole_program(qapp: QApplication) -> None:
    theme = Theme(qapp, ThemeChoice.LIGHT)
    told: list[bool] = []
    theme.changed.connect(lambda: told.append(theme.is_dark))
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(LIGHT.window)
    theme.choose(ThemeChoice.DARK)
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.window)
    theme.choose(ThemeChoice.LIGHT)
    assert told == [True, False]


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    font = qapp.font()
    yield Theme(qapp, ThemeChoice.LIGHT)
    qapp.setFont(font)


def shown_color(label: QLabel) -> QColor:
    label.ensurePolished()
    return label.palette().color(QPalette.ColorRole.WindowText)


def test_a_text_inside_a_button_is_read_in_each_state(theme: Theme, qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    assert shown_color(QLabel("Desk camera", button)) == QColor(theme.colors.text)

    reading = HandReading(hand_at(0, 0), prediction_of("rock"), 0, "rock")
    image = QImage(4, 4, QImage.Format.Format_RGB888)
    hand = HandButton(OfferedHand(SeenHand(Frame(gray_image(), 0, 0.0, 0.0), reading, ""), "Rock", image), 16)
    qtbot.addWidget(hand)
    for is_checked, color in ((False, theme.colors.text), (True, theme.colors.on_accent), (False, theme.colors.text)):
        hand.setAutoExclusive(is_checked)
        hand.setChecked(is_checked)
        assert shown_color(hand.caption) == QColor(color)


def test_all_texts_become_larger_and_smaller_again(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    plain, title = QLabel("plain", window), QLabel("title", window)
    enlarge(title, 1.5)
    panel = SidePanel((10, 20), window)
    window.show()
    before = [plain.font().pointSizeF(), title.font().pointSizeF(), panel.minimumWidth()]
    theme.follow(Settings(text_percent=200))
    QApplication.processEvents()
    assert plain.font().pointSizeF() == 2 * before[0]
    assert title.font().pointSizeF() == 2 * before[1]
    assert panel.minimumWidth() > 1.8 * before[2]
    later = QLabel("made later", window)
    assert later.font().pointSizeF() == 2 * before[0]
    theme.follow(Settings(text_percent=200, theme=ThemeChoice.DARK))
    assert title.font().pointSizeF() == 2 * before[1]
    theme.follow(Settings(text_percent=100))
    QApplication.processEvents()
    assert [plain.font().pointSizeF(), title.font().pointSizeF(), panel.minimumWidth()] == before


def test_another_text_size_is_told(theme: Theme) -> None:
    told: list[None] = []
    theme.changed.connect(lambda: told.append(None))
    theme.follow(Settings(theme=ThemeChoice.LIGHT))
    assert told == []
    theme.follow(Settings(theme=ThemeChoice.LIGHT, text_percent=125))
    assert told == [None]


def test_motion_is_reduced_on_request(theme: Theme) -> None:
    for motion, is_reduced in ((MotionChoice.REDUCED, True), (MotionChoice.FULL, False)):
        theme.follow(Settings(motion=motion))
        assert theme.reduces_motion is is_reduced
