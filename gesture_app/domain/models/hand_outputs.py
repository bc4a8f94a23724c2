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
    """Hands of other people, to whom a memory of samples must do no harm.

    Attributes:
        outputs: Outputs of the model.
        labels: ``(n,)`` label of each hand, one of the model's.
        poses: ``(n,)`` name of each hand's pose; several poses may have one label.
        is_everyday: ``(n,)`` bool, True for hands of people who make no sign, in any shape.
        is_example: ``(n,)`` bool, True for hands that a memory is fitted on, the others check it; None for all to
            check it.

    Raises:
        ValueError: If their lengths differ.
    """

    outputs: HandOutputs
    labels: npt.NDArray[np.str_]
    poses: npt.NDArray[np.str_]
    is_everyday: npt.NDArray[np.bool_]
    is_example: npt.NDArray[np.bool_] | None = None

    def __post_init__(self) -> None:
        columns = (self.outputs, self.labels, self.poses, self.is_everyday, self.is_example)
        lengths = {len(column) for column in columns if column is not None}
        if len(lengths) != 1:
            raise ValueError(f"the hands of other people have {sorted(lengths)} outputs, labels, poses and kinds")

    @property
    def examples(self) -> OtherHands | None:
        """The hands that a memory is fitted on; None if there are none."""
        return None if self.is_example is None or not self.is_example.any() else self[self.is_example]

    @property
    def tests(self) -> OtherHands:
        """The hands that check a memory."""
        return self if self.is_example is None else self[~self.is_example]

    def __len__(self) -> int:
        return len(self.outputs)

    def __getitem__(self, index: npt.NDArray[np.bool_]) -> OtherHands:
        is_example = None if self.is_example is None else self.is_example[index]
        return OtherHands(
            self.outputs[index], self.labels[index], self.poses[index], self.is_everyday[index], is_example
        )
