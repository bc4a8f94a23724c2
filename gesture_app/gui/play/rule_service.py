"""The own rules of the user, written in the background."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from gesture_app.domain.game.rules import RuleTable
from gesture_app.gui.background.notices import Action, NoticeKind, Notices, Notification
from gesture_app.gui.background.worker import Finish, Worker
from gesture_app.gui.translation import tr
from gesture_app.storage.rule_files import RuleFolder

KEY = "rules"


class RuleService(QObject):
    """Knows the own games, and saves and removes them. Used in the GUI thread; errors become notices.

    Attributes:
        own: The own games, in alphabetical order of their names.

    Args:
        folder: The own games on the disk; read once at the beginning, then only used by the thread.
        notices: Shows errors, and offers to undo.
        parent: Qt's owner.
    """

    changed = Signal()

    def __init__(self, folder: RuleFolder, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._notices = notices
        self._worker = Worker("rules", tr("The own rules could not be written"), parent=self)
        self._worker.failed.connect(lambda error: notices.show(Notification.of_error(error, key=KEY)))
        self.own: tuple[RuleTable, ...] = folder.read()

    def named(self, name: str) -> RuleTable | None:
        """The own game of a name; None if there is none."""
        return next((rules for rules in self.own if rules.name == name), None)

    def save(self, rules: RuleTable, then: Callable[[], None] = lambda: None) -> None:
        """Save a game; one of the same name is replaced.

        Args:
            rules: The game.
            then: Called once it is saved.
        """

        def task() -> Finish:
            self._folder.save(rules)
            own = self._folder.read()
            return lambda: self._show(own, then)

        self._worker.run(task)

    def remove(self, name: str) -> None:
        """Delete a game; a notice offers to undo it."""
        rules = self.named(name)
        if rules is None:
            return

        def task() -> Finish:
            self._folder.remove(name)
            own = self._folder.read()
            return lambda: self._show(own, lambda: self._offer_undo(rules))

        self._worker.run(task)

    def stop(self) -> bool:
        """Write what is waiting, and end the thread. Returns False when it is stuck."""
        return self._worker.stop()

    def _show(self, own: tuple[RuleTable, ...], then: Callable[[], None]) -> None:
        self.own = own
        self.changed.emit()
        then()

    def _offer_undo(self, rules: RuleTable) -> None:
        title = tr("The game {title} was deleted. Its rounds stay.").format(title=rules.title)
        undo = Action(tr("Undo"), lambda: self.save(rules))
        self._notices.show(Notification(NoticeKind.SUCCESS, title, actions=(undo,), key=KEY))
