"""Sources of randomness and time, passed in so that tests decide them."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Chance:
    """Sources of randomness and time.

    Attributes:
        rng: Randomness of the computer's throws and of practice.
        clock: Monotonic seconds, the clock of the frames.
        now: The time of day, with its offset from UTC.
    """

    rng: random.Random
    clock: Callable[[], float]
    now: Callable[[], datetime]

    @classmethod
    def of_system(cls) -> Chance:
        """The sources of the operating system."""
        return cls(random.SystemRandom(), time.monotonic, lambda: datetime.now().astimezone())
