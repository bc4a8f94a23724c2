"""How the opponents are introduced. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from gesture_app.domain.opponents import OPPONENTS


@dataclass(frozen=True)
class OpponentText:
    """An opponent, for people.

    Attributes:
        title: What it is called.
        description: How it chooses, in one line.
    """

    title: str
    description: str


_TEXTS: Mapping[str, OpponentText] = MappingProxyType(
    {
        "kid": OpponentText("Kid", "Has favourites and repeats itself. Easy to beat."),
        "random": OpponentText("Dice", "Throws by chance alone. Fair; nobody can outsmart it."),
        "frequency": OpponentText("Counter", "Counts your throws and beats your favourite."),
        "markov": OpponentText("Habit hunter", "Learns what you play after what."),
        "mind-reader": OpponentText("Mind reader", "Weighs several ways to read you, and uses the best."),
    }
)


def opponent_text(name: str) -> OpponentText:
    """How an opponent is introduced; one that is not known here by its own name."""
    if name in _TEXTS:
        return _TEXTS[name]
    return OpponentText(name.replace("-", " ").replace("_", " ").capitalize(), "")


def opponent_names() -> tuple[str, ...]:
    """The opponents there are, the easiest first."""
    return tuple(OPPONENTS)
