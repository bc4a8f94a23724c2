"""Practice: a gesture is asked for, and how fast and how surely it was seen is scored. Time is passed in."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from gesture_app.domain.frames.gestures import NONE
from gesture_app.domain.game.throw_reading import Look, LookKind, look_at, newest_run
from gesture_app.domain.game.throws import GameTiming, Sighting

FAST_S = 0.6
"""Seen within this time is as fast as it gets: people need about 0.3 s to react and 0.3 s to form a gesture."""

_SPEED_POINTS, _SURENESS_POINTS = 60, 40


class PracticePhase(Enum):
    """Where a practice is."""

    IDLE = "idle"
    ASKED = "asked"
    """``asked`` is to be shown."""
    SEEN = "seen"
    """It was; the newest result holds the points."""
    MISSED = "missed"
    """It was not seen in time."""
    DONE = "done"
    """All questions were asked."""


@dataclass(frozen=True)
class PracticeResult:
    """How one question went.

    Attributes:
        gesture: What was asked for.
        delay_s: From the question to the first picture of the settled gesture; None if it was not seen in time.
        sureness: Mean confidence while it settled, 0 to 1; 0 if it was not seen.
        points: 0 to 100: 60 for speed, 40 for sureness.
    """

    gesture: str
    delay_s: float | None
    sureness: float
    points: int


@dataclass(frozen=True)
class PracticeState:
    """Everything there is to show, at one moment.

    Attributes:
        phase: Where the practice is.
        asked: The gesture asked for; None before the start and after the end.
        number: Which question it is, from 1; 0 before the start.
        count: How many there are.
        seconds_left: Until the question counts as missed; None unless one is asked.
        progress: How much of the settle time the gesture has been held, 0 to 1.
        results: The finished questions, oldest first.
    """

    phase: PracticePhase
    asked: str | None
    number: int
    count: int
    seconds_left: float | None
    progress: float
    results: tuple[PracticeResult, ...]

    @property
    def points(self) -> int:
        """The mean of the points so far, rounded; 0 without results."""
        return round(sum(result.points for result in self.results) / len(self.results)) if self.results else 0


class Practice:
    """Asks for every gesture about equally often, and never for the same twice in a row. Used from one thread.

    Args:
        gestures: What may be asked for, two or more.
        rng: Decides the order.
        count: How many questions there are.
        limit_s: How long a question waits.
        pause_s: How long a result is shown before the next question.
        timing: How long a gesture must be held, and how sure a reading must be.

    Raises:
        ValueError: If there are fewer than two gestures, ``"none"`` is one of them, or a number is not positive.
    """

    def __init__(
        self,
        gestures: Sequence[str],
        *,
        rng: random.Random,
        count: int = 10,
        limit_s: float = 5.0,
        pause_s: float = 1.0,
        timing: GameTiming | None = None,
    ) -> None:
        if len(set(gestures)) < 2 or NONE in gestures:
            raise ValueError(f'practice needs two or more gestures and no "{NONE}", got {tuple(gestures)}')
        if not (count > 0 and limit_s > FAST_S and pause_s >= 0):
            raise ValueError(f"expected count above 0 and limit_s above {FAST_S}, got {count} and {limit_s}")
        self._gestures = tuple(gestures)
        self._rng = rng
        self._count, self._limit_s, self._pause_s = count, limit_s, pause_s
        self._timing = timing or GameTiming()
        self._bag: list[str] = []
        self._phase = PracticePhase.IDLE
        self._asked: str | None = None
        self._now_s = self._began_s = 0.0
        self._results: list[PracticeResult] = []
        self._looks: deque[tuple[Look, float]] = deque(maxlen=300)

    @property
    def state(self) -> PracticeState:
        """What there is to show now."""
        asking = self._phase is PracticePhase.ASKED
        return PracticeState(
            phase=self._phase,
            asked=self._asked,
            number=len(self._results) + asking,
            count=self._count,
            seconds_left=max(0.0, self._limit_s - (self._now_s - self._began_s)) if asking else None,
            progress=self._progress() if asking else float(self._phase is PracticePhase.SEEN),
            results=tuple(self._results),
        )

    def start(self, now_s: float) -> PracticeState:
        """Begin anew with the first question."""
        self._now_s = max(self._now_s, now_s)
        self._results = []
        self._ask()
        return self.state

    def observe(self, sighting: Sighting) -> PracticeState:
        """Take in one picture. Pictures older than the last one are ignored."""
        self.tick(sighting.now_s)
        newest_s = self._looks[-1][0].time_s if self._looks else self._began_s
        if self._phase is not PracticePhase.ASKED or sighting.now_s <= newest_s:
            return self.state
        if sighting.now_s - newest_s > self._timing.max_gap_s:
            self._looks.clear()
        look = look_at(sighting.hands, sighting.now_s, self._gestures, self._timing.min_confidence)
        confidence = max((h.confidence for h in sighting.hands if h.gesture == look.gesture), default=0.0)
        self._looks.append((look, confidence))
        if look.kind is LookKind.THROW and look.gesture == self._asked and self._progress() >= 1:
            self._score(look.gesture)
        return self.state

    def tick(self, now_s: float) -> PracticeState:
        """Let time pass without a picture."""
        self._now_s = max(self._now_s, now_s)
        waited_s = self._now_s - self._began_s
        if self._phase is PracticePhase.ASKED and waited_s >= self._limit_s and self._asked is not None:
            self._finish(PracticeResult(self._asked, None, 0.0, 0), PracticePhase.MISSED)
        elif self._phase in (PracticePhase.SEEN, PracticePhase.MISSED) and waited_s >= self._pause_s:
            if len(self._results) < self._count:
                self._ask()
            else:
                self._phase, self._asked = PracticePhase.DONE, None
        return self.state

    def stop(self) -> PracticeState:
        """Break off; the results stay until the next start."""
        self._phase, self._asked = PracticePhase.IDLE, None
        return self.state

    def _ask(self) -> None:
        if not self._bag:
            self._bag = self._rng.sample(self._gestures, len(self._gestures))
            if self._bag[-1] == self._asked:
                self._bag.reverse()
        self._asked = self._bag.pop()
        self._looks.clear()
        self._phase, self._began_s = PracticePhase.ASKED, self._now_s

    def _run_began_s(self) -> float | None:
        looks = [look for look, _ in self._looks]
        if not looks or looks[-1].gesture != self._asked:
            return None
        return newest_run(looks, self._timing.agreement).began_s

    def _progress(self) -> float:
        began_s = self._run_began_s()
        if began_s is None:
            return 0.0
        held_s = self._looks[-1][0].time_s - began_s
        pictures = sum(look.time_s >= began_s for look, _ in self._looks)
        held = held_s / self._timing.settle_s if self._timing.settle_s else 1.0
        return min(1.0, held + 1e-6, pictures / self._timing.min_pictures)

    def _score(self, gesture: str) -> None:
        began_s = self._run_began_s()
        if began_s is None:
            return
        sure = [p for look, p in self._looks if look.time_s >= began_s and look.gesture == gesture]
        delay_s, sureness = began_s - self._began_s, sum(sure) / len(sure)
        speed = 1 - min(1.0, max(0.0, delay_s - FAST_S) / (self._limit_s - FAST_S))
        points = round(_SPEED_POINTS * speed + _SURENESS_POINTS * sureness)
        self._finish(PracticeResult(gesture, delay_s, sureness, points), PracticePhase.SEEN)

    def _finish(self, result: PracticeResult, phase: PracticePhase) -> None:
        self._results.append(result)
        self._phase, self._began_s = phase, self._now_s
