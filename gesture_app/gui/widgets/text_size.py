"""Scales the texts of all widgets."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget

_FACTOR = "text-factor"
"""Property of widgets with larger texts than others."""


def enlarge(widget: QWidget, factor: float) -> None:
    """Give a widget larger texts, in bold, whatever the text size is now and later.

    Args:
        widget: The widget.
        factor: Size of its texts; 1 for that of other widgets.
    """
    widget.setProperty(_FACTOR, factor)
    font = QApplication.font()
    font.setPointSizeF(font.pointSizeF() * factor)
    font.setBold(True)
    widget.setFont(font)


class TextSize:
    """Scales the application's font, and with it the texts of all widgets.

    Args:
        app: Qt's application. Its font is that of 100 percent.
    """

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._base = app.font()
        self.percent = 100

    def set_percent(self, percent: int) -> bool:
        """Apply a size in percent. Returns whether it is another one."""
        if percent == self.percent:
            return False
        self.percent = percent
        font = QFont(self._base)
        font.setPointSizeF(self._base.pointSizeF() * percent / 100)
        self._app.setFont(font)
        return True

    def restore_enlarged(self) -> None:
        """Enlarge again: Qt gives widgets their first font back whenever a style sheet is applied."""
        for widget in self._app.allWidgets():
            factor = widget.property(_FACTOR)
            if isinstance(factor, float):
                enlarge(widget, factor)
