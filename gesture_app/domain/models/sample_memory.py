"""Memory of labelled samples, which adjusts the logits of a model near them.

A kernel machine on the features of the model: each sample adds a row of coefficients to the logits of hands that are
like it. A sample counts fully where a hand has its features, less with the distance, and not at all from a limit on, so
that predictions far from all samples are exactly the model's. A label that the model does not know has a detector
besides, a linear function of the features. Both are fitted (:mod:`gesture_app.domain.models.memory_fit`). Source of a
memory beside a frozen network, and of fitting it: Zhang et al. 2022, "Tip-Adapter" and "Tip-Adapter-F", arXiv
2207.09519; the limit, the columns of new labels and their detectors are additions.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.gestures import GestureSet

NEW_LABEL_DEPTH = 6.0
"""A new label far from its samples is this far below the highest logit: it takes at most 1/400 of the probability."""

_SURE = 4.0
"""Where a detector's score is higher than this, the new label is as far above the highest logit."""

_PRODUCT_ELEMENTS = 8192
"""Elements of features multiplied with a hand at once. From 9,216 on OpenBLAS uses several threads, which wait for each
other for up to 20 ms where other threads keep the cores busy. Source: OpenBLAS, ``interface/gemv.c``."""

_FEW_HANDS = 4
"""Up to as many hands are compared one by one: those of a frame."""


@dataclass(frozen=True)
class Kernel:
    """How much a sample counts for a hand: ``exp(-sharpness * (1 - cosine))``, moved and scaled to end at a limit.

    Attributes:
        sharpness: How fast it falls with the distance.
        least_cosine: Cosine similarity up to which a sample does not count.

    Raises:
        ValueError: If a number is out of range.
    """

    sharpness: float = 4.0
    least_cosine: float = 0.3

    def __post_init__(self) -> None:
        if not (self.sharpness > 0 and math.isfinite(self.sharpness)):
            raise ValueError(f"sharpness must be positive, got {self.sharpness}")
        if not -1 <= self.least_cosine < 1:
            raise ValueError(f"least_cosine must be from -1 to below 1, got {self.least_cosine}")

    def __call__(self, cosines: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Weights from 0 to 1, of the shape of the similarities."""
        limit = np.float32(math.exp(-self.sharpness * (1 - self.least_cosine)))
        falling = np.exp(np.float32(self.sharpness) * (cosines - 1))
        return np.asarray(np.maximum((falling - limit) / (1 - limit), 0), dtype=np.float32)


DEFAULT_KERNEL = Kernel()
"""Chosen on rendered people and photos of the validation sources: docs/research/personalization.md."""


class SampleMemory:
    """Samples with labels, and the adjustment of logits near them. Immutable; any thread may use it.

    Made by :func:`gesture_app.domain.models.memory_fit.fit_memory`.

    Args:
        base_labels: Labels of the model, in the order of its logits.
        features: ``(samples, features)``, one row a sample; scaled to unit length here.
        labels: Label of each sample. Labels that the model does not know get a column behind its own.
        coefficients: ``(samples, columns)``: what a sample adds to the logit of each label where it counts fully.
        kernel: How much a sample counts with the distance.
        sample_count: Number of samples it was fitted for, if these are only the chosen ones of them.
        detectors: ``(features + 1, new labels)``: weights of the features, and a bias, whose sum is the log-odds that a
            hand shows the new label; None if the new labels have none.

    Attributes:
        base_labels: Labels of the model.
        labels: Labels of the adjusted logits.
        sample_count: Number of samples.

    Raises:
        ValueError: If there is no sample, the numbers of rows or columns differ, or a number is not finite.
    """

    def __init__(
        self,
        base_labels: GestureSet,
        features: npt.NDArray[Any],
        labels: Sequence[str],
        coefficients: npt.NDArray[Any],
        kernel: Kernel = DEFAULT_KERNEL,
        sample_count: int | None = None,
        detectors: npt.NDArray[Any] | None = None,
    ) -> None:
        check_samples(features, labels)
        self.base_labels = base_labels
        self.labels = labels_with_new(base_labels, labels)
        if detectors is not None:
            expected = (features.shape[1] + 1, len(self.labels) - len(base_labels))
            if detectors.shape != expected or not np.isfinite(detectors).all():
                raise ValueError(f"expected finite detectors {expected}, got {detectors.shape}")
            detectors = detectors.astype(np.float32)
        self._detectors = detectors
        if coefficients.shape != (len(labels), len(self.labels)) or not np.isfinite(coefficients).all():
            raise ValueError(f"expected finite coefficients of {len(labels)} samples, got {coefficients.shape}")
        self.sample_count = len(labels) if sample_count is None else sample_count
        self._kernel = kernel
        self._sample_labels = np.array(labels, dtype=np.str_)
        self._coefficients = coefficients.astype(np.float32)
        count, width = features.shape
        height = max(1, _PRODUCT_ELEMENTS // max(1, width))
        # The rows after the last sample are 0 and left out of the products.
        self._blocks = np.zeros((math.ceil(count / height), height, width), dtype=np.float32)
        self._features = self._blocks.reshape(-1, width)[:count]
        self._features[:] = unit_length(features)

    @property
    def sample_labels(self) -> tuple[str, ...]:
        """The labels that samples have, in the order of :attr:`labels`."""
        present = set(self._sample_labels.tolist())
        return tuple(label for label in self.labels.labels if label in present)

    @property
    def used_count(self) -> int:
        """Number of samples that hands are compared with."""
        return len(self._features)

    @property
    def feature_count(self) -> int:
        """Number of features of a sample."""
        return self._features.shape[1]

    def without_labels(self, labels: Collection[str]) -> SampleMemory | None:
        """This memory without the samples of some labels, and without those of them that are new.

        Returns:
            None if no sample is left.
        """
        is_kept = ~np.isin(self._sample_labels, list(labels))
        if not is_kept.any():
            return None
        kept_labels = self._sample_labels[is_kept].tolist()
        columns = [self.labels.index(label) for label in labels_with_new(self.base_labels, kept_labels).labels]
        new = [column - len(self.base_labels) for column in columns[len(self.base_labels) :]]
        return SampleMemory(
            self.base_labels,
            self._features[is_kept],
            kept_labels,
            self._coefficients[is_kept][:, columns],
            self._kernel,
            round(self.sample_count * float(is_kept.mean())),
            None if self._detectors is None else self._detectors[:, new],
        )

    def adjusted(self, logits: npt.NDArray[Any], features: npt.NDArray[Any]) -> npt.NDArray[np.float32]:
        """Logits with what the samples add, ``(n, labels)`` float32.

        Args:
            logits: ``(n, model's labels)`` of the model.
            features: ``(n, features)`` float32 of unit length.
        """
        rows = np.asarray(features, dtype=np.float32)
        added = self._kernel(self._cosines(rows)) @ self._coefficients
        before = widened(logits, len(self.labels), scores(rows, self._detectors))
        return np.asarray(before + added, dtype=np.float32)

    def _cosines(self, features: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Similarities ``(n, samples)`` of hands to the samples."""
        if len(features) > _FEW_HANDS:
            return np.asarray(features @ self._features.T)
        products = [np.matmul(self._blocks, hand).reshape(-1)[: len(self._features)] for hand in features]
        return np.stack(products) if products else np.zeros((0, len(self._features)), dtype=np.float32)


def check_samples(features: npt.NDArray[Any], labels: Sequence[str]) -> None:
    """Check that there are samples, with features that can be used.

    Raises:
        ValueError: If there is no sample, the numbers of features and labels differ, or a feature is not finite.
    """
    if features.ndim != 2 or len(features) != len(labels) or not len(labels):
        raise ValueError(f"expected one row of features for each of {len(labels)} samples, got {features.shape}")
    if not np.isfinite(features).all():
        raise ValueError("the features of samples must be finite")


def labels_with_new(base_labels: GestureSet, labels: Collection[str]) -> GestureSet:
    """The labels of a model, and behind them those of samples that it does not know."""
    return GestureSet((*base_labels.labels, *sorted(set(labels) - set(base_labels.labels))))


def scores(features: npt.NDArray[Any], detectors: npt.NDArray[Any] | None) -> npt.NDArray[Any] | None:
    """Log-odds ``(n, new labels)`` of the detectors of new labels for features ``(n, features)``; None without them."""
    return None if detectors is None else features @ detectors[:-1] + detectors[-1]


def widened(logits: npt.NDArray[Any], columns: int, new: npt.NDArray[Any] | None = None) -> npt.NDArray[np.float64]:
    """Logits ``(n, columns)`` of a model and of new labels.

    Args:
        logits: ``(n, model's labels)``.
        columns: Number of all labels.
        new: ``(n, new labels)`` log-odds by which the new ones are above the highest of the others, not far below or
            above; None to put them far below.
    """
    known = logits.astype(np.float64)
    highest = known.max(axis=1, keepdims=True)
    if new is None:
        new = np.full((len(known), columns - known.shape[1]), -NEW_LABEL_DEPTH)
    return np.hstack([known, highest + np.clip(new, -NEW_LABEL_DEPTH, _SURE)])


def unit_length(features: npt.NDArray[Any]) -> npt.NDArray[np.float32]:
    """Rows scaled to unit length."""
    rows = features.astype(np.float32)
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, 1e-6), dtype=np.float32)
