"""Every text that the window shows is translated, and has room for a longer language."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from gesture_app.desktop.app import DesktopApp
from tests.fakes.gui import FakeCamera, FakeCatalog
from tests.fakes.pseudo_language import pseudo, pseudo_language
from tests.gui.conftest import MakeDesktop

WORD = re.compile(r"[A-Za-z]{3,}")
ALLOWED = re.compile(
    r"Gesture App|gesture-app\S*|pytest-qt-qapp|Desk camera|Fake, CPU"  # names
    r"|English|Deutsch|Español"  # a language is found by its own name
    r"|Ctrl\+\S+|Esc|Space|Return|Enter|Del|Tab|Left|Right|F\d+"  # keys
    r"|TensorFlow|Qt for Python|Python|Linux|x86_64|SHA-256"  # names of software
    r"|\S*/\S+|\S+\.zip"  # files
    r"|Scroll Left|Scroll Right|Close"  # texts of Qt itself, which come with Qt in many languages
    r"|<[^>]+>|&\w+;"  # formatting
)


@pytest.fixture
def desktop(make_desktop: MakeDesktop) -> Iterator[DesktopApp]:
    with pseudo_language():
        desktop: DesktopApp = make_desktop(FakeCatalog(FakeCamera("Desk camera", "1")))
        desktop.window.resize(1280, 800)
        yield desktop


def texts_of(widget: QWidget) -> list[str]:
    """All texts of a widget itself, those for screen readers included."""
    texts = [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
    if isinstance(widget, (QLabel, QAbstractButton)):
        texts.append(widget.text())
    if isinstance(widget, QLineEdit):
        texts.append(widget.placeholderText())
    if isinstance(widget, QGroupBox):
        texts.append(widget.title())
    if isinstance(widget, QComboBox):
        texts += [widget.itemText(row) for row in range(widget.count())]
    if isinstance(widget, QTabBar):
        texts += [widget.tabText(tab) for tab in range(widget.count())]
    return texts + [action.text() for action in widget.actions() if isinstance(action, QAction)]


def widgets_in(widget: QWidget) -> list[QWidget]:
    return [widget, *widget.findChildren(QWidget)]


def english_words(text: str) -> list[str]:
    return WORD.findall(ALLOWED.sub("", text))


def untranslated(*roots: QWidget) -> set[str]:
    """The texts with English words. The texts of licences and libraries stay as they are."""
    shown = {
        text for root in roots for widget in widgets_in(root) if not is_foreign(widget) for text in texts_of(widget)
    }
    return {text for text in shown if english_words(text)}


def is_foreign(widget: QWidget) -> bool:
    """Whether a widget shows what others wrote: the text of a licence, or the names of libraries."""
    parent = widget.parentWidget()
    return isinstance(widget, QPlainTextEdit) or (parent is not None and parent.objectName() == "libraries")


def cut(root: QWidget) -> list[str]:
    """Visible labels and buttons in which a text has less room than it needs, and is neither wrapped nor elided."""
    found = []
    for widget in widgets_in(root):
        if not widget.isVisible() or not isinstance(widget, (QLabel, QAbstractButton)) or not widget.text():
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            continue
        text = widget.text().replace("&", "")
        needed = max(
            widget.fontMetrics().horizontalAdvance(line) for line in re.sub(r"<[^>]+>", "", text).splitlines() or [""]
        )
        if widget.width() < needed - 1:
            found.append(f"{type(widget).__name__} {text!r}: {widget.width()} of {needed} px")
    return found


def test_the_pseudo_language_is_longer_and_keeps_placeholders() -> None:
    assert pseudo("Play {count} rounds") == "Þĺàý {count} řöûñđš·····"
    assert english_words(pseudo("Play {count} rounds").format(count=3)) == []


def test_every_text_of_the_pages_is_translated(desktop: DesktopApp) -> None:
    for title in desktop.pages:
        desktop.show_page(title)
        QApplication.processEvents()
    assert untranslated(desktop.window) == set()


def test_every_text_of_the_settings_is_translated(desktop: DesktopApp) -> None:
    desktop.show_settings()
    assert desktop.settings is not None
    desktop.settings.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    found = untranslated(desktop.settings)
    desktop.settings.close()
    assert found == set()


def test_every_text_of_the_help_is_translated(desktop: DesktopApp) -> None:
    desktop.window.show_help()
    assert desktop.window.help is not None
    assert untranslated(desktop.window.help) == set()
    desktop.window.help.close()


def test_longer_texts_are_not_cut(desktop: DesktopApp) -> None:
    found = {}
    for title in desktop.pages:
        desktop.show_page(title)
        QApplication.processEvents()
        found[str(title)] = cut(desktop.window)
    assert not any(found.values()), found
