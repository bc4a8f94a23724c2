"""Rule tables: for each gesture, the gestures it beats and the verb for it.

Rules are data: a new game is one entry in :data:`RULE_TABLES`. A table has three gestures or more, an odd or an even
number, and a gesture may beat more of the others than it loses to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from itertools import combinations
from types import MappingProxyType

from gesture_app.domain.frames.gestures import LIZARD, NONE, PAPER, ROCK, SCISSORS, SPOCK, display_name
from gesture_app.domain.message import Message


class RoundOutcome(Enum):
    """Result of a round for the first player."""

    WIN = "win"
    LOSE = "lose"
    DRAW = "draw"

    @property
    def reversed(self) -> RoundOutcome:
        """Result of the same round for the second player."""
        return {
            RoundOutcome.WIN: RoundOutcome.LOSE,
            RoundOutcome.LOSE: RoundOutcome.WIN,
            RoundOutcome.DRAW: RoundOutcome.DRAW,
        }[self]


@dataclass(frozen=True)
class RuleTable:
    """A game of the rock-paper-scissors family.

    Attributes:
        name: Short name, as in ``--rules``, in the settings and in saved rounds.
        beats: For each gesture the gestures that it beats, with the verb: ``beats["rock"]["scissors"] == "crushes"``.
            The order of its keys is the order in which the countdown calls them.
        title: Text of the button that chooses this game; the name if left empty.
        key: Digit that chooses this game; empty for none.

    Raises:
        ValueError: If the table is incomplete, contradicts itself, or holds a gesture that nothing beats; the message
            names the gestures.
    """

    name: str
    beats: Mapping[str, Mapping[str, str]]
    title: str = ""
    key: str = ""

    def __post_init__(self) -> None:
        frozen = {winner: MappingProxyType(dict(losers)) for winner, losers in self.beats.items()}
        object.__setattr__(self, "beats", MappingProxyType(frozen))
        object.__setattr__(self, "title", self.title or self.name)
        for fault in _faults(self.name, self.beats):
            raise ValueError(fault)

    def __hash__(self) -> int:
        return hash((self.name, self.gestures))

    @classmethod
    def from_mapping(cls, name: str, beats: Mapping[str, Mapping[str, str]]) -> RuleTable:
        """Make a table from plain mappings, such as those read from a file.

        Raises:
            ValueError: If the mappings are no rule table; see the class.
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
        """Result of ``a`` against ``b``, for the player of ``a``.

        Raises:
            KeyError: If one of them is no throw of this game.
        """
        self._require(a, b)
        if a == b:
            return RoundOutcome.DRAW
        return RoundOutcome.WIN if b in self.beats[a] else RoundOutcome.LOSE

    def reason(self, a: str, b: str) -> str:
        """The rule that decided, winner first: ``"lizard poisons Spock"``; for a draw ``"both threw rock"``.

        Raises:
            KeyError: If one of them is no throw of this game.
        """
        outcome = self.outcome(a, b)
        if outcome is RoundOutcome.DRAW:
            return Message("both threw {gesture}").fill(gesture=display_name(a))
        return self.sentence(*((a, b) if outcome is RoundOutcome.WIN else (b, a)))

    def sentence(self, winner: str, loser: str) -> str:
        """One rule in words: ``"lizard poisons Spock"``."""
        verb = self.beats[winner][loser]
        text = Message("{winner} {verb} {loser}").fill(
            winner=display_name(winner), verb=verb, loser=display_name(loser)
        )
        # Languages differ in more than the verb, so that each rule of the program is a text of its own. Verbs of own
        # rules stay as they were written.
        return _SENTENCES.get(text, text) if isinstance(verb, Message) else text

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


def faults_of(name: str, beats: Mapping[str, Mapping[str, str]]) -> tuple[str, ...]:
    """Everything that keeps mappings from being a rule table, in the order in which it is best mended."""
    return tuple(_faults(name, beats))


def _faults(name: str, beats: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    gestures = tuple(beats)
    if not name:
        yield Message("a rule table needs a name")
    if NONE in gestures or any(NONE in losers for losers in beats.values()):
        yield Message('"{gesture}" is never a throw').fill(gesture=NONE)
    if any(not isinstance(gesture, str) or not gesture or gesture != gesture.strip() for gesture in gestures):
        text = Message("gestures must be non-empty texts without outer spaces, got {gestures}")
        yield text.fill(gestures=", ".join(map(repr, gestures)))
        return
    if len(gestures) < 3:
        yield Message("a game needs three gestures or more, got {count}").fill(count=len(gestures))
    for winner, losers in beats.items():
        yield from _faults_of_wins(winner, losers, gestures)
    yield from _undecided(beats)
    for gesture in gestures:
        if not any(gesture in losers for losers in beats.values()):
            yield Message("nothing beats {gesture}: nobody would throw anything else").fill(
                gesture=display_name(gesture)
            )


def _faults_of_wins(winner: str, losers: Mapping[str, str], gestures: tuple[str, ...]) -> Iterator[str]:
    for loser, verb in losers.items():
        if loser not in gestures:
            text = Message("{winner} beats {loser}, which is not one of {gestures}")
            yield text.fill(winner=winner, loser=repr(loser), gestures=", ".join(gestures))
        elif loser == winner:
            yield Message("{gesture} cannot beat itself").fill(gesture=display_name(winner))
        elif not isinstance(verb, str) or not verb.strip():
            yield Message("{winner} beats {loser} without a verb").fill(
                winner=display_name(winner), loser=display_name(loser)
            )


def _undecided(beats: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """A fault for each two gestures of which not exactly one beats the other."""
    for a, b in combinations(beats, 2):
        if (b in beats[a]) and (a in beats[b]):
            yield Message("{first} and {second} beat each other").fill(first=display_name(a), second=display_name(b))
        if b not in beats[a] and a not in beats[b]:
            yield Message("the table is not complete: nothing is said about {first} against {second}").fill(
                first=display_name(a), second=display_name(b)
            )


_SENTENCES = {
    str(text): text
    for text in (
        Message("rock crushes scissors"),
        Message("rock crushes lizard"),
        Message("paper covers rock"),
        Message("paper disproves Spock"),
        Message("scissors cuts paper"),
        Message("scissors decapitates lizard"),
        Message("lizard eats paper"),
        Message("lizard poisons Spock"),
        Message("Spock vaporizes rock"),
        Message("Spock smashes scissors"),
    )
}

CLASSIC = RuleTable(
    "classic",
    {ROCK: {SCISSORS: Message("crushes")}, PAPER: {ROCK: Message("covers")}, SCISSORS: {PAPER: Message("cuts")}},
    title=Message("Classic"),
    key="3",
)
"""Three gestures."""

LIZARD_SPOCK = RuleTable(
    "lizard-spock",
    {
        ROCK: {SCISSORS: Message("crushes"), LIZARD: Message("crushes")},
        PAPER: {ROCK: Message("covers"), SPOCK: Message("disproves")},
        SCISSORS: {PAPER: Message("cuts"), LIZARD: Message("decapitates")},
        LIZARD: {PAPER: Message("eats"), SPOCK: Message("poisons")},
        SPOCK: {ROCK: Message("vaporizes"), SCISSORS: Message("smashes")},
    },
    title=Message("Lizard-Spock"),
    key="5",
)
"""Five gestures. Source: Sam Kass and Karen Bryla, http://www.samkass.com/theories/RPSSL.html."""

WITH_WELL = RuleTable(
    "with-well",
    {
        ROCK: {SCISSORS: Message("crushes")},
        PAPER: {ROCK: Message("covers"), "well": Message("covers")},
        SCISSORS: {PAPER: Message("cuts")},
        "well": {ROCK: Message("swallows"), SCISSORS: Message("swallows")},
    },
    title="With well",
)
"""Four gestures: an example of own rules, with a gesture that the shipped model does not know.

Two gestures beat two of the others, and two beat one. Source: https://de.wikipedia.org/wiki/Schere,_Stein,_Papier."""

RULE_TABLES: Mapping[str, RuleTable] = MappingProxyType({table.name: table for table in (CLASSIC, LIZARD_SPOCK)})
"""The registry of games, by name. Command line, setup panel and statistics list the games that are in it."""


def game_with_title(games: Iterable[RuleTable], title: str) -> RuleTable | None:
    """The game among others that has a title, in any case of letters; None if there is none."""
    return next((game for game in games if game.title.casefold() == title.strip().casefold()), None)


def all_throws() -> tuple[str, ...]:
    """The throws of all games, without repeats, in the order of the registry."""
    return tuple(dict.fromkeys(gesture for table in RULE_TABLES.values() for gesture in table.gestures))
