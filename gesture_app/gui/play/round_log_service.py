"""Keeps finished rounds without making the window wait for the disk."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from gesture_app.domain.game.rounds import LoggedRound, RoundLog
from gesture_app.errors import GestureAppError
from gesture_app.gui.background.notices import NoticeKind, Notices, Notification

KEY = "rounds"
_WAITING_MOST = 256
_STOP_S = 5.0


@dataclass(frozen=True)
class _Done:
    """What came of one task.

    Attributes:
        finish: Called in the GUI thread where the task succeeded.
        error: Why it failed.
    """

    finish: Callable[[], None] = lambda: None
    error: GestureAppError | None = None


_Task = Callable[[], Callable[[], None]]
"""Works with the log; returns what is left to do in the GUI thread."""


class RoundLogService(QObject):
    """Hands rounds to a thread of its own that writes them, and knows all rounds that were ever played.

    Trouble becomes a notice and stops nothing: rounds that could not be written count until the program ends.
    Used in the GUI thread.

    Args:
        log: Where the rounds are kept; used by the thread alone.
        notices: Where trouble is told.
        parent: Qt's owner.
    """

    changed = Signal()
    """The rounds are others."""

    _done = Signal(object)

    def __init__(self, log: RoundLog, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self._notices = notices
        self._tasks: queue.Queue[_Task | None] = queue.Queue(_WAITING_MOST)
        self._thread: threading.Thread | None = None
        self._is_loaded = False
        self.rounds: tuple[LoggedRound, ...] = ()
        self._done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)

    def load(self) -> None:
        """Read the rounds of earlier days, once."""
        if self._is_loaded:
            return
        self._is_loaded = True

        def task() -> Callable[[], None]:
            rounds = tuple(self._log.read())
            # Rounds may have been finished meanwhile.
            return lambda: self._set_rounds((*rounds, *self.rounds))

        self._ask(task)

    def keep(self, logged: LoggedRound) -> None:
        """Keep a round."""
        self.load()

        def task() -> Callable[[], None]:
            self._log.append(logged.record, match_id=logged.match_id, played_at=logged.played_at)
            return lambda: self._notices.withdraw(KEY)

        self._ask(task)
        self._set_rounds((*self.rounds, logged))

    def export(self, path: Path) -> None:
        """Write all rounds as a table, and tell that it is done."""

        def task() -> Callable[[], None]:
            count = self._log.export_csv(path)
            title = f"{count} rounds were written to {path}." if count != 1 else f"One round was written to {path}."
            return lambda: self._notices.show(Notification(NoticeKind.SUCCESS, title, key=KEY))

        self._ask(task)

    def erase(self) -> None:
        """Forget all rounds."""
        count = len(self.rounds)

        def task() -> Callable[[], None]:
            self._log.erase()
            return lambda: self._set_rounds(self.rounds[count:])

        self._ask(task)

    def stop(self) -> bool:
        """Write what is waiting, and end the thread. Returns False when it is stuck."""
        if self._thread is None:
            return True
        try:
            self._tasks.put(None, timeout=_STOP_S)
        except queue.Full:
            return False
        self._thread.join(_STOP_S)
        is_stopped = not self._thread.is_alive()
        self._thread = None
        return is_stopped

    def _set_rounds(self, rounds: tuple[LoggedRound, ...]) -> None:
        self.rounds = rounds
        self.changed.emit()

    def _ask(self, task: _Task) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="round-log", daemon=True)
            self._thread.start()
        try:
            self._tasks.put_nowait(task)
        except queue.Full:
            hint = "The match goes on. Look whether the disk with your data folder still answers."
            self._on_done(_Done(error=GestureAppError("The rounds cannot be written fast enough.", hint=hint)))

    def _work(self) -> None:
        while (task := self._tasks.get()) is not None:
            try:
                done = _Done(finish=task())
            except GestureAppError as error:
                done = _Done(error=error)
            self._done.emit(done)

    def _on_done(self, done: _Done) -> None:
        if done.error is None:
            done.finish()
        else:
            self._notices.show(Notification.of_error(done.error, kind=NoticeKind.WARNING, key=KEY))
