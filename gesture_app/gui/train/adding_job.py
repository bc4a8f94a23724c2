"""Adding what training needs, on a background thread."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from gesture_app.errors import GestureAppError
from gesture_app.gui.background.notices import Action, NoticeKind, Notices, Notification
from gesture_app.gui.background.worker import Finish, Worker
from gesture_app.gui.train.adding_texts import CANCELLED, added_text
from gesture_app.gui.translation import tr
from gesture_app.installation.requirements import TrainingSize, size_of
from gesture_app.installation.run import MOST_LINES, AddingPhase, AddingProgress, Ending, Listener
from gesture_app.installation.training_packages import TrainingPackages

KEY = "training-packages"

_STOP_S = 12.0


class AddingJob(QObject):
    """Adds what training needs when asked to, and shows a notice of the result. Used in the GUI thread.

    Attributes:
        missing: The missing requirements, as found by the last :meth:`refresh`.
        obstacle: Reason why they cannot be added here; empty if they can.
        progress: The last reported progress; None before the first.
        error: The error of the last try; None if there is none.
        log: The last lines of the installer's output.
        log_count: Number of lines of the output.
        is_cancelling: Whether the running job was cancelled.
        is_result_visible: Returns whether the page shows :attr:`error`, so that no notice is needed.

    Args:
        packages: Finds out what is missing, and adds it.
        notices: Shows the result.
        parent: Parent object.
    """

    changed = Signal()
    """Something else is missing, or the job began, made progress, or ended."""

    ended = Signal(object)
    """The job ended: None if all is there, an ``Ending``, or a ``GestureAppError``."""

    show_requested = Signal()
    """The user wants to see the error."""

    _progressed = Signal()

    def __init__(self, packages: TrainingPackages, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._packages = packages
        self._notices = notices
        self._worker = Worker("training-packages", tr("What training needs could not be added"), parent=self)
        self._cancel, self._leave = threading.Event(), threading.Event()
        self._lock = threading.Lock()
        self._news: list[AddingProgress | str] = []
        self.missing: tuple[str, ...] = ()
        self.obstacle = ""
        self.progress: AddingProgress | None = None
        self.error: GestureAppError | None = None
        self.log: deque[str] = deque(maxlen=MOST_LINES)
        self.log_count = 0
        self.is_result_visible: Callable[[], bool] = lambda: False
        self._progressed.connect(self._on_progressed, Qt.ConnectionType.QueuedConnection)

    @property
    def is_running(self) -> bool:
        """Whether packages are being added."""
        return self._worker.is_busy

    @property
    def is_cancelling(self) -> bool:
        """Whether the running job was cancelled."""
        return self.is_running and self._cancel.is_set()

    @property
    def can_be_cancelled(self) -> bool:
        """Whether :meth:`cancel` has an effect now: packages are fetched, not yet installed."""
        is_fetching = self.progress is None or self.progress.phase is AddingPhase.FETCH
        return self.is_running and is_fetching and not self.is_cancelling

    @property
    def size(self) -> TrainingSize:
        """Size of what is missing."""
        return size_of(self.missing)

    def refresh(self) -> None:
        """Find out what is missing. Takes some milliseconds."""
        if self.is_running:
            return
        found = (self._packages.missing(), self._packages.obstacle)
        if found != (self.missing, self.obstacle):
            self.missing, self.obstacle = found
            self.changed.emit()

    def start(self) -> None:
        """Begin to add what is missing; has no effect while that is going on."""
        if self.is_running:
            return
        self._cancel.clear()
        self.progress = self.error = None
        self.log.clear()
        self.log_count = 0
        self._notices.withdraw(KEY)
        self._worker.run(self._add, self._on_failed)
        self.changed.emit()

    def cancel(self) -> None:
        """End the job while packages are fetched; what was fetched is removed."""
        self._cancel.set()
        self.changed.emit()

    def stop(self) -> bool:
        """End the job; an installation that has begun goes on by itself. Returns False if the thread is stuck."""
        self._cancel.set()
        self._leave.set()
        return self._worker.stop(_STOP_S)

    def _add(self) -> Finish:
        """Add what is missing; runs on the worker's thread."""
        listener = Listener(self._tell, self._tell, self._cancel.is_set, self._leave.is_set)
        return partial(self._on_ended, self._packages.add(listener))

    def _tell(self, news: AddingProgress | str) -> None:
        with self._lock:
            self._news.append(news)
            is_first = len(self._news) == 1
        if is_first:
            self._progressed.emit()

    def _on_progressed(self) -> None:
        with self._lock:
            news, self._news = self._news, []
        for one in news:
            if isinstance(one, str):
                self.log.append(one)
                self.log_count += 1
            else:
                self.progress = one
        self.changed.emit()

    def _on_ended(self, ending: Ending | None) -> None:
        names = self.missing
        self.refresh()
        if ending is None:
            self._notices.show(Notification(NoticeKind.SUCCESS, added_text(names), key=KEY))
        elif ending is Ending.CANCELLED:
            self._notices.show(Notification(NoticeKind.INFO, CANCELLED, key=KEY))
        self.ended.emit(ending)
        self.changed.emit()

    def _on_failed(self, error: GestureAppError) -> None:
        self.error = error
        self.refresh()
        if not self.is_result_visible():
            show = Action(tr("Show"), self.show_requested.emit)
            self._notices.show(Notification.of_error(error, key=KEY, actions=(show,)))
        self.ended.emit(error)
        self.changed.emit()
