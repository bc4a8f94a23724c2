"""Texts about which gestures are learnt. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from gesture_app.domain.frames.gestures import NONE
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

LEARNT_HELP = (
    f"Learnt: of {LEAST_TESTED} or more held-out samples, at least {round(LEARNT_SHARE * 100)} % are read right."
)
"""Explanation of the tick on a label."""

_KINDS = {
    Kind.LEFT_HAND: "your left hand",
    Kind.RIGHT_HAND: "your right hand",
    Kind.PALM: "the palm of your hand",
    Kind.BACK: "the back of your hand",
    Kind.NEAR: "your hand near the camera",
    Kind.FAR: "your hand far from the camera",
    Kind.UPRIGHT: "your hand with the fingers up",
    Kind.TURNED: "your hand turned to the side",
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
        sentences.append(
            f"Most misread is {_KINDS[weak.kind]}, in {weak.misread} of {weak.tested} samples: record more of it."
        )
    elif most is not None and most.label != chosen:
        sentences.append(_confusion_text(most, labels))
    elif missing is not None:
        sentences.append(f"No sample of {_name(labels, chosen)} shows {_KINDS[missing]} yet.")
    return " ".join(sentences)


def _result_text(result: LabelResult, confusion: Confusion | None, labels: LabelSet, label: str) -> str:
    name = _at_start(_name(labels, label))
    if result.is_learnt:
        source = " from one session" if result.sessions == 1 else ""
        return f"{name} is learnt{source}: {result.right} of {result.tested} held-out samples are read right."
    if confusion is not None:
        return _confusion_text(confusion, labels)
    return f"{name} is read right in {result.right} of {result.tested} held-out samples."


def _confusion_text(confusion: Confusion, labels: LabelSet) -> str:
    name, other = _at_start(_name(labels, confusion.label)), _name(labels, confusion.read_as)
    return f"{name} is still taken for {other} in {confusion.count} of {confusion.tested} samples."


def _name(labels: LabelSet, slug: str) -> str:
    return "a hand without a gesture" if slug == NONE else label_name(labels, slug)


def _at_start(name: str) -> str:
    return name[:1].upper() + name[1:]
