"""Hands-free play: between rounds, a gesture that is held for a second starts, repeats or ends. Time is passed in.

A held gesture counts only if it began after the action was offered: the throw that decided a match, still held up, does
not ask for another one.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from gesture_app.domain.frames.gestures import NONE, PAPER, ROCK, SCISSORS
from gesture_app.domain.game.match_state import MatchPhase, Players
from gesture_app.domain.game.throw_reading import ReadingKind, read_hands
from gesture_app.domain.game.throws import Observation

HOLD_S = 1.0
"""How long a gesture is held. Longer than any gesture stays on the way between two others (0.4 s)."""

_BRIDGE_S = 0.25
"""A hand that is lost or misread for no longer than this is still held."""

_AGREEMENT = 0.75
"""Fraction of the frames of a hold that must show the gesture."""


class HandsFreeAction(Enum):
    """What a held gesture does."""

    START = "start"
    """Begin a match, or go on with it."""
    REMATCH = "rematch"
    NEXT = "next"
    """Go on to the next match of a tournament."""
    END = "end"


GESTURES: Mapping[HandsFreeAction, str] = MappingProxyType(
    {
        HandsFreeAction.START: ROCK,
        HandsFreeAction.REMATCH: PAPER,
        HandsFreeAction.NEXT: PAPER,
        HandsFreeAction.END: SCISSORS,
    }
)
"""The gesture of each action: a fist is how a round begins, an open hand asks for more, scissors cut it off."""

_READ = tuple(dict.fromkeys(GESTURES.values()))

_NEEDED_OF_ALL = (HandsFreeAction.START, HandsFreeAction.REMATCH, HandsFreeAction.NEXT)
"""Actions for which each of two people must hold the gesture: nobody is surprised by a round."""


def offered_actions(phase: MatchPhase | None, *, in_tournament: bool = False) -> tuple[HandsFreeAction, ...]:
    """The actions that gestures can do now.

    Args:
        phase: Phase of the match; None before one.
        in_tournament: Whether it is a match of a tournament, in which others play the next one.
    """
    if phase is None:
        return (HandsFreeAction.START,)
    if phase is MatchPhase.IDLE:
        return (HandsFreeAction.START, HandsFreeAction.END)
    if phase is MatchPhase.MATCH_OVER:
        return (HandsFreeAction.NEXT,) if in_tournament else (HandsFreeAction.REMATCH, HandsFreeAction.END)
    return ()


@dataclass(frozen=True)
class HeldAction:
    """A gesture that is being held.

    Attributes:
        action: Its action.
        progress: Fraction of the time for which it has been held, 0 to 1.
    """

    action: HandsFreeAction
    progress: float

    @property
    def is_done(self) -> bool:
        """Whether it was held long enough."""
        return self.progress >= 1.0


class HandsFree:
    """Recognizes held gestures. Used from one thread, and fed with every frame, also during rounds.

    Args:
        players: Who plays; two people start and repeat together.
        hold_s: How long a gesture is held.
    """

    def __init__(self, players: Players = Players.COMPUTER, *, hold_s: float = HOLD_S) -> None:
        self._players = players
        self._hold_s = hold_s
        self._holds = [_Hold() for _ in range(2 if players is Players.TWO else 1)]
        self._offered: tuple[HandsFreeAction, ...] = ()
        self._since_s = math.inf

    def observe(self, observation: Observation, offered: Sequence[HandsFreeAction]) -> HeldAction | None:
        """Process the hands of one frame; returns the action whose gesture is held, or None.

        After an action is done it has to be begun again.

        Args:
            observation: The hands.
            offered: The actions that are possible now; see :func:`offered_actions`.
        """
        if tuple(offered) != self._offered:
            self._offered, self._since_s = tuple(offered), observation.now_s
        sides = observation.hands_by_player(is_split=self._players is Players.TWO)
        for hold, hands in zip(self._holds, sides, strict=True):
            reading = read_hands(hands, observation.now_s, _READ, 0.0, throw_expected=False)
            hold.add(reading.gesture if reading.kind is ReadingKind.THROW else NONE, observation.now_s)
        held = max((self._held(action) for action in offered), key=_progress, default=None)
        if held is None or held.progress <= 0:
            return None
        if held.is_done:
            self._since_s = math.nextafter(observation.now_s, math.inf)
        return held

    def _held(self, action: HandsFreeAction) -> HeldAction:
        held_s = [hold.held_s(GESTURES[action], self._since_s) for hold in self._holds]
        seconds = min(held_s) if action in _NEEDED_OF_ALL else max(held_s)
        return HeldAction(action, min(1.0, seconds / self._hold_s))


def _progress(held: HeldAction) -> float:
    return held.progress


class _Hold:
    """The gesture that one player holds, and since when."""

    def __init__(self) -> None:
        self._gesture = NONE
        self._began_s = self._seen_s = -math.inf
        self._hits = self._frames = 0

    def add(self, gesture: str, time_s: float) -> None:
        """Add what the player's hand shows in the next frame."""
        if gesture != self._gesture and (self._gesture == NONE or time_s - self._seen_s > _BRIDGE_S):
            self._gesture, self._began_s = gesture, time_s
            self._hits = self._frames = 0
        self._frames += 1
        if gesture == self._gesture:
            self._hits += 1
            self._seen_s = time_s

    def held_s(self, gesture: str, since_s: float) -> float:
        """Seconds for which the gesture has been seen, if it began at ``since_s`` or later; otherwise 0."""
        if gesture != self._gesture or self._began_s < since_s or self._hits < _AGREEMENT * self._frames:
            return 0.0
        return self._seen_s - self._began_s
