"""Keeps the achievements of the first player up to date, and announces new ones."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from gesture_app.domain.game.achievements import Achieved, AchievementBook
from gesture_app.domain.game.rounds import LoggedRound
from gesture_app.errors import GestureAppError
from gesture_app.gui.background.notices import NoticeKind, Notices, Notification
from gesture_app.gui.background.preferences import Preferences
from gesture_app.gui.background.worker import Finish, Worker
from gesture_app.gui.play.round_log_service import RoundLogService
from gesture_app.gui.translation import tr, translated

KEY = "achievement"


class AchievementService(QObject):
    """Counts earlier rounds on a thread of its own, and each new one at once. Used in the GUI thread.

    Attributes:
        achieved: The achievements of the player, by name.

    Args:
        rounds: The rounds.
        preferences: Says who plays.
        notices: Shows new achievements.
        parent: Qt's owner.
    """

    changed = Signal()

    def __init__(
        self, rounds: RoundLogService, preferences: Preferences, notices: Notices, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._rounds = rounds
        self._preferences = preferences
        self._notices = notices
        self._worker = Worker("achievements", tr("The achievements could not be counted"), parent=self)
        self._worker.failed.connect(self._on_failed)
        self._book = AchievementBook(preferences.settings.play.people[0])
        self._counted: tuple[LoggedRound, ...] = ()
        self._is_counting = False
        self._newest: LoggedRound | None = None
        self.achieved: dict[str, Achieved] = {}
        rounds.kept.connect(self._on_kept)
        rounds.changed.connect(self._follow)
        preferences.changed.connect(self._follow)

    def stop(self) -> bool:
        """End the thread. Returns False when it is stuck."""
        return self._worker.stop()

    def _on_kept(self, logged: LoggedRound) -> None:
        self._newest = logged

    def _follow(self) -> None:
        """Count the rounds that are new; all of them for another person, or if earlier ones have changed."""
        rounds, person = self._rounds.rounds, self._preferences.settings.play.people[0]
        if self._is_counting:
            return
        count = len(self._counted)
        is_longer = len(rounds) >= count and (not count or rounds[count - 1] is self._counted[-1])
        if person != self._book.person or not is_longer or len(rounds) > count + 1:
            self._count_all(rounds, person)
        elif len(rounds) == count + 1:
            self._counted = rounds
            new = self._book.add(rounds[-1])
            self._show()
            for one in new if rounds[-1] is self._newest else ():
                self._announce(one)

    def _count_all(self, rounds: tuple[LoggedRound, ...], person: str) -> None:
        self._is_counting = True

        def task() -> Finish:
            book = AchievementBook(person)
            for logged in rounds:
                book.add(logged)
            return lambda: self._on_counted(book, rounds)

        self._worker.run(task)

    def _on_counted(self, book: AchievementBook, rounds: tuple[LoggedRound, ...]) -> None:
        self._is_counting = False
        self._book, self._counted = book, rounds
        self._show()
        self._follow()

    def _show(self) -> None:
        achieved = {one.achievement.name: one for one in self._book.achieved}
        if achieved != self.achieved:
            self.achieved = achieved
            self.changed.emit()

    def _announce(self, one: Achieved) -> None:
        title = tr("Achieved: {title}").format(title=translated(one.achievement.title))
        lesson = translated(one.achievement.lesson)
        self._notices.show(Notification(NoticeKind.SUCCESS, title, lesson, key=f"{KEY}-{one.achievement.name}"))

    def _on_failed(self, error: GestureAppError) -> None:
        self._is_counting = False
        self._notices.show(Notification.of_error(error, kind=NoticeKind.WARNING, key=KEY))
