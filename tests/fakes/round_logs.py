"""A log of rounds in memory."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from gesture_app.domain.game.player_history import renamed, without_person
from gesture_app.domain.game.rounds import LoggedRound, RoundRecord
from gesture_app.errors import GestureAppError


class InMemoryRoundLog:
    """Rounds in memory; ``error`` is raised as long as it is set."""

    def __init__(self, *rounds: LoggedRound) -> None:
        self.rounds: list[LoggedRound] = list(rounds)
        self.error: GestureAppError | None = None
        self.exported: list[Path] = []
        self.reads = 0

    def append(self, record: RoundRecord, *, match_id: str, played_at: str) -> None:
        self._fail()
        self.rounds.append(LoggedRound(match_id, played_at, record))

    def read(self) -> Sequence[LoggedRound]:
        self._fail()
        self.reads += 1
        return tuple(self.rounds)

    def export_csv(self, path: Path, person: str | None = None) -> int:
        self._fail()
        self.exported.append(path)
        return len(self.rounds)

    def rename_person(self, old: str, new: str) -> int:
        self._fail()
        self.rounds = [renamed(logged, old, new) for logged in self.rounds]
        return len(self.rounds)

    def erase_person(self, person: str) -> int:
        self._fail()
        left = [without_person(logged, person) for logged in self.rounds]
        self.rounds = [logged for logged in left if logged is not None]
        return len(left)

    def erase(self) -> None:
        self._fail()
        self.rounds.clear()

    def _fail(self) -> None:
        if self.error is not None:
            raise self.error
