"""Results of checking a hand before it is recorded."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from gesture_app.domain.message import Message


class Refusal(Enum):
    """Reasons for refusing a hand; the values are the messages to the user before a camera."""

    TOO_SMALL = Message("Your hand is too small in the picture. Move closer.")
    CUT_OFF = Message("Your hand is cut off. Move it towards the middle of the picture.")
    BLURRED = Message("The picture of your hand is blurred. Hold it still for a moment, or make more light.")
    NEAR_DUPLICATE = Message("This looks like one that was just taken. Turn or move your hand a little.")


IMPORT_REASONS = {
    Refusal.TOO_SMALL: Message("with a hand that is too small"),
    Refusal.CUT_OFF: Message("with a hand that is cut off at the edge"),
    Refusal.BLURRED: Message("with a blurred hand"),
    Refusal.NEAR_DUPLICATE: Message("nearly the same as another one"),
}
"""What is wrong with imported images, after their count: nobody can move closer to a camera there."""


@dataclass(frozen=True)
class QualityResult:
    """Result of the quality check of a hand.

    Attributes:
        refusal: The reason for refusing it; None if it is good enough.
        measured: The measured value that led to the refusal, in the unit of its limit; 0 if there is none.
    """

    refusal: Refusal | None = None
    measured: float = 0.0

    @property
    def is_good(self) -> bool:
        """Whether the hand is good enough to record."""
        return self.refusal is None

    @property
    def message(self) -> str:
        """The message to the user; empty if the hand is good enough."""
        return "" if self.refusal is None else self.refusal.value


class OfferResult(Enum):
    """Answer of the recorder to an offered hand."""

    TAKEN = "taken"
    """Queued for the quality check and writing."""
    FULL = "full"
    """Not taken: the queue is full, because the disk is slow."""
    PAUSED = "paused"
    """Not taken: the store failed, and recording was not resumed yet."""
    STOPPED = "stopped"
    """Not taken: the recorder was stopped."""
