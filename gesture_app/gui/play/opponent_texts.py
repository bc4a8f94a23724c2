"""How the opponents are introduced. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from gesture_app.domain.game.opponents import OPPONENTS, opponent_named


@dataclass(frozen=True)
class OpponentText:
    """An opponent, for people.

    Attributes:
        title: What it is called.
        description: How it chooses, in one line.
    """

    title: str
    description: str


_TITLES: Mapping[str, str] = MappingProxyType(
    {
        "kid": "Kid",
        "random": "Dice",
        "frequency": "Counter",
        "markov": "Habit hunter",
        "mind-reader": "Mind reader",
    }
)


def opponent_text(name: str) -> OpponentText:
    """How an opponent is introduced; one without a title by its own name, one that is gone without a description."""
    title = _TITLES.get(name, name.replace("-", " ").capitalize())
    return OpponentText(title, opponent_named(name).description if name in OPPONENTS else "")


def opponent_names() -> tuple[str, ...]:
    """The opponents there are, the easiest first."""
    return tuple(OPPONENTS)
