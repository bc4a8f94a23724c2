"""Texts about which gestures are learnt. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from gesture_app.domain.frames.gestures import NONE
from gesture_app.domain.message import Message
from gesture_app.domain.samples.labels import LabelSet
from gesture_app.domain.samples.learning_progress import (
    LEARNT_SHARE,
    LEAST_TESTED,
    Confusion,
    Kind,
    LabelResult,
    LearningProgress,
    missing_kind,
)
from gesture_app.domain.samples.sample import SampleInfo
from gesture_app.gui.texts import label_name
from gesture_app.gui.translation import tr, translated

LEARNT_HELP = Message("Learnt: of {least} or more held-out samples, at least {percent} % are read right.").fill(
    least=LEAST_TESTED, percent=round(LEARNT_SHARE * 100)
)
"""Explanation of the tick on a label."""

_WEAK_KINDS = {
    Kind.LEFT_HAND: Message("Most misread is your left hand, in {misread} of {tested} samples: record more of it."),
    Kind.RIGHT_HAND: Message("Most misread is your right hand, in {misread} of {tested} samples: record more of it."),
    Kind.PALM: Message("Most misread is the palm of your hand, in {misread} of {tested} samples: record more of it."),
    Kind.BACK: Message("Most misread is the back of your hand, in {misread} of {tested} samples: record more of it."),
    Kind.NEAR: Message(
        "Most misread is your hand near the camera, in {misread} of {tested} samples: record more of it."
    ),
    Kind.FAR: Message(
        "Most misread is your hand far from the camera, in {misread} of {tested} samples: record more of it."
    ),
    Kind.UPRIGHT: Message(
        "Most misread is your hand with the fingers up, in {misread} of {tested} samples: record more of it."
    ),
    Kind.TURNED: Message(
        "Most misread is your hand turned to the side, in {misread} of {tested} samples: record more of it."
    ),
}
_MISSING_KINDS = {
    Kind.LEFT_HAND: Message("No sample of {gesture} shows your left hand yet."),
    Kind.RIGHT_HAND: Message("No sample of {gesture} shows your right hand yet."),
    Kind.PALM: Message("No sample of {gesture} shows the palm of your hand yet."),
    Kind.BACK: Message("No sample of {gesture} shows the back of your hand yet."),
    Kind.NEAR: Message("No sample of {gesture} shows your hand near the camera yet."),
    Kind.FAR: Message("No sample of {gesture} shows your hand far from the camera yet."),
    Kind.UPRIGHT: Message("No sample of {gesture} shows your hand with the fingers up yet."),
    Kind.TURNED: Message("No sample of {gesture} shows your hand turned to the side yet."),
}


def learning_text(progress: LearningProgress, infos: Sequence[SampleInfo], labels: LabelSet, chosen: str) -> str:
    """At most two sentences: about the chosen label, and about what would help most.

    Args:
        progress: What the held-out samples show.
        infos: The samples of the person who is recorded.
        labels: The labels.
        chosen: Slug of the selected label.
    """
    sentences = []
    result, confusion = progress.results.get(chosen), progress.confusion_of(chosen)
    if result is not None:
        sentences.append(_result_text(result, confusion, labels, chosen))
    most = progress.confusions[0] if progress.confusions else None
    missing = None if result is None else missing_kind(infos, chosen)
    if progress.weak is not None:
        weak = progress.weak
        sentences.append(translated(_WEAK_KINDS[weak.kind]).format(misread=weak.misread, tested=weak.tested))
    elif most is not None and most.label != chosen:
        sentences.append(_confusion_text(most, labels))
    elif missing is not None:
        sentences.append(translated(_MISSING_KINDS[missing]).format(gesture=_name(labels, chosen)))
    return " ".join(sentences)


def _result_text(result: LabelResult, confusion: Confusion | None, labels: LabelSet, label: str) -> str:
    name = _at_start(_name(labels, label))
    if result.is_learnt:
        if result.sessions == 1:
            text = tr("{name} is learnt from one session: {right} of {tested} held-out samples are read right.")
        else:
            text = tr("{name} is learnt: {right} of {tested} held-out samples are read right.")
        return text.format(name=name, right=result.right, tested=result.tested)
    if confusion is not None:
        return _confusion_text(confusion, labels)
    return tr("{name} is read right in {right} of {tested} held-out samples.").format(
        name=name, right=result.right, tested=result.tested
    )


def _confusion_text(confusion: Confusion, labels: LabelSet) -> str:
    name, other = _at_start(_name(labels, confusion.label)), _name(labels, confusion.read_as)
    return tr("{name} is still taken for {other} in {count} of {tested} samples.").format(
        name=name, other=other, count=confusion.count, tested=confusion.tested
    )


def _name(labels: LabelSet, slug: str) -> str:
    return tr("a hand without a gesture") if slug == NONE else label_name(labels, slug)


def _at_start(name: str) -> str:
    return name[:1].upper() + name[1:]
