"""State of the memory of samples, for texts. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from gesture_app.domain.models.memory_gate import MemoryDecision


@dataclass(frozen=True)
class MemoryState:
    """State of the memory of samples.

    Attributes:
        is_on: Whether samples are to adjust the predictions.
        is_supported: Whether the model in use can be adjusted; True as long as none is loaded.
        remembered: Number of samples that adjust the predictions now.
        missing: Number of samples that the model has still to read.
        imported: Number of samples that were imported as learnt at once with the model in use, by person.
        decision: What the gate decided about the samples; None if nothing is checked.
        doubtful: Ids of samples whose label is probably wrong.
        answers: Answer for each held-out sample, by its key.
    """

    is_on: bool
    is_supported: bool
    remembered: int
    missing: int
    imported: Mapping[str, int] = field(default_factory=dict)
    decision: MemoryDecision | None = None
    doubtful: tuple[str, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)
