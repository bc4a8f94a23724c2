"""Question before the window is closed while something runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow, QMessageBox

from gesture_app.domain.message import Message
from gesture_app.gui.train.adding_job import AddingJob
from gesture_app.gui.train.retrain_job import RetrainJob
from gesture_app.gui.train.running_question import running_question
from gesture_app.gui.translation import translated


@dataclass(frozen=True)
class CloseQuestion:
    """Texts of the question: title, question, what closing means, button that closes."""

    title: str
    text: str
    detail: str
    button: str


TRAINING_QUESTION = CloseQuestion(
    Message("Training Is Running"),
    Message("A model is being trained. Keep it running?"),
    Message("If you close the window now, training is cancelled and nothing of it is kept."),
    Message("&Cancel training and close"),
)
ADDING_QUESTION = CloseQuestion(
    Message("Packages Are Being Added"),
    Message("What training needs is being added. Keep going?"),
    Message(
        "If you close the window now, what is only fetched is thrown away. If it is "
        "being installed already, the window closes when that is done."
    ),
    Message("&Cancel and close"),
)


class CloseGuard(QObject):
    """Keeps the window open while a job runs, and asks whether to cancel it.

    Args:
        job: The job.
        window: The window; it is closed after the job was cancelled.
        question: What is asked.
        cancel: Cancels the job so that the window can close; None for its own way.
    """

    def __init__(
        self,
        job: RetrainJob | AddingJob,
        window: QMainWindow,
        question: CloseQuestion = TRAINING_QUESTION,
        *,
        cancel: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(window)
        self._question = question
        self._job = job
        self._cancel = cancel or job.cancel
        self._window = window
        self._is_closing = False
        self.box: QMessageBox | None = None
        job.ended.connect(self._on_ended)

    def may_close(self) -> bool:
        """Whether the window may be closed now; shows the question if the job runs."""
        if not self._job.is_running:
            return True
        if self.box is None and not self._is_closing:
            self._ask()
        return False

    def _ask(self) -> None:
        question = self._question
        box = self.box = running_question(
            self._window,
            translated(question.text),
            translated(question.detail),
            translated(question.button),
            self._on_close_requested,
            title=translated(question.title),
        )
        box.finished.connect(self._on_answered)
        box.open()

    def _on_close_requested(self) -> None:
        self._is_closing = True
        self._cancel()

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
