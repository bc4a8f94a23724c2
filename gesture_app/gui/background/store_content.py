"""Snapshot of a sample store."""

from __future__ import annotations

from dataclasses import dataclass

from gesture_app.domain.ports import SampleStore
from gesture_app.domain.samples.labels import LabelSet
from gesture_app.domain.samples.sample import SampleInfo


@dataclass(frozen=True)
class StoreContent:
    """Snapshot of a sample store.

    Attributes:
        listed: Its samples.
        trashed: Those in the trash.
        labels: The labels one can record under.
    """

    listed: tuple[SampleInfo, ...]
    trashed: tuple[SampleInfo, ...]
    labels: LabelSet

    @classmethod
    def of(cls, store: SampleStore) -> StoreContent:
        """Take a snapshot; any thread may."""
        return cls(store.listed(), store.trashed(), store.labels)
