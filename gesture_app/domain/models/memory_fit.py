"""Fits a memory of samples: right on them, and unchanged on the hands of other people that are like them.

Kernel logistic regression with the model's own logits as offset. The loss is the cross-entropy of the samples, each
label weighing alike, and of hands of other people, a little each; a small penalty on the coefficients bounds them. The
problem is convex and small: two hundred samples take 0.1 s. Source of the method: Zhu and Hastie 2005, "Kernel Logistic
Regression and the Import Vector Machine", Journal of Computational and Graphical Statistics 14; of the solver: Beck and
Teboulle 2009, "A Fast Iterative Shrinkage-Thresholding Algorithm", SIAM Journal on Imaging Sciences 2.

A label that the model does not know gets a detector instead: a logistic regression on the features, of its samples
against all other hands. It finds more of a gesture on another day than its nearest samples do, at as many false answers
(docs/research/personalization.md). Without hands of other people, its samples are kernels like the others.
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
    scores,
    unit_length,
    widened,
)

SHOWS_NEW_SHARE = 1 / 3
"""Share of other people's hands in a pose without a gesture from which on the pose is taken to be a new gesture: it is
right then that they are called so. Its nearest ten samples find half of a gesture or more
(docs/research/personalization.md)."""

_MOST_SAMPLES = 512
"""Samples beyond are not used, which bounds the time of a fit and of an answer."""

_FULL_WEIGHT_SAMPLES = 60
"""Samples beyond share the weight of this many, so that other people's hands keep theirs."""

_OTHERS_WEIGHT = 0.005
"""Weight of a hand of other people, where that of a sample is 1 on average."""

_PENALTY = 0.003
"""Weight of half the squared coefficients."""

_STEPS = 60

_DETECTOR_OTHERS = 2.0
"""Weight of all hands that do not show a new label, in the fit of its detector, where that of all its samples is 1."""

_DETECTOR_PENALTY = 0.005
_DETECTOR_SCALE = 4.0
"""The penalty bounds the weights of features of this length."""

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class _Problem:
    """A logistic regression on kernel values.

    Attributes:
        kernel: ``(rows, samples)`` weights of the samples for each row.
        offsets: ``(rows, columns)`` logits before.
        targets: ``(rows, columns)`` 1 in the column of the row's label, else 0.
        weights: ``(rows, 1)`` weight of each row.
        penalty: Weight of half the squared coefficients.
    """

    kernel: Floats
    offsets: Floats
    targets: Floats
    weights: Floats
    penalty: float = _PENALTY

    def solved(self) -> Floats:
        """Coefficients ``(samples, columns)``, by accelerated steps of a fixed upper bound of the curvature."""
        samples = self.kernel.shape[1]
        # The curvature of the cross-entropy of a softmax is at most 1/2 (Boehning 1992).
        bound = 0.5 * (self.kernel.T * self.weights[:, 0]) @ self.kernel + self.penalty * np.eye(samples)
        step = np.linalg.inv(bound)
        best = ahead = np.zeros((samples, self.targets.shape[1]))
        speed = 1.0
        for _ in range(_STEPS):
            error = self.weights * (softmax(self.offsets + self.kernel @ ahead) - self.targets)
            following = ahead - step @ (self.kernel.T @ error + self.penalty * ahead)
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
        near_alone = _fitted(base_labels, every, samples, names, others[~is_sign], kernel, None)
        others = others[~_shows_new(near_alone, others)]
    detectors = None if others is None else _detectors(every.labels[len(base_labels) :], samples, names, others)
    return _fitted(base_labels, every, samples, names, others, kernel, detectors, len(labels))


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
    detectors: Floats | None,
    sample_count: int | None = None,
) -> SampleMemory:
    features = unit_length(samples.features)
    own = np.array([every.index(label) for label in names])
    coefficients = np.zeros((len(own), len(every)))
    # Samples of a label that has a detector are left to it: with both, others' hands would be taken for it as well.
    rows = np.flatnonzero(own < len(base_labels)) if detectors is not None else np.arange(len(own))
    if len(rows):
        problem = _problem(features[rows], samples.logits[rows], own[rows], every, others, kernel, detectors)
        coefficients[rows] = problem.solved()
    return SampleMemory(base_labels, features, names, coefficients, kernel, sample_count, detectors)


def _problem(
    features: npt.NDArray[np.float32],
    logits: npt.NDArray[Any],
    own: npt.NDArray[np.intp],
    every: GestureSet,
    others: OtherHands | None,
    kernel: Kernel,
    detectors: Floats | None,
) -> _Problem:
    """The regression on kernel values of samples, each label weighing alike, and of others' hands near them."""
    columns = len(every)
    counts = np.bincount(own, minlength=columns)
    total = min(len(own), _FULL_WEIGHT_SAMPLES)
    weights = total / (np.count_nonzero(counts) * counts[own])
    starts = widened(logits, columns, scores(features, detectors))
    parts = [(kernel(features @ features.T), starts, own, weights)]
    if others is not None:
        theirs = unit_length(others.outputs.features)
        near = kernel(theirs @ features.T)
        is_near = near.any(axis=1)
        weight = _OTHERS_WEIGHT * total / _FULL_WEIGHT_SAMPLES
        truth = np.array([every.index(str(label)) for label in others.labels[is_near]], dtype=np.intp)
        starts = widened(others.outputs.logits[is_near], columns, scores(theirs[is_near], detectors))
        parts.append((near[is_near], starts, truth, np.full(len(truth), weight)))
    near_rows, offsets, truth, row_weights = (np.concatenate(values) for values in zip(*parts, strict=True))
    return _Problem(near_rows.astype(np.float64), offsets, np.eye(columns)[truth], row_weights[:, None])


def _detectors(new: Sequence[str], samples: HandOutputs, names: Sequence[str], others: OtherHands) -> Floats | None:
    """Detectors of new labels: logistic regressions of their samples against the other samples and other people.

    Returns:
        ``(features + 1, new labels)``, or None if there is no new label, or nobody else.
    """
    if not new or not len(others):
        return None
    rows = unit_length(np.concatenate([samples.features, others.outputs.features])).astype(np.float64)
    rows = np.hstack([_DETECTOR_SCALE * rows, np.ones((len(rows), 1))])
    shown = np.array([*names, *others.labels], dtype=np.str_)
    columns = []
    for label in new:
        shows = shown == label
        weights = np.where(shows, 1 / shows.sum(), _DETECTOR_OTHERS / (~shows).sum())
        targets = np.stack([~shows, shows], axis=1).astype(np.float64)
        problem = _Problem(rows, np.zeros_like(targets), targets, weights[:, None], _DETECTOR_PENALTY)
        columns.append(problem.solved() @ [-1.0, 1.0])
    detectors = np.stack(columns, axis=1)
    detectors[:-1] *= _DETECTOR_SCALE
    return np.asarray(detectors)


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
