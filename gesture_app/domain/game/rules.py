"""Which gesture beats which, and with what verb. Rules are data: any balanced table of an odd size will do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from itertools import combinations
from types import MappingProxyType

from gesture_app.domain.frames.gestures import LIZARD, NONE, PAPER, ROCK, SCISSORS, SPOCK, display_name


class RoundOutcome(Enum):
    """How a round ended, as the first player sees it."""

    WIN = "win"
    LOSE = "lose"
    DRAW = "draw"

    @property
    def reversed(self) -> RoundOutcome:
        """The same round as the second player sees it."""
        return {
            RoundOutcome.WIN: RoundOutcome.LOSE,
            RoundOutcome.LOSE: RoundOutcome.WIN,
            RoundOutcome.DRAW: RoundOutcome.DRAW,
        }[self]


@dataclass(frozen=True)
class RuleTable:
    """A game of the rock-paper-scissors family.

    Attributes:
        name: Short name, as in ``--rules`` and in saved rounds.
        beats: For each gesture the gestures that it beats, with the verb: ``beats["rock"]["scissors"] == "crushes"``.
            The order of its keys is the order in which the countdown calls them.

    Raises:
        ValueError: If the table is no fair game; the message says what is wrong.
    """

    name: str
    beats: Mapping[str, Mapping[str, str]]

    def __post_init__(self) -> None:
        frozen = {winner: MappingProxyType(dict(losers)) for winner, losers in self.beats.items()}
        object.__setattr__(self, "beats", MappingProxyType(frozen))
        _check(self.name, self.beats)

    def __hash__(self) -> int:
        return hash((self.name, self.gestures))

    @classmethod
    def from_mapping(cls, name: str, beats: Mapping[str, Mapping[str, str]]) -> RuleTable:
        """A table from plain mappings, such as a file's; see the class for what is refused.

        Raises:
            ValueError: If the table is no fair game, or is not made of texts.
        """
        try:
            table = {winner: dict(losers) for winner, losers in beats.items()}
        except (AttributeError, TypeError, ValueError):
            raise ValueError(f"a rule table maps each gesture to what it beats and how, got {beats!r}") from None
        return cls(name, table)

    @property
    def gestures(self) -> tuple[str, ...]:
        """The throws, in the order in which the countdown calls them."""
        return tuple(self.beats)

    def outcome(self, a: str, b: str) -> RoundOutcome:
        """How ``a`` fares against ``b``.

        Raises:
            KeyError: If one of them is no throw of this game.
        """
        self._require(a, b)
        if a == b:
            return RoundOutcome.DRAW
        return RoundOutcome.WIN if b in self.beats[a] else RoundOutcome.LOSE

    def reason(self, a: str, b: str) -> str:
        """Why, in words, winner first: ``"lizard poisons Spock"``; for a draw ``"both threw rock"``.

        Raises:
            KeyError: If one of them is no throw of this game.
        """
        outcome = self.outcome(a, b)
        if outcome is RoundOutcome.DRAW:
            return f"both threw {display_name(a)}"
        winner, loser = (a, b) if outcome is RoundOutcome.WIN else (b, a)
        return f"{display_name(winner)} {self.beats[winner][loser]} {display_name(loser)}"

    def winners_against(self, gesture: str) -> tuple[str, ...]:
        """The throws that beat ``gesture``, in the order of :attr:`gestures`.

        Raises:
            KeyError: If it is no throw of this game.
        """
        self._require(gesture)
        return tuple(winner for winner, losers in self.beats.items() if gesture in losers)

    def _require(self, *gestures: str) -> None:
        for gesture in gestures:
            if gesture not in self.beats:
                raise KeyError(f"{gesture!r} is no throw of {self.name}: {', '.join(self.gestures)}")


def _check(name: str, beats: Mapping[str, Mapping[str, str]]) -> None:
    """Refuse what is no fair game; the first fault found is the one told."""
    gestures = tuple(beats)
    if not name:
        raise ValueError("a rule table needs a name")
    if NONE in gestures or any(NONE in losers for losers in beats.values()):
        raise ValueError(f'"{NONE}" is never a throw')
    if any(not isinstance(gesture, str) or not gesture or gesture != gesture.strip() for gesture in gestures):
        raise ValueError(f"gestures must be non-empty texts without outer spaces, got {gestures}")
    if len(gestures) < 3 or len(gestures) % 2 == 0:
        raise ValueError(f"a balanced game needs an odd number of gestures, 3 or more, got {len(gestures)}")
    for winner, losers in beats.items():
        _check_wins(winner, losers, gestures)
    _check_balance(beats)


def _check_wins(winner: str, losers: Mapping[str, str], gestures: tuple[str, ...]) -> None:
    for loser, verb in losers.items():
        if loser not in gestures:
            raise ValueError(f"{winner} beats {loser!r}, which is not one of {', '.join(gestures)}")
        if loser == winner:
            raise ValueError(f"{winner} cannot beat itself")
        if not isinstance(verb, str) or not verb.strip():
            raise ValueError(f"{winner} beats {loser} without a verb")


def _check_balance(beats: Mapping[str, Mapping[str, str]]) -> None:
    for a, b in combinations(beats, 2):
        if (b in beats[a]) and (a in beats[b]):
            raise ValueError(f"{a} and {b} beat each other")
        if b not in beats[a] and a not in beats[b]:
            raise ValueError(f"nothing is said about {a} against {b}")
    half = len(beats) // 2
    for gesture, losers in beats.items():
        if len(losers) != half:
            raise ValueError(f"the game is not balanced: {gesture} beats {len(losers)} of the others, not {half}")


CLASSIC = RuleTable(
    "classic",
    {ROCK: {SCISSORS: "crushes"}, PAPER: {ROCK: "covers"}, SCISSORS: {PAPER: "cuts"}},
)
"""Three gestures."""

LIZARD_SPOCK = RuleTable(
    "lizard-spock",
    {
        ROCK: {SCISSORS: "crushes", LIZARD: "crushes"},
        PAPER: {ROCK: "covers", SPOCK: "disproves"},
        SCISSORS: {PAPER: "cuts", LIZARD: "decapitates"},
        LIZARD: {PAPER: "eats", SPOCK: "poisons"},
        SPOCK: {ROCK: "vaporizes", SCISSORS: "smashes"},
    },
)
"""Five gestures. Source: Sam Kass and Karen Bryla, http://www.samkass.com/theories/RPSSL.html."""

RULE_TABLES: Mapping[str, RuleTable] = MappingProxyType({table.name: table for table in (CLASSIC, LIZARD_SPOCK)})
"""The games that come with the program, by name."""
