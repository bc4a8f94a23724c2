"""Text on the screen has a contrast of at least 4.5:1, measured in the painted pixels in both themes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget

from gesture_app.desktop.app import DesktopApp
from gesture_app.settings import Settings, ThemeChoice
from tests.fakes.gui import FakeCamera
from tests.gui.conftest import MakeFullDesktop
from tests.gui.controls import screens
from tests.gui.widgets.test_theme import READABLE, contrast

TEXTS = (QLabel, QAbstractButton, QComboBox, QLineEdit)


def has_text(widget: QWidget) -> bool:
    text = widget.currentText() if isinstance(widget, QComboBox) else widget.text()  # type: ignore[attr-defined]
    # The few pixels of an ellipsis alone are never painted in their whole colour.
    return (
        any(map(str.isalnum, text))
        and widget.isVisible()
        and widget.isEnabled()
        and min(widget.width(), widget.height()) > 8
    )


def measured(image: QImage) -> float:
    """The contrast of the most frequent colour to the one that differs most from it; 1 for a single colour."""
    shades = Counter(
        image.pixel(x, y) & 0xFFFFFF for x in range(2, image.width() - 2, 1) for y in range(2, image.height() - 2)
    )
    ground = QColor.fromRgb(shades.most_common(1)[0][0]).name()
    return max(contrast(ground, QColor.fromRgb(shade).name()) for shade in shades)


def too_pale(window: QWidget) -> Iterator[str]:
    """The visible texts with less contrast than needed."""
    image = window.grab().toImage()
    for widget in window.findChildren(QWidget):
        if isinstance(widget, TEXTS) and has_text(widget):
            place = widget.rect().translated(widget.mapTo(window, widget.rect().topLeft()))
            shown = place.intersected(window.rect())
            if shown != place or not widget.visibleRegion().boundingRect().contains(widget.rect()):
                continue
            found = measured(image.copy(shown))
            if found < READABLE:
                yield f"{type(widget).__name__} {widget.text()!r}: {found:.1f}"  # type: ignore[attr-defined]


@pytest.fixture(params=[ThemeChoice.LIGHT, ThemeChoice.DARK])
def themed(request: pytest.FixtureRequest, make_full_desktop: MakeFullDesktop) -> DesktopApp:
    desktop = make_full_desktop(FakeCamera("Desk", "1"), settings=Settings(theme=request.param))
    desktop.window.resize(1100, 700)
    return desktop


def test_every_text_of_the_pages_is_readable(themed: DesktopApp) -> None:
    found: set[str] = set()
    for title in ("Play", "Collect", "Train"):
        themed.show_page(title)
        QApplication.processEvents()
        for _screen in screens(themed.pages[title].widget):
            found.update(too_pale(themed.window))
    assert found == set()


def test_every_text_of_the_settings_is_readable(themed: DesktopApp) -> None:
    themed.show_settings()
    assert themed.settings is not None
    found = {text for _screen in screens(themed.settings) for text in too_pale(themed.settings)}
    themed.settings.close()
    assert found == set()


def test_pale_text_is_found(qapp: QApplication) -> None:
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    image.setPixelColor(10, 10, QColor("#8a8a8a"))
    assert 3 < measured(image) < READABLE
