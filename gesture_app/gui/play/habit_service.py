"""Computes the habits of the player in the background."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from gesture_app.domain.game.habits import Habits
from gesture_app.domain.game.rounds import LoggedRound
from gesture_app.domain.game.rules import RuleTable
from gesture_app.gui.background.notices import NoticeKind, Notices, Notification
from gesture_app.gui.background.worker import Finish, Worker
from gesture_app.gui.translation import tr

KEY = "habits"


class HabitService(QObject):
    """Computes habits on a thread of its own: the mind reader's guesses would stop the window for a tenth of a second.

    Args:
        notices: Shows errors.
        parent: Qt's owner.
    """

    ready = Signal(object)
    """The :class:`Habits` that were asked for last."""

    def __init__(self, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = Worker("habits", tr("The habits could not be computed"), parent=self)
        self._worker.failed.connect(
            lambda error: notices.show(Notification.of_error(error, kind=NoticeKind.WARNING, key=KEY))
        )
        self._asked: tuple[Sequence[LoggedRound], RuleTable, str] | None = None

    def compute(self, rounds: Sequence[LoggedRound], rules: RuleTable, person: str) -> None:
        """Compute the habits of a person in a game; the same question is answered once."""
        asked = (rounds, rules, person)
        if asked == self._asked:
            return
        self._asked = asked

        def task() -> Finish:
            habits = Habits.of(rounds, rules, person)
            return lambda: self._finish(asked, habits)

        self._worker.run(task)

    def stop(self) -> bool:
        """End the thread. Returns False when it is stuck."""
        return self._worker.stop()

    def _finish(self, asked: object, habits: Habits) -> None:
        if asked is self._asked:
            self.ready.emit(habits)
