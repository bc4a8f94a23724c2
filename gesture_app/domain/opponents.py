"""How the computer chooses its throws."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from gesture_app.domain.rules import RuleTable


@dataclass(frozen=True)
class PastRound:
    """One finished round, as an opponent remembers it: what the player threw, and what the computer threw."""

    player: str
    computer: str


class Opponent(Protocol):
    """Chooses the computer's throws. Sees only finished rounds, so it cannot see the throw it plays against."""

    @property
    def name(self) -> str:
        """Short name, as in ``--opponent`` and in saved rounds."""
        ...

    def choose(self, history: Sequence[PastRound], rules: RuleTable, rng: random.Random) -> str:
        """The next throw.

        Args:
            history: All finished rounds against this player, oldest first.
            rules: The game played.
            rng: The only source of chance.
        """
        ...


class FairRandom:
    """Every throw is as likely as any other: nobody can beat it, and it beats nobody."""

    name = "random"

    def choose(self, history: Sequence[PastRound], rules: RuleTable, rng: random.Random) -> str:
        """See :class:`Opponent`."""
        del history
        return rng.choice(rules.gestures)


OPPONENTS: Mapping[str, Callable[[], Opponent]] = MappingProxyType({FairRandom.name: FairRandom})
"""How to make each opponent, by name, from the easiest to the hardest."""


def opponent_named(name: str) -> Opponent:
    """A new opponent.

    Raises:
        ValueError: If there is none of this name.
    """
    if name not in OPPONENTS:
        raise ValueError(f"there is no opponent {name!r}; there are {', '.join(OPPONENTS)}")
    return OPPONENTS[name]()
