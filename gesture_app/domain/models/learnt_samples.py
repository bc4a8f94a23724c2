"""What was learnt at once, without images: features, labels and people of samples, for one model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from gesture_app.domain.message import Message
from gesture_app.domain.models.model_summary import ModelSummary
from gesture_app.domain.samples.labels import check_slug
from gesture_app.domain.samples.people import people_text
from gesture_app.domain.samples.sample import SampleInfo, check_person

MOST_SAMPLES = 100_000
"""Most samples that are read: 50 MB of features."""


@dataclass(frozen=True, eq=False)
class LearntSamples:
    """Samples as a memory needs them. They can be handed on: there is no image in them.

    Attributes:
        seal: Seal of the model whose features these are.
        keys: Key of each sample (``SampleInfo.key``); the same sample has the same key on every machine.
        labels: Label of each sample.
        people: Name of the person of each sample, or empty.
        features: ``(samples, features)`` float32.

    Raises:
        ValueError: If their numbers differ, there are none or too many, or a value is not valid.
    """

    seal: str
    keys: tuple[str, ...]
    labels: tuple[str, ...]
    people: tuple[str, ...]
    features: npt.NDArray[Any]

    def __post_init__(self) -> None:
        count = len(self.keys)
        if not 1 <= count <= MOST_SAMPLES or len(set(self.keys)) != count:
            raise ValueError(f"expected 1 to {MOST_SAMPLES:,} samples with keys of their own, got {count:,}")
        if len(self.labels) != count or len(self.people) != count or self.features.shape[:-1] != (count,):
            raise ValueError(f"expected a label, a person and a row of features for each of {count:,} samples")
        if not np.isfinite(self.features).all():
            raise ValueError("the features of samples must be finite")
        for label in set(self.labels):
            check_slug(label)
        for person in set(self.people):
            check_person(person)

    @property
    def person_by_key(self) -> dict[str, str]:
        """Name of the person of each sample."""
        return dict(zip(self.keys, self.people, strict=True))

    def without(self, keys: Collection[str], muted: Collection[str] = ()) -> LearntSamples | None:
        """Those with other keys, and of people who are not switched off; None if none is left."""
        rows = [
            row
            for row, (key, person) in enumerate(zip(self.keys, self.people, strict=True))
            if key not in keys and person not in muted
        ]
        return self._rows(rows) if rows else None

    def with_more(self, others: LearntSamples) -> LearntSamples:
        """These samples, and of the others those with new keys.

        Raises:
            ValueError: If the others are of another model.
        """
        if others.seal != self.seal or others.features.shape[1] != self.features.shape[1]:
            raise ValueError("they are of another model")
        more = others.without(self.keys)
        if more is None:
            return self
        return LearntSamples(
            self.seal,
            self.keys + more.keys,
            self.labels + more.labels,
            self.people + more.people,
            np.concatenate([self.features, more.features]),
        )

    def _rows(self, rows: list[int]) -> LearntSamples:
        return LearntSamples(
            self.seal,
            tuple(self.keys[row] for row in rows),
            tuple(self.labels[row] for row in rows),
            tuple(self.people[row] for row in rows),
            self.features[rows],
        )


def learnt_by_person(model: ModelSummary, infos: Iterable[SampleInfo]) -> Mapping[str, int]:
    """Number of samples that act at once with a model, by person: own ones, and those that were imported with it.

    Args:
        model: The model; one without features learns nothing at once.
        infos: All own samples.
    """
    if not model.gives_features or model.trouble:
        return {}
    own = {info.key: info for info in infos}
    counts = Counter(info.person for info in own.values() if not info.is_forgotten)
    counts.update(person for key, person in model.imported_samples.items() if key not in own)
    return counts


def learnt_text(counts: Mapping[str, int]) -> str:
    """What was learnt at once, for example ``"120 samples of Anna and Ben"``; empty if nothing."""
    total = sum(counts.values())
    if not total:
        return ""
    if not any(counts):
        return Message("{count} samples", "{count} sample", total).fill(count=total)
    text = Message("{count} samples of {people}", "{count} sample of {people}", total)
    return text.fill(count=total, people=people_text(counts))
