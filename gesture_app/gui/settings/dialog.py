"""The settings as a window of their own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QListWidget, QStackedWidget, QWidget

from gesture_app.gui.settings.form import SettingsForm
from gesture_app.gui.translation import tr
from gesture_app.gui.widgets.page_area import PageArea
from gesture_app.gui.widgets.screen_fit import fitted_size

_LEAST = QSize(420, 300)
_CHARACTERS, _LINES = 112, 38


class SettingsDialog(QDialog):
    """A list of sections on the left, the chosen section on the right. The main window goes on beside it.

    Args:
        sections: The sections, in the order of the list.
        parent: The main window.
    """

    def __init__(self, sections: Sequence[SettingsForm], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.sections = tuple(sections)
        self.list = QListWidget()
        self.list.setObjectName("plain")
        self.list.setSpacing(5)
        self.list.setAccessibleName(tr("Sections"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.addItems([section.title for section in self.sections])
        self._pages = QStackedWidget()
        for section in self.sections:
            self._pages.addWidget(PageArea(section))
        self.list.currentRowChanged.connect(self._pages.setCurrentIndex)
        card = QFrame()
        card.setObjectName("card")
        inside = QHBoxLayout(card)
        inside.setContentsMargins(2, 2, 2, 2)
        inside.addWidget(self._pages)
        row = QHBoxLayout(self)
        row.addWidget(self.list)
        row.addWidget(card, 1)
        self.list.setCurrentRow(0)
        self._fit_list()
        metrics = self.fontMetrics()
        wanted = QSize(metrics.averageCharWidth() * _CHARACTERS, metrics.height() * _LINES)
        self.setMinimumSize(_LEAST)
        self.resize(fitted_size(wanted, self.screen().availableSize(), _LEAST))

    def show_section(self, title: str) -> None:
        """Show the section of this title."""
        self.list.setCurrentRow([section.title for section in self.sections].index(title))

    def changeEvent(self, event: QEvent) -> None:
        """Fit the list to larger or smaller texts."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit_list()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc; Enter presses no button but that with the focus."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)

    def _fit_list(self) -> None:
        widest_px = max(self.list.fontMetrics().horizontalAdvance(section.title) for section in self.sections)
        self.list.setFixedWidth(widest_px + self.list.fontMetrics().height() * 2)
