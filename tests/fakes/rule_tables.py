"""Rule tables that the program does not come with."""

from __future__ import annotations

from gesture_app.domain.game.rules import RuleTable

WITH_WELL = RuleTable(
    "with-well",
    {
        "rock": {"scissors": "crushes"},
        "paper": {"rock": "covers", "well": "covers"},
        "scissors": {"paper": "cuts"},
        "well": {"rock": "swallows", "scissors": "swallows"},
    },
    title="With well",
)
"""Four gestures, two of which beat two of the others, and two of which beat one."""


def of_size(size: int) -> RuleTable:
    """A game of so many gestures, each of which beats about half of the others."""
    names = [f"gesture {number}" for number in range(size)]
    beats: dict[str, dict[str, str]] = {name: {} for name in names}
    for a in range(size):
        for b in range(a + 1, size):
            winner, loser = (a, b) if (b - a) % 2 else (b, a)
            beats[names[winner]][names[loser]] = "beats"
    return RuleTable(f"{size} gestures", beats)
