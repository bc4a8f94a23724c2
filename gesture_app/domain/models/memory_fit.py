"""Fits a memory of samples: right on them, and unchanged on the hands of other people that are like them.

Kernel logistic regression with the model's own logits as offset. The loss is the cross-entropy of the samples, each
label weighing alike, and of hands of other people, a little each; a small penalty on the coefficients bounds them. The
problem is convex and small: two hundred samples take 0.1 s. Source of the method: Zhu and Hastie 2005, "Kernel Logistic
Regression and the Import Vector Machine", Journal of Computational and Graphical Statistics 14; of the solver: Beck and
Teboulle 2009, "A Fast Iterative Shrinkage-Thresholding Algorithm", SIAM Journal on Imaging Sciences 2.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.gestures import NONE, GestureSet
from gesture_app.domain.models.calibration import softmax
from gesture_app.domain.models.hand_outputs import HandOutputs, OtherHands
from gesture_app.domain.models.sample_memory import (
    DEFAULT_KERNEL,
    Kernel,
    SampleMemory,
    check_samples,
    labels_with_new,
    unit_length,
    widened,
)

SHOWS_NEW_SHARE = 1 / 3
"""Share of other people's hands in a pose without a gesture from which on the pose is taken to be a new gesture: it is
right then that they are called so. Ten samples find two thirds of a gesture (docs/research/personalization.md)."""

_MOST_SAMPLES = 512
"""Samples beyond are not used, which bounds the time of a fit and of an answer."""

_FULL_WEIGHT_SAMPLES = 60
"""Samples beyond share the weight of this many, so that other people's hands keep theirs."""

_OTHERS_WEIGHT = 0.005
"""Weight of a hand of other people, where that of a sample is 1 on average."""

_PENALTY = 0.003
"""Weight of half the squared coefficients."""

_STEPS = 60

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class _Problem:
    """A logistic regression on kernel values.

    Attributes:
        kernel: ``(rows, samples)`` weights of the samples for each row.
        offsets: ``(rows, columns)`` logits before.
        targets: ``(rows, columns)`` 1 in the column of the row's label, else 0.
        weights: ``(rows, 1)`` weight of each row.
    """

    kernel: Floats
    offsets: Floats
    targets: Floats
    weights: Floats

    def solved(self) -> Floats:
        """Coefficients ``(samples, columns)``, by accelerated steps of a fixed upper bound of the curvature."""
        samples = self.kernel.shape[1]
        # The curvature of the cross-entropy of a softmax is at most 1/2 (Boehning 1992).
        bound = 0.5 * (self.kernel.T * self.weights[:, 0]) @ self.kernel + _PENALTY * np.eye(samples)
        step = np.linalg.inv(bound)
        best = ahead = np.zeros((samples, self.targets.shape[1]))
        speed = 1.0
        for _ in range(_STEPS):
            error = self.weights * (softmax(self.offsets + self.kernel @ ahead) - self.targets)
            following = ahead - step @ (self.kernel.T @ error + _PENALTY * ahead)
            next_speed = (1 + math.sqrt(1 + 4 * speed**2)) / 2
            ahead = following + (speed - 1) / next_speed * (following - best)
            best, speed = following, next_speed
        return best


def fit_memory(
    base_labels: GestureSet,
    outputs: HandOutputs,
    labels: Sequence[str],
    others: OtherHands | None = None,
    kernel: Kernel = DEFAULT_KERNEL,
) -> SampleMemory:
    """Fit a memory of samples.

    Of many samples, some of each label are used: half of them the newest, half spread over the others.

    Args:
        base_labels: Labels of the model.
        outputs: Outputs of the model for the samples, oldest first; rows of zeros for logits that are not known.
        labels: Label of each sample.
        others: Hands of other people that are to stay as they are; None if the model comes without.
        kernel: How much a sample counts with the distance.

    Raises:
        ValueError: If there is no sample, the numbers of features and labels differ, or a feature is not finite.
    """
    check_samples(outputs.features, labels)
    rows = _chosen(np.array(labels, dtype=np.str_))
    samples, names = outputs[rows], [labels[row] for row in rows]
    every = labels_with_new(base_labels, labels)
    if others is not None and every != base_labels:
        is_sign = (others.labels == NONE) & ~others.is_everyday
        without_signs = _fitted(base_labels, every, samples, names, others[~is_sign], kernel, len(labels))
        others = others[~_shows_new(without_signs, others)]
    return _fitted(base_labels, every, samples, names, others, kernel, len(labels))


def _shows_new(memory: SampleMemory, hands: OtherHands) -> npt.NDArray[np.bool_]:
    """Which hands of other people are in a pose that is no gesture of the model, but a new one of the memory."""
    answers = memory.adjusted(hands.outputs.logits, hands.outputs.features).argmax(axis=1)
    return poses_shown(answers >= len(memory.base_labels), hands)


def poses_shown(is_new: npt.NDArray[np.bool_], hands: OtherHands) -> npt.NDArray[np.bool_]:
    """Hands in poses without a gesture of which at least :data:`SHOWS_NEW_SHARE` are called a new gesture.

    Args:
        is_new: ``(n,)`` whether each hand is called a new gesture.
        hands: The hands.
    """
    shows = np.zeros(len(hands), dtype=bool)
    is_sign = (hands.labels == NONE) & ~hands.is_everyday
    for pose in np.unique(hands.poses[is_new & is_sign]):
        of_pose = is_sign & (hands.poses == pose)
        if is_new[of_pose].mean() >= SHOWS_NEW_SHARE:
            shows |= of_pose
    return shows


def _fitted(
    base_labels: GestureSet,
    every: GestureSet,
    samples: HandOutputs,
    names: Sequence[str],
    others: OtherHands | None,
    kernel: Kernel,
    sample_count: int,
) -> SampleMemory:
    features = unit_length(samples.features)
    columns = len(every)
    own = np.array([every.index(label) for label in names])
    counts = np.bincount(own, minlength=columns)
    total = min(len(own), _FULL_WEIGHT_SAMPLES)
    weights = total / (np.count_nonzero(counts) * counts[own])
    parts = [(kernel(features @ features.T), widened(samples.logits, columns), own, weights)]
    if others is not None:
        near = kernel(unit_length(others.outputs.features) @ features.T)
        is_near = near.any(axis=1)
        weight = _OTHERS_WEIGHT * total / _FULL_WEIGHT_SAMPLES
        theirs = np.array([every.index(str(label)) for label in others.labels[is_near]], dtype=np.intp)
        logits = widened(others.outputs.logits[is_near], columns)
        parts.append((near[is_near], logits, theirs, np.full(len(theirs), weight)))
    near_rows, offsets, truth, row_weights = (np.concatenate(values) for values in zip(*parts, strict=True))
    problem = _Problem(near_rows.astype(np.float64), offsets, np.eye(columns)[truth], row_weights[:, None])
    return SampleMemory(base_labels, features, names, problem.solved(), kernel, sample_count)


def _chosen(labels: npt.NDArray[Any]) -> npt.NDArray[np.intp]:
    """Numbers of the samples to use, in order; of each label about as many."""
    if len(labels) <= _MOST_SAMPLES:
        return np.arange(len(labels))
    by_label = sorted((np.flatnonzero(labels == label) for label in np.unique(labels)), key=len)
    chosen: list[npt.NDArray[np.intp]] = []
    left = _MOST_SAMPLES
    for number, rows in enumerate(by_label):
        share = min(len(rows), left // (len(by_label) - number))
        newest = rows[len(rows) - share // 2 :] if share > 1 else rows[-share:]
        older = rows[: len(rows) - len(newest)]
        spread = older[np.linspace(0, len(older) - 1, share - len(newest)).round().astype(np.intp)]
        chosen += [newest, spread]
        left -= share
    return np.asarray(np.unique(np.concatenate(chosen)), dtype=np.intp)
