"""The log of a retraining, folded away until somebody wants it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QFontDatabase, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

_LINES = 5


class _LogView(QPlainTextEdit):
    """Shows its end, however high it is."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())


class LogFold(QWidget):
    """A button, and below it the last lines once it was pressed.

    Args:
        most_lines: Lines that are shown at most.
        parent: Parent widget.
    """

    def __init__(self, most_lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QToolButton()
        self.button.setObjectName("quiet")
        self.view = _LogView()
        self.view.setReadOnly(True)
        self.view.setMaximumBlockCount(most_lines)
        self.view.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.view.setMinimumHeight(self.fontMetrics().height() * _LINES)
        self.view.setTabChangesFocus(True)
        self.view.setAccessibleName("Log")
        self.view.hide()
        self._lines: tuple[str, ...] = ()
        self._count = 0
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.button)
        layout.addWidget(self.view)
        self._is_open = False
        self.button.clicked.connect(lambda: self.open(not self._is_open))
        self.open(False)

    def show_lines(self, lines: Sequence[str], count: int) -> None:
        """Show these.

        Args:
            lines: The last ones.
            count: How many there were in all; lines are others where it differs.
        """
        if count == self._count and len(lines) == len(self._lines):
            return
        new = count - self._count
        is_continued = 0 < new <= len(lines) and self._count > 0
        self._lines, self._count = tuple(lines), count
        if self.view.isVisible() and is_continued:
            self.view.appendPlainText("\n".join(self._lines[-new:]))
        elif self._is_open:
            self._fill()

    def open(self, is_open: bool) -> None:
        """Unfold or fold it."""
        self._is_open = is_open
        self.button.setText("Log ▾" if is_open else "Log ▸")
        self.button.setAccessibleName("Hide the log" if is_open else "Show the log")
        self.view.setVisible(is_open)
        if is_open:
            self._fill()

    def _fill(self) -> None:
        self.view.setPlainText("\n".join(self._lines) or "Nothing was said yet.")
        self.view.moveCursor(QTextCursor.MoveOperation.End)
