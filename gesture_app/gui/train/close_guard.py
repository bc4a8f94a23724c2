"""Question before the window is closed during a training."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow, QMessageBox

from gesture_app.gui.train.retrain_job import RetrainJob
from gesture_app.gui.train.running_question import running_question


class CloseGuard(QObject):
    """Keeps the window open while training runs, and asks whether to cancel it.

    Args:
        job: The retraining.
        window: The window; it is closed after the training was cancelled.
    """

    def __init__(self, job: RetrainJob, window: QMainWindow) -> None:
        super().__init__(window)
        self._job = job
        self._window = window
        self._is_closing = False
        self.box: QMessageBox | None = None
        job.ended.connect(self._on_ended)

    def may_close(self) -> bool:
        """Whether the window may be closed now; shows the question if training runs."""
        if not self._job.is_running:
            return True
        if self.box is None and not self._is_closing:
            self._ask()
        return False

    def _ask(self) -> None:
        box = self.box = running_question(
            self._window,
            "A model is being trained. Keep it running?",
            "If you close the window now, training is cancelled and nothing of it is kept.",
            "&Cancel training and close",
            self._on_close_requested,
        )
        box.finished.connect(self._on_answered)
        box.open()

    def _on_close_requested(self) -> None:
        self._is_closing = True
        self._job.cancel()

    def _on_answered(self) -> None:
        self.box = None
        if self._is_closing and not self._job.is_running:
            self._window.close()

    def _on_ended(self) -> None:
        if self.box is not None:
            box, self.box = self.box, None
            box.close()
        if self._is_closing:
            self._is_closing = False
            self._window.close()
