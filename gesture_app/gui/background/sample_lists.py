"""The lists of samples that the window shows, ahead of the store. No Qt, no threads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from gesture_app.domain.samples.sample import SampleInfo
from gesture_app.gui.background.store_content import StoreContent, by_time


class SampleLists:
    """Listed and trashed samples by id, oldest first. Pending changes are shown as if they were stored.

    Attributes:
        listed: Samples in use.
        trashed: Samples in the trash.
    """

    def __init__(self) -> None:
        self.listed: dict[str, SampleInfo] = {}
        self.trashed: dict[str, SampleInfo] = {}
        self._pending: Counter[str] = Counter()

    def add(self, info: SampleInfo) -> None:
        """Add a sample."""
        self.listed[info.id] = info

    def remove(self, sample_id: str) -> bool:
        """Remove a sample from both lists. Returns whether it was in one."""
        is_listed = self.listed.pop(sample_id, None) is not None
        is_trashed = self.trashed.pop(sample_id, None) is not None
        return is_listed or is_trashed

    def move(
        self, sample_ids: Sequence[str], listed: Mapping[str, SampleInfo], trashed: Mapping[str, SampleInfo]
    ) -> None:
        """Remove samples from both lists, then add those given."""
        for sample_id in sample_ids:
            self.remove(sample_id)
        self.listed = by_time({**self.listed, **listed}.values())
        self.trashed = by_time({**self.trashed, **trashed}.values())

    def begin_change(self, sample_ids: Sequence[str]) -> None:
        """Mark samples as being changed in the store."""
        self._pending.update(sample_ids)

    def end_change(self, sample_ids: Sequence[str]) -> None:
        """End one change of these samples."""
        self._pending.subtract(sample_ids)
        self._pending = +self._pending

    def merge(self, content: StoreContent, *, touched: Sequence[str] = ()) -> None:
        """Update the lists from a snapshot, and remove those of ``touched`` that it does not list.

        Other samples stay even if the snapshot does not list them: a recorder may have added them since. Samples with
        pending changes stay as they will be.
        """
        for sample_id in touched:
            if sample_id not in self._pending:
                self.listed.pop(sample_id, None)
        if not self._pending and self.listed.keys() <= content.listed.keys():
            self.listed, self.trashed = dict(content.listed), dict(content.trashed)
            return
        listed = {key: info for key, info in content.listed.items() if key not in self._pending}
        self.listed = by_time({**self.listed, **listed}.values())
        trashed = {key: info for key, info in content.trashed.items() if key not in self._pending}
        moving = {key: info for key, info in self.trashed.items() if key in self._pending}
        self.trashed = by_time({**trashed, **moving}.values())
