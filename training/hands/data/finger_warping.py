"""Photos of Spock made from photos of paper, by rotation of the fingers about their knuckles.

Few training photos show a Spock, many show an open hand. Photos of paper are warped, too, to fingers a little nearer or
farther apart, so that traces of the warping do not distinguish the labels.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
from rich.console import Console
from rich.progress import track

from gesture_app.domain.frames.frame import Float32Array, Frame, UInt8Array
from gesture_app.domain.frames.gestures import PAPER, SPOCK
from gesture_app.domain.frames.hand_topology import FINGERS, MIDDLE_KNUCKLE, PALM, WRIST
from gesture_app.domain.ports import DetectionMode
from gesture_app.vision.detectors import open_hand_detector
from training.hands.data.dataset import (
    HandSample,
    cut_region,
    data_fingerprint,
    encode_region,
    read_cached_samples,
    save_samples,
)
from training.hands.recipe import HandRecipe

FloatArray = npt.NDArray[np.float64]

_VERSION = 1
"""Raised when the result changes, so that cached images are made again."""
_THUMB, *_CHAINS = (list(chain) for _, chain in FINGERS)
"""Landmarks from knuckle to tip: of the thumb, and of the other fingers, index finger first."""
_KNUCKLES = [chain[0] for chain in _CHAINS]
_SMALLEST_PALM_PX = 25.0

# Limits of an open hand with its palm or back to the camera; lengths in units of the palm, wrist to middle knuckle.
_STRAIGHT = 0.93
_LEAST_FINGER = 0.6
_LEAST_BREADTH = 0.5

# Degrees between middle and ring finger, and how far apart the tips of the two on either side end, in units of the
# distance of their knuckles: touching to loosely together.
_SPOCK_GAP = (10.0, 38.0)
_TIPS_APART = (0.75, 1.05)
_PAPER_GAPS = (0.2, 1.3)
_PAPER_SLACK = 1.5

# Limits of the gaps that the detector must find in the result, in degrees.
_SEEN_GAP = 7.0
_SEEN_SLACK = 5.0

# The cut: where along the first bone a finger begins and where it is all there; how far it reaches sideways and beyond
# its tip, in units of the knuckles' distance and of its last bone.
_CUT_FROM, _CUT_OVER = 0.35, 0.2
_FINGER_REACH = 0.75
_BEYOND_TIP = 0.6


def with_finger_warping(
    samples: Sequence[HandSample], recipe: HandRecipe, cache: Path, console: Console
) -> list[HandSample]:
    """Add the recipe's warped copies of photos of paper to the samples.

    Copies in which the detector finds no hand, or other gaps between the fingers, are dropped.

    Args:
        samples: Detected samples.
        recipe: Number of copies per photo, and the excluded photos.
        cache: Folder in which warped samples are cached.
        console: Shows progress.
    """
    warping = recipe.finger_warping
    if not (warping.spock or warping.paper):
        return list(samples)
    papers = (sample for sample in samples if sample.label == PAPER and not sample.is_rendered)
    photos = [paper for paper in papers if not recipe.data.excludes(paper.source, paper.label)]
    made_by = f"{_VERSION} {warping.spock} {warping.paper} {warping.seed} {data_fingerprint(photos)}"
    digest = hashlib.sha256(made_by.encode()).hexdigest()[:16]
    file = cache / f"moved-{digest}.npz"
    if not file.is_file():
        labels = [SPOCK] * warping.spock + [PAPER] * warping.paper
        save_samples(file, list(warp_photos(photos, labels, warping.seed, console)))
    made = [replace(sample, fingers_warped=True) for sample in read_cached_samples(file)]
    console.print(f"{len(made)} hands with moved fingers, of {len(photos)} photos of paper")
    return [*samples, *made]


def warp_photos(
    photos: Sequence[HandSample], labels: Sequence[str], seed: int, console: Console
) -> Iterator[HandSample]:
    """Warp photos of open hands to some labels; results that the detector does not confirm are skipped.

    Args:
        photos: Photos of paper.
        labels: Labels of the copies of each photo, Spock or paper.
        seed: Seed of the finger angles.
        console: Shows progress.
    """
    detector = open_hand_detector(DetectionMode.INDEPENDENT, max_hands=1, thorough=False)
    seq = 0
    for number, photo in enumerate(track(photos, "Moving fingers", console=console)):
        hand = OpenHand.of(photo.landmarks_px)
        if hand is None:
            continue
        rng = np.random.default_rng([seed, number])
        cut = CutHand.of(photo.region_bgr, hand)
        for label in labels:
            turns = hand.turns_to_spock(rng) if label == SPOCK else hand.turns_to_paper(rng)
            frame = Frame(cut.with_turned_fingers(turns), seq, 0.0, 0.0)
            seq += 1
            found = detector.detect(frame)
            if found and _shows(found[0].landmarks_px, label):
                region, landmarks = cut_region(frame, found[0])
                yield HandSample(encode_region(region), landmarks, label, photo.source, photo.group)
    detector.close()


def _shows(landmarks_px: Float32Array, label: str) -> bool:
    """Whether the gaps between the detected fingers are those of a label."""
    hand = OpenHand.of(landmarks_px, least_breadth=0.0)
    if hand is None:
        return False
    first, middle, last = np.degrees(hand.gaps_rad)
    wider = middle - max(first, last)
    return bool(middle > _SEEN_GAP and wider > _SEEN_SLACK) if label == SPOCK else bool(wider < _SEEN_SLACK)


@dataclass(frozen=True, eq=False)
class OpenHand:
    """A hand with four straight fingers, palm or back to the camera.

    Attributes:
        points_px: ``(21, 2)`` float64, the landmarks in pixels.
        gaps_rad: ``(3,)`` float64, angle between neighbouring fingers, index and middle finger first; positive where
            they spread.
        side: 1 where the rotation from the index to the little finger is clockwise in the image, else -1.
    """

    points_px: FloatArray
    gaps_rad: FloatArray
    side: float

    @classmethod
    def of(cls, landmarks_px: Float32Array, least_breadth: float = _LEAST_BREADTH) -> OpenHand | None:
        """The open hand; None where a finger is bent or foreshortened, or the palm is edge-on.

        Args:
            landmarks_px: ``(21, 3)`` float32, the landmarks in pixels.
            least_breadth: Smallest distance of the outer knuckles in lengths of the palm.
        """
        points = landmarks_px[:, :2].astype(np.float64)
        palm = points[MIDDLE_KNUCKLE] - points[WRIST]
        length = float(np.linalg.norm(palm))
        fingers = points[np.array(_CHAINS)]
        directions = fingers[:, -1] - fingers[:, 0]
        reach = np.linalg.norm(directions, axis=1)
        bones = np.linalg.norm(np.diff(fingers, axis=1), axis=2).sum(axis=1)
        across = points[_KNUCKLES[-1]] - points[_KNUCKLES[0]]
        if length < _SMALLEST_PALM_PX or (reach < _STRAIGHT * bones).any() or (bones < _LEAST_FINGER * length).any():
            return None
        if np.linalg.norm(across) < least_breadth * length:
            return None
        side = 1.0 if palm[0] * across[1] > palm[1] * across[0] else -1.0
        headings = np.arctan2(directions[:, 1], directions[:, 0])
        gaps = side * ((np.diff(headings) + np.pi) % (2 * np.pi) - np.pi)
        return cls(points, gaps, side)

    @property
    def knuckles_apart_px(self) -> FloatArray:
        """Distance of neighbouring knuckles, index and middle finger first, ``(3,)`` float64."""
        return np.asarray(np.linalg.norm(np.diff(self.points_px[_KNUCKLES], axis=0), axis=1))

    def turns_to_spock(self, rng: np.random.Generator) -> FloatArray:
        """Rotation of each finger for a Spock with a random gap, ``(4,)`` radians clockwise in the image."""
        lengths = np.array([np.linalg.norm(self.points_px[c[-1]] - self.points_px[c[0]]) for c in _CHAINS])
        together = [
            np.arcsin(np.clip((rng.uniform(*_TIPS_APART) - 1) * apart / lengths[[i, i + 1]].mean(), -0.3, 0.3))
            for i, apart in ((0, self.knuckles_apart_px[0]), (2, self.knuckles_apart_px[2]))
        ]
        return self._turns_to(np.array([together[0], np.radians(rng.uniform(*_SPOCK_GAP)), together[1]]))

    def turns_to_paper(self, rng: np.random.Generator) -> FloatArray:
        """Rotation of each finger for a paper with nearer or farther fingers, ``(4,)`` radians clockwise in the image.

        Closed fingers stay closed: spread over a folded thumb they would show a four.
        """
        slack = np.radians(rng.uniform(-_PAPER_SLACK, _PAPER_SLACK, 3))
        return self._turns_to(self.gaps_rad * rng.uniform(*_PAPER_GAPS) + slack)

    def _turns_to(self, gaps_rad: FloatArray) -> FloatArray:
        """Rotation of each finger to the given gaps; the mean direction stays."""
        before = np.concatenate([[0.0], np.cumsum(self.gaps_rad)])
        after = np.concatenate([[0.0], np.cumsum(gaps_rad)])
        return np.asarray(self.side * ((after - after.mean()) - (before - before.mean())))


@dataclass(frozen=True, eq=False)
class CutHand:
    """An image of an open hand with masks of its fingers.

    Attributes:
        hand: The hand.
        image_bgr: ``(height, width, 3)`` uint8 BGR, the original.
        without_fingers_bgr: The same with the fingers inpainted by their surroundings.
        fingers: ``(4, height, width)`` float32, 0 to 1, mask of each finger.
    """

    hand: OpenHand
    image_bgr: UInt8Array
    without_fingers_bgr: UInt8Array
    fingers: Float32Array

    @classmethod
    def of(cls, image_bgr: UInt8Array, hand: OpenHand) -> CutHand:
        """Segment each finger, from a little above its knuckle."""
        skin = _skin(image_bgr, hand)
        height, width = skin.shape
        pixels = np.stack(np.meshgrid(np.arange(width), np.arange(height)), axis=-1).astype(np.float64)
        apart = hand.knuckles_apart_px
        reach = _FINGER_REACH * np.array([apart[0], apart[:2].mean(), apart[1:].mean(), apart[2]])
        distances, along = [], []
        for chain in _CHAINS:
            joints = hand.points_px[chain]
            joints = np.vstack([joints, joints[-1] + _BEYOND_TIP * (joints[-1] - joints[-2])])
            distances.append(_distance_to_line(pixels, joints))
            bone = joints[1] - joints[0]
            along.append((pixels - joints[0]) @ bone / (bone @ bone))
        nearest = np.argmin(distances, axis=0)
        fingers = np.stack(
            [
                (skin & (nearest == i) & (distances[i] < reach[i])) * np.clip((along[i] - _CUT_FROM) / _CUT_OVER, 0, 1)
                for i in range(len(_CHAINS))
            ]
        ).astype(np.float32)
        gone = (fingers > 0.6).any(axis=0)
        palm = skin & (np.min(along, axis=0) < _CUT_FROM + 0.05) & ~gone
        rim = 2 * round(0.15 * apart.mean()) + 3
        hole = cv2.dilate(gone.astype(np.uint8), cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (rim, rim)))
        hole[palm] = 0
        rest = np.asarray(cv2.inpaint(image_bgr, hole, 5, cv2.INPAINT_TELEA), dtype=np.uint8)
        return cls(hand, image_bgr, rest, fingers)

    def with_turned_fingers(self, turns_rad: FloatArray) -> UInt8Array:
        """The image with each finger rotated about its knuckle, ``(height, width, 3)`` uint8 BGR.

        Args:
            turns_rad: ``(4,)`` radians clockwise in the image, index finger first.
        """
        height, width = self.image_bgr.shape[:2]
        result: Float32Array = self.without_fingers_bgr.astype(np.float32)
        for i in (3, 0, 2, 1):
            knuckle = self.hand.points_px[_KNUCKLES[i]]
            moved = cv2.getRotationMatrix2D((float(knuckle[0]), float(knuckle[1])), -np.degrees(turns_rad[i]), 1.0)
            finger = cv2.warpAffine(self.image_bgr, moved, (width, height), borderMode=cv2.BORDER_REFLECT)
            soft = cv2.GaussianBlur(self.fingers[i], (0, 0), 0.7)
            share = np.asarray(cv2.warpAffine(soft, moved, (width, height)))[..., None]
            result = (result * (1 - share) + finger * share).astype(np.float32)
        return np.clip(result, 0, 255).astype(np.uint8)


def _skin(image_bgr: UInt8Array, hand: OpenHand) -> npt.NDArray[np.bool_]:
    """Mask of the hand, ``(height, width)`` bool. Source: Rother et al. 2004, "GrabCut"."""
    points = hand.points_px.round().astype(np.int32)
    apart = float(hand.knuckles_apart_px.mean())
    mask = np.full(image_bgr.shape[:2], cv2.GC_BGD, np.uint8)
    near = np.zeros_like(mask)
    cv2.fillConvexPoly(near, np.asarray(cv2.convexHull(points), dtype=np.int32), (1,))
    margin = 2 * int(0.12 * np.ptp(points, axis=0).max()) + 1
    near = np.asarray(cv2.dilate(near, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (margin, margin))), np.uint8)
    mask[near > 0] = cv2.GC_PR_BGD
    _draw_bones(mask, points, max(3, int(0.9 * apart)), cv2.GC_PR_FGD)
    cv2.fillConvexPoly(mask, np.asarray(cv2.convexHull(points[list(PALM)]), dtype=np.int32), (cv2.GC_PR_FGD,))
    _draw_bones(mask, points, max(2, int(0.35 * apart)), cv2.GC_FGD)
    cv2.setRNGSeed(0)
    cv2.grabCut(image_bgr, mask, None, np.zeros((1, 65)), np.zeros((1, 65)), 3, cv2.GC_INIT_WITH_MASK)  # type: ignore[call-overload]
    return np.asarray((mask == cv2.GC_FGD) | (mask == cv2.GC_PR_FGD))


def _draw_bones(mask: UInt8Array, points: npt.NDArray[np.int32], thickness: int, value: int) -> None:
    for chain in ([WRIST, *_THUMB], *_CHAINS):
        cv2.polylines(mask, [points[chain]], False, (value,), thickness)


def _distance_to_line(pixels: FloatArray, joints: FloatArray) -> FloatArray:
    """Distance of each pixel to a polyline, ``(height, width)`` float64."""
    result = np.full(pixels.shape[:2], np.inf)
    for start, end in itertools.pairwise(joints):
        bone = end - start
        share = np.clip((pixels - start) @ bone / max(float(bone @ bone), 1e-9), 0, 1)
        result = np.minimum(result, np.linalg.norm(pixels - (start + share[..., None] * bone), axis=-1))
    return result
