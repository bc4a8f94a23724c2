"""The gate: a retrained model replaces its parent only if it is better for this user and no worse for others.

:class:`GateDecision` is the full result with its reasons; :class:`~gesture_app.domain.models.model_summary.GateVerdict`
is the state of a model in a library: accepted, refused, or refused and used all the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gesture_app.domain.frames.gestures import NONE, display_name
from gesture_app.domain.message import Message
from gesture_app.domain.retraining.comparison import Comparison, GestureChange
from gesture_app.domain.retraining.confusion import ConfusionMatrix

CHANCE_LIMIT = 0.1
"""Largest p-value of an improvement. A model that passes by chance does little harm, because it must not be worse on
other people's hands; a stricter limit refuses improvements that ten samples of a gesture can only hint at
(docs/research/experiments.md, "How sure the gate has to be")."""

HERE_LOSS_POINTS = 10.0
"""Largest loss of recall of a known gesture on this user's samples, in percentage points; one sample is always
allowed."""

BASE_LOSS_POINTS = 0.5
"""Largest loss of accuracy on the hands of other people, in percentage points."""

BASE_GESTURE_LOSS_POINTS = 2.0
"""Largest loss of recall of a gesture on the hands of other people, in percentage points."""

NEW_RECALL = 0.7
"""Smallest recall of a new gesture."""

NEW_PRECISION = 0.7
"""Smallest precision of a new gesture."""

DOUBTFUL_SHARE = 0.05
"""Largest fraction of a user's samples with doubtful labels. It was at most 0.01 with correct labels, and more than 0.1
with a fifth of the labels wrong or rock and paper swapped (``benchmarks/retraining.py``)."""

_DOUBTFUL_ALLOWED = 2


@dataclass(frozen=True)
class DoubtfulLabels:
    """Number of a user's samples whose label is probably wrong.

    Attributes:
        count: Number of samples for which both models are confident of another label.
        total: Number of samples, training and held-out ones.
    """

    count: int = 0
    total: int = 0


@dataclass(frozen=True)
class GateDecision:
    """Result of the gate.

    Attributes:
        accepted: Whether the retrained model may replace its parent.
        reasons: The reasons, as sentences for the user.
    """

    accepted: bool
    reasons: tuple[str, ...]


def apply_gate(
    here: Comparison, base: Comparison, *, new_labels: Sequence[str] = (), doubtful_labels: DoubtfulLabels | None = None
) -> GateDecision:
    """Decide whether a retrained model may replace its parent.

    On held-out samples of this user it must reach

    - an accuracy as high as before, and a higher mean probability of the true labels, with a p-value of at most
      :data:`CHANCE_LIMIT`,
    - a macro recall as high as before, so that one gesture with many samples does not decide alone,
    - for each known gesture a loss of recall of at most :data:`HERE_LOSS_POINTS`, or of one sample,
    - for each new gesture a recall of :data:`NEW_RECALL` and a precision of :data:`NEW_PRECISION`.

    On the hands of other people it may lose at most :data:`BASE_LOSS_POINTS` of accuracy and
    :data:`BASE_GESTURE_LOSS_POINTS` of recall of each gesture. A new gesture that is predicted for known ones counts
    there as a loss.

    At most :data:`DOUBTFUL_SHARE` of the samples may have doubtful labels: random wrong labels hide an improvement,
    systematic ones feign it.

    Args:
        here: Both models on held-out samples of this user; without ``sureness`` no model is accepted.
        base: Both models on the hands of other people.
        new_labels: The labels that the old model does not know.
        doubtful_labels: Number of doubtful labels; None for none.
    """
    against = [
        *_against_labels(doubtful_labels or DoubtfulLabels()),
        *_against_here(here, new_labels),
        *_against_base(base),
    ]
    if against:
        return GateDecision(accepted=False, reasons=tuple(against))
    reasons = [
        Message("On your recordings it reads {right} of {total}, before it was {before}.").fill(**_counts(here)),
        *_confidence_reasons(here),
        Message("On the hands of other people it reads {right} of {total}, before it was {before}.").fill(
            **_counts(base)
        ),
    ]
    return GateDecision(accepted=True, reasons=tuple(reasons))


def _against_labels(doubtful: DoubtfulLabels) -> list[str]:
    if doubtful.count <= max(_DOUBTFUL_ALLOWED, DOUBTFUL_SHARE * doubtful.total):
        return []
    return [
        Message(
            "{count} of {total} recordings look as if labelled wrongly. Move or delete what is wrong, and retrain."
        ).fill(count=doubtful.count, total=doubtful.total)
    ]


def _against_here(here: Comparison, new_labels: Sequence[str]) -> list[str]:
    if not here.old.total:
        return [Message("None of your recordings could be kept apart to check it with. Record more.")]
    reasons: list[str] = []
    if here.new.correct < here.old.correct or here.sureness is None or here.sureness.new <= here.sureness.old:
        text = Message("It is no better on your recordings: {right} of {total} right, before it was {before}.")
        reasons.append(text.fill(**_counts(here)))
    elif here.sureness.chance > CHANCE_LIMIT:
        text = Message(
            "On your recordings it is hardly better ({right} of {total} right, before it was {before}), which may be "
            "chance. Record more to be sure."
        )
        reasons.append(text.fill(**_counts(here)))
    elif here.new.macro_recall < here.old.macro_recall:
        reasons.append(
            Message("Some of your gestures are read better, but on average over the gestures it became worse.")
        )
    for change in here.by_gesture:
        lost = change.old_correct - change.new_correct
        if change.label in new_labels:
            reasons += _against_new(here.new, change)
        elif lost > max(1.0, HERE_LOSS_POINTS / 100 * change.support):
            text = Message("Your {gesture} got worse: {right} of {total} right, before it was {before}.")
            reasons.append(text.fill(**_change_counts(change)))
    return reasons


def _confidence_reasons(here: Comparison) -> list[str]:
    if here.sureness is None:
        return []
    return [
        Message("It is surer of what you show: {percent} on average, before it was {before}.").fill(
            percent=_percent(here.sureness.new), before=_percent(here.sureness.old)
        )
    ]


def _against_new(new: ConfusionMatrix, change: GestureChange) -> list[str]:
    name = _named(change.label)
    if change.new_correct < NEW_RECALL * change.support:
        text = Message("The new gesture {gesture} is read in only {right} of {total} recordings.")
        return [text.fill(gesture=name, right=change.new_correct, total=change.support)]
    if change.new_correct < NEW_PRECISION * new.predicted(change.label):
        wrong = new.predicted(change.label) - change.new_correct
        text = Message("Other gestures are taken for {gesture}: {wrong} of the {total} answers are wrong.")
        return [text.fill(gesture=name, wrong=wrong, total=new.predicted(change.label))]
    return []


def _against_base(base: Comparison) -> list[str]:
    reasons: list[str] = []
    if -base.points > BASE_LOSS_POINTS:
        text = Message(
            "The hands of other people are read less well: {right} of {total}, before it was {before}; at most "
            "{limit} in 100 may be lost."
        )
        reasons.append(text.fill(limit=f"{BASE_LOSS_POINTS:g}", **_counts(base)))
    for change in base.by_gesture:
        if -change.points > BASE_GESTURE_LOSS_POINTS:
            text = Message(
                "Other people's {gesture} got worse: {right} of {total}, before it was {before}; at most {limit} in "
                "100 may be lost."
            )
            reasons.append(text.fill(limit=f"{BASE_GESTURE_LOSS_POINTS:g}", **_change_counts(change)))
    return reasons


def _counts(comparison: Comparison) -> dict[str, int]:
    new, old = comparison.new, comparison.old
    return {"right": new.correct, "total": new.total, "before": old.correct}


def _change_counts(change: GestureChange) -> dict[str, object]:
    return {
        "gesture": _named(change.label),
        "right": change.new_correct,
        "total": change.support,
        "before": change.old_correct,
    }


def _named(label: str) -> str:
    return Message("No gesture") if label == NONE else display_name(label)


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"
