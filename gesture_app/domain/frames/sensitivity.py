"""Sensitivity: how readily a hand is taken to show a gesture on purpose."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum


class Sensitivity(str, Enum):
    """Steps of the sensitivity setting; each has its own threshold and hold time."""

    LOW = "low"
    """Fewest false alarms: gestures must be clear and held longer."""
    NORMAL = "normal"
    HIGH = "high"
    """Fastest: careless gestures count, and so do more hands that mean none."""


@dataclass(frozen=True)
class IntentThresholds:
    """Minimum probability that a gesture is meant, for each sensitivity.

    Attributes:
        low: For low sensitivity, the highest threshold.
        normal: For normal sensitivity.
        high: For high sensitivity, the lowest threshold.

    Raises:
        ValueError: If ``0 <= high <= normal <= low <= 1`` does not hold.
    """

    low: float
    normal: float
    high: float

    def __post_init__(self) -> None:
        values = (0.0, self.high, self.normal, self.low, 1.0)
        if not all(math.isfinite(value) for value in values) or list(values) != sorted(values):
            raise ValueError(
                f"expected 0 <= high <= normal <= low <= 1, got high {self.high}, normal {self.normal}, low {self.low}"
            )

    def at(self, sensitivity: Sensitivity) -> float:
        """The threshold for a sensitivity."""
        return {Sensitivity.LOW: self.low, Sensitivity.NORMAL: self.normal, Sensitivity.HIGH: self.high}[sensitivity]
