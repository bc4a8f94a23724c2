"""A hand that plays as people do, read frame by frame by an imperfect classifier."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from gesture_app.domain.game.throws import Observation, SeenHand
from tests.fakes.seen_hands import seen_hand

GESTURES = ("rock", "paper", "scissors", "lizard", "spock")


@dataclass
class SimulatedHand:
    """One round: a pumping fist, an opening hand at about "shoot", a held throw, a fist again.

    The opening takes 0.2 to 0.4 s and starts 0.1 s before to 0.2 s after "shoot". While it lasts, the classifier reads
    a fist, then a half-way pose: mostly nothing or one other gesture for as long as the movement lasts. Where it sees
    no gesture, another one is the likeliest of those that it might be.
    """

    throw: str
    shoot_s: float
    rng: random.Random
    center_x: float = 0.5
    error: float = 0.08
    hold_s: float = 1.2
    opens_s: float = field(init=False)
    open_s: float = field(init=False)
    halfway: str = field(init=False)

    def __post_init__(self) -> None:
        self.opens_s = self.shoot_s + self.rng.uniform(-0.1, 0.2)
        self.open_s = self.opens_s + (0.0 if self.throw == "rock" else self.rng.uniform(0.2, 0.4))
        self.halfway = self.rng.choice([g for g in (*GESTURES, "none", "none") if g not in (self.throw, "rock")])

    def seen(self, time_s: float) -> SeenHand:
        """The classifier's reading of a frame at that time."""
        opening = self.opens_s <= time_s < self.open_s
        if time_s < self.opens_s + 0.2 * (self.open_s - self.opens_s) or time_s > self.shoot_s + self.hold_s:
            truth = "rock"
        elif opening:
            truth = self.rng.choices([self.halfway, "none", "rock", self.throw], [0.6, 0.25, 0.05, 0.1])[0]
        else:
            truth = self.throw
        if not opening and self.rng.random() < self.error:
            truth = self.rng.choice([g for g in (*GESTURES, "none", "none", "none") if g != truth])
        share = self.rng.uniform(0.45, 0.95) if opening else self.rng.uniform(0.7, 1.0)
        if truth == "none":
            return seen_hand(self.rng.choice(GESTURES), self.center_x, share=share, intent=self.rng.uniform(0.0, 0.5))
        return seen_hand(truth, self.center_x, share=share, intent=self.rng.uniform(0.5, 1.0))


def observations(
    *hands: SimulatedHand, from_s: float, to_s: float, fps: float, rng: random.Random
) -> list[Observation]:
    """Frames of these hands at slightly uneven times."""
    count = int((to_s - from_s) * fps)
    times_s = [from_s + (n + rng.uniform(-0.2, 0.2)) / fps for n in range(1, count)]
    return [Observation(time_s, tuple(hand.seen(time_s) for hand in hands)) for time_s in times_s]
