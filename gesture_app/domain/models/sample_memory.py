"""Memory of labelled samples, which adjusts the logits of a model near them without training.

A cache model: the logit of each label is raised by the evidence of the samples with this label. The evidence of a
sample is 1 where a hand has its features, falls with the distance, and is 0 from a limit on, so that predictions far
from all samples are exactly the model's. Source: Zhang et al. 2022, "Tip-Adapter", arXiv 2207.09519; the limit, the
saturation and the columns of new labels are additions.
"""

from __future__ import annotations

import copy
import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.gestures import GestureSet

_BLOCK_ROWS = 512
"""Rows of features compared at once: the similarities of all pairs of 5,000 samples would take 100 MB."""

_PRODUCT_ELEMENTS = 8192
"""Elements of features multiplied with a hand at once. From 9,216 on OpenBLAS uses several threads, which wait for each
other for up to 20 ms where other threads keep the cores busy. Source: OpenBLAS, ``interface/gemv.c``."""

_FEW_HANDS = 4
"""Up to as many hands are compared one by one: those of a frame."""

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
        self.base_labels = base_labels
        self._settings = settings
        self._assemble({}, features, labels)

    def with_samples(self, features: npt.NDArray[Any], labels: Sequence[str]) -> SampleMemory:
        """This memory with further samples; only these are compared with others for near duplicates.

        Args:
            features: ``(further samples, features)`` float32.
            labels: Their labels.
        """
        longer = copy.copy(self)
        longer._assemble(self._by_label(), features, labels)
        return longer

    def of_samples(self, features: npt.NDArray[Any], labels: Sequence[str]) -> SampleMemory:
        """A memory of other samples, for the same model and with the same settings."""
        return SampleMemory(self.base_labels, features, labels, self._settings)

    def without_labels(self, labels: Collection[str]) -> SampleMemory | None:
        """This memory without the samples of some labels; None if no sample is left."""
        kept = {label: samples for label, samples in self._by_label().items() if label not in labels}
        if not kept:
            return None
        shorter = copy.copy(self)
        shorter._assemble(kept, self._features[:0], ())
        return shorter

    @property
    def sample_count(self) -> int:
        """Number of samples."""
        return len(self._features)

    @property
    def sample_labels(self) -> tuple[str, ...]:
        """The labels that samples have, in the order of :attr:`labels`."""
        return tuple(self._by_label())

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
        rows = np.asarray(features, dtype=np.float32)
        evidence = np.zeros((len(rows), len(self.labels)), dtype=np.float32)
        for start in range(0, len(rows), _BLOCK_ROWS):
            block = slice(start, start + _BLOCK_ROWS)
            evidence[block, self._columns] = self._evidence(self._cosines(rows[block]))
        return evidence

    def _evidence(self, cosines: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Evidence for each label that samples have, ``(n, sampled labels)``, from similarities ``(n, samples)``."""
        near = np.flatnonzero(cosines > self._settings.least_cosine)
        hands, samples = np.divmod(near, cosines.shape[1])
        kernel = self._kernel(cosines.reshape(-1)[near]) * self._weights[samples]
        absent = np.log1p(-np.minimum(kernel, _MOST_EVIDENCE))
        sums = np.bincount(
            hands * len(self._columns) + self._parts[samples], absent, minlength=len(cosines) * len(self._columns)
        )
        return np.asarray(-np.expm1(sums), dtype=np.float32).reshape(len(cosines), -1)

    def _cosines(self, features: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Similarities ``(n, samples)`` of hands to the samples."""
        if len(features) > _FEW_HANDS:
            return features @ self._features.T
        products = [np.matmul(self._blocks, hand).reshape(-1)[: len(self._features)] for hand in features]
        return np.stack(products) if products else np.zeros((0, len(self._features)), dtype=np.float32)

    def adjusted(self, logits: npt.NDArray[Any], features: npt.NDArray[Any]) -> npt.NDArray[np.float32]:
        """Logits with the evidence of the samples, ``(n, labels)`` float32.

        The logit of a label of the model is raised by ``strength * evidence``. A new label begins so low below all
        others that it changes nothing, and rises with the logarithm of its evidence: with full evidence it is
        ``strength`` above the model's highest logit.

        Args:
            logits: ``(n, model's labels)`` of the model.
            features: ``(n, features)`` float32 of unit length.
        """
        return self.raised(logits, self.evidence(features))

    def raised(self, logits: npt.NDArray[Any], evidence: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Logits ``(n, labels)`` float32 as of :meth:`adjusted`, with the evidence ``(n, labels)`` for each label."""
        known = len(self.base_labels)
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

    def _by_label(self) -> dict[str, _LabelSamples]:
        ends = [*self._starts[1:], len(self._features)]
        return {
            self.labels.labels[column]: _LabelSamples(self._features[start:end], self._duplicates[start:end])
            for column, start, end in zip(self._columns, self._starts, ends, strict=True)
        }

    def _assemble(
        self, counted: Mapping[str, _LabelSamples], features: npt.NDArray[Any], labels: Sequence[str]
    ) -> None:
        """Put samples together whose near duplicates are counted, and further ones."""
        given = np.array(labels, dtype=np.str_)
        further = _unit_length(features.astype(np.float32))
        of_label = dict(counted)
        for label in dict.fromkeys(labels):
            of_label[label] = _joined(of_label.get(label), further[given == label], self._settings.duplicate_cosine)
        self.labels = GestureSet((*self.base_labels.labels, *sorted(set(of_label) - set(self.base_labels.labels))))
        order = [label for label in self.labels.labels if label in of_label]
        parts = [of_label[label] for label in order]
        self._columns = np.array([self.labels.index(label) for label in order])
        self._starts = np.cumsum([0, *(len(part.features) for part in parts[:-1])])
        self._parts = np.repeat(np.arange(len(parts)), [len(part.features) for part in parts])
        self._duplicates = np.concatenate([part.duplicates for part in parts])
        self._weights = np.asarray(1 / np.maximum(self._duplicates, 1), dtype=np.float32)
        count, width = sum(len(part.features) for part in parts), parts[0].features.shape[1]
        height = max(1, _PRODUCT_ELEMENTS // max(1, width))
        # The rows after the last sample are 0 and left out of the products.
        self._blocks = np.zeros((math.ceil(count / height), height, width), dtype=np.float32)
        self._features = self._blocks.reshape(-1, width)[:count]
        np.concatenate([part.features for part in parts], out=self._features)


@dataclass(frozen=True, eq=False)
class _LabelSamples:
    """The samples of a label.

    Attributes:
        features: ``(n, features)`` float32 of unit length.
        duplicates: ``(n,)`` number of near duplicates of each, itself included.
    """

    features: npt.NDArray[np.float32]
    duplicates: npt.NDArray[np.int64]


def _joined(counted: _LabelSamples | None, further: npt.NDArray[np.float32], duplicate_cosine: float) -> _LabelSamples:
    """Samples of a label with further ones, each of which is compared with all."""
    before = 0 if counted is None else len(counted.features)
    features = further if counted is None else np.concatenate([counted.features, further])
    duplicates = np.zeros(len(features), dtype=np.int64)
    if counted is not None:
        duplicates[:before] = counted.duplicates
    for start in range(before, len(features), _BLOCK_ROWS):
        rows = slice(start, start + _BLOCK_ROWS)
        are_near = features[rows] @ features.T >= duplicate_cosine
        duplicates[rows] = are_near.sum(axis=1)
        duplicates[:before] += are_near[:, :before].sum(axis=0)
    return _LabelSamples(features, duplicates)


def _unit_length(features: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    lengths = np.linalg.norm(features, axis=1, keepdims=True)
    return np.asarray(features / np.maximum(lengths, 1e-6), dtype=np.float32)
