"""Lets opponents learn the rounds of earlier days on a background thread."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from gesture_app.domain.game.opponents import Opponent, PastRound, opponent_named
from gesture_app.domain.game.rules import RuleTable
from gesture_app.errors import GestureAppError
from gesture_app.gui.background.notices import NoticeKind, Notices, Notification
from gesture_app.gui.background.worker import Finish, Worker
from gesture_app.gui.translation import tr

KEY = "opponent"

_Key = tuple[str, str, str]
"""Name of the opponent, of the rules and of the person."""

_AT_ONCE = 12
"""New rounds that an opponent learns within a few milliseconds, in the GUI thread."""


class OpponentService(QObject):
    """Holds the opponents that have played, so that they learn only the new rounds.

    Used in the GUI thread. An opponent learns many rounds on a thread of the service, where no match uses it yet.

    Args:
        notices: Shows errors.
        make_opponent: Makes an opponent from its name.
        parent: Qt's owner.
    """

    ready = Signal()
    """The opponent that was asked for last has learnt its rounds."""

    failed = Signal()
    """The opponent that was asked for last could not learn; a notice says why."""

    def __init__(
        self,
        notices: Notices,
        *,
        make_opponent: Callable[[str], Opponent] = opponent_named,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._notices = notices
        self._make_opponent = make_opponent
        self._opponents: dict[_Key, tuple[Opponent, int]] = {}
        self._worker = Worker("opponent", tr("The opponent could not get ready"), parent=self)

    @property
    def is_teaching(self) -> bool:
        """Whether an opponent is learning."""
        return self._worker.is_busy

    def call(self, name: str, rules: RuleTable, history: Sequence[PastRound], person: str = "") -> Opponent | None:
        """The opponent, or None while it learns; :attr:`ready` or :attr:`failed` follows then.

        Args:
            name: The opponent's name.
            rules: The rules of the match.
            history: Rounds to learn from, oldest first.
            person: Name of the person whose rounds they are.
        """
        if self.is_teaching:
            return None
        key = (name, rules.name, person)
        known_opponent, known_count = self._opponents.get(key, (None, 0))
        opponent = known_opponent or self._make_opponent(name)
        if len(history) - known_count <= _AT_ONCE:
            self._opponents[key] = (opponent, len(history))
            return opponent

        def teach() -> Finish:
            # Opponents learn when they choose; this throw is not played.
            opponent.choose(history, rules, random.Random(0))
            return lambda: self._on_taught(key, opponent, len(history))

        self._worker.run(teach, self._on_failed)
        return None

    def stop(self) -> bool:
        """End the thread. Returns False when it is stuck."""
        return self._worker.stop()

    def _on_taught(self, key: _Key, opponent: Opponent, count: int) -> None:
        self._opponents[key] = (opponent, count)
        self._notices.withdraw(KEY)
        self.ready.emit()

    def _on_failed(self, error: GestureAppError) -> None:
        self._notices.show(Notification.of_error(error, kind=NoticeKind.WARNING, key=KEY))
        self.failed.emit()
