"""The dialog that shows a report before it is saved."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QPlainTextEdit, QTabWidget, QVBoxLayout, QWidget

from gesture_app.gui.settings.form import muted
from gesture_app.gui.translation import tr

_FILE_NAME = "gesture-app-report.zip"
_CHARACTERS, _LINES = 90, 26


class ReportDialog(QDialog):
    """Shows all of a report, a tab for each file, and asks where to save it.

    Args:
        parts: The texts by file name.
        parent: The window.
    """

    save_requested = Signal(Path, object)
    """The report is to be saved: the zip file, and the texts that were shown."""

    def __init__(self, parts: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Report"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._parts = dict(parts)
        self.tabs = QTabWidget()
        for name, text in parts.items():
            view = QPlainTextEdit(text)
            view.setReadOnly(True)
            view.setTabChangesFocus(True)
            view.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
            view.setAccessibleName(name)
            font = view.font()
            font.setFamilies(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).families())
            view.setFont(font)
            self.tabs.addTab(view, name)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.save_button = buttons.addButton(tr("&Save…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.save_button.clicked.connect(self._on_save)
        layout = QVBoxLayout(self)
        layout.addWidget(
            muted(
                tr(
                    "This is all that the report holds. Read it before you give it to somebody: it has no pictures, "
                    "and names and addresses that the program knows are left out. Nothing is sent."
                )
            )
        )
        layout.addWidget(self.tabs, 1)
        layout.addWidget(buttons)
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * _CHARACTERS, metrics.height() * _LINES)

    def _on_save(self) -> None:
        dialog = QFileDialog(self, tr("Save the report"), str(Path.home() / _FILE_NAME), tr("Zip files (*.zip)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("zip")
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    def save_to(self, path: str) -> None:
        """Ask for the report to be saved in a file, and close."""
        self.save_requested.emit(Path(path), self._parts)
        self.accept()
