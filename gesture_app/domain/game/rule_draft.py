"""Own rules while they are edited: gestures, who beats whom, and everything that is still missing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from gesture_app.domain.game.rules import RuleTable, faults_of
from gesture_app.domain.message import Message

MAX_GESTURES = 15
"""Most gestures of own rules: the countdown calls each of them, and takes 9 seconds then."""

MAX_NAME_CHARACTERS = 30
"""Longest name that is made of a title."""


@dataclass(frozen=True)
class RuleDraft:
    """A rule table that need not be complete yet. Every change gives another draft.

    Attributes:
        name: Name of the game.
        beats: As in ``RuleTable``.
        title: Text of the button that chooses the game.
    """

    name: str
    beats: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    title: str = ""

    @classmethod
    def of_gestures(cls, name: str, gestures: Iterable[str], *, verb: str = "beats", title: str = "") -> RuleDraft:
        """A balanced draft to begin with: each gesture beats half of the others, those behind it in the circle.

        In a circle of ``n`` gestures, a gesture beats the 1st, 3rd, 5th... before it, so that neighbours differ: rock,
        paper, scissors gives the usual game. With an even number, the gestures at the beginning beat one less.
        """
        draft = cls(name, title=title)
        for gesture in gestures:
            draft = draft.with_balanced_gesture(gesture, verb=verb)
        return draft

    @property
    def gestures(self) -> tuple[str, ...]:
        """The gestures, in the order in which the countdown calls them."""
        return tuple(self.beats)

    @property
    def faults(self) -> tuple[str, ...]:
        """Everything that has to be mended before it can be played; empty if nothing."""
        faults = faults_of(self.name, self.beats)
        if len(self.beats) > MAX_GESTURES:
            most = Message("a game has {most} gestures at most, got {count}")
            faults = (most.fill(most=MAX_GESTURES, count=len(self.beats)), *faults)
        return faults

    @property
    def undecided(self) -> tuple[tuple[str, str], ...]:
        """The pairs of gestures of which neither beats the other yet."""
        names = self.gestures
        return tuple(
            (a, b)
            for index, a in enumerate(names)
            for b in names[index + 1 :]
            if b not in self.beats[a] and a not in self.beats[b]
        )

    def with_gesture(self, gesture: str) -> RuleDraft:
        """The draft with one more gesture, of which nothing is said yet."""
        return self if gesture in self.beats else self._with({**self.beats, gesture: {}})

    def with_balanced_gesture(self, gesture: str, *, verb: str = "beats") -> RuleDraft:
        """The draft with one more gesture at the end, which beats every second one, the last one first."""
        if gesture in self.beats:
            return self
        draft, names = self.with_gesture(gesture), self.gestures
        for earlier, other in enumerate(names):
            winner, loser = (gesture, other) if (len(names) - earlier) % 2 else (other, gesture)
            draft = draft.with_win(winner, loser, verb)
        return draft

    def without_gesture(self, gesture: str) -> RuleDraft:
        """The draft without a gesture, and without what is said of it."""
        return self._with(
            {
                winner: {loser: verb for loser, verb in losers.items() if loser != gesture}
                for winner, losers in self.beats.items()
                if winner != gesture
            }
        )

    def with_win(self, winner: str, loser: str, verb: str) -> RuleDraft:
        """The draft in which a gesture beats another one; what was said of the two before is replaced.

        Raises:
            ValueError: If both are the same, or one is none of the gestures.
        """
        if winner == loser:
            raise ValueError(f"{winner} cannot beat itself")
        for gesture in (winner, loser):
            if gesture not in self.beats:
                raise ValueError(f"{gesture!r} is not one of {', '.join(self.gestures)}")
        beats = {name: dict(losers) for name, losers in self.beats.items()}
        beats[loser].pop(winner, None)
        beats[winner][loser] = verb.strip()
        return self._with(beats)

    def named(self, title: str, taken: Collection[str]) -> RuleDraft:
        """The draft under a title, with a name made of it if it has none yet.

        Args:
            title: The title.
            taken: Names that other games have.
        """
        return RuleDraft(self.name or free_name(title, taken), self.beats, title.strip())

    def table(self) -> RuleTable:
        """The finished rules.

        Raises:
            ValueError: If something is missing; the message is the first of :attr:`faults`.
        """
        for fault in self.faults:
            raise ValueError(fault)
        return RuleTable(self.name, self.beats, self.title)

    def _with(self, beats: Mapping[str, Mapping[str, str]]) -> RuleDraft:
        return RuleDraft(self.name, beats, self.title)


def free_name(title: str, taken: Collection[str]) -> str:
    """A name for a game of this title: small letters, digits and hyphens, and no name of another game."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    stem = "-".join(re.findall(r"[a-z0-9]+", plain))[:MAX_NAME_CHARACTERS].strip("-") or "game"
    names = (stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 3)))
    return next(name for name in names if name not in taken)
