"""Signs that samples have wrong labels: the answers of the model in use, for gestures that it knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from gesture_app.domain.frames.gestures import NONE
from gesture_app.domain.samples.sample import SampleInfo

MIN_JUDGED = 6
"""Fewer samples are no sign: a second of recording, in which a hand may still come up."""

WRONG_SHARE = 0.6
"""Fraction of the samples that must be read as the same other gesture."""


@dataclass(frozen=True)
class LabelDoubt:
    """Samples of one label that the model in use mostly reads as another gesture.

    Attributes:
        label: Their label.
        read_as: The other gesture.
        count: Number of samples that are read as the other gesture.
        judged: Number of samples that the model in use has read.
    """

    label: str
    read_as: str
    count: int
    judged: int


def is_judged_by(info: SampleInfo, model_id: str) -> bool:
    """Whether a model has read a sample when it was recorded, and knows its label."""
    prediction = info.prediction
    return prediction is not None and info.model_id == model_id and info.label in prediction.labels.labels


def is_misread_by(info: SampleInfo, model_id: str) -> bool:
    """Whether a model has read a sample as something else than its label, which it knows."""
    return is_judged_by(info, model_id) and info.is_misread


def label_doubt(infos: Iterable[SampleInfo], model_id: str) -> LabelDoubt | None:
    """The doubt about samples of one label; None if there is none, or too few samples were read by the model.

    Samples that are read as no gesture are no sign of a wrong label: a gesture that is not recognized is what people
    record samples for.

    Args:
        infos: Samples of one label.
        model_id: Id of the model in use.
    """
    judged = [info for info in infos if is_judged_by(info, model_id)]
    read_as = Counter(info.prediction.gesture for info in judged if info.prediction is not None)
    for other, count in read_as.most_common(1):
        is_sign = other not in (judged[0].label, NONE) and count >= WRONG_SHARE * len(judged)
        if is_sign and len(judged) >= MIN_JUDGED:
            return LabelDoubt(judged[0].label, other, count, len(judged))
    return None
