"""The form of a section of the settings: each setting with its name, its control and an explanation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from gesture_app.gui.translation import translated
from gesture_app.gui.widgets.text_size import enlarge
from gesture_app.gui.widgets.wrapped_label import WrappedLabel

_HEADING_FACTOR = 1.25
_HEADING_SPACE_PX = 12
_LEAST_CHARACTERS = 18


def muted(text: str = "") -> WrappedLabel:
    """Secondary text, which can be selected."""
    label = WrappedLabel(text)
    label.setObjectName("muted")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


class SettingsForm(QWidget):
    """A heading, and the settings below it.

    Args:
        title: The heading; also the name in the list of sections.
        parent: Parent widget.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 16)
        self.column.setSpacing(6)
        self.add_heading(title, _HEADING_FACTOR)
        self.column.addStretch(1)

    def add(self, name: str, control: QWidget, explanation: str = "") -> WrappedLabel:
        """Add a setting. Returns its explanation, which is hidden while it is empty."""
        label = QLabel(name)
        label.setBuddy(control)
        control.setAccessibleName(name.replace("&", ""))
        return self._add_control(label, control, explanation)

    def add_switch(self, switch: QCheckBox, explanation: str = "") -> WrappedLabel:
        """Add a setting that is on or off; the check box has the name."""
        return self._add_control(None, switch, explanation)

    def add_heading(self, text: str, factor: float = 1.0) -> QLabel:
        """Add a heading."""
        label = QLabel(text)
        enlarge(label, factor)
        if self.column.count() > 1:
            self.column.insertSpacing(self.column.count() - 1, _HEADING_SPACE_PX)
        self.add_widget(label)
        return label

    def add_widget(self, widget: QWidget) -> None:
        """Add a widget of the full width."""
        self.column.insertWidget(max(0, self.column.count() - 1), widget)

    def _add_control(self, label: QLabel | None, control: QWidget, explanation: str) -> WrappedLabel:
        if label is not None:
            self.add_widget(label)
        row = QHBoxLayout()
        row.addWidget(control)
        row.addStretch(1)
        self.column.insertLayout(self.column.count() - 1, row)
        explanation = translated(explanation)
        note = muted(explanation)
        note.setVisible(bool(explanation))
        control.setAccessibleDescription(explanation)
        self.add_widget(note)
        self.column.insertSpacing(self.column.count() - 1, 8)
        return note


class ChoiceBox(QComboBox):
    """A list of which one value is chosen.

    Args:
        texts: The values with their texts; may be set later.
        parent: Parent widget.
    """

    chosen = Signal(object)
    """The person chose a value."""

    def __init__(self, texts: Mapping[Any, str] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.values: list[Any] = []
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        # The wheel scrolls the page unless the box has the focus.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(lambda index: self.chosen.emit(self.values[index]))
        self.set_texts(texts or {})

    def set_texts(self, texts: Mapping[Any, str]) -> None:
        """Replace the values and their texts."""
        texts = {value: translated(text) for value, text in texts.items()}
        if (list(texts), list(texts.values())) == (self.values, [self.itemText(i) for i in range(self.count())]):
            return
        self.values = list(texts)
        self.clear()
        self.addItems(list(texts.values()))
        self.setMinimumContentsLength(max([12, *(len(text) for text in texts.values())]))

    def show_value(self, value: object) -> None:
        """Show a value as the chosen one; none if it is not among them."""
        self.setCurrentIndex(self.values.index(value) if value in self.values else -1)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for large texts in a small window; the list below the box shows them whole."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self.fontMetrics().averageCharWidth() * _LEAST_CHARACTERS), hint.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, unless the box has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ValueSlider(QWidget):
    """A slider with its value as text beside it.

    Args:
        values: The values, from left to right.
        texts: Their texts.
        parent: Parent widget.
    """

    chosen = Signal(object)
    """The person chose a value."""

    def __init__(self, values: tuple[Any, ...], texts: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.values, self._texts = values, texts
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, len(values) - 1)
        self.slider.setPageStep(1)
        self.slider.setMinimumWidth(180)
        self.label = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.slider)
        row.addWidget(self.label)
        self.setFocusProxy(self.slider)
        self.slider.valueChanged.connect(self._on_moved)
        self._on_moved(0)

    def setAccessibleName(self, name: str) -> None:
        """Name the slider for screen readers. The value as text is part of the name: that of Qt is a mere number."""
        super().setAccessibleName(name)
        self._show_text(self.slider.value())

    def show_value(self, value: float) -> None:
        """Show the value nearest to this one, without choosing it."""
        index = min(range(len(self.values)), key=lambda i: abs(self.values[i] - value))
        was_blocked = self.slider.blockSignals(True)
        self.slider.setValue(index)
        self.slider.blockSignals(was_blocked)
        self._show_text(index)

    def _on_moved(self, index: int) -> None:
        self._show_text(index)
        if self.isVisible():
            self.chosen.emit(self.values[index])

    def _show_text(self, index: int) -> None:
        self.label.setText(self._texts[index])
        self.slider.setAccessibleName(f"{self.accessibleName()}: {self._texts[index]}")
