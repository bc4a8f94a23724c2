"""Card that says what training needs, and adds it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout

from gesture_app.gui.train.adding_job import AddingJob
from gesture_app.gui.train.adding_texts import NeedsView, needs_view
from gesture_app.gui.train.collapsible_log import CollapsibleLog
from gesture_app.gui.train.layouts import muted, plain, title
from gesture_app.gui.translation import tr, translated
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.theme import Theme
from gesture_app.installation.run import MOST_LINES

_STEPS = 1000


class NeedsCard(QFrame):
    """What is missing, its size and the button that adds it; then the progress; hidden when nothing is missing.

    Args:
        job: Adds what is missing.
        icons: The icons of the program.
        theme: The current colours.
    """

    def __init__(self, job: AddingJob, icons: IconSet, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("card")
        self._job = job
        self._icons = icons
        self._theme = theme
        self._is_failed = False
        self._symbol = QLabel()
        self.title = title("", 1.1)
        self.detail = plain("")
        self.note = muted("")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("Progress"))
        self.add_button = QPushButton(tr("&Add it"))
        self.cancel_button = QPushButton(tr("&Cancel"))
        self.cancel_button.setToolTip(tr("Stop fetching; nothing of it is kept"))
        self.log = CollapsibleLog(MOST_LINES)
        self._lay_out()
        self.add_button.clicked.connect(job.start)
        self.cancel_button.clicked.connect(job.cancel)
        job.changed.connect(self._show_job)
        theme.changed.connect(self._recolor)
        self._show_job()

    def _lay_out(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(4)
        for label in (self.title, self.detail, self.note):
            texts.addWidget(label)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self._symbol, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(texts, 1)
        for button in (self.add_button, self.cancel_button):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.progress)
        column.addWidget(self.log)

    def _show_job(self) -> None:
        job = self._job
        self.setVisible(bool(job.missing) or job.is_running or job.error is not None)
        view = needs_view(
            job.missing,
            job.size,
            translated(job.obstacle),
            is_running=job.is_running,
            is_cancelling=job.is_cancelling,
            progress=job.progress,
            error=job.error,
        )
        self._show(view)
        self.log.show_lines(tuple(job.log), job.log_count)

    def _show(self, view: NeedsView) -> None:
        for label, text in ((self.title, view.title), (self.detail, view.detail), (self.note, view.note)):
            label.setText(text)
            label.setVisible(bool(text))
        had_focus = self.add_button.hasFocus() or self.cancel_button.hasFocus()
        self.add_button.setText(view.button)
        self.add_button.setVisible(bool(view.button))
        self.add_button.setAccessibleDescription(view.detail)
        self.cancel_button.setVisible(view.is_running)
        self.cancel_button.setEnabled(self._job.can_be_cancelled)
        if had_focus:
            (self.cancel_button if view.is_running else self.add_button).setFocus()
        self.progress.setVisible(view.is_running)
        self.progress.setRange(0, 0 if view.share is None else _STEPS)
        self.progress.setValue(0 if view.share is None else round(view.share * _STEPS))
        self.log.setVisible(view.is_running or view.is_failed)
        if view.is_failed and not self._is_failed:
            self.log.open(False)
        self._is_failed = view.is_failed
        self._recolor()

    def _recolor(self) -> None:
        name, color = ("error", self._theme.colors.error) if self._is_failed else ("info", self._theme.colors.accent)
        side_px = round(self.fontMetrics().height() * 1.6)
        self._symbol.setPixmap(self._icons.pixmap(name, side_px, color, self.devicePixelRatioF()))
        self._symbol.setAccessibleName(tr("Error") if self._is_failed else tr("Note"))
