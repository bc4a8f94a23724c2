"""Data of the pipeline: frames, hands, crops, predictions and results."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.gestures import NONE, GestureSet
from gesture_app.domain.frames.sensitivity import IntentThresholds, Sensitivity

LANDMARK_COUNT = 21
"""Landmarks per hand. Source: MediaPipe hand landmark model card."""

CROP_SIZE_PX = 128
"""Side of the classifier's square input image."""

UInt8Array = npt.NDArray[np.uint8]
Float32Array = npt.NDArray[np.float32]


def _upright() -> Float32Array:
    return np.array([0.0, 1.0], dtype=np.float32)


class Handedness(str, Enum):
    """The person's left or right hand, in an image that is not mirrored."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True)
class Frame:
    """One image of a source, never mirrored.

    Attributes:
        image_bgr: ``(height, width, 3)`` uint8, BGR. Read only, as threads share it.
        seq: Number of the frame in its source, from 0.
        time_s: Position in the source's own time: media time for files, time since opening for live sources.
        captured_s: Monotonic seconds at which the frame was in memory.
        path: The image's path relative to its folder, if the source is a folder of images.

    Raises:
        ValueError: If the image has another shape or dtype.
    """

    image_bgr: UInt8Array
    seq: int
    time_s: float
    captured_s: float
    path: str | None = None

    def __post_init__(self) -> None:
        image = self.image_bgr
        if image.dtype != np.uint8 or image.ndim != 3 or image.shape[2] != 3 or 0 in image.shape:
            raise ValueError(f"a frame is (height, width, 3) uint8, got {image.shape} {image.dtype}")

    @property
    def resolution_wh(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.image_bgr.shape[1], self.image_bgr.shape[0]


@dataclass(frozen=True)
class Hand:
    """One detected hand.

    Attributes:
        landmarks_px: ``(21, 3)`` float32: x to the right, y down, in pixels of the frame; z is depth relative to the
            wrist, approximately on the scale of x; smaller is nearer to the camera. Points may lie outside the frame.
        handedness: Left or right hand.
        score: Score of the handedness, 0 to 1.

    Raises:
        ValueError: If the landmarks have another shape or are not finite.
    """

    landmarks_px: Float32Array
    handedness: Handedness
    score: float

    def __post_init__(self) -> None:
        points = self.landmarks_px
        if points.shape != (LANDMARK_COUNT, 3):
            raise ValueError(f"landmarks are ({LANDMARK_COUNT}, 3), got {points.shape}")
        if not np.isfinite(points).all():
            raise ValueError("landmarks must be finite")

    @property
    def box_xyxy_px(self) -> tuple[float, float, float, float]:
        """The tight box around the landmarks: left, top, right, bottom, in pixels of the frame."""
        low = self.landmarks_px[:, :2].min(axis=0)
        high = self.landmarks_px[:, :2].max(axis=0)
        return float(low[0]), float(low[1]), float(high[0]), float(high[1])

    @property
    def center_px(self) -> tuple[float, float]:
        """The center of the box, x and y in pixels of the frame."""
        left, top, right, bottom = self.box_xyxy_px
        return (left + right) / 2, (top + bottom) / 2

    @property
    def size_px(self) -> float:
        """The longer side of the box."""
        left, top, right, bottom = self.box_xyxy_px
        return max(right - left, bottom - top)

    def overlaps(self, other: Hand) -> bool:
        """Whether both may be the same hand: the center of either box lies in the other box."""
        return _inside(self.center_px, other.box_xyxy_px) or _inside(other.center_px, self.box_xyxy_px)

    def overlaps_any(self, hands: Iterable[Hand]) -> bool:
        """Whether it overlaps any of these hands."""
        return any(self.overlaps(other) for other in hands)


def _inside(point: tuple[float, float], box_xyxy: tuple[float, float, float, float]) -> bool:
    left, top, right, bottom = box_xyxy
    return left <= point[0] <= right and top <= point[1] <= bottom


@dataclass(frozen=True)
class HandCrop:
    """The classifier's input for one hand.

    Attributes:
        image_rgb: ``(128, 128, 3)`` uint8, RGB.
        landmarks: ``(21, 3)`` float32 in the crop's frame: the crop spans 0 to 1 in x and y, z on the same scale.
        hand_angle: ``(2,)`` float32: sine and cosine of the clockwise angle from up in the frame to the line from the
            wrist to the middle knuckle; ``(0, 1)`` if the hand points up. An upright crop does not show it.

    Raises:
        ValueError: If either has another shape or dtype, or the landmarks are not finite.
    """

    image_rgb: UInt8Array
    landmarks: Float32Array
    hand_angle: Float32Array = field(default_factory=_upright)

    def __post_init__(self) -> None:
        if self.image_rgb.shape != (CROP_SIZE_PX, CROP_SIZE_PX, 3) or self.image_rgb.dtype != np.uint8:
            got = f"{self.image_rgb.shape} {self.image_rgb.dtype}"
            raise ValueError(f"a crop is ({CROP_SIZE_PX}, {CROP_SIZE_PX}, 3) uint8, got {got}")
        if self.landmarks.shape != (LANDMARK_COUNT, 3):
            raise ValueError(f"landmarks are ({LANDMARK_COUNT}, 3), got {self.landmarks.shape}")
        if not np.isfinite(self.landmarks).all():
            raise ValueError("landmarks must be finite")
        if self.hand_angle.shape != (2,) or not np.isfinite(self.hand_angle).all():
            raise ValueError(f"hand_angle must be two finite numbers, got {self.hand_angle}")


@dataclass(frozen=True)
class Prediction:
    """Calibrated class probabilities of one hand, and the gesture decided from them.

    Attributes:
        labels: The labels of the probabilities, in the same order.
        probabilities: ``(len(labels),)`` float32, summing to 1.
        reject_threshold: A gesture with a lower probability is rejected: the answer is ``"none"``. Unused with
            ``intent_thresholds``.
        intent_thresholds: Minimum probability that a gesture is meant, for each sensitivity; None for models of
            earlier versions, which have only the reject threshold.

    Raises:
        ValueError: If there is not one probability per label, or a value is not from 0 to 1.
    """

    labels: GestureSet
    probabilities: Float32Array
    reject_threshold: float = 0.0
    intent_thresholds: IntentThresholds | None = None

    def __post_init__(self) -> None:
        if self.probabilities.shape != (len(self.labels),):
            raise ValueError(f"expected {len(self.labels)} probabilities, got shape {self.probabilities.shape}")
        # The softmax may round to slightly above 1.
        if not ((self.probabilities >= 0) & (self.probabilities <= 1 + 1e-5)).all():
            raise ValueError(f"probabilities are from 0 to 1, got {self.probabilities}")
        if not 0 <= self.reject_threshold <= 1:
            raise ValueError(f"reject_threshold must be from 0 to 1, got {self.reject_threshold}")

    @property
    def gesture(self) -> str:
        """The answer at normal sensitivity."""
        return self.gesture_at(Sensitivity.NORMAL)

    def gesture_at(self, sensitivity: Sensitivity) -> str:
        """The answer at a sensitivity: the most probable gesture if one is meant, else ``"none"``.

        Models of earlier versions answer the same at each sensitivity: the most probable label, or ``"none"`` if that
        is a gesture below the reject threshold.
        """
        if self.intent_thresholds is not None:
            return self.best_gesture if self.intent >= self.intent_thresholds.at(sensitivity) else NONE
        best = int(np.argmax(self.probabilities))
        return self.labels.labels[best] if self.probabilities[best] >= self.reject_threshold else NONE

    @property
    def intent(self) -> float:
        """Probability that a gesture is meant: that of all gestures together."""
        return min(1.0, max(0.0, 1.0 - float(self.probabilities[self.labels.none_index])))

    @property
    def best_gesture(self) -> str:
        """The most probable gesture, whether or not one is meant; ``"none"`` if the model knows no gesture."""
        return max(self.labels.gestures, key=self.by_label.__getitem__, default=NONE)

    def among(self, gestures: Collection[str]) -> dict[str, float]:
        """Probability of each of these gestures, given that one of them is meant; gestures unknown to the model get 0.

        They sum to 1, or are all 0 if the model knows none of them.
        """
        known = self.by_label
        total = sum(known.get(gesture, 0.0) for gesture in gestures)
        return {gesture: known.get(gesture, 0.0) / total if total > 0 else 0.0 for gesture in gestures}

    @property
    def confidence(self) -> float:
        """Probability of :attr:`gesture`.

        After a rejection this is the probability of ``"none"``, which may be below that of the rejected gesture.
        """
        return float(self.probabilities[self.labels.index(self.gesture)])

    @property
    def by_label(self) -> dict[str, float]:
        """Probabilities by label."""
        return {label: float(p) for label, p in zip(self.labels.labels, self.probabilities, strict=True)}


@dataclass(frozen=True)
class HandReading:
    """One hand of a frame with its prediction.

    Attributes:
        hand: The hand.
        prediction: The prediction in this frame.
        track_id: Number of the hand's track; the same from frame to frame.
        stable_gesture: The smoothed gesture of the track.
        averaged: The predictions of the track averaged over time, from which the stable gesture is decided; None for
            images that are no video.
    """

    hand: Hand
    prediction: Prediction
    track_id: int
    stable_gesture: str
    averaged: Prediction | None = None

    @property
    def basis(self) -> Prediction:
        """The prediction that the stable gesture is decided from."""
        return self.prediction if self.averaged is None else self.averaged


@dataclass(frozen=True)
class FrameResult:
    """The result of one frame.

    Attributes:
        seq: The frame's number in its source; matches ``Frame.seq``.
        time_s: The frame's ``time_s``.
        captured_s: The frame's ``captured_s``.
        resolution_wh: Width and height of the frame that the coordinates refer to.
        hands: The hands, from left to right.
        gesture: The frame's gesture: the stable gesture of the leading hand, ``"none"`` without a hand.
        timings_ms: Durations of ``detect``, ``crop``, ``classify`` and ``total`` in milliseconds.
        path: The frame's ``path``.
        model_id: Id of the model, or empty.
    """

    seq: int
    time_s: float
    captured_s: float
    resolution_wh: tuple[int, int]
    hands: tuple[HandReading, ...] = ()
    gesture: str = NONE
    timings_ms: Mapping[str, float] = field(default_factory=dict)
    path: str | None = None
    model_id: str = ""
