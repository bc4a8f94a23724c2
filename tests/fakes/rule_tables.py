"""Rule tables that the program does not come with."""

from __future__ import annotations

from gesture_app.domain.game.rules import WITH_WELL, RuleTable

__all__ = ["WITH_WELL", "of_size"]


def of_size(size: int) -> RuleTable:
    """A game of so many gestures, each of which beats about half of the others."""
    names = [f"gesture {number}" for number in range(size)]
    beats: dict[str, dict[str, str]] = {name: {} for name in names}
    for a in range(size):
        for b in range(a + 1, size):
            winner, loser = (a, b) if (b - a) % 2 else (b, a)
            beats[names[winner]][names[loser]] = "beats"
    return RuleTable(f"{size} gestures", beats)
