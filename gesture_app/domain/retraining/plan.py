"""Before retraining: which recordings are learnt from, which check the result, and what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from gesture_app.domain.frames.gestures import GestureSet, display_name
from gesture_app.domain.samples.sample import SampleInfo

LEAST_SAMPLES = 4
"""A known gesture with fewer samples is left out: it could not be both learnt from and checked."""

LEAST_NEW_SAMPLES = 10
"""A new gesture with fewer samples is left out: a few pictures of one moment do not tell what it is."""

GOOD_SAMPLES = 30
"""Samples a gesture that make a good result likely."""

HELD_OUT_SHARE = 0.25
"""Share of a gesture's samples, the last ones, that check the result where it was recorded in one session only."""

GAP = timedelta(seconds=1.5)
"""Around samples that check the result, within the same session: what was taken so shortly before shows the same."""

_LEAST_TRAINING_SHARE = 0.5
_MISREAD_SHARE = 0.6
_LABELS_NEEDED = 2


@dataclass(frozen=True)
class LabelPlan:
    """What happens with one gesture.

    Attributes:
        label: The gesture, or ``"none"``.
        is_new: Whether the model does not know it yet.
        by_session: How many samples each session has of it, oldest session first.
        training: How many are learnt from; 0 for one that is left out.
        held_out: How many check the result.
        across_sessions: Whether those that check come from sessions of which none of it is learnt.
    """

    label: str
    is_new: bool
    by_session: Mapping[str, int]
    training: int = 0
    held_out: int = 0
    across_sessions: bool = False

    @property
    def samples(self) -> int:
        """How many samples there are of it."""
        return sum(self.by_session.values())

    @property
    def is_left_out(self) -> bool:
        """Whether there are too few of it to be used."""
        return self.training == 0


@dataclass(frozen=True)
class RetrainPlan:
    """What a retraining would use, and what speaks against it.

    Attributes:
        parent_id: The model that would be trained further.
        labels: Each gesture that has samples; known ones first, in the model's order.
        held_out_sessions: Sessions that nothing is learnt from, oldest first.
        warnings: What makes the result less good or less sure, as sentences.
        blocking: Why it cannot be done, as sentences; empty where it can.
        expected_seconds: How long it takes on a machine with two idle cores, roughly.
    """

    parent_id: str
    labels: tuple[LabelPlan, ...]
    held_out_sessions: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    blocking: tuple[str, ...] = ()
    expected_seconds: float = 0.0

    @property
    def training(self) -> int:
        """How many samples are learnt from."""
        return sum(plan.training for plan in self.labels)

    @property
    def held_out(self) -> int:
        """How many samples check the result."""
        return sum(plan.held_out for plan in self.labels)

    @property
    def new_labels(self) -> tuple[str, ...]:
        """The gestures that the model would learn anew."""
        return tuple(plan.label for plan in self.labels if plan.is_new and not plan.is_left_out)

    @property
    def is_across_sessions(self) -> bool:
        """Whether every gesture is checked on a session that it was not learnt from."""
        return all(plan.across_sessions for plan in self.labels if not plan.is_left_out)


@dataclass(frozen=True)
class DividedSamples:
    """Samples to learn from, and samples of the same person to check the result with.

    Attributes:
        training: To learn from, oldest first.
        held_out: To check with, oldest first.
        sessions: The sessions of which all samples of repeatedly recorded gestures are in ``held_out``, oldest first.
        across_sessions: The gestures that are checked on sessions that they were not learnt from.
    """

    training: tuple[SampleInfo, ...] = ()
    held_out: tuple[SampleInfo, ...] = ()
    sessions: tuple[str, ...] = ()
    across_sessions: frozenset[str] = field(default_factory=frozenset)


def divide_samples(infos: Iterable[SampleInfo], labels: GestureSet) -> DividedSamples:
    """Which samples are learnt from and which check the result.

    Whole sessions are held out, the newest first, so that every gesture that was recorded in several sessions is
    checked on one that it was not learnt from, where that leaves something to learn from; an older one where the newest
    holds most of what there is. A gesture of a single session is checked on the last quarter of it. Gestures with too
    few samples are on neither side.

    Args:
        infos: All samples.
        labels: What the model knows.
    """
    used = _used(sorted(infos, key=_taken_at), labels)
    sessions_of = {label: set(_by_session(infos)) for label, infos in used.items()}
    repeated = {label: infos for label, infos in used.items() if len(sessions_of[label]) > 1}
    held_sessions = _held_sessions([info for infos in repeated.values() for info in infos])
    training: list[SampleInfo] = []
    held_out: list[SampleInfo] = []
    across = set()
    for label, of_label in used.items():
        if label in repeated and sessions_of[label] & held_sessions:
            across.add(label)
            held_out += [info for info in of_label if info.session in held_sessions]
            training += [info for info in of_label if info.session not in held_sessions]
        else:
            first, last = _divide_by_time(of_label)
            training += first
            held_out += last
    return DividedSamples(
        tuple(sorted(training, key=_taken_at)),
        tuple(sorted(held_out, key=_taken_at)),
        tuple(session for session in _by_session(sorted(held_out, key=_taken_at)) if session in held_sessions),
        frozenset(across),
    )


def check_samples(infos: Iterable[SampleInfo], labels: GestureSet, parent_id: str = "") -> RetrainPlan:
    """What retraining on these samples would use, what is missing, and whether it can be done.

    Args:
        infos: All samples.
        labels: What the model to train further knows.
        parent_id: Its id.
    """
    infos = sorted(infos, key=_taken_at)
    divided = divide_samples(infos, labels)
    training = Counter(info.label for info in divided.training)
    held_out = Counter(info.label for info in divided.held_out)
    plans = tuple(
        LabelPlan(
            label,
            label not in labels.labels,
            _by_session([info for info in infos if info.label == label]),
            training[label],
            held_out[label],
            label in divided.across_sessions,
        )
        for label in _in_order({info.label for info in infos}, labels)
    )
    return RetrainPlan(
        parent_id,
        plans,
        divided.sessions,
        warnings=tuple(_warnings(plans, infos)),
        blocking=tuple(_blocking(plans)),
        expected_seconds=expected_seconds(len(divided.training), len(divided.held_out)),
    )


def expected_seconds(training: int, held_out: int) -> float:
    """How long retraining takes on two idle cores, roughly; measured by ``benchmarks/retraining.py``."""
    return round(40.0 + 0.15 * training + 0.01 * held_out)


def _used(infos: Sequence[SampleInfo], labels: GestureSet) -> dict[str, list[SampleInfo]]:
    """The samples by label, without labels that have too few."""
    by_label: dict[str, list[SampleInfo]] = {}
    for label in _in_order({info.label for info in infos}, labels):
        of_label = [info for info in infos if info.label == label]
        if len(of_label) >= (LEAST_SAMPLES if label in labels.labels else LEAST_NEW_SAMPLES):
            by_label[label] = of_label
    return by_label


def _held_sessions(infos: Sequence[SampleInfo]) -> set[str]:
    """Sessions to hold out, chosen from the newest back until each label is in one; each label keeps a session."""
    if not infos:
        return set()
    newest_first = list(_by_session(infos))[::-1]
    sessions_of: dict[str, set[str]] = {}
    for info in infos:
        sessions_of.setdefault(info.label, set()).add(info.session)
    fitting = [one for one in newest_first if _leaves_enough(infos, {one})] or newest_first
    held: set[str] = set()
    for session in (*fitting, *newest_first):
        uncovered = {label for label, sessions in sessions_of.items() if not sessions & held}
        wider = held | {session}
        brings = any(session in sessions_of[label] for label in uncovered)
        if brings and all(sessions - wider for sessions in sessions_of.values()):
            held = wider
    return held


def _leaves_enough(infos: Sequence[SampleInfo], held: set[str]) -> bool:
    kept = sum(info.session not in held for info in infos)
    return kept >= _LEAST_TRAINING_SHARE * len(infos)


def _divide_by_time(infos: Sequence[SampleInfo]) -> tuple[list[SampleInfo], list[SampleInfo]]:
    """The first and the last samples of a label, with a gap in time between them where that leaves enough to learn."""
    count = max(1, round(len(infos) * HELD_OUT_SHARE))
    first, last = list(infos[:-count]), list(infos[-count:])
    apart = [info for info in first if _taken_at(last[0])[0] - _taken_at(info)[0] > GAP]
    return (apart if len(apart) >= len(infos) // 2 else first), last


def _blocking(plans: Sequence[LabelPlan]) -> list[str]:
    used = [plan for plan in plans if not plan.is_left_out]
    if len(used) >= _LABELS_NEEDED:
        return []
    if not plans:
        return ["There are no recordings yet. Record at least two gestures on the Collect page."]
    found = (
        f"There are enough recordings of {display_name(used[0].label)} only" if used else "There are too few recordings"
    )
    return [f"{found}. At least two gestures are needed, or there is nothing to tell apart."]


def _warnings(plans: Sequence[LabelPlan], infos: Sequence[SampleInfo]) -> list[str]:
    warnings = []
    used = [plan for plan in plans if not plan.is_left_out]
    if used and not any(plan.across_sessions for plan in used):
        warnings.append(
            "All recordings of each gesture are from one session, so the result cannot be checked on another day, in "
            "other light. Record a second session."
        )
    elif single := [plan.label for plan in used if not plan.across_sessions]:
        warnings.append(f"{_listed(single)}: from one session only, so not checked across sessions.")
    for plan in plans:
        if plan.is_left_out:
            least = LEAST_NEW_SAMPLES if plan.is_new else LEAST_SAMPLES
            warnings.append(f"{display_name(plan.label)} is left out: {plan.samples} of at least {least} recordings.")
    if few := [plan.label for plan in used if plan.samples < GOOD_SAMPLES]:
        warnings.append(f"{_listed(few)}: fewer than {GOOD_SAMPLES} recordings. More make it surer.")
    return [*warnings, *_suspicions(used, infos)]


def _suspicions(used: Sequence[LabelPlan], infos: Sequence[SampleInfo]) -> list[str]:
    """Labels most of whose samples were read as one and the same other gesture when they were recorded."""
    found = []
    for plan in used:
        if plan.is_new:
            continue
        read_as = Counter(
            info.prediction.gesture for info in infos if info.label == plan.label and info.prediction is not None
        )
        for other, count in read_as.most_common(1):
            if other != plan.label and count >= _MISREAD_SHARE * plan.samples:
                name, as_other = display_name(plan.label), display_name(other)
                found.append(
                    f"{count} of {plan.samples} recordings of {name} were read as {as_other}. If they show {as_other}, "
                    "relabel them first."
                )
    return found


def _in_order(found: set[str], labels: GestureSet) -> list[str]:
    """Known labels in the model's order, then new ones by name."""
    return [*(label for label in labels.labels if label in found), *sorted(found - set(labels.labels))]


def _by_session(infos: Iterable[SampleInfo]) -> dict[str, int]:
    """How many samples each session has, in the order in which the sessions come."""
    counts: dict[str, int] = {}
    for info in infos:
        counts[info.session] = counts.get(info.session, 0) + 1
    return counts


def _taken_at(info: SampleInfo) -> tuple[datetime, str, int]:
    return datetime.fromisoformat(info.taken_at), info.session, info.number


def _listed(labels: Sequence[str]) -> str:
    names = [display_name(label) for label in labels]
    names[0] = names[0][:1].upper() + names[0][1:]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
