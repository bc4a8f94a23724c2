"""A row about one gesture."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gesture_app.domain.frames.gestures import gesture_title
from gesture_app.gui.first_steps.step_panel import plain_label
from gesture_app.gui.first_steps.texts import tick_text
from gesture_app.gui.translation import tr, translated
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.text_size import enlarge
from gesture_app.gui.widgets.theme import Theme

_DRAWING_LINES, _TICK_LINES = 2.5, 1.6


class GestureRow(QWidget):
    """A gesture: its drawing, its name, and a text.

    Args:
        gesture: The gesture.
        text: The text.
        icons: The program's icons.
        theme: The current colours.
        parent: Parent widget.
    """

    def __init__(self, gesture: str, text: str, icons: IconSet, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.gesture = gesture
        self.icons, self.theme = icons, theme
        self._drawing = QLabel()
        name = QLabel(translated(gesture_title(gesture)))
        enlarge(name, 1.05)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(name)
        texts.addWidget(plain_label(text, "muted"))
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(12)
        self.row.addWidget(self._drawing, 0, Qt.AlignmentFlag.AlignVCenter)
        self.row.addLayout(texts, 1)

    def refresh(self) -> None:
        """Draw in the current colours and text size."""
        self.draw(self._drawing, f"gestures/{self.gesture}", self.theme.colors.text, _DRAWING_LINES)

    def draw(self, label: QLabel, icon: str, color: str, lines: float) -> None:
        """Show an icon, or nothing for an empty name, with a side of so many lines of text."""
        side_px = round(self.fontMetrics().height() * lines)
        label.setFixedSize(QSize(side_px, side_px))
        label.setPixmap(self.icons.pixmap(icon, side_px, color, self.devicePixelRatioF()))


class TickRow(GestureRow):
    """A gesture with a tick once it has been read. For the arguments see :class:`GestureRow`."""

    def __init__(self, gesture: str, text: str, icons: IconSet, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(gesture, text, icons, theme, parent)
        self.is_read = False
        self._tick = QLabel()
        self.row.addWidget(self._tick, 0, Qt.AlignmentFlag.AlignVCenter)

    def refresh(self) -> None:
        """Draw in the current colours and text size, and tell screen readers whether the gesture has been read."""
        super().refresh()
        self.draw(self._tick, "success" if self.is_read else "", self.theme.colors.success, _TICK_LINES)
        title, state = translated(gesture_title(self.gesture)), tick_text(is_read=self.is_read)
        self.setAccessibleName(tr("{gesture}: {state}").format(gesture=title, state=state))
