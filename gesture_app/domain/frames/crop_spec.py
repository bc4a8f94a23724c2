"""Specification of a model's crops. It is part of the manifest, so that training and inference use the same crops."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum


class Turn(str, Enum):
    """Rotation of a crop."""

    UPRIGHT = "upright"
    """Rotated so that the line from the wrist to the middle knuckle points up."""
    AS_SEEN = "as_seen"
    """Not rotated, for labels that depend on the direction of the hand."""


@dataclass(frozen=True)
class CropSpec:
    """Rotation and scale of a crop.

    Attributes:
        turn: Rotation of the crop.
        scale: Side of the crop, in units of the larger side of the landmarks' bounding box after rotation.

    Raises:
        ValueError: If the scale is not positive and finite.
    """

    turn: Turn = Turn.UPRIGHT
    scale: float = 1.5

    def __post_init__(self) -> None:
        if not (self.scale > 0 and math.isfinite(self.scale)):
            raise ValueError(f"the crop scale must be positive and finite, got {self.scale}")
