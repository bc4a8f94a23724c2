"""Every text that the window shows is translated, and has room for a longer language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QWidget,
)

from gesture_app.capture.opening import source_for
from gesture_app.desktop.app import DesktopApp
from gesture_app.errors import MissingDependencyError, SourceError
from gesture_app.installation import requirements
from gesture_app.installation.requirements import add_hint
from tests.fakes.gui import FakeCamera, FakeCatalog
from tests.fakes.pseudo_language import english_words, pseudo, pseudo_language, untranslated, widgets_in
from tests.gui.conftest import MakeDesktop


@pytest.fixture
def desktop(make_desktop: MakeDesktop) -> Iterator[DesktopApp]:
    with pseudo_language():
        desktop: DesktopApp = make_desktop(FakeCatalog(FakeCamera("Desk camera", "1")))
        desktop.window.resize(1280, 800)
        yield desktop


def cut(root: QWidget) -> list[str]:
    """Visible labels and buttons in which a text has less room than it needs, and is neither wrapped nor elided."""
    found = []
    for widget in widgets_in(root):
        if (layout := widget.layout()) is not None:
            layout.activate()  # A text may have changed just now.
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


def test_news_and_errors_are_translated(desktop: DesktopApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(requirements, "add_command", lambda: "#")  # the command itself stays as it is
    desktop.show_page("Live")
    for error in (opening_error(Path("/1/2")), MissingDependencyError("", hint=add_hint()), OSError("#")):
        desktop.report(error)
        QApplication.processEvents()
        assert untranslated(desktop.window) == set()


def opening_error(path: Path) -> SourceError:
    with pytest.raises(SourceError) as caught:
        source_for(str(path), realtime=False)
    return caught.value


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
