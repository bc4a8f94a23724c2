"""Smoothing of predictions over time to one stable gesture per hand."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from gesture_app.domain.frames.frame import Float32Array, Hand, HandReading, Prediction
from gesture_app.domain.frames.gestures import NONE, GestureSet


@dataclass(frozen=True)
class SmoothingSettings:
    """Settings of the smoothing.

    Attributes:
        time_constant_s: Time constant of the exponential average of probabilities.
        enter: A gesture becomes stable when its averaged probability rises to this.
        leave: The stable gesture ends when its averaged probability falls below this.
        hold_s: The track of a lost hand is kept for this long.
        max_jump: Maximum movement of a hand between frames to stay on its track, in hand sizes.

    Raises:
        ValueError: If the time constant is not positive, or ``0 <= leave <= enter <= 1`` does not hold, or one of the
            others is negative.
    """

    time_constant_s: float = 0.12
    enter: float = 0.6
    leave: float = 0.4
    hold_s: float = 0.25
    max_jump: float = 1.5

    def __post_init__(self) -> None:
        if not self.time_constant_s > 0:
            raise ValueError(f"time_constant_s must be positive, got {self.time_constant_s}")
        if not 0 <= self.leave <= self.enter <= 1:
            raise ValueError(f"expected 0 <= leave <= enter <= 1, got leave {self.leave} and enter {self.enter}")
        if not (self.hold_s >= 0 and self.max_jump >= 0):
            raise ValueError(f"expected no negative value, got hold_s {self.hold_s} and max_jump {self.max_jump}")


class GestureSmoother:
    """Averages one hand's probabilities over time and switches gesture with hysteresis.

    The average is exponential in time rather than in frames, so that a slow camera behaves like a fast one.
    """

    def __init__(self, settings: SmoothingSettings) -> None:
        self._settings = settings
        self._labels: GestureSet | None = None
        self._average: Float32Array | None = None
        self._updated_s = 0.0
        self._stable = NONE

    @property
    def stable_gesture(self) -> str:
        """The current stable gesture."""
        return self._stable

    def update(self, prediction: Prediction, now_s: float) -> str:
        """Add one prediction and return the stable gesture. A change of labels resets the average."""
        labels = prediction.labels
        if self._average is None or self._labels != labels:
            self._labels, self._stable = labels, NONE
            self._average = prediction.probabilities.astype(np.float32)
        else:
            elapsed_s = max(0.0, now_s - self._updated_s)
            keep = math.exp(-elapsed_s / self._settings.time_constant_s)
            self._average = (keep * self._average + (1 - keep) * prediction.probabilities).astype(np.float32)
        self._updated_s = now_s
        if self._average[labels.index(self._stable)] < self._settings.leave:
            self._stable = NONE
        best = int(np.argmax(self._average))
        if self._average[best] >= max(self._settings.enter, prediction.reject_threshold):
            self._stable = labels.labels[best]
        return self._stable


@dataclass
class _Track:
    track_id: int
    center_px: tuple[float, float]
    size_px: float
    seen_s: float
    smoother: GestureSmoother


class HandTracker:
    """Tracks hands from frame to frame by position, with one smoother per track.

    The handedness is not used because it flips now and then. The nearest pairs are matched first.
    """

    def __init__(self, settings: SmoothingSettings | None = None) -> None:
        self._settings = settings or SmoothingSettings()
        self._tracks: list[_Track] = []
        self._next_id = 0

    def update(self, hands: Sequence[Hand], predictions: Sequence[Prediction], now_s: float) -> list[HandReading]:
        """Match the hands of a frame to tracks, and smooth their predictions.

        Args:
            hands: The hands of one frame.
            predictions: The prediction of each hand.
            now_s: The frame's time. A time that falls starts another scene and drops all tracks.

        Returns:
            One reading per hand, in the same order.
        """
        self._tracks = [t for t in self._tracks if 0 <= now_s - t.seen_s <= self._settings.hold_s]
        readings = []
        for hand, prediction, track in zip(hands, predictions, self._match(hands, now_s), strict=True):
            stable = track.smoother.update(prediction, now_s)
            readings.append(HandReading(hand, prediction, track.track_id, stable))
        return readings

    def forget_gestures(self) -> None:
        """Reset the smoothed gestures, as for another model, and keep the tracks."""
        for track in self._tracks:
            track.smoother = GestureSmoother(self._settings)

    def leading_gesture(self, readings: Sequence[HandReading]) -> str:
        """The gesture of a frame.

        With hands in view it is :func:`leading_gesture`. When the detector has just lost every hand, the last stable
        gesture is held for ``hold_s``, so that the answer does not flicker.
        """
        if readings:
            return leading_gesture(readings)
        held = [t for t in self._tracks if t.smoother.stable_gesture != NONE]
        return max(held, key=lambda t: t.size_px).smoother.stable_gesture if held else NONE

    def _match(self, hands: Sequence[Hand], now_s: float) -> list[_Track]:
        pairs = sorted(
            (math.dist(hand.center_px, track.center_px) / max(track.size_px, 1.0), h, t)
            for h, hand in enumerate(hands)
            for t, track in enumerate(self._tracks)
        )
        chosen: dict[int, _Track] = {}
        used: set[int] = set()
        for distance, h, t in pairs:
            if distance <= self._settings.max_jump and h not in chosen and t not in used:
                chosen[h] = self._tracks[t]
                used.add(t)
        for h in range(len(hands)):
            if h not in chosen:
                chosen[h] = _Track(self._next_id, (0.0, 0.0), 0.0, now_s, GestureSmoother(self._settings))
                self._next_id += 1
                self._tracks.append(chosen[h])
            track = chosen[h]
            track.center_px, track.size_px, track.seen_s = hands[h].center_px, _size_px(hands[h]), now_s
        return [chosen[h] for h in range(len(hands))]


def leading_gesture(readings: Sequence[HandReading]) -> str:
    """The stable gesture of the largest hand that shows one; ``"none"`` if there is none."""
    showing = [r for r in readings if r.stable_gesture != NONE]
    return max(showing, key=lambda r: _size_px(r.hand)).stable_gesture if showing else NONE


def _size_px(hand: Hand) -> float:
    left, top, right, bottom = hand.box_xyxy_px
    return max(right - left, bottom - top)
