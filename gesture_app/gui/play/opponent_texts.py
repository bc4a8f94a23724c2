"""Names and descriptions of the opponents. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from gesture_app.domain.game.opponents import OPPONENTS, opponent_named
from gesture_app.domain.message import Message
from gesture_app.gui.translation import translated


@dataclass(frozen=True)
class OpponentText:
    """Texts about an opponent.

    Attributes:
        title: Its name.
        description: How it chooses, in one line.
    """

    title: str
    description: str


_TITLES: Mapping[str, str] = MappingProxyType(
    {
        "kid": Message("Kid"),
        "random": Message("Dice"),
        "frequency": Message("Counter"),
        "markov": Message("Habit hunter"),
        "mind-reader": Message("Mind reader"),
    }
)


def opponent_text(name: str) -> OpponentText:
    """Texts about an opponent; without a title here its own name, without an opponent no description."""
    title = _TITLES.get(name, name.replace("-", " ").capitalize())
    description = opponent_named(name).description if name in OPPONENTS else ""
    return OpponentText(translated(title), translated(description))


def opponent_names() -> tuple[str, ...]:
    """Short names of all opponents, the easiest first."""
    return tuple(OPPONENTS)
