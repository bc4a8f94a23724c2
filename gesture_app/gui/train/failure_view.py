"""View of a failed retraining: message, hint and log."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gesture_app.domain.retraining.events import Failed
from gesture_app.gui.train.collapsible_log import CollapsibleLog
from gesture_app.gui.train.layouts import plain, title
from gesture_app.gui.train.retrain_job import MAX_LOG_LINES
from gesture_app.gui.translation import tr, translated
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.theme import Theme


class FailureView(QWidget):
    """Message and hint above, the open log below.

    Args:
        icons: The icons of the program.
        theme: The current colours.
        parent: Parent widget.
    """

    closed = Signal()
    """The user closed the view."""

    def __init__(self, icons: IconSet, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._theme = theme
        self._symbol = QLabel()
        self._symbol.setAccessibleName(tr("Error"))
        self.title = title("", 1.15)
        self.hint = plain("")
        self.done_button = QPushButton(tr("&Back"))
        self.log = CollapsibleLog(MAX_LOG_LINES)
        self._lay_out()
        self.done_button.clicked.connect(self.closed)
        theme.changed.connect(self._recolor)
        self._recolor()

    def show_failure(self, failed: Failed, lines: Sequence[str], count: int) -> None:
        """Show a failure and the last of ``count`` lines of the log."""
        self.title.setText(translated(failed.message))
        self.hint.setText(translated(failed.hint))
        self.hint.setVisible(bool(failed.hint))
        self.log.show_lines(lines, count)
        self.log.open(True)

    def _lay_out(self) -> None:
        card = QFrame()
        card.setObjectName("card")
        texts = QVBoxLayout()
        texts.addWidget(self.title)
        texts.addWidget(self.hint)
        row = QHBoxLayout(card)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(14)
        row.addWidget(self._symbol, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        row.addWidget(self.done_button, 0, Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(card)
        layout.addWidget(self.log, 1)

    def _recolor(self) -> None:
        side_px = round(self.fontMetrics().height() * 2.2)
        pixmap = self._icons.pixmap("error", side_px, self._theme.colors.error, self.devicePixelRatioF())
        self._symbol.setPixmap(pixmap)
