"""Practice: gestures are asked for, and speed and confidence of each are scored. Time is passed in."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from gesture_app.domain.frames.gestures import NONE
from gesture_app.domain.game.throw_reading import Reading, ReadingKind, latest_run, read_hands
from gesture_app.domain.game.throws import GameTiming, Observation

FAST_S = 0.6
"""Delays up to this one give full points: people need about 0.3 s to react and 0.3 s to form a gesture."""

_SPEED_POINTS, _CONFIDENCE_POINTS = 60, 40
MOST_POINTS = _SPEED_POINTS + _CONFIDENCE_POINTS
"""The most points of one question."""


class PracticePhase(Enum):
    """Phase of a practice."""

    IDLE = "idle"
    ASKED = "asked"
    """The person is to show ``asked``."""
    SEEN = "seen"
    """The gesture was seen; the newest result holds the points."""
    MISSED = "missed"
    """The gesture was not seen in time."""
    DONE = "done"
    """All questions were asked."""


@dataclass(frozen=True)
class PracticeResult:
    """Result of one question.

    Attributes:
        gesture: The gesture asked for.
        delay_s: Time from the question to the first frame of the settled gesture; None if it was not seen in time.
        confidence: Mean confidence while it settled, 0 to 1; 0 if it was not seen.
        points: 0 to 100: 60 for speed, 40 for confidence.
    """

    gesture: str
    delay_s: float | None
    confidence: float
    points: int


@dataclass(frozen=True)
class PracticeState:
    """Snapshot of a practice.

    Attributes:
        phase: Phase of the practice.
        asked: The gesture asked for; None before the start and after the end.
        number: Number of the question, from 1; 0 before the start.
        count: Number of questions.
        seconds_left: Time until the question counts as missed; None unless one is asked.
        progress: Fraction of the settle time for which the gesture has been held, 0 to 1.
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
        """Sum of the points so far."""
        return sum(result.points for result in self.results)

    @property
    def most_points(self) -> int:
        """The most points that a whole practice can give."""
        return MOST_POINTS * self.count


class Practice:
    """Asks for every gesture about equally often, and never for the same twice in a row. Used from one thread.

    Args:
        gestures: The gestures to ask for, two or more.
        rng: Decides the order.
        count: Number of questions.
        limit_s: Time limit of a question.
        pause_s: Time for which a result is shown before the next question.
        timing: Settle time, and the thresholds for readings.

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
        self._upcoming: list[str] = []
        self._phase = PracticePhase.IDLE
        self._asked: str | None = None
        self._now_s = self._began_s = 0.0
        self._results: list[PracticeResult] = []
        self._readings: deque[tuple[Reading, float]] = deque(maxlen=300)

    @property
    def state(self) -> PracticeState:
        """The present state."""
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
        """Restart with the first question."""
        self._now_s = max(self._now_s, now_s)
        self._results = []
        self._ask()
        return self.state

    def observe(self, observation: Observation) -> PracticeState:
        """Process the hands of one frame. Frames older than the last one are ignored."""
        self.tick(observation.now_s)
        newest_s = self._readings[-1][0].time_s if self._readings else self._began_s
        if self._phase is not PracticePhase.ASKED or observation.now_s <= newest_s:
            return self.state
        if observation.now_s - newest_s > self._timing.max_gap_s:
            self._readings.clear()
        reading = read_hands(
            observation.hands,
            observation.now_s,
            self._gestures,
            self._timing.min_throw_probability,
            throw_expected=True,
        )
        confidence = max((h.prediction.by_label.get(reading.gesture, 0.0) for h in observation.hands), default=0.0)
        self._readings.append((reading, confidence))
        if reading.kind is ReadingKind.THROW and reading.gesture == self._asked and self._progress() >= 1:
            self._score(reading.gesture)
        return self.state

    def tick(self, now_s: float) -> PracticeState:
        """Advance the time without a frame."""
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
        """Stop; the results stay until the next start."""
        self._phase, self._asked = PracticePhase.IDLE, None
        return self.state

    def _ask(self) -> None:
        if not self._upcoming:
            self._upcoming = self._rng.sample(self._gestures, len(self._gestures))
            if self._upcoming[-1] == self._asked:
                self._upcoming.reverse()
        self._asked = self._upcoming.pop()
        self._readings.clear()
        self._phase, self._began_s = PracticePhase.ASKED, self._now_s

    def _run_began_s(self) -> float | None:
        readings = [reading for reading, _ in self._readings]
        if not readings or readings[-1].gesture != self._asked:
            return None
        return latest_run(readings, self._timing.agreement).began_s

    def _progress(self) -> float:
        began_s = self._run_began_s()
        if began_s is None:
            return 0.0
        held_s = self._readings[-1][0].time_s - began_s
        frames = sum(reading.time_s >= began_s for reading, _ in self._readings)
        held = held_s / self._timing.settle_s if self._timing.settle_s else 1.0
        return min(1.0, held + 1e-6, frames / self._timing.min_frames)

    def _score(self, gesture: str) -> None:
        began_s = self._run_began_s()
        if began_s is None:
            return
        confidences = [p for reading, p in self._readings if reading.time_s >= began_s and reading.gesture == gesture]
        delay_s, confidence = began_s - self._began_s, sum(confidences) / len(confidences)
        speed = 1 - min(1.0, max(0.0, delay_s - FAST_S) / (self._limit_s - FAST_S))
        points = round(_SPEED_POINTS * speed + _CONFIDENCE_POINTS * confidence)
        self._finish(PracticeResult(gesture, delay_s, confidence, points), PracticePhase.SEEN)

    def _finish(self, result: PracticeResult, phase: PracticePhase) -> None:
        self._results.append(result)
        self._phase, self._began_s = phase, self._now_s
