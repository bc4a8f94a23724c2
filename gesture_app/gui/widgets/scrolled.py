"""Content that scrolls up and down where it is too high for the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scrolled(widget: QWidget, name: str, *, takes_focus: bool = True) -> QScrollArea:
    """A scroll area around a widget, without scrolling sideways.

    Args:
        widget: The content.
        name: Name for screen readers.
        takes_focus: Whether it can be scrolled by keys; not needed where all that is in it can be reached by Tab.
    """
    area = QScrollArea()
    area.setAccessibleName(name)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    if not takes_focus:
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(widget)
    return area
