"""Question before a training is cancelled with Esc."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from gesture_app.gui.train.retrain_job import RetrainJob
from gesture_app.gui.train.running_question import running_question
from gesture_app.gui.translation import tr


class CancelQuestion(QObject):
    """Asks whether to cancel the running training; Esc goes on with it.

    Attributes:
        box: The question while it is open.

    Args:
        job: The training.
        page: Parent of the question.
    """

    def __init__(self, job: RetrainJob, page: QWidget) -> None:
        super().__init__(page)
        self._job = job
        self._page = page
        self.box: QMessageBox | None = None
        job.ended.connect(self._close)

    def ask(self) -> None:
        """Open the question, unless it is open."""
        if self.box is not None or not self._job.is_running or self._job.is_cancelling:
            return
        box = self.box = running_question(
            self._page.window(),
            tr("Cancel the training?"),
            tr("Nothing of it is kept, and the model in use stays."),
            tr("&Cancel training"),
            self._job.cancel,
        )
        box.finished.connect(self._on_answered)
        box.open()

    def _on_answered(self) -> None:
        self.box = None

    def _close(self) -> None:
        if self.box is not None:
            box, self.box = self.box, None
            box.close()
