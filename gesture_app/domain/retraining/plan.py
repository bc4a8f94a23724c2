"""Plan of a retraining: the samples it would use, warnings, and reasons that prevent it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gesture_app.domain.frames.gestures import NONE, GestureSet, display_name, gesture_title
from gesture_app.domain.message import Message, listed, sentences
from gesture_app.domain.retraining.split import (
    MIN_NEW_SAMPLES,
    MIN_SAMPLES,
    counts_by_session,
    in_label_order,
    split_samples,
    taken_order,
)
from gesture_app.domain.samples.label_check import label_doubt
from gesture_app.domain.samples.sample import SampleInfo

GOOD_SAMPLES = 30
"""Recommended number of samples per gesture."""

_LABELS_NEEDED = 2


@dataclass(frozen=True)
class LabelPlan:
    """Use of one gesture's samples in a retraining.

    Attributes:
        label: The gesture, or ``"none"``.
        is_new: Whether the model does not know it yet.
        by_session: Number of its samples in each session, oldest session first.
        training: Number of training samples; 0 if the gesture is left out.
        held_out: Number of held-out samples.
        across_sessions: Whether the held-out samples are from other sessions than the training samples.
    """

    label: str
    is_new: bool
    by_session: Mapping[str, int]
    training: int = 0
    held_out: int = 0
    across_sessions: bool = False

    @property
    def samples(self) -> int:
        """Number of samples."""
        return sum(self.by_session.values())

    @property
    def is_left_out(self) -> bool:
        """Whether it has too few samples to be used."""
        return self.training == 0


@dataclass(frozen=True)
class RetrainPlan:
    """The samples that a retraining would use, and its problems.

    Attributes:
        parent_id: Id of the model to retrain.
        labels: Each gesture with samples; known ones first, in the model's order.
        held_out_sessions: Held-out sessions, oldest first.
        warnings: Problems that make the result worse or less certain, a sentence each.
        blocking: Problems that prevent the retraining, a sentence each.
        expected_seconds: Expected duration on a machine with two idle cores.
    """

    parent_id: str
    labels: tuple[LabelPlan, ...]
    held_out_sessions: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    blocking: tuple[str, ...] = ()
    expected_seconds: float = 0.0

    @property
    def training(self) -> int:
        """Number of training samples."""
        return sum(plan.training for plan in self.labels)

    @property
    def held_out(self) -> int:
        """Number of held-out samples."""
        return sum(plan.held_out for plan in self.labels)

    @property
    def left_out(self) -> int:
        """Number of samples of gestures that have too few of them."""
        return sum(plan.samples for plan in self.labels if plan.is_left_out)

    @property
    def between(self) -> int:
        """Number of samples recorded so shortly before held-out ones that they are in neither part."""
        return sum(plan.samples for plan in self.labels) - self.training - self.held_out - self.left_out

    @property
    def new_labels(self) -> tuple[str, ...]:
        """The new gestures that are not left out."""
        return tuple(plan.label for plan in self.labels if plan.is_new and not plan.is_left_out)

    @property
    def is_across_sessions(self) -> bool:
        """Whether the held-out samples of each gesture are from other sessions than its training samples."""
        return all(plan.across_sessions for plan in self.labels if not plan.is_left_out)


def make_plan(infos: Iterable[SampleInfo], labels: GestureSet, parent_id: str = "") -> RetrainPlan:
    """Plan a retraining on these samples.

    Args:
        infos: All samples.
        labels: The labels of the model to retrain.
        parent_id: Id of that model; recordings that it reads as another gesture are named.
    """
    infos = sorted(infos, key=taken_order)
    split = split_samples(infos, labels)
    training = Counter(info.label for info in split.training)
    held_out = Counter(info.label for info in split.held_out)
    plans = tuple(
        LabelPlan(
            label,
            label not in labels.labels,
            counts_by_session([info for info in infos if info.label == label]),
            training[label],
            held_out[label],
            label in split.across_sessions,
        )
        for label in in_label_order({info.label for info in infos}, labels)
    )
    return RetrainPlan(
        parent_id,
        plans,
        split.sessions,
        warnings=tuple(_warnings(plans, infos, parent_id)),
        blocking=tuple(_blocking(plans)),
        expected_seconds=expected_seconds(len(split.training), len(split.held_out)),
    )


def expected_seconds(training: int, held_out: int) -> float:
    """Expected duration of a retraining on two idle cores; measured by ``benchmarks/retraining.py``."""
    return round(40.0 + 0.15 * training + 0.01 * held_out)


def _blocking(plans: Sequence[LabelPlan]) -> list[str]:
    used = [plan for plan in plans if not plan.is_left_out]
    if len(used) >= _LABELS_NEEDED:
        return []
    if not plans:
        return [Message("There are no recordings yet. Record at least two gestures on the Collect page.")]
    needed = Message("At least two gestures are needed, or there is nothing to tell apart.")
    if not used:
        return [sentences(Message("There are too few recordings."), needed)]
    found = Message("There are enough recordings of {gesture} only.").fill(gesture=_name(used[0].label))
    return [sentences(found, needed)]


def _warnings(plans: Sequence[LabelPlan], infos: Sequence[SampleInfo], model_id: str) -> list[str]:
    warnings: list[str] = []
    used = [plan for plan in plans if not plan.is_left_out]
    if used and not any(plan.across_sessions for plan in used):
        warnings.append(
            Message(
                "All recordings of each gesture are from one session, so the result cannot be checked on another day, "
                "in other light. Record a second session."
            )
        )
    elif single := [plan.label for plan in used if not plan.across_sessions]:
        text = Message("{gestures}: from one session only, so not checked across sessions.")
        warnings.append(text.fill(gestures=_listed(single)))
    for plan in plans:
        if plan.is_left_out:
            minimum = MIN_NEW_SAMPLES if plan.is_new else MIN_SAMPLES
            text = Message("{gesture} is left out: {count} of at least {least} recordings.")
            warnings.append(text.fill(gesture=_name(plan.label), count=plan.samples, least=minimum))
    if few := [plan.label for plan in used if plan.samples < GOOD_SAMPLES]:
        text = Message("{gestures}: fewer than {count} recordings. More make it surer.")
        warnings.append(text.fill(gestures=_listed(few), count=GOOD_SAMPLES))
    return [*warnings, *_mislabel_warnings(used, infos, model_id)]


def _mislabel_warnings(used: Sequence[LabelPlan], infos: Sequence[SampleInfo], model_id: str) -> list[str]:
    """A warning for each label whose samples the model in use mostly read as one other gesture."""
    doubts = (label_doubt([info for info in infos if info.label == plan.label], model_id) for plan in used)
    text = Message(
        "{count} of {judged} recordings of {gesture} were read as {read_as}. "
        "If they show {read_as}, relabel them first."
    )
    return [
        text.fill(count=doubt.count, judged=doubt.judged, gesture=_name(doubt.label), read_as=_name(doubt.read_as))
        for doubt in doubts
        if doubt is not None
    ]


def _listed(labels: Sequence[str]) -> str:
    return listed([gesture_title(labels[0]), *map(_name, labels[1:])])


def _name(label: str) -> str:
    return Message("no gesture") if label == NONE else display_name(label)
