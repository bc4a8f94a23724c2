"""Smoothing of predictions over time to one stable gesture per hand."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from gesture_app.domain.frames.frame import Float32Array, Hand, HandReading, Prediction
from gesture_app.domain.frames.gestures import NONE, GestureSet
from gesture_app.domain.frames.sensitivity import Sensitivity

_MIN_INTENT = 0.002
_MIN_SHARE = 0.5
"""A gesture is clearly the one that is shown if it is more probable than all others together."""
_ROUNDING_S = 1e-6


@dataclass(frozen=True)
class SmoothingSettings:
    """Settings of the smoothing. Source of durations and speed: benchmarks/false_alarms.py.

    Attributes:
        time_constant_s: Time constant of the exponential averages of predictions and of the hand's velocity.
        min_intent: Lowest threshold of intent, for each sensitivity. In a video a gesture must be more probably meant
            than not, as there are more frames to come; the model's own threshold is for single images.
        enter: Lowest threshold for a gesture to become stable, for models without intent thresholds.
        leave: The stable gesture ends when its average falls below this share of the threshold.
        confirm_s: A clear gesture becomes stable after it has been shown this long without a break, for each
            sensitivity.
        clear_log_odds: A gesture is clear from this many log-odds above the threshold on. A less clear one must be
            shown longer in proportion: half as clear, twice as long. After Wald 1945, "Sequential tests of statistical
            hypotheses": evidence is added up until it is enough.
        max_speed: A gesture is shown only while the hand moves more slowly than this, in hand sizes per second.
        hold_s: The track of a lost hand is kept for this long.
        max_jump: Maximum movement of a hand between frames to stay on its track, in hand sizes.

    Raises:
        ValueError: If the time constant or the clear log-odds are not positive, a share is not from 0 to 1, or another
            value is negative.
    """

    time_constant_s: float = 0.12
    min_intent: Mapping[Sensitivity, float] = field(
        default_factory=lambda: {Sensitivity.LOW: 0.5, Sensitivity.NORMAL: 0.5, Sensitivity.HIGH: 0.0}
    )
    enter: float = 0.6
    leave: float = 0.65
    confirm_s: Mapping[Sensitivity, float] = field(
        default_factory=lambda: {Sensitivity.LOW: 0.5, Sensitivity.NORMAL: 0.2, Sensitivity.HIGH: 0.0}
    )
    clear_log_odds: float = 4.0
    max_speed: float = 1.0
    hold_s: float = 0.25
    max_jump: float = 1.5

    def __post_init__(self) -> None:
        if not self.time_constant_s > 0:
            raise ValueError(f"time_constant_s must be positive, got {self.time_constant_s}")
        if not self.clear_log_odds > 0:
            raise ValueError(f"clear_log_odds must be positive, got {self.clear_log_odds}")
        shares = (self.enter, self.leave, *self.min_intent.values())
        if not all(0 <= share <= 1 for share in shares):
            raise ValueError(f"enter, leave and min_intent must be from 0 to 1, got {shares}")
        if min(self.hold_s, self.max_jump, self.max_speed, *self.confirm_s.values()) < 0:
            raise ValueError("hold_s, max_jump, max_speed and confirm_s must not be negative")


class GestureSmoother:
    """Averages one hand's predictions over time, and decides when a gesture is deliberate.

    Both questions of a prediction are averaged apart: the log-odds that a gesture is meant, and the probabilities of
    the gestures, given that one is. A gesture becomes stable once a hand that is nearly at rest has shown it clearly
    and long enough; what is less clear must be shown for longer. The averages are exponential in time rather than in
    frames, so that a slow camera behaves like a fast one.

    Args:
        settings: The settings.
        sensitivity: Selects threshold and duration.
    """

    def __init__(self, settings: SmoothingSettings, sensitivity: Sensitivity = Sensitivity.NORMAL) -> None:
        self._settings = settings
        self._sensitivity = sensitivity
        self._labels: GestureSet | None = None
        self._log_odds = 0.0
        self._shares: Float32Array = np.empty(0, dtype=np.float32)
        self._updated_s = 0.0
        self._candidate, self._shown_s = NONE, 0.0
        self._stable = NONE

    @property
    def stable_gesture(self) -> str:
        """The current stable gesture."""
        return self._stable

    def update(self, prediction: Prediction, now_s: float, speed: float = 0.0) -> str:
        """Add one prediction and return the stable gesture. A change of labels resets the averages.

        Args:
            prediction: The prediction of a frame.
            now_s: The frame's time.
            speed: Speed of the hand, in hand sizes per second.
        """
        if not prediction.labels.gestures:
            return NONE
        elapsed_s = max(0.0, now_s - self._updated_s)
        self._average(prediction, now_s)
        gestures = prediction.labels.gestures
        best = gestures[int(np.argmax(self._shares))]
        threshold = self._threshold(prediction)
        if self._stable != NONE and self._evidence(prediction, self._stable) < self._settings.leave * threshold:
            self._stable = NONE
        evidence = self._evidence(prediction, best)
        if evidence < threshold or speed > self._settings.max_speed:
            self._candidate = NONE
        elif self._candidate != best:
            self._candidate, self._shown_s = best, 0.0
        else:
            margin = _log_odds(evidence) - _log_odds(threshold)
            self._shown_s += elapsed_s * min(1.0, margin / self._settings.clear_log_odds)
        confirm_s = self._settings.confirm_s[self._sensitivity]
        if self._candidate != NONE and self._shown_s >= confirm_s - _ROUNDING_S:
            self._stable = self._candidate
        return self._stable

    def averaged(self, prediction: Prediction) -> Prediction:
        """The present averages in the form of the last prediction: the same labels and thresholds."""
        labels = prediction.labels
        # Frames without any probability of a gesture lower the sum.
        total = float(self._shares.sum())
        if total <= 0:
            return prediction
        intent = 1 / (1 + math.exp(-self._log_odds))
        probabilities = np.zeros(len(labels), dtype=np.float32)
        probabilities[labels.none_index] = 1 - intent
        for gesture, share in zip(labels.gestures, self._shares, strict=True):
            probabilities[labels.index(gesture)] = intent * share / total
        return replace(prediction, probabilities=probabilities)

    def _average(self, prediction: Prediction, now_s: float) -> None:
        labels = prediction.labels
        log_odds = _log_odds(prediction.intent)
        shares = np.array(list(prediction.among(labels.gestures).values()), dtype=np.float32)
        if self._labels != labels:
            self._labels, self._stable, self._candidate = labels, NONE, NONE
            self._log_odds, self._shares = log_odds, shares
        else:
            keep = math.exp(-max(0.0, now_s - self._updated_s) / self._settings.time_constant_s)
            self._log_odds = keep * self._log_odds + (1 - keep) * log_odds
            self._shares = (keep * self._shares + (1 - keep) * shares).astype(np.float32)
        self._updated_s = now_s

    def _threshold(self, prediction: Prediction) -> float:
        if prediction.intent_thresholds is not None:
            return max(self._settings.min_intent[self._sensitivity], prediction.intent_thresholds.at(self._sensitivity))
        return max(self._settings.enter, prediction.reject_threshold)

    def _evidence(self, prediction: Prediction, gesture: str) -> float:
        """Averaged probability that a gesture is meant, or 0 if it is not clearly this one.

        Models of earlier versions have one threshold for both questions: their evidence is the product.
        """
        share = float(self._shares[prediction.labels.gestures.index(gesture)])
        intent = 1 / (1 + math.exp(-self._log_odds))
        if prediction.intent_thresholds is None:
            return intent * share
        return intent if share >= _MIN_SHARE else 0.0


def _log_odds(probability: float) -> float:
    """Log-odds of a probability, limited so that one frame cannot outweigh the others."""
    limited = min(max(probability, _MIN_INTENT), 1 - _MIN_INTENT)
    return math.log(limited / (1 - limited))


@dataclass
class _Track:
    track_id: int
    center_px: tuple[float, float]
    size_px: float
    seen_s: float
    smoother: GestureSmoother
    velocity: tuple[float, float] = (0.0, 0.0)
    """In hand sizes per second, averaged."""

    @property
    def speed(self) -> float:
        """Speed of the hand, in hand sizes per second."""
        return math.hypot(*self.velocity)


class HandTracker:
    """Tracks hands from frame to frame by position, with one smoother per track.

    The handedness is not used because it flips now and then. The nearest pairs are matched first.

    Args:
        settings: Settings of the smoothing.
        sensitivity: Sensitivity of the smoothers.
    """

    def __init__(
        self, settings: SmoothingSettings | None = None, sensitivity: Sensitivity = Sensitivity.NORMAL
    ) -> None:
        self._settings = settings or SmoothingSettings()
        self._sensitivity = sensitivity
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
            stable = track.smoother.update(prediction, now_s, track.speed)
            averaged = track.smoother.averaged(prediction)
            readings.append(HandReading(hand, prediction, track.track_id, stable, averaged))
        return readings

    def forget_gestures(self) -> None:
        """Reset the smoothed gestures, as for another model, and keep the tracks."""
        for track in self._tracks:
            track.smoother = self._new_smoother()

    def set_sensitivity(self, sensitivity: Sensitivity) -> None:
        """Change the sensitivity; smoothed gestures begin anew, tracks stay."""
        self._sensitivity = sensitivity
        self.forget_gestures()

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
        pairs = nearest_pairs(
            ((distance,), h, t)
            for h, hand in enumerate(hands)
            for t, track in enumerate(self._tracks)
            if (distance := math.dist(hand.center_px, track.center_px) / max(track.size_px, 1.0))
            <= self._settings.max_jump
        )
        chosen = {h: self._tracks[t] for h, t in pairs.items()}
        for h in range(len(hands)):
            if h not in chosen:
                chosen[h] = _Track(self._next_id, hands[h].center_px, 0.0, now_s, self._new_smoother())
                self._next_id += 1
                self._tracks.append(chosen[h])
            self._move(chosen[h], hands[h], now_s)
        return [chosen[h] for h in range(len(hands))]

    def _move(self, track: _Track, hand: Hand, now_s: float) -> None:
        elapsed_s, center_px, size_px = now_s - track.seen_s, hand.center_px, hand.size_px
        if elapsed_s > 0:
            keep = math.exp(-elapsed_s / self._settings.time_constant_s)
            scale = (1 - keep) / (elapsed_s * max(size_px, 1.0))
            track.velocity = (
                keep * track.velocity[0] + scale * (center_px[0] - track.center_px[0]),
                keep * track.velocity[1] + scale * (center_px[1] - track.center_px[1]),
            )
        track.center_px, track.size_px, track.seen_s = center_px, size_px, now_s

    def _new_smoother(self) -> GestureSmoother:
        return GestureSmoother(self._settings, self._sensitivity)


def nearest_pairs(candidates: Iterable[tuple[tuple[float, ...], int, int]]) -> dict[int, int]:
    """Pairs in which each number of either side is once at most; the nearest are chosen first.

    Args:
        candidates: Distance, or several values that are compared in turn; number on the first side, and on the second.

    Returns:
        The number on the second side by that on the first.
    """
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for _, first, second in sorted(candidates):
        if first not in pairs and second not in used:
            pairs[first] = second
            used.add(second)
    return pairs


def leading_gesture(readings: Sequence[HandReading]) -> str:
    """The stable gesture of the largest hand that shows one; ``"none"`` if there is none."""
    showing = [r for r in readings if r.stable_gesture != NONE]
    return max(showing, key=lambda r: r.hand.size_px).stable_gesture if showing else NONE
