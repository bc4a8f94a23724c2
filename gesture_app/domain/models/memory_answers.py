"""Answers of a model for hands, without and with a memory of samples."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.gestures import GestureSet
from gesture_app.domain.models.calibration import Calibration
from gesture_app.domain.models.hand_outputs import HandOutputs
from gesture_app.domain.models.sample_memory import SampleMemory


@dataclass(frozen=True, eq=False)
class Answers:
    """Answers for hands, at normal sensitivity.

    Attributes:
        labels: ``(n,)`` names.
        confidence: ``(n,)`` float64 probability of each answer.
    """

    labels: npt.NDArray[np.str_]
    confidence: npt.NDArray[np.float64]

    @classmethod
    def of(cls, logits: npt.NDArray[np.float32], labels: GestureSet, calibration: Calibration) -> Answers:
        """Answers from ``(n, labels)`` logits."""
        probabilities = calibration.probabilities(logits, labels.none_index)
        chosen = calibration.decide(probabilities, labels.none_index)
        return cls(np.array(labels.labels, dtype=np.str_)[chosen], probabilities[np.arange(len(chosen)), chosen])


class HandQuestions:
    """Hands to be answered for, with what a memory says about them.

    Args:
        memory: The memory.
        calibration: Calibration of the model.
        outputs: Outputs of the model for the hands.
        evidence: ``(n, labels of the memory)`` float32.

    Attributes:
        before: Answers of the model alone.
        new_labels: Labels of the memory that the model does not know.
    """

    def __init__(
        self, memory: SampleMemory, calibration: Calibration, outputs: HandOutputs, evidence: npt.NDArray[np.float32]
    ) -> None:
        self._memory = memory
        self._calibration = calibration
        self._logits = outputs.logits
        self._evidence = evidence
        self._answered: dict[frozenset[str], Answers] = {}
        self.before = Answers.of(outputs.logits, memory.base_labels, calibration)
        self.new_labels = [label for label in memory.labels.labels if label not in memory.base_labels.labels]

    def after(self, left_out: Collection[str]) -> Answers:
        """Answers with the memory, without the samples of some labels."""
        key = frozenset(left_out)
        if key not in self._answered:
            evidence = self._evidence
            if key:
                evidence = evidence.copy()
                evidence[:, [self._memory.labels.index(label) for label in key]] = 0
            raised = self._memory.raised(self._logits, evidence)
            self._answered[key] = Answers.of(raised, self._memory.labels, self._calibration)
        return self._answered[key]
