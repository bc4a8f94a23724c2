"""How a model wants its hands cut out. Part of the model's manifest, so that training and serving cannot differ."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum


class Turn(str, Enum):
    """How a crop is turned."""

    UPRIGHT = "upright"
    """The line from the wrist to the middle knuckle points up: a sideways hand looks like an upright one."""
    AS_SEEN = "as_seen"
    """As in the frame, for label sets that tell directions apart."""


@dataclass(frozen=True)
class CropSpec:
    """What of a frame becomes the classifier's picture.

    Attributes:
        turn: How the crop is turned.
        scale: Side of the crop in units of the larger extent of the landmarks, measured in the turned frame.

    Raises:
        ValueError: If the scale is not positive and finite.
    """

    turn: Turn = Turn.UPRIGHT
    scale: float = 1.5

    def __post_init__(self) -> None:
        if not (self.scale > 0 and math.isfinite(self.scale)):
            raise ValueError(f"the crop scale must be positive and finite, got {self.scale}")
