"""Labels and lay-outs that the parts of the page are put together from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QScrollArea, QWidget


def plain(text: str, *, wraps: bool = True) -> QLabel:
    """Text as it is, which can be selected."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wraps)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def muted(text: str, *, wraps: bool = True) -> QLabel:
    """Text that may be overlooked."""
    label = plain(text, wraps=wraps)
    label.setObjectName("muted")
    return label


def title(text: str, factor: float = 1.0) -> QLabel:
    """Text in bold, larger by a factor."""
    label = plain(text)
    font = label.font()
    font.setBold(True)
    font.setPointSizeF(font.pointSizeF() * factor)
    label.setFont(font)
    return label


def scrolled(widget: QWidget) -> QScrollArea:
    """A widget in an area that scrolls where it is too small for it, but never sideways."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(widget)
    return area


def clear(layout: QLayout) -> None:
    """Take everything out of a lay-out and delete it."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if inner is not None:
            clear(inner)
            inner.deleteLater()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
