"""Says which hand is whose in a match of two people, for a whole round.

A hand belongs to the player in whose half of the frame it came into view, and is followed from there: it may reach
beyond the middle, and stays that player's. A player's hand is the one that shows a fist during the countdown, as
everybody's does. Other hands - of somebody who walks by, or of a child that looks on - are no throws.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from gesture_app.domain.frames.gestures import ROCK
from gesture_app.domain.frames.smoothing import nearest_pairs
from gesture_app.domain.game.throws import Observation, SeenHand

_MAX_JUMP = 1.5
"""Farthest that a followed hand moves between two frames, in hand sizes."""
_MAX_SPEED = 4.0
"""How much farther it may have come when it was lost meanwhile, in hand sizes per second."""
_FOLLOWED_S = 1.0
"""A hand that is lost for longer is followed no more."""
_LOST_S = 0.4
"""While a player's hand is lost for no longer, no other hand is taken for it."""
_SIMILAR = 0.4
"""Two hands may be one if neither is smaller than this fraction of the other. A fist that opens becomes about twice as
large."""
_STAYS = 0.35
"""A hand that has moved no farther, in hand sizes, is surely the one that was there."""
_LEAST_FISTS = 3
_CLEARLY = 3
"""A player's hand has shown a fist in this many times as many frames as the player's other hands."""
_ACROSS = 0.15
"""Between rounds a hand at this fraction of the width beyond the middle belongs to the player there."""


@dataclass(eq=False)
class _Followed:
    hand: SeenHand
    owner: int
    seen_s: float
    fists: int = 0

    def distance(self, hand: SeenHand, now_s: float) -> float | None:
        """Distance to a hand in hand sizes; None if it cannot be this one."""
        if not self.is_like(hand):
            return None
        size = max(self.hand.size, hand.size)
        distance = math.hypot(hand.center_x - self.hand.center_x, hand.center_y - self.hand.center_y) / size
        return distance if distance <= _MAX_JUMP + _MAX_SPEED * (now_s - self.seen_s) else None

    def is_like(self, hand: SeenHand) -> bool:
        """Whether both may be one hand by their sizes."""
        return min(self.hand.size, hand.size) >= _SIMILAR * max(self.hand.size, hand.size)


class HandOwners:
    """Follows the hands of two people. Used from one thread; times rise."""

    def __init__(self) -> None:
        self._followed: list[_Followed] = []

    def begin_round(self) -> None:
        """Begin a countdown: who has gone over to the other side plays there."""
        for one in self._followed:
            one.fists = 0
            if abs(one.hand.center_x - 0.5) > _ACROSS:
                one.owner = _half(one.hand)

    def hands_by_player(
        self, observation: Observation, *, is_counting: bool
    ) -> tuple[tuple[SeenHand, ...], tuple[SeenHand, ...]]:
        """The hands of each player in the next frame.

        Args:
            observation: The hands.
            is_counting: Whether it is a frame of the countdown, in which players show fists.
        """
        now_s = observation.now_s
        self._followed = [one for one in self._followed if now_s - one.seen_s <= _FOLLOWED_S]
        self._follow(observation.hands, now_s)
        if is_counting:
            for one in self._followed:
                one.fists += one.seen_s == now_s and _is_fist(one.hand)
        return self._hands_of(0, now_s), self._hands_of(1, now_s)

    def hand_of(self, player: int) -> SeenHand | None:
        """The hand that a player plays with, where it was last seen; None if it is not known."""
        playing = self._playing(player)
        if playing is not None:
            return playing.hand
        own = [one for one in self._followed if one.owner == player]
        return max(own, key=lambda one: (one.seen_s, one.hand.size)).hand if own else None

    def _follow(self, hands: Sequence[SeenHand], now_s: float) -> None:
        """Match the hands of a frame to the followed ones, the nearest first; others are followed from now on.

        A hand that moves fast is rather a player's, who throws, than one that nobody plays with.
        """
        playing = [self._playing(player) for player in (0, 1)]
        pairs = nearest_pairs(
            ((distance > _STAYS and one not in playing, distance), place, number)
            for place, one in enumerate(self._followed)
            for number, hand in enumerate(hands)
            if one.seen_s < now_s and (distance := one.distance(hand, now_s)) is not None
        )
        for place, number in pairs.items():
            self._followed[place].hand, self._followed[place].seen_s = hands[number], now_s
        for number in sorted(set(range(len(hands))) - set(pairs.values())):
            self._add(hands[number], now_s)

    def _add(self, hand: SeenHand, now_s: float) -> None:
        owner = _half(hand)
        playing = self._playing(owner)
        if playing is not None and playing.seen_s < now_s and playing.is_like(hand):
            playing.hand, playing.seen_s = hand, now_s
        else:
            self._followed.append(_Followed(hand, owner, now_s))

    def _playing(self, player: int) -> _Followed | None:
        """The hand that showed a fist during the countdown, if it is one alone."""
        own = sorted((one for one in self._followed if one.owner == player), key=lambda one: -one.fists)
        if not own or own[0].fists < _LEAST_FISTS:
            return None
        others = own[1].fists if len(own) > 1 else 0
        return own[0] if own[0].fists >= _CLEARLY * others else None

    def _hands_of(self, player: int, now_s: float) -> tuple[SeenHand, ...]:
        playing = self._playing(player)
        if playing is not None and playing.seen_s == now_s:
            return (playing.hand,)
        if playing is not None and now_s - playing.seen_s <= _LOST_S:
            return ()
        return tuple(one.hand for one in self._followed if one.owner == player and one.seen_s == now_s)


def _half(hand: SeenHand) -> int:
    return int(hand.center_x >= 0.5)


def _is_fist(hand: SeenHand) -> bool:
    return hand.prediction.gesture == ROCK
