"""Split of a user's samples into training and held-out samples, by session."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from gesture_app.domain.frames.gestures import GestureSet
from gesture_app.domain.samples.collecting import SESSION_GAP_S
from gesture_app.domain.samples.sample import SampleInfo

MIN_SAMPLES = 4
"""A known gesture with fewer samples is left out: too few for training and held-out samples."""

MIN_NEW_SAMPLES = 10
"""A new gesture with fewer samples is left out: a few images of one moment do not define it."""

HELD_OUT_SHARE = 0.25
"""Fraction of a gesture's samples, the latest ones, that are held out if all are from one session."""

GAP = timedelta(seconds=1.5)
"""Training samples of the same session end this long before the first held-out sample: closer ones are too similar."""

SAME_SITTING = timedelta(seconds=SESSION_GAP_S)
"""A correction this near to a held-out sample may show the same light and sleeve, as if it were of its session."""

_MIN_TRAINING_SHARE = 0.5


@dataclass(frozen=True)
class SampleSplit:
    """Training samples and held-out samples of one user.

    Attributes:
        training: Training samples, oldest first.
        held_out: Held-out samples, oldest first.
        sessions: Held-out sessions, oldest first. Gestures of a single session may still have training samples there.
        across_sessions: Gestures whose held-out samples are from other sessions than their training samples.
    """

    training: tuple[SampleInfo, ...] = ()
    held_out: tuple[SampleInfo, ...] = ()
    sessions: tuple[str, ...] = ()
    across_sessions: frozenset[str] = field(default_factory=frozenset)


def split_samples(infos: Iterable[SampleInfo], labels: GestureSet) -> SampleSplit:
    """Split samples into training and held-out samples.

    Whole sessions are held out, the newest first, until each gesture with several sessions has a held-out one; each
    gesture keeps at least one session for training. An older session is held out instead if the newest has most of the
    samples. Of a gesture with a single session the last quarter is held out. Gestures with too few samples are in
    neither part.

    Corrections are trained on and not held out, because they are the misread hands alone, unless a gesture has too few
    other samples. Those near a held-out sample in time are in neither part.

    Args:
        infos: All samples.
        labels: The labels of the model to retrain.
    """
    used, corrections = _used(sorted(infos, key=taken_order), labels)
    sessions_of = {label: set(counts_by_session(infos)) for label, infos in used.items()}
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
    training += [info for info in corrections if not _is_near(info, held_out)]
    return SampleSplit(
        tuple(sorted(training, key=taken_order)),
        tuple(sorted(held_out, key=taken_order)),
        tuple(session for session in counts_by_session(sorted(held_out, key=taken_order)) if session in held_sessions),
        frozenset(across),
    )


def _used(infos: Sequence[SampleInfo], labels: GestureSet) -> tuple[dict[str, list[SampleInfo]], list[SampleInfo]]:
    """Samples to split, by label, and corrections; without labels that have too few."""
    by_label: dict[str, list[SampleInfo]] = {}
    corrections: list[SampleInfo] = []
    for label in in_label_order({info.label for info in infos}, labels):
        least = MIN_SAMPLES if label in labels.labels else MIN_NEW_SAMPLES
        of_label = [info for info in infos if info.label == label]
        recorded = [info for info in of_label if not info.is_correction]
        if len(recorded) >= least:
            by_label[label] = recorded
            corrections += [info for info in of_label if info.is_correction]
        elif len(of_label) >= least:
            by_label[label] = of_label
    return by_label, corrections


def _is_near(info: SampleInfo, others: Sequence[SampleInfo]) -> bool:
    """Whether a sample may be of the same sitting as one of the others."""
    taken_at = taken_order(info)[0]
    return any(abs(taken_at - taken_order(other)[0]) <= SAME_SITTING for other in others)


def _held_sessions(infos: Sequence[SampleInfo]) -> set[str]:
    """Sessions to hold out, from newest to oldest, until each label is in one; each label keeps a training session."""
    if not infos:
        return set()
    newest_first = list(counts_by_session(infos))[::-1]
    sessions_of: dict[str, set[str]] = {}
    for info in infos:
        sessions_of.setdefault(info.label, set()).add(info.session)
    fitting = [one for one in newest_first if _leaves_enough(infos, {one})] or newest_first
    held: set[str] = set()
    for session in (*fitting, *newest_first):
        uncovered = {label for label, sessions in sessions_of.items() if not sessions & held}
        extended = held | {session}
        covers_more = any(session in sessions_of[label] for label in uncovered)
        if covers_more and all(sessions - extended for sessions in sessions_of.values()):
            held = extended
    return held


def _leaves_enough(infos: Sequence[SampleInfo], held: set[str]) -> bool:
    remaining = sum(info.session not in held for info in infos)
    return remaining >= _MIN_TRAINING_SHARE * len(infos)


def _divide_by_time(infos: Sequence[SampleInfo]) -> tuple[list[SampleInfo], list[SampleInfo]]:
    """Earlier and later samples of a label, with :data:`GAP` between them if enough training samples remain."""
    count = max(1, round(len(infos) * HELD_OUT_SHARE))
    first, last = list(infos[:-count]), list(infos[-count:])
    apart = [info for info in first if taken_order(last[0])[0] - taken_order(info)[0] > GAP]
    return (apart if len(apart) >= len(infos) // 2 else first), last


def in_label_order(found: set[str], labels: GestureSet) -> list[str]:
    """Known labels in the model's order, then new ones by name."""
    return [*(label for label in labels.labels if label in found), *sorted(found - set(labels.labels))]


def counts_by_session(infos: Iterable[SampleInfo]) -> dict[str, int]:
    """Number of samples of each session, in the order of their first sample."""
    counts: dict[str, int] = {}
    for info in infos:
        counts[info.session] = counts.get(info.session, 0) + 1
    return counts


def taken_order(info: SampleInfo) -> tuple[datetime, str, int]:
    """Sort key of samples: time of recording, session, number."""
    return datetime.fromisoformat(info.taken_at), info.session, info.number
