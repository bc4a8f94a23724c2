"""Which rendered hands without a gesture get a meaning when a gesture is added, such as a thumb held up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.crop_spec import CropSpec, Turn
from gesture_app.domain.frames.gestures import NONE
from gesture_app.vision.cropping import crop_landmarks
from training.hands.data.dataset import HandSample
from training.retraining.rehearsal_set import HandSet

_NEAREST = 3
_USUAL_QUANTILE = 0.9
_SHOWN_SHARE = 0.25

Shapes = npt.NDArray[np.float64]


def poses_that_show(label: str, own: Sequence[HandSample], known: HandSet, spec: CropSpec) -> set[str]:
    """The rendered poses without a gesture that show a new gesture.

    Their hands can no longer be called ``"none"``, neither in rehearsing nor in judging. Told by the landmarks alone,
    not by what a model answers: a pose shows the gesture if a quarter of the hands that lie nearest to the person's
    recordings are its, and lie as near to them as they lie to each other. Poses that look like it come with it.

    Args:
        label: The new gesture.
        own: This person's hands that are learnt from.
        known: Rendered hands.
        spec: How hands are cut out: as seen, a thumb up is not a thumb down.
    """
    pairs = [pair for pair in zip(known.examples, known.poses, strict=True) if pair[0].label == NONE]
    poses = np.array([pose for _, pose in pairs])
    recorded = _shapes([example for example in own if example.label == label], spec)
    if not len(recorded) or len(pairs) <= _NEAREST:
        return set()
    rendered = _shapes([example for example, _ in pairs], spec)
    among = _distances(rendered, rendered, spec)
    np.fill_diagonal(among, np.inf)
    of_same_pose = np.where(poses[:, None] == poses[None, :], among, np.inf)
    close = np.sort(of_same_pose, axis=1)[:, 1]
    usual = float(np.quantile(close[np.isfinite(close)], _USUAL_QUANTILE)) if np.isfinite(close).any() else 0.0
    shown = _nearest_poses(_distances(recorded, rendered, spec), poses, usual)
    # Turned upright, a thumb held down looks like one held up: what shows another pose's hands shows that pose too.
    alike = {pose for pose in set(poses.tolist()) if shown & _nearest_poses(among[poses == pose], poses, usual)}
    return shown | (alike if shown else set())


def _nearest_poses(distances: npt.NDArray[np.float64], poses: npt.NDArray[np.str_], usual: float) -> set[str]:
    """The poses that have a good share of the hands that lie nearest.

    Args:
        distances: ``(n, m)`` from some hands to the rendered ones.
        poses: ``(m,)`` the poses of these.
        usual: What is farther away is not counted.
    """
    votes: Counter[str] = Counter()
    for row in distances:
        votes.update(str(poses[i]) for i in np.argsort(row, kind="stable")[:_NEAREST] if row[i] <= usual)
    return {pose for pose, count in votes.items() if count >= _SHOWN_SHARE * _NEAREST * len(distances)}


def _shapes(examples: Sequence[HandSample], spec: CropSpec) -> Shapes:
    """``(n, 21, 2)``: the landmarks in the crop's frame."""
    shapes = [crop_landmarks(example.landmarks_px, spec)[:, :2] for example in examples]
    return np.array(shapes, dtype=np.float64).reshape(-1, 21, 2)


def _distances(ones: Shapes, others: Shapes, spec: CropSpec) -> npt.NDArray[np.float64]:
    """``(n, m)`` mean distances of landmarks; a left hand counts as a right one where hands are turned upright."""
    plain = _mean_distances(ones, others)
    if spec.turn is not Turn.UPRIGHT:
        return plain
    return np.minimum(plain, _mean_distances([1, 0] + ones * [-1, 1], others))


def _mean_distances(ones: Shapes, others: Shapes) -> npt.NDArray[np.float64]:
    return np.stack([np.linalg.norm(others - one, axis=2).mean(axis=1) for one in ones])
