"""Text labels and layouts of the train page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLayout

from gesture_app.gui.widgets.text_size import enlarge
from gesture_app.gui.widgets.wrapped_label import WrappedLabel


def plain(text: str, *, wraps: bool = True) -> QLabel:
    """A label with selectable plain text."""
    label = WrappedLabel(text) if wraps else QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def muted(text: str, *, wraps: bool = True) -> QLabel:
    """A label with less prominent text."""
    label = plain(text, wraps=wraps)
    label.setObjectName("muted")
    return label


def title(text: str, factor: float = 1.0) -> QLabel:
    """A label with bold text, scaled by a factor."""
    label = plain(text)
    enlarge(label, factor)
    return label


def clear(layout: QLayout) -> None:
    """Remove and delete all items of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if inner is not None:
            clear(inner)
            inner.deleteLater()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
