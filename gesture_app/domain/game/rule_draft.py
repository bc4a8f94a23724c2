"""Own rules while they are edited: gestures, who beats whom, and everything that is still missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from gesture_app.domain.game.rules import RuleTable, faults_of

MAX_GESTURES = 15
"""Most gestures of own rules: the countdown calls each of them, and takes 9 seconds then."""


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
        names = tuple(dict.fromkeys(gestures))
        beats: dict[str, dict[str, str]] = {gesture: {} for gesture in names}
        for later, winner in enumerate(names):
            for earlier, loser in enumerate(names[:later]):
                if (later - earlier) % 2:
                    beats[winner][loser] = verb
                else:
                    beats[loser][winner] = verb
        return cls(name, beats, title)

    @property
    def gestures(self) -> tuple[str, ...]:
        """The gestures, in the order in which the countdown calls them."""
        return tuple(self.beats)

    @property
    def faults(self) -> tuple[str, ...]:
        """Everything that has to be mended before it can be played; empty if nothing."""
        faults = faults_of(self.name, self.beats)
        if len(self.beats) > MAX_GESTURES:
            faults = (f"a game has {MAX_GESTURES} gestures at most, got {len(self.beats)}", *faults)
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
