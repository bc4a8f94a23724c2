"""Bar with the progress of an import or export."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from gesture_app.gui.collect.exchange_job import ExchangeJob
from gesture_app.gui.collect.texts import import_progress
from gesture_app.gui.translation import tr


class ExchangeBar(QFrame):
    """Text, progress bar and stop button; hidden while no job runs.

    Args:
        job: The import or export job.
        parent: Parent widget.
    """

    def __init__(self, job: ExchangeJob, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job = job
        self.text = QLabel()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.cancel_button = QPushButton(tr("Stop"))
        self.setObjectName("card")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(12)
        row.addWidget(self.text, 2)
        row.addWidget(self.progress, 1)
        row.addWidget(self.cancel_button)
        self.hide()
        self.cancel_button.clicked.connect(job.cancel)
        job.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        job = self._job
        self.setVisible(job.is_running)
        is_import = job.kind == "import"
        text = import_progress(job.tally) if is_import else tr("Exporting…")
        self.text.setText(tr("Stopping…") if job.is_running and job.is_cancelled else text)
        self.cancel_button.setVisible(is_import)
        expected = job.tally.expected if job.tally is not None else None
        self.progress.setRange(0, expected or 0)
        self.progress.setValue(job.tally.seen if job.tally is not None else 0)
