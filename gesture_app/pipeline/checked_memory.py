"""The memory of samples, which grows with them and acts only as far as its gate lets it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.gestures import GestureSet
from gesture_app.domain.models.calibration import Calibration
from gesture_app.domain.models.hand_outputs import HandOutputs, OtherHands
from gesture_app.domain.models.learnt_samples import LearntSamples
from gesture_app.domain.models.memory_fit import fit_memory
from gesture_app.domain.models.memory_gate import MemoryDecision, OwnSamples, check_memory
from gesture_app.domain.models.sample_memory import SampleMemory

_GROWTH = 1.2
"""While samples are still being read, a fit and a check follow when there are this many times as many."""


class CheckedMemory:
    """A memory of samples and the decision of its gate. Used from one thread.

    New samples act at once, as far as the last decision allows; the check that follows may take seconds with
    thousands of samples.

    Args:
        labels: Labels of the model.
        calibration: Calibration of the model.
        read_others: Reads the hands of other people, once, before the first fit; None if the model has none.

    Attributes:
        acting: The memory that may act now: without the labels that are left out, and none if it is refused.
        decision: The last decision; None without samples.
        doubtful: Ids of the samples with doubtful labels, as of the last decision.
        answers: Answer for each held-out sample, by its key, of the model with what may act, as of the last decision.
        is_checked: Whether the last decision is about all samples.
    """

    def __init__(
        self,
        labels: GestureSet,
        calibration: Calibration,
        read_others: Callable[[], OtherHands | None],
    ) -> None:
        self._labels = labels
        self._calibration = calibration
        self._read_others = read_others
        self._others: OtherHands | None = None
        self._has_read_others = False
        self._remembered: dict[str, str] = {}
        self._memory: SampleMemory | None = None
        self._own: OwnSamples | None = None
        self._keys: tuple[str, ...] = ()
        self._checked_count = 0
        self._is_waiting = False
        self.acting: SampleMemory | None = None
        self.decision: MemoryDecision | None = None
        self.doubtful: tuple[str, ...] = ()
        self.answers: Mapping[str, str] = {}
        self.is_checked = True

    def update(
        self,
        learnt: LearntSamples | None,
        logits_of: Callable[[str], npt.NDArray[np.float32] | None],
        *,
        is_complete: bool,
    ) -> None:
        """Remember samples, and check them if the step before left a check to do.

        Args:
            learnt: All samples that are to act, oldest first; None for none.
            logits_of: Returns the ``(model's labels,)`` logits of a sample by its key; None where they are not known,
                as of imported samples, on which nothing is tested.
            is_complete: Whether no further sample is being read.
        """
        if learnt is None:
            self._forget()
            return
        remembered = dict(zip(learnt.keys, learnt.labels, strict=True))
        if remembered != self._remembered:
            self.is_checked = False
            if self._is_due(remembered, is_complete):
                self._fit(learnt, logits_of)
                self._remembered = remembered
        if self.is_checked:
            return
        has_grown = is_complete or len(remembered) >= _GROWTH * self._checked_count
        if remembered == self._remembered and (self.decision is None or (self._is_waiting and has_grown)):
            self._check()
        else:
            self._is_waiting = True

    def _is_due(self, remembered: dict[str, str], is_complete: bool) -> bool:
        """Whether to fit anew: not for each few of thousands of samples that are still being read."""
        is_longer = self._remembered.items() <= remembered.items()
        return is_complete or not is_longer or len(remembered) >= _GROWTH * len(self._remembered)

    def _forget(self) -> None:
        self._memory, self.decision, self.doubtful, self.answers = None, None, (), {}
        self._remembered = {}
        self.is_checked = True
        self._let_act()

    def _fit(self, learnt: LearntSamples, logits_of: Callable[[str], npt.NDArray[np.float32] | None]) -> None:
        if not self._has_read_others:
            self._others, self._has_read_others = self._read_others(), True
        logits = [logits_of(key) for key in learnt.keys]
        unknown = np.zeros(len(self._labels), dtype=np.float32)
        self._keys = learnt.keys
        self._own = OwnSamples(
            HandOutputs(np.stack([unknown if row is None else row for row in logits]), learnt.features),
            learnt.labels,
            tuple(_id(key).rpartition("-")[0] for key in learnt.keys),
            np.array([row is not None for row in logits]),
        )
        examples = None if self._others is None else self._others.examples
        self._memory = fit_memory(self._labels, self._own.outputs, learnt.labels, examples)
        self._let_act()

    def _let_act(self) -> None:
        """Choose what acts by the last decision."""
        self.acting = self._memory
        if self._memory is None or self.decision is None:
            return
        if not self.decision.is_accepted:
            self.acting = None
        elif self.decision.left_out:
            self.acting = self._memory.without_labels(self.decision.left_out)

    def _check(self) -> None:
        if self._memory is None or self._own is None:
            return
        self.decision = check_memory(self._memory, self._own, self._others, self._calibration)
        self.doubtful = tuple(_id(self._keys[index]) for index in self.decision.doubtful)
        held_out = self.decision.held_out
        read_as = held_out.after if self.decision.is_accepted else held_out.before
        self.answers = {
            self._keys[index]: answer for index, answer in zip(held_out.indices, read_as.tolist(), strict=True)
        }
        self._checked_count = len(self._keys)
        self.is_checked, self._is_waiting = True, False
        self._let_act()


def _id(key: str) -> str:
    """Id of a sample, which begins with its session, from its key."""
    return key.partition(" ")[0]
