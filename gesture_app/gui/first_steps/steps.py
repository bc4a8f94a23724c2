"""The order of the first steps, when a gesture counts as read, and which round is played. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum

from gesture_app.domain.frames.gestures import FIVE_GESTURES, GestureSet
from gesture_app.domain.game.rules import LIZARD_SPOCK
from gesture_app.settings import PlayMode, PlaySettings

HOLD_S = 0.4
"""Seconds for which a hand must show a gesture. A hand that changes passes through other gestures in less; see
``domain/game/throw_reading.py``."""

_LONGEST_GAP_S = 0.5
"""Seconds between two results after which a gesture is no longer the same one being held."""


class Step(Enum):
    """The steps, in their order; the value is the number that people see."""

    CAMERA = 1
    GESTURES = 2
    ROUND = 3

    @property
    def following(self) -> Step | None:
        """The next step; None after the last one."""
        return Step(self.value + 1) if self.value < len(Step) else None

    @property
    def previous(self) -> Step | None:
        """The step before; None before the first one."""
        return Step(self.value - 1) if self.value > 1 else None


class GestureTicks:
    """Which gestures have been read. Any order counts.

    Attributes:
        gestures: The gestures to show, in the order of the list.

    Args:
        gestures: The gestures to show.
    """

    def __init__(self, gestures: Sequence[str] = FIVE_GESTURES) -> None:
        self.gestures = tuple(gestures)
        self._read: set[str] = set()
        self._held = ""
        self._held_since_s = 0.0
        self._seen_s = 0.0

    @property
    def read(self) -> tuple[str, ...]:
        """The gestures that have been read, in the order of the list."""
        return tuple(gesture for gesture in self.gestures if gesture in self._read)

    @property
    def is_complete(self) -> bool:
        """Whether all gestures have been read."""
        return len(self.read) == len(self.gestures)

    @property
    def next_gesture(self) -> str | None:
        """The first gesture that has not been read; None if all have."""
        return next((gesture for gesture in self.gestures if gesture not in self._read), None)

    def use(self, labels: GestureSet | None) -> None:
        """Ask only for gestures that the model knows. What has been read stays read.

        Args:
            labels: The labels of the model in use; None while it is loading.
        """
        self.gestures = FIVE_GESTURES if labels is None else tuple(g for g in FIVE_GESTURES if g in labels.labels)

    def observe(self, gesture: str, now_s: float) -> bool:
        """Add the stable gesture of one result. Returns whether another gesture has now been read.

        Args:
            gesture: The gesture of the frame; ``"none"`` if there is none.
            now_s: When the frame was captured, in monotonic seconds.
        """
        is_same = gesture == self._held and 0 <= now_s - self._seen_s <= _LONGEST_GAP_S
        if not is_same:
            self._held, self._held_since_s = gesture, now_s
        self._seen_s = now_s
        if gesture not in self.gestures or gesture in self._read or now_s - self._held_since_s < HOLD_S:
            return False
        self._read.add(gesture)
        return True


def first_round(play: PlaySettings) -> PlaySettings:
    """The settings of the first round: all five gestures against the easiest opponent, otherwise as chosen."""
    return replace(play, mode=PlayMode.COMPUTER, throws=LIZARD_SPOCK.name, opponent="")
