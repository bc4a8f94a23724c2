"""The gate of a memory of samples: it acts only if held-out samples of the user and other people's hands do not suffer.

A memory is local and fitted in a moment, so that the gate is a function of features and logits that are known. Its
limits are those of the gate of retraining (:mod:`gesture_app.domain.retraining.gate`).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.gestures import NONE, display_name
from gesture_app.domain.message import Message, listed, sentences
from gesture_app.domain.models.calibration import Calibration
from gesture_app.domain.models.hand_outputs import HandOutputs, OtherHands
from gesture_app.domain.models.label_suspicions import ALLOWED, Suspicion, are_doubtful, suspicions
from gesture_app.domain.models.memory_answers import Answers, HandQuestions
from gesture_app.domain.models.memory_fit import fit_memory, poses_shown
from gesture_app.domain.models.memory_folds import LEAST_SAMPLES, held_out_folds
from gesture_app.domain.models.sample_memory import SampleMemory
from gesture_app.domain.retraining.gate import BASE_GESTURE_LOSS_POINTS, BASE_LOSS_POINTS, DOUBTFUL_SHARE

OWN_LOSS_POINTS = 0.5
"""Largest loss of right answers on the user's held-out samples, in percentage points; one sample is always allowed, as
one more or less would else switch the memory on and off while samples are recorded."""

_MOST_TESTED = 600
"""Held-out samples of a check, spread over all, which bounds its time."""


@dataclass(frozen=True, eq=False)
class OwnSamples:
    """The samples of a memory, in order of recording.

    Attributes:
        outputs: Outputs of the model.
        labels: Label of each sample.
        sessions: Session of each sample.
        has_logits: ``(n,)`` bool, False for samples whose logits are not known: nothing is tested on them.

    Raises:
        ValueError: If their lengths differ.
    """

    outputs: HandOutputs
    labels: tuple[str, ...]
    sessions: tuple[str, ...]
    has_logits: npt.NDArray[np.bool_]

    def __post_init__(self) -> None:
        if not len(self.outputs) == len(self.labels) == len(self.sessions) == len(self.has_logits):
            raise ValueError(f"{len(self.outputs)} outputs, {len(self.labels)} labels, {len(self.sessions)} sessions")


@dataclass(frozen=True, eq=False)
class HeldOut:
    """Answers for held-out samples, with a memory of the other samples.

    Attributes:
        indices: ``(n,)`` numbers of the samples.
        labels: ``(n,)`` their labels.
        before: ``(n,)`` answers of the model alone.
        after: ``(n,)`` answers with the memory.
    """

    indices: npt.NDArray[np.intp]
    labels: npt.NDArray[np.str_]
    before: npt.NDArray[np.str_]
    after: npt.NDArray[np.str_]

    def __len__(self) -> int:
        return len(self.indices)

    @property
    def right_before(self) -> int:
        """Number of right answers of the model alone."""
        return int((self.before == self.labels).sum())

    @property
    def right_after(self) -> int:
        """Number of right answers with the memory."""
        return int((self.after == self.labels).sum())


@dataclass(frozen=True, eq=False)
class MemoryDecision:
    """Decision of the gate.

    Attributes:
        is_accepted: Whether the memory may act, without the labels that are left out.
        text: What was gained, or why it does not act, in a sentence or two.
        left_out: Labels whose samples must not act; all of them if it is not accepted.
        held_out: Answers for held-out samples, without the labels that are left out.
        doubtful: Numbers of samples whose label is probably wrong: both answers are sure of another gesture.
    """

    is_accepted: bool
    text: str
    left_out: tuple[str, ...]
    held_out: HeldOut
    doubtful: tuple[int, ...]


def check_memory(
    memory: SampleMemory, own: OwnSamples, others: OtherHands | None, calibration: Calibration
) -> MemoryDecision:
    """Decide whether a memory of samples may act.

    Labels whose samples do the harm are left out, up to half of them; a memory that harms without them is refused.

    - Held-out samples of the user lose at most :data:`OWN_LOSS_POINTS`, or one sample. With too few samples to hold any
      out, the memory acts all the same: it is local, and others do not suffer.
    - Other people's hands lose at most :data:`BASE_LOSS_POINTS` in all, and :data:`BASE_GESTURE_LOSS_POINTS` of a label
      and of everyday hands. Without such hands, the user's samples alone decide.
    - Labels that look swapped, or wrong in many samples, are left out (:mod:`.label_suspicions`).

    Args:
        memory: The memory of all samples, fitted on the examples among the others.
        own: The samples of the memory.
        others: Hands of other people; None if the model comes without.
        calibration: The model's calibration.
    """
    check = _Check(memory, own, others, calibration)
    found = check.suspicions()
    left_out = {label for suspicion in found for label in suspicion.labels}
    reasons = [suspicion.text for suspicion in found]
    while harms := check.harms(left_out):
        remaining = [label for label in memory.sample_labels if label not in left_out]
        if not remaining:
            break
        reasons = reasons or harms[:1]
        left_out.add(min(remaining, key=lambda label: check.cost({*left_out, label})))
    if len(left_out) > len(memory.sample_labels) / 2:
        return check.refused(reasons[0])
    return check.accepted(left_out, reasons)


class _Check:
    """The answers that decide about a memory, for any set of labels left out."""

    def __init__(
        self, memory: SampleMemory, own: OwnSamples, others: OtherHands | None, calibration: Calibration
    ) -> None:
        self._memory = memory
        known = own.has_logits
        self._alone = Answers.of(own.outputs.logits[known], memory.base_labels, calibration)
        self._labels = np.array(own.labels, dtype=np.str_)[known]
        examples = None if others is None else others.examples
        self._tested, self._own = _held_out_questions(memory, own, examples, calibration)
        self._truth = np.array(own.labels, dtype=np.str_)[self._tested]
        self._others = None
        if others is not None:
            self._others = _OtherPeople(memory, others.tests, calibration)

    def suspicions(self) -> list[Suspicion]:
        """Labels that are probably wrong as a whole."""
        look_like = np.where(self._are_doubtful(()), self._own.before.labels, "")
        return suspicions(self._alone, self._labels, self._memory.base_labels, self._truth, look_like)

    def harms(self, left_out: Collection[str]) -> list[str]:
        """The reasons against a memory without the samples of some labels."""
        held_out = self.held_out(left_out)
        lost = held_out.right_before - held_out.right_after
        harms = [] if self._others is None else self._others.harms(left_out)
        if lost > max(1, OWN_LOSS_POINTS / 100 * len(held_out)):
            text = Message("your held-out samples would get worse: {right} of {total} right, {before} without")
            harms.append(text.fill(right=held_out.right_after, total=len(held_out), before=held_out.right_before))
        return harms

    def cost(self, left_out: Collection[str]) -> tuple[int, int]:
        """Order of sets of labels to leave out: first by the number of reasons against them, then by right answers."""
        others = 0 if self._others is None else self._others.right_after(left_out)
        return len(self.harms(left_out)), -others - self.held_out(left_out).right_after

    def held_out(self, left_out: Collection[str]) -> HeldOut:
        """The answers for held-out samples."""
        return HeldOut(self._tested, self._truth, self._own.before.labels, self._own.after(left_out).labels)

    def accepted(self, left_out: Collection[str], reasons: list[str]) -> MemoryDecision:
        """The decision for a memory without the samples of some labels."""
        held_out = self.held_out(left_out)
        texts: list[str] = []
        if len(held_out):
            right = Message("Right on {right} of {total} of your held-out samples, {before} before.")
            texts.append(right.fill(right=held_out.right_after, total=len(held_out), before=held_out.right_before))
        else:
            texts.append(
                Message("Not checked yet: record at least {count} samples of a gesture.").fill(count=LEAST_SAMPLES)
            )
        if self._others is None:
            texts.append(Message("This model cannot check it on other people."))
        else:
            texts.append(self._others.loss_text(left_out))
        if left_out:
            text = Message("Your samples of {gestures} are left out: {reason}.")
            texts.append(text.fill(gestures=_named(left_out), reason=reasons[0]))
        return self._decision(True, texts, left_out)

    def refused(self, reason: str) -> MemoryDecision:
        """The decision against the memory."""
        text = Message("Your samples are not used: {reason}.").fill(reason=reason)
        return self._decision(False, [text], self._memory.sample_labels)

    def _decision(self, is_accepted: bool, texts: list[str], left_out: Collection[str]) -> MemoryDecision:
        are_doubtful = self._are_doubtful(left_out if is_accepted else ())
        doubtful = tuple(self._tested[are_doubtful].tolist())
        if len(doubtful) > max(ALLOWED, DOUBTFUL_SHARE * len(self._tested)):
            text = Message("{count} samples look as if labelled wrongly; look through them.")
            texts.append(text.fill(count=len(doubtful)))
        elif not is_accepted:
            texts.append(Message("Record hands without a gesture, too, and look through your samples."))
        held_out = self.held_out(left_out if is_accepted else ())
        return MemoryDecision(is_accepted, sentences(*texts), tuple(sorted(left_out)), held_out, doubtful)

    def _are_doubtful(self, left_out: Collection[str]) -> npt.NDArray[np.bool_]:
        return are_doubtful(self._truth, self._own.before, self._own.after(left_out))


def _held_out_questions(
    memory: SampleMemory, own: OwnSamples, examples: OtherHands | None, calibration: Calibration
) -> tuple[npt.NDArray[np.intp], HandQuestions]:
    """Numbers of the held-out samples, to be answered for with memories of the others."""
    folds = held_out_folds(own.labels, own.sessions)
    names = np.array(own.labels, dtype=np.str_)
    memory_of = np.zeros(len(own.outputs), dtype=np.intp)
    is_tested = np.zeros(len(own.outputs), dtype=bool)
    can_test = np.any([fold.tested for fold in folds], axis=0) if folds else is_tested
    every = np.flatnonzero(can_test & own.has_logits)
    step = max(1, -(-len(every) // _MOST_TESTED))
    is_tested[every[::step]] = True
    memories = []
    for number, fold in enumerate(folds):
        memory_of[fold.tested] = number
        kept = fold.kept
        memories.append(fit_memory(memory.base_labels, own.outputs[kept], names[kept].tolist(), examples))
    chosen = np.flatnonzero(is_tested)
    outputs = own.outputs[chosen]
    return chosen, HandQuestions(memories, memory.base_labels, calibration, outputs, memory_of[chosen])


class _OtherPeople:
    """Other people's hands, without and with a memory."""

    def __init__(self, memory: SampleMemory, hands: OtherHands, calibration: Calibration) -> None:
        self._hands = hands
        every = np.zeros(len(hands), dtype=np.intp)
        self._questions = HandQuestions([memory], memory.base_labels, calibration, hands.outputs, every)
        is_new = ~np.isin(self._questions.after(()).labels, memory.base_labels.labels)
        self._counted = ~poses_shown(is_new, hands)

    def right_after(self, left_out: Collection[str]) -> int:
        """Number of hands that are read right with the memory."""
        return int(self._is_right(self._questions.after(left_out)).sum())

    def harms(self, left_out: Collection[str]) -> list[str]:
        """The reasons against a memory."""
        before, after = self._is_right(self._questions.before), self._is_right(self._questions.after(left_out))
        harms: list[str] = []
        for label in np.unique(self._hands.labels):
            of_label = (self._hands.labels == label) & self._counted
            if text := _loss(before[of_label], after[of_label], BASE_GESTURE_LOSS_POINTS):
                worse = Message("other people's {gesture} would get worse: {counts}")
                harms.append(worse.fill(gesture=_title(str(label)), counts=text))
        everyday = self._hands.is_everyday & self._counted
        if text := _loss(before[everyday], after[everyday], BASE_GESTURE_LOSS_POINTS):
            harms.append(Message("hands that make no gesture would be taken for one: {counts}").fill(counts=text))
        if text := _loss(before[self._counted], after[self._counted], BASE_LOSS_POINTS):
            harms.append(Message("other people's hands would get worse: {counts}").fill(counts=text))
        return harms

    def loss_text(self, left_out: Collection[str]) -> str:
        """What other people lose, as a sentence."""
        before, after = self._is_right(self._questions.before), self._is_right(self._questions.after(left_out))
        lost, total = int(before.sum()) - int(after.sum()), int(self._counted.sum())
        if lost <= 0:
            return Message("Other people lose nothing.")
        return Message("Other people lose {lost} of {total} hands.").fill(lost=lost, total=total)

    def _is_right(self, answers: Answers) -> npt.NDArray[np.bool_]:
        return np.asarray((answers.labels == self._hands.labels) & self._counted)


def _loss(before: npt.NDArray[np.bool_], after: npt.NDArray[np.bool_], limit_points: float) -> str:
    """The counts if more than a limit is lost; else empty."""
    lost = int(before.sum()) - int(after.sum())
    if lost <= limit_points / 100 * len(before):
        return ""
    return Message("{right} of {total} right, {before} without").fill(
        right=int(after.sum()), total=len(after), before=int(before.sum())
    )


def _named(labels: Collection[str]) -> str:
    return listed([_title(label) for label in sorted(labels)])


def _title(label: str) -> str:
    return Message("hands without a gesture") if label == NONE else display_name(label)
