"""Features of a model: the input of its last layer, standardized and of unit length."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

_MIN_RELATIVE_DEVIATION = 0.1
"""Lower limit of a deviation, relative to the median one: a unit that nearly never fires would outweigh all others."""
_DIGITS = 6


@dataclass(frozen=True)
class FeatureStatistics:
    """Mean and standard deviation of each input of a model's last layer, over hands that it was trained on.

    The features of a hand are these inputs minus the mean, divided by the deviation, and scaled to unit length.

    Attributes:
        mean: One number for each input of the last layer.
        deviation: As many positive numbers.

    Raises:
        ValueError: If their numbers differ, there is none, or one is not finite or not positive.
    """

    mean: tuple[float, ...]
    deviation: tuple[float, ...]

    def __post_init__(self) -> None:
        if not self.mean or len(self.mean) != len(self.deviation):
            raise ValueError(f"got {len(self.mean)} means and {len(self.deviation)} deviations of features")
        if not all(math.isfinite(value) for value in (*self.mean, *self.deviation)) or min(self.deviation) <= 0:
            raise ValueError("means and deviations of features must be finite, and deviations positive")

    def __len__(self) -> int:
        return len(self.mean)

    @classmethod
    def of(cls, inputs: npt.NDArray[Any]) -> FeatureStatistics:
        """Statistics of ``(n, features)`` inputs of the last layer, rounded to six digits as in manifests.

        Raises:
            ValueError: If there is no row, or a value is not finite.
        """
        if inputs.ndim != 2 or len(inputs) == 0:
            raise ValueError(f"statistics need rows of features, got shape {inputs.shape}")
        values = inputs.astype(np.float64)
        deviation = values.std(axis=0)
        limit = _MIN_RELATIVE_DEVIATION * float(np.median(deviation))
        deviation = np.maximum(deviation, limit if limit > 0 else 1.0)
        return cls(_rounded(values.mean(axis=0)), _rounded(deviation))

    def features(self, inputs: npt.NDArray[Any]) -> npt.NDArray[np.float32]:
        """Features ``(n, features)`` float32 of unit length, of ``(n, features)`` inputs of the last layer."""
        standardized = (inputs.astype(np.float64) - self.mean) / self.deviation
        lengths = np.linalg.norm(standardized, axis=1, keepdims=True)
        return np.asarray(standardized / np.maximum(lengths, 1e-6), dtype=np.float32)


def _rounded(values: npt.NDArray[np.float64]) -> tuple[float, ...]:
    return tuple(float(f"{value:.{_DIGITS}g}") for value in values)
