"""Reads and writes the log of rounds on a background thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from gesture_app.domain.game.rounds import LoggedRound
from gesture_app.domain.ports import RoundLog
from gesture_app.errors import GestureAppError
from gesture_app.gui.background.notices import NoticeKind, Notices, Notification
from gesture_app.gui.background.worker import Finish, Task, Worker, WorkerFullError
from gesture_app.gui.translation import number, tr

KEY = "rounds"
_MOST_WAITING = 256


class RoundLogService(QObject):
    """Holds all rounds that were ever played, and writes new ones to the log on a thread of its own.

    Used in the GUI thread. Errors become notices; a round that could not be written counts until the program ends.

    Attributes:
        rounds: All rounds, oldest first.

    Args:
        log: The log; only the thread uses it.
        notices: Shows errors and results.
        most_waiting: Most tasks that may wait for the disk; further ones are refused with a notice.
        parent: Qt's owner.
    """

    changed = Signal()
    """:attr:`rounds` has changed."""

    kept = Signal(object)
    """This round was just played; :attr:`changed` follows."""

    def __init__(
        self, log: RoundLog, notices: Notices, *, most_waiting: int = _MOST_WAITING, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._log = log
        self._notices = notices
        self._worker = Worker(
            "round-log", tr("The rounds could not be read or written"), most_waiting=most_waiting, parent=self
        )
        self._worker.failed.connect(self._on_failed)
        self._is_loaded = False
        self.rounds: tuple[LoggedRound, ...] = ()

    def load(self) -> None:
        """Read the log, once."""
        if self._is_loaded:
            return
        self._is_loaded = True

        def task() -> Finish:
            rounds = tuple(self._log.read())
            # Rounds may have been finished meanwhile.
            return lambda: self._set_rounds((*rounds, *self.rounds))

        self._run(task)

    def after_reading(self, use: Callable[[tuple[LoggedRound, ...]], None]) -> None:
        """Call a function with all rounds once the log was read, which may be at once."""
        self.load()
        self._run(lambda: lambda: use(self.rounds))

    def keep(self, logged: LoggedRound) -> None:
        """Add a round, and write it to the log."""
        self.load()

        def task() -> Finish:
            self._log.append(logged.record, match_id=logged.match_id, played_at=logged.played_at)
            return lambda: self._notices.withdraw(KEY)

        self._run(task)
        self.kept.emit(logged)
        self._set_rounds((*self.rounds, logged))

    def export(self, path: Path) -> None:
        """Write all rounds to a CSV file; a notice follows."""

        def task() -> Finish:
            count = self._log.export_csv(path)
            title = tr("{count} rounds were written to {path}.", "One round was written to {path}.", count).format(
                count=number(count), path=path
            )
            return lambda: self._notices.show(Notification(NoticeKind.SUCCESS, title, key=KEY))

        self._run(task)

    def rename_person(self, old: str, new: str, then: Callable[[], None]) -> None:
        """Give a person another name in all rounds; ``then`` is called once it is done."""

        def task() -> Finish:
            self._log.rename_person(old, new)
            rounds = tuple(self._log.read())

            def finish() -> None:
                self._set_rounds(rounds)
                then()

            return finish

        self._run(task)

    def erase_person(self, person: str) -> None:
        """Delete a person from all rounds; those with another named person stay without this name."""

        def task() -> Finish:
            self._log.erase_person(person)
            rounds = tuple(self._log.read())
            return lambda: self._set_rounds(rounds)

        self._run(task)

    def erase(self) -> None:
        """Erase all rounds."""
        count = len(self.rounds)

        def task() -> Finish:
            self._log.erase()
            return lambda: self._set_rounds(self.rounds[count:])

        self._run(task)

    def stop(self) -> bool:
        """Write the waiting rounds, and end the thread. Returns False when it is stuck."""
        return self._worker.stop()

    def _set_rounds(self, rounds: tuple[LoggedRound, ...]) -> None:
        self.rounds = rounds
        self.changed.emit()

    def _run(self, task: Task) -> None:
        try:
            self._worker.run(task)
        except WorkerFullError:
            hint = tr("The match goes on. Look whether the disk with your data folder still answers.")
            self._on_failed(GestureAppError(tr("The rounds cannot be written fast enough."), hint=hint))

    def _on_failed(self, error: GestureAppError) -> None:
        self._notices.show(Notification.of_error(error, kind=NoticeKind.WARNING, key=KEY))
