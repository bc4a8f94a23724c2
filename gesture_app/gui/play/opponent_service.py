"""Where opponents get to know the rounds of earlier days, without making the window wait."""

from __future__ import annotations

import random
import threading
from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal

from gesture_app.domain.game.opponents import Opponent, PastRound, opponent_named
from gesture_app.domain.game.rules import RuleTable

_AT_ONCE = 12
"""As many rounds are learnt within a few milliseconds."""

_STOP_S = 5.0


class OpponentService(QObject):
    """Keeps the opponents that have played, so that they need to learn only what is new.

    Used in the GUI thread; a thread of its own teaches an opponent that nobody plays against yet.

    Args:
        parent: Qt's owner.
    """

    ready = Signal()
    """The opponent that was called last knows what there is to know."""

    _taught = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opponents: dict[tuple[str, str], tuple[Opponent, int]] = {}
        self._teacher: threading.Thread | None = None
        self._taught.connect(self._on_taught, Qt.ConnectionType.QueuedConnection)

    @property
    def is_teaching(self) -> bool:
        """Whether an opponent is still learning."""
        return self._teacher is not None

    def call(self, name: str, rules: RuleTable, history: Sequence[PastRound]) -> Opponent | None:
        """The opponent, if it is ready; otherwise None, and :attr:`ready` follows.

        Args:
            name: Which opponent.
            rules: What is played.
            history: The rounds that it may learn from, oldest first.
        """
        if self.is_teaching:
            return None
        key = (name, rules.name)
        opponent, known = self._opponents.get(key, (None, 0))
        if opponent is None:
            opponent = opponent_named(name)
        if len(history) - known <= _AT_ONCE:
            self._opponents[key] = (opponent, len(history))
            return opponent

        def teach() -> None:
            # What it would choose is not used: asking is what makes it learn.
            opponent.choose(history, rules, random.Random(0))
            self._taught.emit((key, opponent, len(history)))

        self._teacher = threading.Thread(target=teach, name="opponent", daemon=True)
        self._teacher.start()
        return None

    def stop(self) -> bool:
        """Wait for the thread. Returns False when it is stuck."""
        if self._teacher is None:
            return True
        self._teacher.join(_STOP_S)
        return not self._teacher.is_alive()

    def _on_taught(self, taught: tuple[tuple[str, str], Opponent, int]) -> None:
        key, opponent, known = taught
        if self._teacher is not None:
            self._teacher.join()
        self._teacher = None
        self._opponents[key] = (opponent, known)
        self.ready.emit()
