"""Rendered ``"none"`` poses that show a newly added gesture, such as a raised thumb."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.crop_spec import CropSpec, Turn
from gesture_app.domain.frames.gestures import NONE
from gesture_app.vision.cropping import crop_landmarks
from training.hands.data.dataset import HandSample
from training.retraining.rehearsal_set import EVERYDAY, RenderedHands

_NEIGHBOURS = 3
_DISTANCE_QUANTILE = 0.85
"""With 0.9, a wide Spock of the base set also matches a claw."""
_MIN_VOTES = 0.25

Shapes = npt.NDArray[np.float64]


def matching_poses(label: str, user: Sequence[HandSample], rendered: RenderedHands, spec: CropSpec) -> set[str]:
    """Names of the rendered ``"none"`` poses that show a new gesture.

    Their hands must no longer be labelled ``"none"``, in training and in the comparison. Only landmarks are used, no
    model: a pose matches if it has a quarter of the nearest neighbours of the user's samples, within the usual distance
    between hands of one pose. Poses that match a matching pose are included. Everyday hands have no pose, and
    never match.

    Args:
        label: The new gesture.
        user: Training samples of the user.
        rendered: Rendered hands.
        spec: Crop of the model: without rotation, thumbs up differs from thumbs down.
    """
    pairs = [
        (sample, pose)
        for sample, pose in zip(rendered.samples, rendered.poses, strict=True)
        if sample.label == NONE and not pose.startswith(EVERYDAY)
    ]
    poses = np.array([pose for _, pose in pairs])
    recorded = _shapes([sample for sample in user if sample.label == label], spec)
    if not len(recorded) or len(pairs) <= _NEIGHBOURS:
        return set()
    shapes = _shapes([sample for sample, _ in pairs], spec)
    distances = _distances(shapes, shapes, spec)
    np.fill_diagonal(distances, np.inf)
    within_pose = np.where(poses[:, None] == poses[None, :], distances, np.inf)
    second = np.sort(within_pose, axis=1)[:, 1]
    finite = second[np.isfinite(second)]
    usual = float(np.quantile(finite, _DISTANCE_QUANTILE)) if len(finite) else 0.0
    matching = _nearest_poses(_distances(recorded, shapes, spec), poses, usual)
    # Rotated upright, a thumb held down equals one held up.
    similar = {
        pose for pose in set(poses.tolist()) if matching & _nearest_poses(distances[poses == pose], poses, usual)
    }
    return matching | (similar if matching else set())


def _nearest_poses(distances: npt.NDArray[np.float64], poses: npt.NDArray[np.str_], limit: float) -> set[str]:
    """The poses with enough votes among the nearest neighbours.

    Args:
        distances: ``(n, m)`` from n hands to the rendered ones.
        poses: ``(m,)`` poses of the rendered hands.
        limit: Largest distance of a neighbour.
    """
    votes: Counter[str] = Counter()
    for row in distances:
        votes.update(str(poses[i]) for i in np.argsort(row, kind="stable")[:_NEIGHBOURS] if row[i] <= limit)
    return {pose for pose, count in votes.items() if count >= _MIN_VOTES * _NEIGHBOURS * len(distances)}


def _shapes(samples: Sequence[HandSample], spec: CropSpec) -> Shapes:
    """``(n, 21, 2)`` landmarks in crop coordinates."""
    shapes = [crop_landmarks(sample.landmarks_px, spec)[:, :2] for sample in samples]
    return np.array(shapes, dtype=np.float64).reshape(-1, 21, 2)


def _distances(first: Shapes, second: Shapes, spec: CropSpec) -> npt.NDArray[np.float64]:
    """``(n, m)`` mean landmark distances; with upright crops, the smaller one of the hand and its mirror image."""
    plain = _mean_distances(first, second)
    if spec.turn is not Turn.UPRIGHT:
        return plain
    return np.minimum(plain, _mean_distances([1, 0] + first * [-1, 1], second))


def _mean_distances(first: Shapes, second: Shapes) -> npt.NDArray[np.float64]:
    return np.stack([np.linalg.norm(second - shape, axis=2).mean(axis=1) for shape in first])
