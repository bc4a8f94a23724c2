"""The port for the log of finished rounds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from gesture_app.domain.game.rounds import LoggedRound, RoundRecord


class RoundLog(Protocol):
    """Stores finished rounds. Used from one thread; every failure is a ``GestureAppError`` with a hint."""

    def append(self, record: RoundRecord, *, match_id: str, played_at: str) -> None:
        """Store a round; it survives a crash right after."""
        ...

    def read(self) -> Sequence[LoggedRound]:
        """All stored rounds, oldest first; unreadable lines are left out."""
        ...

    def export_csv(self, path: Path, person: str | None = None) -> int:
        """Write all rounds, or those of a person, as a table for spreadsheets; returns their number."""
        ...

    def rename_person(self, old: str, new: str) -> int:
        """Give a person another name in all rounds; returns how many have changed."""
        ...

    def erase_person(self, person: str) -> int:
        """Delete a person from all rounds (see ``without_person``); returns how many have changed or gone."""
        ...

    def erase(self) -> None:
        """Delete all rounds."""
        ...
