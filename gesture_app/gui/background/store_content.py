"""Snapshot of a sample store."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gesture_app.domain.ports import SampleStore
from gesture_app.domain.samples.labels import LabelSet
from gesture_app.domain.samples.sample import SampleInfo


@dataclass(frozen=True)
class StoreContent:
    """Snapshot of a sample store.

    Attributes:
        listed: Its samples by id, oldest first.
        trashed: Those in the trash, in the same way.
        labels: The labels one can record under.
    """

    listed: dict[str, SampleInfo]
    trashed: dict[str, SampleInfo]
    labels: LabelSet

    @classmethod
    def of(cls, store: SampleStore) -> StoreContent:
        """Take a snapshot; any thread may. The sorting of 50,000 samples is no work for the GUI thread."""
        return cls(by_time(store.listed()), by_time(store.trashed()), store.labels)


def by_time(infos: Iterable[SampleInfo]) -> dict[str, SampleInfo]:
    """Samples by id, oldest first."""
    ordered = sorted(infos, key=lambda info: (info.taken_at, info.session, info.number))
    return {info.id: info for info in ordered}
