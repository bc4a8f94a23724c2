"""The section about the program."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPlainTextEdit, QToolButton, QWidget

from gesture_app.gui.settings.about_contents import PRIVACY, Library, libraries, program_version, system_text, text_of
from gesture_app.gui.settings.form import SettingsForm, muted
from gesture_app.gui.translation import tr, translated
from gesture_app.resources import APP_NAME, ASSETS, PROJECT_ROOT

_TEXT_LINES = 14


class AboutSection(SettingsForm):
    """Versions, privacy and licences.

    Args:
        app_title: Name of the program for people.
        parent: Parent widget.
    """

    def __init__(self, app_title: str, parent: QWidget | None = None) -> None:
        super().__init__(tr("About"), parent)
        self.add_widget(_plain(f"{app_title} {program_version(APP_NAME)}".strip()))
        self.add_widget(muted(system_text()))
        self.add_heading(tr("Privacy"))
        self.add_widget(muted(translated(PRIVACY)))
        self.add_heading(tr("Licences"))
        self.add_widget(muted(tr("The program is free software under the Apache License 2.0.")))
        for title, path in (
            (tr("Text of the licence"), "LICENSE"),
            (tr("Origin of pictures, sounds and hands"), ""),
        ):
            self._add_text(title, text_of(PROJECT_ROOT / path if path else ASSETS / "CREDITS.md"))
        self.add_heading(tr("Libraries in use"))
        self.add_widget(_library_table(libraries(APP_NAME)))

    def _add_text(self, title: str, text: str) -> None:
        """Add a long text that is shown on request."""
        button, view = QToolButton(), QPlainTextEdit(text)
        button.setText(title)
        button.setCheckable(True)
        view.setReadOnly(True)
        view.setTabChangesFocus(True)
        view.setAccessibleName(title)
        view.setMinimumHeight(view.fontMetrics().height() * _TEXT_LINES)
        view.hide()
        button.toggled.connect(view.setVisible)
        self.add_widget(button)
        self.add_widget(view)


def _plain(text: str) -> QLabel:
    label = muted(text)
    label.setObjectName("")
    return label


def _library_table(rows: tuple[Library, ...]) -> QWidget:
    table = QWidget()
    table.setObjectName("libraries")
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(18)
    grid.setColumnStretch(1, 1)
    for row, library in enumerate(rows):
        grid.addWidget(QLabel(library.name), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(_plain(f"{library.version}  ·  {library.licence}"), row, 1)
    return table
