"""Outputs of a model for hands: of the user's samples, and of other people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, eq=False)
class HandOutputs:
    """Outputs of a model for hands, one row a hand.

    Attributes:
        logits: ``(n, model's labels)`` float32.
        features: ``(n, features)`` float32 of unit length.

    Raises:
        ValueError: If they are no matrices of as many rows.
    """

    logits: npt.NDArray[np.float32]
    features: npt.NDArray[np.float32]

    def __post_init__(self) -> None:
        if self.logits.ndim != 2 or self.features.ndim != 2 or len(self.logits) != len(self.features):
            raise ValueError(f"logits {self.logits.shape} and features {self.features.shape} have no equal rows")

    @classmethod
    def joined(cls, parts: Sequence[HandOutputs]) -> HandOutputs:
        """The rows of all parts; there is at least one."""
        return cls(np.concatenate([part.logits for part in parts]), np.concatenate([part.features for part in parts]))

    def __len__(self) -> int:
        return len(self.logits)

    def __getitem__(self, index: npt.NDArray[Any] | slice) -> HandOutputs:
        return HandOutputs(self.logits[index], self.features[index])


@dataclass(frozen=True, eq=False)
class OtherHands:
    """Hands of other people, on which a memory of samples must do no harm.

    Attributes:
        outputs: Outputs of the model.
        labels: ``(n,)`` label of each hand, one of the model's.
        poses: ``(n,)`` name of each hand's pose; several poses may have one label.
        is_everyday: ``(n,)`` bool, True for hands of people who make no sign, in any shape.

    Raises:
        ValueError: If their lengths differ.
    """

    outputs: HandOutputs
    labels: npt.NDArray[np.str_]
    poses: npt.NDArray[np.str_]
    is_everyday: npt.NDArray[np.bool_]

    def __post_init__(self) -> None:
        lengths = {len(self.outputs), len(self.labels), len(self.poses), len(self.is_everyday)}
        if len(lengths) != 1:
            raise ValueError(f"the hands of other people have {sorted(lengths)} outputs, labels, poses and kinds")

    def __len__(self) -> int:
        return len(self.outputs)
