"""Labels of samples that are probably wrong, by the answers for their hands."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.gestures import NONE, GestureSet, display_name
from gesture_app.domain.message import Message
from gesture_app.domain.models.memory_answers import Answers
from gesture_app.domain.models.memory_folds import LEAST_SAMPLES

SWAPPED_SHARE = 0.5
"""Share of the samples of two labels, each, that the model reads as the other one. An odd habit makes one gesture look
like another, but not both like each other."""

DOUBTED_SHARE = 0.4
"""Share of a label's checked samples with doubtful labels from which on all are left out. It was 0.2 with a fifth of
the labels wrong, and 0.46 to 0.63 with all samples labelled alike (docs/research/personalization.md)."""

ONE_GESTURE_SHARE = 0.75
"""Largest share of the doubtful samples of a label that may look like one and the same gesture for all to be left out.
Samples of a person whose gesture looks like another one do so, and these are what a memory is for."""

SURE = 0.8
"""Least confidence of both answers that a label is wrong; as in retraining."""

ALLOWED = 2
"""As many doubtful samples are never held against a label; as in retraining."""


@dataclass(frozen=True)
class Suspicion:
    """Labels that are probably wrong as a whole.

    Attributes:
        labels: The labels.
        text: The reason, as the rest of a sentence.
    """

    labels: tuple[str, ...]
    text: str


def are_doubtful(labels: npt.NDArray[np.str_], before: Answers, after: Answers) -> npt.NDArray[np.bool_]:
    """Whether labels are probably wrong, ``(n,)``: without and with a memory, the same other gesture is sure.

    Args:
        labels: ``(n,)`` labels of samples.
        before: Answers of the model alone.
        after: Answers with a memory of other samples.
    """
    is_other = (before.labels == after.labels) & (after.labels != labels) & (after.labels != NONE)
    return np.asarray(is_other & (np.minimum(before.confidence, after.confidence) >= SURE))


def suspicions(
    alone: Answers,
    names: npt.NDArray[np.str_],
    known: GestureSet,
    tested: npt.NDArray[np.str_],
    doubtful: npt.NDArray[np.str_],
) -> list[Suspicion]:
    """Labels of which two look swapped, or many samples look like several other gestures.

    Args:
        alone: Answers of the model alone for samples.
        names: ``(n,)`` their labels.
        known: The labels of the model; others are not judged.
        tested: ``(n,)`` labels of held-out samples.
        doubtful: ``(n,)`` the gestures that they look like, where the label is doubtful; else empty.
    """
    judged = [label for label in known.gestures if int((names == label).sum()) >= LEAST_SAMPLES]

    def share(label: str, read_as: str) -> float:
        return float((alone.labels[names == label] == read_as).mean())

    found = [
        Suspicion(
            (one, other),
            Message("{one} and {other} look swapped").fill(one=display_name(one), other=display_name(other)),
        )
        for one, other in combinations(judged, 2)
        if min(share(one, other), share(other, one)) >= SWAPPED_SHARE
    ]
    for label in judged:
        of_label = doubtful[tested == label]
        counts = Counter(of_label[of_label != ""].tolist())
        count = sum(counts.values())
        is_mixed = count > ALLOWED and max(counts.values()) <= ONE_GESTURE_SHARE * count
        if is_mixed and count >= DOUBTED_SHARE * len(of_label):
            found.append(
                Suspicion(
                    (label,),
                    Message("{count} of {total} checked look like other gestures").fill(
                        count=count, total=len(of_label)
                    ),
                )
            )
    return found
