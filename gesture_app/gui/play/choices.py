"""Rows of buttons of which one is checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gesture_app.gui.translation import tr, translated
from gesture_app.gui.widgets.painting import font_of_height
from gesture_app.gui.widgets.theme import Theme
from gesture_app.gui.widgets.wrapping_row import WrappingRow

Choice = Enum | int | str
"""A value that a button stands for."""


@dataclass(frozen=True)
class Option:
    """One of several values, with its button.

    Attributes:
        value: The value.
        text: Text of the button.
        key: Digit that chooses the value; empty for none.
        tip: Tool tip; the text if left empty.
    """

    value: Choice
    text: str
    key: str = ""
    tip: str = ""


class ChoiceButton(QPushButton):
    """A checkable button with its digit in the corner."""

    def __init__(self, option: Option, theme: Theme) -> None:
        super().__init__(translated(option.text))
        self._theme = theme
        self._key = option.key
        self.setObjectName("choice")
        self.setCheckable(True)
        # Screen readers then call it a radio button.
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        tip = translated(option.tip)
        self.setToolTip(f"{tip or self.text()} ({option.key})" if option.key else tip)
        self.setAccessibleDescription(tr("Key {key}").format(key=option.key) if option.key else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the digit over the usual button."""
        super().paintEvent(event)
        free_px = self.width() - self.fontMetrics().horizontalAdvance(self.text())
        if self._key and not self.text().startswith(self._key) and free_px > self.fontMetrics().height() * 2:
            painter = QPainter(self)
            colors = self._theme.colors
            painter.setPen(QColor(colors.on_accent if self.isChecked() else colors.muted))
            painter.setFont(font_of_height(self.font(), self.fontMetrics().height() * 0.85, bold=False))
            corner = QRectF(self.rect()).adjusted(0, 2, -4, 0)
            painter.drawText(corner, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight, self._key)
            painter.end()


class ChoiceRow(QWidget):
    """A title and its buttons.

    Args:
        title: Name of the choice.
        options: The values with their buttons.
        theme: The colours in use.
        parent: The widget it lies in.
    """

    chosen = Signal(object)
    """The person chose another value."""

    def __init__(self, title: str, options: Sequence[Option], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[Choice, ChoiceButton] = {}
        self._title = title
        self._theme = theme
        label = QLabel(title)
        label.setObjectName("muted")
        self._row = WrappingRow(is_filled=True)
        self._group = QButtonGroup(self)
        self.show_options(options)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self._head = QHBoxLayout()
        self._head.addWidget(label, 1)
        layout.addLayout(self._head)
        layout.addWidget(self._row)

    def add_beside_title(self, widget: QWidget) -> None:
        """Put a widget at the end of the line of the title."""
        self._head.addWidget(widget)

    def show_options(self, options: Sequence[Option]) -> None:
        """Offer these values, none of which is checked."""
        self._row.clear()
        self.buttons = {}
        for option in options:
            button = self.buttons[option.value] = ChoiceButton(option, self._theme)
            button.setAccessibleName(f"{self._title}: {button.text()}")
            button.clicked.connect(lambda _checked=False, value=option.value: self.chosen.emit(value))
            self._group.addButton(button)
            self._row.add(button)

    def show_value(self, value: Choice) -> None:
        """Check the button of this value; none if it has no button here."""
        if value in self.buttons:
            self.buttons[value].setChecked(True)
            return
        self._group.setExclusive(False)
        for button in self.buttons.values():
            button.setChecked(False)
        self._group.setExclusive(True)
