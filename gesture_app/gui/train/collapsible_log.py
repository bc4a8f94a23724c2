"""Log of a retraining that can be opened and closed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QFont, QFontDatabase, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from gesture_app.gui.translation import tr

_LINES = 5


class _LogView(QPlainTextEdit):
    """Text view that stays scrolled to its end."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())


class CollapsibleLog(QWidget):
    """A button that opens and closes the log below it.

    Args:
        max_lines: Maximum number of shown lines.
        parent: Parent widget.
    """

    def __init__(self, max_lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QToolButton()
        self.button.setObjectName("quiet")
        self.view = _LogView()
        self.view.setReadOnly(True)
        self.view.setMaximumBlockCount(max_lines)
        font = QFont()
        font.setFamilies(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).families())
        self.view.setFont(font)
        self.view.setMinimumHeight(self.fontMetrics().height() * _LINES)
        self.view.setTabChangesFocus(True)
        self.view.setAccessibleName(tr("Log"))
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
        """Show the end of a log.

        Args:
            lines: The last lines.
            count: Number of lines of the whole log; it tells which lines are new.
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
        """Open or close the log."""
        self._is_open = is_open
        self.button.setText(tr("Log") + " ▾" if is_open else tr("Log") + " ▸")
        self.button.setAccessibleName(tr("Hide the log") if is_open else tr("Show the log"))
        self.view.setVisible(is_open)
        if is_open:
            self._fill()

    def _fill(self) -> None:
        self.view.setPlainText("\n".join(self._lines) or tr("Nothing was said yet."))
        self.view.moveCursor(QTextCursor.MoveOperation.End)
