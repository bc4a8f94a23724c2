"""Memory of labelled samples, which adjusts the logits of a model near them without training.

A cache model: the logit of each label is raised by the evidence of the samples with this label. The evidence of a
sample is 1 where a hand has its features, falls with the distance, and is 0 from a limit on, so that predictions far
from all samples are exactly the model's. Source: Zhang et al. 2022, "Tip-Adapter", arXiv 2207.09519; the limit, the
saturation and the columns of new labels are additions.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.gestures import GestureSet

_BLOCK_ROWS = 512
"""Rows of features compared at once: the similarities of all pairs of 5,000 samples would take 100 MB."""

_MOST_EVIDENCE, _LEAST_EVIDENCE = 1 - 1e-6, 1e-6
"""Limits of evidence where its logarithm is taken."""

_NEW_LABEL_DEPTH = 6.0
"""A new label without evidence is this far below the lowest logit: it takes at most 1/400 of that one's probability."""

_NEW_LABEL_SLOPE = 3.0
"""Factor of the logarithm of a new label's evidence: one hand in a hundred of other people is then taken for it."""


@dataclass(frozen=True)
class MemorySettings:
    """Settings of a memory.

    Attributes:
        strength: Raise of a logit by full evidence (alpha).
        sharpness: How fast evidence falls with the distance: ``exp(-sharpness * (1 - cosine))`` (beta).
        least_cosine: Cosine similarity from which on a sample is evidence; at it the evidence is 0.
        duplicate_cosine: Samples of one label that are at least this similar count as one.

    Raises:
        ValueError: If a number is out of range.
    """

    strength: float = 12.0
    sharpness: float = 12.0
    least_cosine: float = 0.3
    duplicate_cosine: float = 0.97

    def __post_init__(self) -> None:
        if not (self.strength > 0 and self.sharpness > 0 and math.isfinite(self.strength * self.sharpness)):
            raise ValueError(f"strength and sharpness must be positive, got {self.strength} and {self.sharpness}")
        if not -1 < self.least_cosine < self.duplicate_cosine <= 1:
            raise ValueError(
                f"expected -1 < least_cosine < duplicate_cosine <= 1, got {self.least_cosine}, {self.duplicate_cosine}"
            )


DEFAULT_SETTINGS = MemorySettings()
"""Chosen on rendered people and on photos of training people: docs/research/personalization.md."""


class SampleMemory:
    """Samples with labels, and the adjustment of logits near them. Immutable; any thread may use it.

    Args:
        base_labels: Labels of the model, in the order of its logits.
        features: ``(samples, features)`` float32, one row a sample; scaled to unit length here.
        labels: Label of each sample. Labels that the model does not know get a column behind its own.
        settings: Strength and range.

    Attributes:
        base_labels: Labels of the model.
        labels: Labels of the adjusted logits.

    Raises:
        ValueError: If there is no sample, the numbers of features and labels differ, or a feature is not finite.
    """

    def __init__(
        self,
        base_labels: GestureSet,
        features: npt.NDArray[Any],
        labels: Sequence[str],
        settings: MemorySettings = DEFAULT_SETTINGS,
    ) -> None:
        if features.ndim != 2 or len(features) != len(labels) or not len(labels):
            raise ValueError(f"expected one row of features for each of {len(labels)} samples, got {features.shape}")
        if not np.isfinite(features).all():
            raise ValueError("the features of samples must be finite")
        new_labels = sorted(set(labels) - set(base_labels.labels))
        self.base_labels = base_labels
        self.labels = GestureSet((*base_labels.labels, *new_labels))
        self._settings = settings
        columns = np.array([self.labels.index(label) for label in labels])
        order = np.argsort(columns, kind="stable")
        self._columns, self._starts = np.unique(columns[order], return_index=True)
        self._features = np.ascontiguousarray(_unit_length(features[order].astype(np.float32)))
        ends = [*self._starts[1:], len(order)]
        parts = [self._features[start:end] for start, end in zip(self._starts, ends, strict=True)]
        self._weights = np.concatenate([_weights(part, settings.duplicate_cosine) for part in parts])

    @property
    def sample_count(self) -> int:
        """Number of samples."""
        return len(self._features)

    @property
    def feature_count(self) -> int:
        """Number of features of a sample."""
        return self._features.shape[1]

    def evidence(self, features: npt.NDArray[Any]) -> npt.NDArray[np.float32]:
        """Evidence for each label, ``(n, labels)`` float32 from 0 (no sample near) to 1 (as a sample).

        Each sample is taken as independent evidence, so that many cannot count more than one that fits exactly; near
        duplicates share the weight of one sample.

        Args:
            features: ``(n, features)`` float32 of unit length.
        """
        # Not by "@": the threads of a BLAS wait for each other, 20 ms where other threads keep the cores busy.
        cosines = np.einsum("nf,sf->ns", np.asarray(features, dtype=np.float32), self._features)
        near = cosines > self._settings.least_cosine
        weights = np.broadcast_to(self._weights, cosines.shape)[near]
        absent = np.zeros_like(cosines)
        absent[near] = np.log1p(-np.minimum(self._kernel(cosines[near]) * weights, _MOST_EVIDENCE))
        evidence = np.zeros((len(features), len(self.labels)), dtype=np.float32)
        evidence[:, self._columns] = -np.expm1(np.add.reduceat(absent, self._starts, axis=1))
        return evidence

    def adjusted(self, logits: npt.NDArray[Any], features: npt.NDArray[Any]) -> npt.NDArray[np.float32]:
        """Logits with the evidence of the samples, ``(n, labels)`` float32.

        The logit of a label of the model is raised by ``strength * evidence``. A new label begins so low below all
        others that it changes nothing, and rises with the logarithm of its evidence: with full evidence it is
        ``strength`` above the model's highest logit.

        Args:
            logits: ``(n, model's labels)`` of the model.
            features: ``(n, features)`` float32 of unit length.
        """
        known = len(self.base_labels)
        evidence = self.evidence(features)
        adjusted = np.empty((len(logits), len(self.labels)), dtype=np.float32)
        adjusted[:, :known] = logits + self._settings.strength * evidence[:, :known]
        if known < len(self.labels):
            low = logits.min(axis=1, keepdims=True) - _NEW_LABEL_DEPTH
            new = evidence[:, known:]
            rise = self._settings.strength * new + _NEW_LABEL_SLOPE * np.log(np.maximum(new, _LEAST_EVIDENCE))
            adjusted[:, known:] = np.where(new > 0, np.maximum(low, logits.max(axis=1, keepdims=True) + rise), low)
        return adjusted

    def _kernel(self, cosines: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Evidence of single samples from their cosine similarity."""
        sharpness = np.float32(self._settings.sharpness)
        limit = np.float32(math.exp(-self._settings.sharpness * (1 - self._settings.least_cosine)))
        return np.asarray(np.maximum((np.exp(sharpness * (cosines - 1)) - limit) / (1 - limit), 0), dtype=np.float32)


def _unit_length(features: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    lengths = np.linalg.norm(features, axis=1, keepdims=True)
    return np.asarray(features / np.maximum(lengths, 1e-6), dtype=np.float32)


def _weights(features: npt.NDArray[np.float32], duplicate_cosine: float) -> npt.NDArray[np.float32]:
    """One over the number of near duplicates of each sample of a label, itself included."""
    counts = [
        (features[start : start + _BLOCK_ROWS] @ features.T >= duplicate_cosine).sum(axis=1)
        for start in range(0, len(features), _BLOCK_ROWS)
    ]
    return np.asarray(1 / np.maximum(np.concatenate(counts), 1), dtype=np.float32)
