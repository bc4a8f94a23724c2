"""The quality check of hands to record: large enough, completely in view, sharp, and different from recent samples.

Pure functions, so any thread may call them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import cv2
import numpy as np

from gesture_app.domain.frames.frame import Float32Array, Frame, Hand, UInt8Array
from gesture_app.domain.frames.hand_topology import MIDDLE_KNUCKLE, WRIST
from gesture_app.domain.samples.quality import QualityResult, Refusal

MIN_EXTENT_PX = 64.0
"""A crop of 128 px shows a hand 85 px large (it is 1.5 extents wide): below three quarters of that, most of the
classifier's input would be interpolated."""

MIN_EDGE_DISTANCE = 0.02
"""In hand extents, about half a finger's thickness. Skin around a landmark nearer to the frame's edge is cut off."""

MIN_SHARPNESS = 0.02
"""Chosen on 453 hands of the training photos from twelve sources, without thumbnails. Blurred by a Gaussian of 2 % of
the hand's extent (2 px in a crop, where fingers begin to merge), 95 in 100 lie below this. Of the unchanged photos,
1.5 in 100 do: fists of smooth skin, in haze, or moving."""


@dataclass(frozen=True)
class ChangeLimits:
    """Changes below which a hand is a near duplicate of another one: both must be smaller.

    Attributes:
        pose: Mean distance of the landmarks, in palm lengths.
        image: Mean difference of the thumbnails in grey levels of 255.
    """

    pose: float
    image: float


FRAME_LIMITS = ChangeLimits(pose=0.05, image=8.0)
"""For frames of one video. A pose changes by this much when the hand turns by 6 degrees. Webcam noise on the same photo
moves the landmarks by 0.015 in the median, and by 0.033 in 1 of 4; it changes thumbnails by 2, another person's hand by
20 or more, other light, sleeves or backgrounds by values in between."""

PHOTO_LIMITS = ChangeLimits(pose=0.015, image=2.0)
"""For photos that a person chose: only copies, such as an image that was saved again, differ by less than noise does.
Several hands before the same wall differ by less than the frames of a video may."""

RECENT_SAMPLES = 30
"""Number of recent samples to compare with: as many as a session is asked for of one label."""

_MEASURED_EXTENT_PX = 96
_THUMBNAIL_PX = 24
_SKIN_SHARE = 0.06
_LEAST_VARIANCE = 1.0


@dataclass(frozen=True, eq=False)
class HandAppearance:
    """Pose and thumbnail of a hand, to find near duplicates.

    Attributes:
        pose: ``(21, 2)`` float32: landmarks around their mean, in palm lengths. Independent of position and size, but
            not of rotation.
        thumbnail: ``(24, 24)`` float32: the box of the hand in grey levels, 0 to 255.
    """

    pose: Float32Array
    thumbnail: Float32Array

    def is_like(self, other: HandAppearance, limits: ChangeLimits = FRAME_LIMITS) -> bool:
        """Whether both pose and thumbnail are almost the same, so that a model would learn nothing new."""
        if self.pose_change(other) >= limits.pose:
            return False
        return float(np.abs(self.thumbnail - other.thumbnail).mean()) < limits.image

    def pose_change(self, other: HandAppearance) -> float:
        """Mean distance of the landmarks, in palm lengths."""
        return float(np.linalg.norm(self.pose - other.pose, axis=1).mean())


def check_quality(
    frame: Frame, hand: Hand, recent: Iterable[HandAppearance] = (), limits: ChangeLimits = FRAME_LIMITS
) -> QualityResult:
    """Check a hand for recording; the result holds the first reason against it, the most obvious one first.

    Args:
        frame: The frame.
        hand: A hand in it.
        recent: Appearances of the last recorded hands of this session and label; see :func:`appearance_of`.
        limits: Changes below which it is a near duplicate of one of them.
    """
    extent_px = hand_extent_px(hand)
    if extent_px < MIN_EXTENT_PX:
        return QualityResult(Refusal.TOO_SMALL, extent_px)
    if (distance := edge_distance(frame, hand)) < MIN_EDGE_DISTANCE:
        return QualityResult(Refusal.CUT_OFF, distance)
    if (measured := sharpness(frame, hand)) < MIN_SHARPNESS:
        return QualityResult(Refusal.BLURRED, measured)
    appearance = appearance_of(frame, hand)
    for other in recent:
        if appearance.is_like(other, limits):
            return QualityResult(Refusal.NEAR_DUPLICATE, appearance.pose_change(other))
    return QualityResult()


def hand_extent_px(hand: Hand) -> float:
    """The larger side of the box around the landmarks, in pixels."""
    left, top, right, bottom = hand.box_xyxy_px
    return max(right - left, bottom - top)


def edge_distance(frame: Frame, hand: Hand) -> float:
    """Distance of the outermost landmark from the frame's edge in hand extents; negative outside the frame."""
    left, top, right, bottom = hand.box_xyxy_px
    width, height = frame.resolution_wh
    return min(left, top, width - right, height - bottom) / max(hand_extent_px(hand), 1.0)


def sharpness(frame: Frame, hand: Hand) -> float:
    """Sharpness of the hand: variance of the Laplacian, relative to the variance of the image.

    Measured on the hand and its outline, because a moving hand is blurred before a sharp background; at the size of the
    classifier's input, because detail lost in scaling down does not matter; and relative to contrast, because dim light
    is not blur. The noise of a very dim image counts as detail, so blur is not found there.

    Source: Pech-Pacheco et al. 2000, "Diatom autofocusing in brightfield microscopy: a comparative study" (the variance
    of the Laplacian); Pertuz et al. 2013, "Analysis of focus measure operators", 2.2 (LAP4).

    Args:
        frame: The frame.
        hand: A hand in it.

    Returns:
        About 0.01 for a blurred hand, 0.05 to 0.5 for a sharp one; 0 where the hand is outside the frame.
    """
    grey, corner_px, scale = _grey_box(frame.image_bgr, hand)
    if grey.size == 0:
        return 0.0
    outline = np.round((hand.landmarks_px[:, :2] - corner_px) * scale).astype(np.int32)
    mask = np.zeros(grey.shape, np.uint8)
    cv2.fillConvexPoly(mask, cv2.convexHull(outline), (1,))
    width = 2 * round(_SKIN_SHARE * hand_extent_px(hand) * scale) + 1
    mask = np.asarray(cv2.dilate(mask, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (width, width))), dtype=np.uint8)
    on_hand = mask > 0
    if not on_hand.any():
        return 0.0
    laplacian = np.asarray(cv2.Laplacian(grey, cv2.CV_32F), dtype=np.float32)
    return float(laplacian[on_hand].var() / max(float(grey[on_hand].var()), _LEAST_VARIANCE))


def appearance_of(frame: Frame, hand: Hand) -> HandAppearance:
    """The appearance of a hand in a frame."""
    points = hand.landmarks_px[:, :2]
    palm_px = max(float(np.linalg.norm(points[MIDDLE_KNUCKLE] - points[WRIST])), 1.0)
    pose = ((points - points.mean(axis=0)) / palm_px).astype(np.float32)
    grey, _, _ = _grey_box(frame.image_bgr, hand)
    if grey.size == 0:
        grey = np.zeros((1, 1), np.float32)
    thumbnail = cv2.resize(grey, (_THUMBNAIL_PX, _THUMBNAIL_PX), interpolation=cv2.INTER_AREA)
    return HandAppearance(pose, np.asarray(thumbnail, dtype=np.float32))


def _grey_box(image_bgr: UInt8Array, hand: Hand) -> tuple[Float32Array, Float32Array, float]:
    """The hand's box in grey, never enlarged, with its corner in the frame and its scale; empty outside the frame."""
    extent_px = max(hand_extent_px(hand), 1.0)
    reach = extent_px * _SKIN_SHARE * 1.5
    height, width = image_bgr.shape[:2]
    left, top, right, bottom = hand.box_xyxy_px
    low = np.clip(np.array([left - reach, top - reach]).astype(int), 0, [width, height])
    high = np.clip(np.array([right + reach, bottom + reach]).astype(int) + 1, 0, [width, height])
    box = image_bgr[low[1] : high[1], low[0] : high[0]]
    if box.size == 0:
        return np.zeros((0, 0), np.float32), low.astype(np.float32), 1.0
    grey = np.asarray(cv2.cvtColor(box, cv2.COLOR_BGR2GRAY), dtype=np.float32)
    scale = min(1.0, _MEASURED_EXTENT_PX / extent_px)
    if scale < 1:
        size_wh = (max(1, round(grey.shape[1] * scale)), max(1, round(grey.shape[0] * scale)))
        grey = np.asarray(cv2.resize(grey, size_wh, interpolation=cv2.INTER_AREA), dtype=np.float32)
    return grey, low.astype(np.float32), scale
