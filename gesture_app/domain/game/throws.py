"""Observed hands, the timing of a round, and the misthrows after which a round is played again."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass, fields
from enum import Enum

from gesture_app.domain.frames.frame import FrameResult, Prediction
from gesture_app.domain.message import Message

MAX_BEAT_S = 5.0


@dataclass(frozen=True)
class SeenHand:
    """One hand of one frame.

    Attributes:
        prediction: Its unsmoothed prediction: smoothing would delay the throw.
        center_x: Centre of the hand, 0 (left) to 1 (right) of the frame as captured, not mirrored.
        center_y: Its distance from the upper edge, as a fraction of the frame's width.
        size: The longer side of the box around it, as a fraction of the frame's width; above 0.
    """

    prediction: Prediction
    center_x: float
    center_y: float = 0.4
    size: float = 0.2

    def throw_probability(self, gestures: Collection[str]) -> float:
        """Probability that the hand means one of these gestures, 0 to 1."""
        known = self.prediction.by_label
        return min(1.0, sum(known.get(gesture, 0.0) for gesture in gestures))


@dataclass(frozen=True)
class Observation:
    """The hands of one frame.

    Attributes:
        now_s: Capture time of the frame, on the clock that ``start_round`` and ``tick`` are given.
        hands: The hands in it; empty if no hand was found.
    """

    now_s: float
    hands: tuple[SeenHand, ...] = ()

    def hands_by_player(self, *, is_split: bool) -> tuple[tuple[SeenHand, ...], ...]:
        """The hands of each player.

        Args:
            is_split: Whether two people play, the first in the left half of the frame, the second in the right half.
        """
        if not is_split:
            return (self.hands,)
        left = tuple(hand for hand in self.hands if hand.center_x < 0.5)
        return left, tuple(hand for hand in self.hands if hand.center_x >= 0.5)

    @classmethod
    def of(cls, result: FrameResult, now_s: float) -> Observation:
        """The hands of a result.

        Args:
            result: The pipeline's result for a frame.
            now_s: Capture time of the frame, on the game's clock.
        """
        width_px = result.resolution_wh[0]
        hands = (
            SeenHand(
                reading.prediction,
                min(1.0, max(0.0, reading.hand.center_px[0] / width_px)),
                reading.hand.center_px[1] / width_px,
                max(reading.hand.size_px, 1.0) / width_px,
            )
            for reading in result.hands
        )
        return cls(now_s, tuple(hands))


class Misthrow(Enum):
    """Reason why a round is played again; nobody loses a point by it."""

    TOO_EARLY = "too_early"
    TOO_LATE = "too_late"
    NO_HAND = "no_hand"
    NO_GESTURE = "no_gesture"
    TWO_HANDS = "two_hands"
    UNSETTLED = "unsettled"
    ONE_PLAYER_MISSING = "one_player_missing"
    NO_FRAMES = "no_picture"
    NOT_AGREED = "not_agreed"

    @property
    def explanation(self) -> str:
        """Cause and remedy in a few words, for the player."""
        return _EXPLANATIONS[self]


_EXPLANATIONS = {
    Misthrow.TOO_EARLY: Message("Too early: keep a fist until “shoot!”."),
    Misthrow.TOO_LATE: Message("Too late: show your throw on “shoot!”."),
    Misthrow.NO_HAND: Message("No hand in view: hold it up to the camera."),
    Misthrow.NO_GESTURE: Message("That was no throw: show one of the gestures clearly."),
    Misthrow.TWO_HANDS: Message("Two hands with two throws: throw with one."),
    Misthrow.UNSETTLED: Message("Your hand kept changing: hold your throw still."),
    Misthrow.ONE_PLAYER_MISSING: Message("One player is missing: one hand in each half of the picture."),
    Misthrow.NOT_AGREED: Message("None of the throws it looked like: throw once more."),
    Misthrow.NO_FRAMES: Message("The camera sent too few pictures: check it, and try again."),
}


@dataclass(frozen=True)
class GameTiming:
    """Durations in seconds, and thresholds for readings.

    Attributes:
        beat_s: From one word of the countdown to the next.
        settle_s: A throw counts once it has been seen this long.
        rock_settle_s: A fist counts only this long after "shoot": everybody holds one before, and opening takes time.
        opening_s: For this long after the last fist an opening hand may pass through other gestures; none is taken.
        early_s: A gesture other than a fist held since this long before "shoot", and still there, is too early.
        late_s: A throw must have been reached by this long after "shoot".
        window_s: Without a throw by this long after "shoot", the round is played again.
        max_gap_s: Frames before a gap longer than this no longer count.
        frame_delay_s: Longest time from capture to arrival of a frame.
        reveal_hold_s: The result is shown this long before the match goes on.
        misthrow_hold_s: The explanation of a misthrow is shown this long before the match goes on.
        change_watch_s: A late throw must begin by this long after the lock; later the hand is on its way to the next
            round.
        question_s: A doubtful throw that nobody decides counts as it was read after this time.
        min_share: A throw with a lower mean probability, given that one is meant, is doubtful.
        min_throw_probability: At "shoot" a hand is taken for a throw unless it is less probable than this that one is
            meant. Source: rpsls-8 gives less to 6 of 952 photos of gestures, and to 60 % of 268 of other poses.
        agreement: Fraction of a settle time's frames that must show the throw, so that one misread frame is no harm.
        min_frames: A throw needs at least this many frames.

    Raises:
        ValueError: If a value is not finite or negative, or the times contradict each other.
    """

    beat_s: float = 0.6
    settle_s: float = 0.2
    rock_settle_s: float = 0.65
    opening_s: float = 0.4
    early_s: float = 0.5
    late_s: float = 1.0
    window_s: float = 1.3
    max_gap_s: float = 0.3
    frame_delay_s: float = 0.25
    reveal_hold_s: float = 2.5
    misthrow_hold_s: float = 2.5
    change_watch_s: float = 1.0
    question_s: float = 8.0
    min_share: float = 0.6
    min_throw_probability: float = 0.02
    agreement: float = 0.75
    min_frames: int = 3

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if not (math.isfinite(value) and value >= 0):
                raise ValueError(f"{field.name} must be finite and not negative, got {value}")
        if not 0 < self.beat_s <= MAX_BEAT_S:
            raise ValueError(f"beat_s must be above 0 and at most {MAX_BEAT_S}, got {self.beat_s}")
        if not (self.settle_s <= self.rock_settle_s <= self.window_s and self.late_s <= self.window_s):
            raise ValueError("expected settle_s <= rock_settle_s <= window_s and late_s <= window_s")
        if not (0.5 < self.agreement <= 1 and self.min_frames >= 1):
            raise ValueError("expected agreement above 0.5 and up to 1, and min_frames from 1")
        for name in ("min_throw_probability", "min_share"):
            if getattr(self, name) > 1:
                raise ValueError(f"{name} must be up to 1, got {getattr(self, name)}")
