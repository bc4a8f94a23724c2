"""Reads one player's throw from what the pictures around "shoot" show.

A fist opens in 0.2 to 0.4 seconds, and on the way it looks like other gestures. So the gesture at the end of the
movement counts: one that has been there for the settle time, and not before an opening hand has had time to get
somewhere. A fist, which everybody shows before "shoot", counts only when it stays.
"""

from __future__ import annotations

import math
from collections import Counter, deque
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from gesture_app.domain.frames.gestures import NONE, ROCK
from gesture_app.domain.game.throws import GameTiming, Misthrow, SeenHand

SAME_HAND_X = 0.06
"""Hands whose middles are nearer than this share of the picture's width are one hand that the detector found twice."""

_KEPT_LOOKS = 600
_MISSES_IN_A_ROW = 3
_ROUNDING_S = 1e-6


class LookKind(Enum):
    """What a picture shows of one player."""

    THROW = "throw"
    UNCLEAR = "unclear"
    """A hand, but no gesture of the game, or an unsure one."""
    EMPTY = "empty"
    CROWDED = "crowded"
    """More than one hand that shows a gesture."""


@dataclass(frozen=True)
class Look:
    """One picture's answer for one player; ``gesture`` is ``"none"`` unless the kind is ``THROW``."""

    time_s: float
    kind: LookKind
    gesture: str = NONE


@dataclass(frozen=True)
class LockedThrow:
    """A throw that counts: what it is, since when it was shown, and the time of the picture that settled it."""

    gesture: str
    began_s: float
    locked_s: float


def look_at(hands: Sequence[SeenHand], time_s: float, gestures: Collection[str], min_confidence: float) -> Look:
    """What the hands of one player's part of a picture come to."""
    showing = [hand for hand in hands if hand.gesture in gestures and hand.confidence >= min_confidence]
    if not showing:
        return Look(time_s, LookKind.UNCLEAR if hands else LookKind.EMPTY)
    surest = max(showing, key=lambda hand: hand.confidence)
    if any(abs(hand.center_x - surest.center_x) > SAME_HAND_X for hand in showing):
        return Look(time_s, LookKind.CROWDED)
    return Look(time_s, LookKind.THROW, surest.gesture)


class ThrowReader:
    """One player's hand in one round.

    Args:
        timing: How long things take.
        shoot_s: When "shoot" falls.
    """

    def __init__(self, timing: GameTiming, shoot_s: float) -> None:
        self._timing = timing
        self._shoot_s = shoot_s
        self._looks: list[Look] = []
        """Those of the window, for the verdict."""
        self._stretch: deque[Look] = deque(maxlen=_KEPT_LOOKS)
        """Those since the last gap: what was seen before says nothing about the hand of now."""
        self._throw: LockedThrow | None = None
        self._misthrow: Misthrow | None = None
        self._changed = False

    @property
    def throw(self) -> LockedThrow | None:
        """The locked throw; never changes once there is one."""
        return self._throw

    @property
    def misthrow(self) -> Misthrow | None:
        """A fault that is already certain: too early or too late."""
        return self._misthrow

    @property
    def changed(self) -> bool:
        """Whether the hand settled on another throw after the lock.

        Going back to a fist is no change: that is how the next round begins.
        """
        return self._changed

    def add(self, look: Look) -> None:
        """Take in the next picture; times must rise."""
        if self._stretch and look.time_s - self._stretch[-1].time_s > self._timing.max_gap_s:
            self._stretch.clear()
        self._stretch.append(look)
        in_window = self._shoot_s <= look.time_s <= self._shoot_s + self._timing.window_s
        if in_window:
            self._looks.append(look)
        if look.kind is not LookKind.THROW:
            return
        if self._throw is not None:
            self._watch(self._throw, look)
        elif self._misthrow is None and in_window:
            self._settle(look)

    def verdict(self) -> Misthrow:
        """Why there is no throw, once the window is over."""
        if self._misthrow is not None:
            return self._misthrow
        looks = self._looks
        times_s = [self._shoot_s, *(look.time_s for look in looks), self._shoot_s + self._timing.window_s]
        if max(b - a for a, b in pairwise(times_s)) > self._timing.max_gap_s:
            return Misthrow.NO_PICTURE
        kinds = Counter(look.kind for look in looks)
        if kinds[LookKind.CROWDED] >= len(looks) / 2:
            return Misthrow.TWO_HANDS
        if self._comes_late(looks):
            return Misthrow.TOO_LATE
        hands = kinds[LookKind.THROW] + kinds[LookKind.UNCLEAR]
        if hands <= kinds[LookKind.EMPTY]:
            return Misthrow.NO_HAND
        return Misthrow.UNSETTLED if kinds[LookKind.THROW] > kinds[LookKind.UNCLEAR] else Misthrow.NO_GESTURE

    def _settle(self, look: Look) -> None:
        run = self._settled_run(look, since_s=self._shoot_s)
        if run is None:
            return
        if run.began_s > self._shoot_s + self._timing.late_s:
            self._misthrow = Misthrow.TOO_LATE
        elif look.gesture != ROCK and run.began_s <= self._shoot_s - self._timing.early_s:
            self._misthrow = Misthrow.TOO_EARLY
        else:
            self._throw = LockedThrow(look.gesture, run.began_s, look.time_s)

    def _watch(self, throw: LockedThrow, look: Look) -> None:
        other = look.gesture not in (throw.gesture, ROCK)
        if other and look.time_s <= throw.locked_s + self._timing.change_watch_s:
            run = self._settled_run(look, since_s=throw.locked_s)
            last_s = max((k.time_s for k in self._stretch if k.gesture == throw.gesture), default=throw.locked_s)
            self._changed |= run is not None and look.time_s - last_s >= self._timing.opening_s

    def _settled_run(self, look: Look, *, since_s: float) -> Run | None:
        """The run of the newest look's gesture, if it has lasted long enough since ``since_s`` to count."""
        timing, looks = self._timing, list(self._stretch)
        run = newest_run(looks, timing.agreement)
        needed_s = timing.rock_settle_s if look.gesture == ROCK else timing.settle_s
        if look.time_s - max(run.began_s, since_s) < needed_s - _ROUNDING_S:
            return None
        recent = [k.gesture for k in looks if k.time_s >= max(run.began_s, look.time_s - timing.settle_s)]
        if len(recent) < timing.min_pictures or recent.count(look.gesture) < timing.agreement * len(recent):
            return None
        if look.gesture != ROCK and look.time_s - run.fist_s < timing.opening_s - _ROUNDING_S:
            return None
        return run

    def _comes_late(self, looks: Sequence[Look]) -> bool:
        late_s = self._shoot_s + self._timing.late_s
        before = [look for look in looks if look.time_s <= late_s]
        after = [look for look in looks if look.time_s > late_s]
        thrown_before = sum(look.kind is LookKind.THROW for look in before)
        thrown_after = sum(look.kind is LookKind.THROW for look in after)
        return 2 * thrown_before < len(before) and 2 * thrown_after > len(after)


@dataclass(frozen=True)
class Run:
    """The newest run of one gesture.

    Attributes:
        began_s: Time of its first picture.
        fist_s: When the last fist before it was seen; minus infinity if there was none. Where the begin was not seen,
            the begin: there may have been a fist just before.
    """

    began_s: float
    fist_s: float


def newest_run(looks: Sequence[Look], agreement: float) -> Run:
    """The run that the last look ends.

    It survives single misread pictures, but neither several in a row nor too many altogether.
    """
    gesture, start, hits, misses = looks[-1].gesture, len(looks) - 1, 0, 0
    for index in range(len(looks) - 1, -1, -1):
        if looks[index].gesture == gesture:
            hits, misses = hits + 1, 0
            if hits >= agreement * (len(looks) - index):
                start = index
        else:
            misses += 1
            if misses >= _MISSES_IN_A_ROW:
                break
    began_s = looks[start].time_s
    fists_s = [look.time_s for look in looks[:start] if look.gesture == ROCK]
    before_s = fists_s[-1] if fists_s else -math.inf
    return Run(began_s, before_s if start else began_s)
