"""Answers of a model for hands, without and with a memory of samples."""

from __future__ import annotations

from collections.abc import Collection, Sequence
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
    """Hands to be answered for, each with a memory that was not fitted on it.

    Args:
        memories: The memories.
        base_labels: Labels of their model.
        calibration: Calibration of the model.
        outputs: Outputs of the model for the hands.
        memory_of: ``(n,)`` number of the memory for each hand.

    Attributes:
        before: Answers of the model alone.
    """

    def __init__(
        self,
        memories: Sequence[SampleMemory],
        base_labels: GestureSet,
        calibration: Calibration,
        outputs: HandOutputs,
        memory_of: npt.NDArray[np.intp],
    ) -> None:
        self._memories = memories
        self._base_labels = base_labels
        self._calibration = calibration
        self._outputs = outputs
        self._memory_of = memory_of
        self._answered: dict[frozenset[str], Answers] = {}
        self.before = Answers.of(outputs.logits, base_labels, calibration)

    def after(self, left_out: Collection[str]) -> Answers:
        """Answers with the memories, without the samples of some labels."""
        key = frozenset(left_out)
        if key not in self._answered:
            self._answered[key] = self._answers(key)
        return self._answered[key]

    def _answers(self, left_out: Collection[str]) -> Answers:
        labels = self.before.labels.astype(object)
        confidence = self.before.confidence.copy()
        for number, memory in enumerate(self._memories):
            acting = memory.without_labels(left_out)
            rows = np.flatnonzero(self._memory_of == number)
            if acting is not None and len(rows):
                adjusted = acting.adjusted(self._outputs.logits[rows], self._outputs.features[rows])
                answers = Answers.of(adjusted, acting.labels, self._calibration)
                labels[rows], confidence[rows] = answers.labels, answers.confidence
        return Answers(labels.astype(np.str_), confidence)
