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

    def export_csv(self, path: Path) -> int:
        """Write all rounds as a table for spreadsheets; returns their number."""
        ...

    def erase(self) -> None:
        """Delete all rounds."""
        ...
