from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from gesture_app.gui.widgets.theme import DARK, LIGHT, VIDEO_BACKGROUND, VIDEO_PLATE, VIDEO_TEXT, Colors, Theme
from gesture_app.settings import ThemeChoice

READABLE = 4.5


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
    assert contrast(colors.text, colors.raised) >= READABLE
    assert contrast(colors.on_accent, colors.accent) >= READABLE


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
