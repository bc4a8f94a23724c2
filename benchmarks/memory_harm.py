"""Samples that are labelled wrongly, and what the gate of the memory of samples makes of them."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.gestures import GestureSet
from gesture_app.domain.models.calibration import Calibration
from gesture_app.domain.models.hand_outputs import HandOutputs, OtherHands
from gesture_app.domain.models.memory_fit import fit_memory
from gesture_app.domain.models.memory_gate import MemoryDecision, OwnSamples, check_memory
from gesture_app.domain.models.sample_memory import SampleMemory

WRONG_SHARE = 0.2
SWAPPED = {"rock": "paper", "paper": "rock"}
ONE_LABEL = "rock"

Names = npt.NDArray[np.str_]


def harm_cases(labels: Names, rng: np.random.Generator) -> Iterator[tuple[str, Names]]:
    """The labels of samples as they are, and spoilt in several ways, by the name of the case."""
    yield "right", labels
    known = np.unique(labels)
    wrong = labels.copy()
    for index in rng.permutation(len(labels))[: round(WRONG_SHARE * len(labels))]:
        wrong[index] = rng.choice(known[known != labels[index]])
    yield f"{WRONG_SHARE:.0%} wrong", wrong
    yield " and ".join(SWAPPED) + " swapped", np.array([SWAPPED.get(label, label) for label in labels.tolist()])
    yield f"all as {ONE_LABEL}", np.full_like(labels, ONE_LABEL)


def gated(
    known: GestureSet, calibration: Calibration, outputs: HandOutputs, labels: Names, others: OtherHands
) -> tuple[MemoryDecision, SampleMemory | None]:
    """The decision about samples of one recording, and the memory that acts then.

    Args:
        known: The labels of the model.
        calibration: Its calibration.
        outputs: Its outputs for the samples, in order of recording.
        labels: ``(n,)`` labels of the samples.
        others: Hands of other people.
    """
    memory = fit_memory(known, outputs, labels.tolist(), others.examples)
    count = len(labels)
    own = OwnSamples(outputs, tuple(labels.tolist()), ("recording",) * count, np.ones(count, dtype=bool))
    decision = check_memory(memory, own, others, calibration)
    return decision, memory.without_labels(decision.left_out)
