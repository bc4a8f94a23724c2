"""Base of the panels of the steps."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gesture_app.gui.translation import translated
from gesture_app.gui.widgets.text_size import enlarge
from gesture_app.gui.widgets.wrapped_label import WrappedLabel

_HEADING_FACTOR = 1.4


class StepPanel(QWidget):
    """A heading and a text, with the rest of the step below.

    Attributes:
        heading: The heading.
        text: What to do.
        column: The layout; further widgets go to its end.

    Args:
        parent: Parent widget.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = WrappedLabel()
        enlarge(self.heading, _HEADING_FACTOR)
        self.text = plain_label()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 8, 0)
        self.column.setSpacing(10)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.text)

    def refresh(self) -> None:
        """Show the present state."""
        raise NotImplementedError


def plain_label(text: str = "", name: str = "") -> WrappedLabel:
    """A text that can be selected.

    Args:
        text: The text; a message is translated.
        name: Name for the style sheet, such as ``"muted"``.
    """
    label = WrappedLabel(translated(text))
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
