"""Panel with the progress and the curve of a running retraining."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from gesture_app.gui.train.collapsible_log import CollapsibleLog
from gesture_app.gui.train.curves import CurvePlot, accuracy_curves, fine_tune_start, loss_curves
from gesture_app.gui.train.details import Details
from gesture_app.gui.train.layouts import muted, title
from gesture_app.gui.train.retrain_job import MAX_LOG_LINES, RetrainJob
from gesture_app.gui.train.texts import phase_text, time_left_text, use_text
from gesture_app.gui.translation import tr
from gesture_app.gui.widgets.scrolled import scrolled
from gesture_app.gui.widgets.theme import Theme

_STEPS = 1000


class RunPanel(QWidget):
    """Stage, progress and time left above, the accuracy in the middle, the details below.

    Args:
        job: The retraining.
        theme: The current colours.
        parent: Parent widget.
    """

    def __init__(self, job: RetrainJob, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job = job
        self.phase = title("", 1.2)
        self.time_left = muted("")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("Progress"))
        self.cancel_button = QPushButton(tr("&Cancel"))
        self.cancel_button.setToolTip(tr("End training; nothing of it is kept (Esc asks)"))
        self.accuracy = CurvePlot(theme, tr("Accuracy"), is_share=True)
        self.loss = CurvePlot(theme, tr("Loss (how far off it is)"), is_share=False)
        self.log = CollapsibleLog(MAX_LOG_LINES)
        self.details = Details(self.loss, self.log)
        self.note = muted(tr("The model in use goes on meanwhile; play and record as you like."))
        self._lay_out()
        self.cancel_button.clicked.connect(job.cancel)

    def show_job(self) -> None:
        """Show the state of the retraining."""
        job = self._job
        if job.is_cancelling:
            self.phase.setText(tr("Cancelling…"))
            self.time_left.setText(tr("What was begun is cleared away."))
        else:
            self.phase.setText(phase_text(job.progress))
            self.time_left.setText(time_left_text(job.seconds_left))
        self.cancel_button.setEnabled(job.is_running and not job.is_cancelling)
        share = None if job.progress is None or job.is_cancelling else job.progress.share
        self.progress.setRange(0, 0 if share is None else _STEPS)
        self.progress.setValue(0 if share is None else round(share * _STEPS))
        place = fine_tune_start(job.epochs)
        self.accuracy.show_curves(accuracy_curves(job.epochs), place)
        self.loss.show_curves(loss_curves(job.epochs), place)
        self.log.show_lines(tuple(job.log), job.log_count)
        if job.plan is not None:
            self.note.setText(
                tr("{use} The model in use goes on meanwhile; play and record as you like.").format(
                    use=use_text(job.plan)
                )
            )

    def _lay_out(self) -> None:
        card = QFrame()
        card.setObjectName("card")
        texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.addWidget(self.phase)
        texts.addWidget(self.time_left)
        head = QHBoxLayout()
        head.addLayout(texts, 1)
        head.addWidget(self.cancel_button, 0, Qt.AlignmentFlag.AlignVCenter)
        top = QVBoxLayout(card)
        top.setContentsMargins(16, 14, 16, 14)
        top.setSpacing(10)
        top.addLayout(head)
        top.addWidget(self.progress)
        top.addWidget(self.note)
        plots = QFrame()
        plots.setObjectName("card")
        row = QHBoxLayout(plots)
        row.setContentsMargins(16, 12, 16, 10)
        row.addWidget(self.accuracy, 1)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(plots, 1)
        column.addWidget(self.details)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(card)
        layout.addWidget(scrolled(body, tr("Progress and log")), 1)
