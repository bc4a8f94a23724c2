"""Reads one player's throw from the frames around "shoot".

A fist opens in 0.2 to 0.4 seconds and passes through other gestures meanwhile. So the gesture at the end of the
movement counts: one that has been seen for the settle time, and not before an opening hand has had time to arrive. A
fist, which everybody shows before "shoot", counts only if it stays.

From "shoot" until the throw is locked, only *which throw?* is asked: a hand that is shown has thrown something.
Before and after, *is a gesture meant?* is asked too: a hand at rest has neither thrown too early nor changed its throw.
"""

from __future__ import annotations

import math
from collections import Counter, deque
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise
from statistics import fmean

from gesture_app.domain.frames.gestures import NONE, ROCK
from gesture_app.domain.game.throws import GameTiming, Misthrow, SeenHand

SAME_HAND_X = 0.06
"""Hands whose centres are nearer than this fraction of the frame's width are one hand, detected twice."""

_MAX_READINGS = 600
_MAX_MISSES_IN_A_ROW = 3
_ROUNDING_S = 1e-6


class ReadingKind(Enum):
    """Kind of one frame's reading."""

    THROW = "throw"
    NO_GESTURE = "no_gesture"
    """A hand that shows no throw of the game."""
    NO_HAND = "no_hand"
    TWO_HANDS = "two_hands"
    """A second hand that deliberately shows another throw."""


@dataclass(frozen=True)
class Reading:
    """One player's throw in one frame.

    Attributes:
        time_s: Capture time of the frame.
        kind: What was read.
        gesture: The throw; ``"none"`` unless the kind is ``THROW``.
        shares: Probability of each throw of the game, given that one is meant; empty unless the kind is ``THROW``.
    """

    time_s: float
    kind: ReadingKind
    gesture: str = NONE
    shares: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class LockedThrow:
    """A throw that counts.

    Attributes:
        gesture: The throw.
        began_s: When it was first seen.
        locked_s: Capture time of the frame that settled it.
        shares: Mean probability of each throw of the game while it settled, given that one is meant; the likeliest
            first.
    """

    gesture: str
    began_s: float
    locked_s: float
    shares: Mapping[str, float] = field(default_factory=dict)

    def is_doubtful(self, min_share: float) -> bool:
        """Whether the mean probability of the throw is below a limit."""
        return self.shares.get(self.gesture, 1.0) < min_share


@dataclass(frozen=True)
class LateThrow:
    """A throw that a hand changed to after its throw was locked. The locked one counts.

    Attributes:
        player: The player, 0 or 1.
        gesture: The throw that the hand changed to.
        after_shoot_s: Time from "shoot" to the first frame that shows it.
    """

    player: int
    gesture: str
    after_shoot_s: float


def read_hands(
    hands: Sequence[SeenHand],
    time_s: float,
    gestures: Collection[str],
    min_probability: float,
    *,
    throw_expected: bool,
) -> Reading:
    """Read one player's hands in one frame: the throw of the hand that most probably means one.

    Args:
        hands: The player's hands.
        time_s: Capture time of the frame.
        gestures: The throws of the game; no others are possible.
        min_probability: Minimum probability that a throw is meant, where one is expected.
        throw_expected: Whether a hand is taken for a throw unless it very surely is none. Otherwise, and for a second
            hand, the gesture must be deliberate: the hand's prediction is a throw of the game.
    """
    if not hands:
        return Reading(time_s, ReadingKind.NO_HAND)
    throwing = max(hands, key=lambda hand: hand.throw_probability(gestures))
    if throw_expected:
        is_throw = throwing.throw_probability(gestures) >= min_probability
    else:
        is_throw = throwing.prediction.gesture in gestures
    if not is_throw:
        return Reading(time_s, ReadingKind.NO_GESTURE)
    shares = throwing.prediction.among(gestures)
    throw = max(shares, key=shares.__getitem__)
    others = (hand for hand in hands if abs(hand.center_x - throwing.center_x) > SAME_HAND_X)
    if any(hand.prediction.gesture in gestures and hand.prediction.gesture != throw for hand in others):
        return Reading(time_s, ReadingKind.TWO_HANDS)
    return Reading(time_s, ReadingKind.THROW, throw, shares)


class ThrowReader:
    """Reads one player's throw in one round, frame by frame.

    Args:
        timing: Durations and thresholds.
        shoot_s: Time of "shoot".
        gestures: The throws of the game.
    """

    def __init__(self, timing: GameTiming, shoot_s: float, gestures: Collection[str]) -> None:
        self._timing = timing
        self._shoot_s = shoot_s
        self._gestures = gestures
        self._window: list[Reading] = []
        """Readings between "shoot" and the end of the window."""
        self._recent: deque[Reading] = deque(maxlen=_MAX_READINGS)
        """Readings since the last gap; earlier ones say nothing about the hand now."""
        self._throw: LockedThrow | None = None
        self._misthrow: Misthrow | None = None
        self._late: tuple[str, float] | None = None

    @property
    def throw(self) -> LockedThrow | None:
        """The locked throw; never changes once there is one."""
        return self._throw

    @property
    def misthrow(self) -> Misthrow | None:
        """A misthrow that is already certain: too early or too late."""
        return self._misthrow

    def late_throw(self, player: int) -> LateThrow | None:
        """The other throw that the hand settled on after the lock; None if there is none.

        Going back to a fist is none: that is how the next round begins.

        Args:
            player: The player whose throws are read here.
        """
        return None if self._late is None else LateThrow(player, self._late[0], self._late[1] - self._shoot_s)

    def add(self, hands: Sequence[SeenHand], time_s: float) -> None:
        """Add the player's hands in the next frame; times must rise."""
        if self._recent and time_s - self._recent[-1].time_s > self._timing.max_gap_s:
            self._recent.clear()
        in_window = self._shoot_s <= time_s <= self._shoot_s + self._timing.window_s
        throw_expected = in_window and self._throw is None
        min_probability = self._timing.min_throw_probability
        reading = read_hands(hands, time_s, self._gestures, min_probability, throw_expected=throw_expected)
        self._recent.append(reading)
        if in_window:
            self._window.append(reading)
        if reading.kind is not ReadingKind.THROW:
            return
        if self._throw is not None:
            self._check_change(self._throw, reading)
        elif self._misthrow is None and in_window:
            self._settle(reading)

    def final_misthrow(self) -> Misthrow:
        """The reason why there is no throw, once the window is over."""
        if self._misthrow is not None:
            return self._misthrow
        readings = self._window
        times_s = [self._shoot_s, *(reading.time_s for reading in readings), self._shoot_s + self._timing.window_s]
        if max(b - a for a, b in pairwise(times_s)) > self._timing.max_gap_s:
            return Misthrow.NO_FRAMES
        kinds = Counter(reading.kind for reading in readings)
        if kinds[ReadingKind.TWO_HANDS] >= len(readings) / 2:
            return Misthrow.TWO_HANDS
        if self._comes_late(readings):
            return Misthrow.TOO_LATE
        hands = kinds[ReadingKind.THROW] + kinds[ReadingKind.NO_GESTURE]
        if hands <= kinds[ReadingKind.NO_HAND]:
            return Misthrow.NO_HAND
        return Misthrow.UNSETTLED if kinds[ReadingKind.THROW] > kinds[ReadingKind.NO_GESTURE] else Misthrow.NO_GESTURE

    def _settle(self, reading: Reading) -> None:
        run = self._settled_run(reading, since_s=self._shoot_s)
        if run is None:
            return
        if run.began_s > self._shoot_s + self._timing.late_s:
            self._misthrow = Misthrow.TOO_LATE
        elif reading.gesture != ROCK and run.began_s <= self._shoot_s - self._timing.early_s:
            self._misthrow = Misthrow.TOO_EARLY
        else:
            self._throw = LockedThrow(reading.gesture, run.began_s, reading.time_s, self._mean_shares(reading.time_s))

    def _check_change(self, throw: LockedThrow, reading: Reading) -> None:
        if self._late is not None or reading.gesture in (throw.gesture, ROCK):
            return
        run = self._settled_run(reading, since_s=throw.locked_s)
        last_s = max((r.time_s for r in self._recent if r.gesture == throw.gesture), default=throw.locked_s)
        if run is None or reading.time_s - last_s < self._timing.opening_s:
            return
        began_s = max(run.began_s, last_s)
        if began_s <= throw.locked_s + self._timing.change_watch_s:
            self._late = reading.gesture, began_s

    def _mean_shares(self, now_s: float) -> dict[str, float]:
        """Mean probability of each throw over the settle time, the likeliest first."""
        settling = [r.shares for r in self._recent if r.shares and r.time_s >= now_s - self._timing.settle_s]
        means = {gesture: fmean(shares[gesture] for shares in settling) for gesture in self._gestures}
        return dict(sorted(means.items(), key=lambda item: -item[1]))

    def _settled_run(self, reading: Reading, *, since_s: float) -> GestureRun | None:
        """The run of the newest reading's gesture; None unless it has lasted long enough since ``since_s``."""
        timing, readings = self._timing, list(self._recent)
        run = latest_run(readings, timing.agreement)
        needed_s = timing.rock_settle_s if reading.gesture == ROCK else timing.settle_s
        if reading.time_s - max(run.began_s, since_s) < needed_s - _ROUNDING_S:
            return None
        recent = [r.gesture for r in readings if r.time_s >= max(run.began_s, reading.time_s - timing.settle_s)]
        if len(recent) < timing.min_frames or recent.count(reading.gesture) < timing.agreement * len(recent):
            return None
        if reading.gesture != ROCK and reading.time_s - run.fist_s < timing.opening_s - _ROUNDING_S:
            return None
        return run

    def _comes_late(self, readings: Sequence[Reading]) -> bool:
        late_s = self._shoot_s + self._timing.late_s
        before = [reading for reading in readings if reading.time_s <= late_s]
        after = [reading for reading in readings if reading.time_s > late_s]
        thrown_before = sum(reading.kind is ReadingKind.THROW for reading in before)
        thrown_after = sum(reading.kind is ReadingKind.THROW for reading in after)
        return 2 * thrown_before < len(before) and 2 * thrown_after > len(after)


@dataclass(frozen=True)
class GestureRun:
    """Consecutive frames that show one gesture.

    Attributes:
        began_s: Time of the first frame.
        fist_s: Time of the last fist before it; minus infinity if there was none. ``began_s`` if the begin was not
            seen: there may have been a fist just before.
    """

    began_s: float
    fist_s: float


def latest_run(readings: Sequence[Reading], agreement: float) -> GestureRun:
    """The run that ends with the last reading.

    It survives single misread frames, but neither several in a row nor too many altogether.

    Args:
        readings: Readings, oldest first; at least one.
        agreement: Fraction of the run's frames that must show the gesture.
    """
    gesture, start, hits, misses = readings[-1].gesture, len(readings) - 1, 0, 0
    for index in range(len(readings) - 1, -1, -1):
        if readings[index].gesture == gesture:
            hits, misses = hits + 1, 0
            if hits >= agreement * (len(readings) - index):
                start = index
        else:
            misses += 1
            if misses >= _MAX_MISSES_IN_A_ROW:
                break
    began_s = readings[start].time_s
    fists_s = [reading.time_s for reading in readings[:start] if reading.gesture == ROCK]
    before_s = fists_s[-1] if fists_s else -math.inf
    return GestureRun(began_s, before_s if start else began_s)
