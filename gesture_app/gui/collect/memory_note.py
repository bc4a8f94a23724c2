"""What the samples teach at once, below the choice whether they count."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from gesture_app.gui.background.memory_service import MemoryService
from gesture_app.gui.collect.texts import doubtful_text, memory_note
from gesture_app.gui.translation import tr
from gesture_app.gui.widgets.wrapped_label import WrappedLabel


class MemoryNote(QWidget):
    """Says what was gained, or why samples do not count; a button leads to those that are perhaps labelled wrongly.

    Args:
        memory: The memory of samples.
        parent: Parent widget.
    """

    doubtful_requested = Signal()
    """The user wants to see the samples with doubtful labels."""

    def __init__(self, memory: MemoryService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._memory = memory
        self.text = WrappedLabel()
        self.text.setObjectName("muted")
        self.doubtful_button = QPushButton()
        self.doubtful_button.setObjectName("choice")
        self.doubtful_button.setToolTip(
            tr("Both the model and your other samples are sure that these show something else")
        )
        # A mouse click must not take the keyboard focus from recording.
        self.doubtful_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.doubtful_button.clicked.connect(self.doubtful_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.addWidget(self.text)
        layout.addWidget(self.doubtful_button)
        memory.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        state = self._memory.state
        note, doubtful = memory_note(state), doubtful_text(state)
        if note != self.text.text():
            self.text.setText(note)
        self.doubtful_button.setText(doubtful)
        self.doubtful_button.setVisible(bool(doubtful))
        self.setVisible(bool(note))
