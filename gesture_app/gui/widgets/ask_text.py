"""A dialog that asks for a line of text, without stopping the program."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QWidget


def ask_text(window: QWidget, title: str, text: str, use: Callable[[str], None], value: str = "") -> None:
    """Ask for a line of text.

    Args:
        window: Parent window of the dialog.
        title: Its title.
        text: What is asked for.
        use: Called with the text if it is accepted.
        value: The text to begin with.
    """
    dialog = QInputDialog(window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    dialog.setLabelText(text)
    dialog.setTextValue(value)
    dialog.textValueSelected.connect(use)
    dialog.open()
