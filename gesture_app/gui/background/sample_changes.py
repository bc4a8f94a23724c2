"""Changes of several samples that can be taken back. No Qt, no threads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gesture_app.domain.ports import SampleStore
from gesture_app.errors import GestureAppError

Back = Callable[[SampleStore], object]
"""Takes back what was done to one sample."""


class SampleChange:
    """Something done to samples one by one.

    What was done before one of them failed stays, and can be taken back like all of it.

    Args:
        sample_ids: The samples.
        change_one: Changes one, and returns what takes that back.
        what: What is done to them, as a participle.
    """

    def __init__(self, sample_ids: Sequence[str], change_one: Callable[[SampleStore, str], Back], what: str) -> None:
        self.sample_ids = tuple(sample_ids)
        self.what = what
        self._change_one = change_one
        self._backs: list[Back] = []

    @classmethod
    def deletion(cls, sample_ids: Sequence[str], what: str = "deleted") -> SampleChange:
        """Put samples into the trash."""

        def delete(store: SampleStore, sample_id: str) -> Back:
            store.delete(sample_id)
            return lambda store: store.restore(sample_id)

        return cls(sample_ids, delete, what)

    @classmethod
    def restoration(cls, sample_ids: Sequence[str]) -> SampleChange:
        """Take samples back from the trash."""

        def restore(store: SampleStore, sample_id: str) -> Back:
            store.restore(sample_id)
            return lambda store: store.delete(sample_id)

        return cls(sample_ids, restore, "taken back from the trash")

    @classmethod
    def relabelling(cls, sample_ids: Sequence[str], label: str, title: str) -> SampleChange:
        """Put samples under another label.

        Args:
            sample_ids: The samples.
            label: The label, as a slug.
            title: The label, for people.
        """

        def relabel(store: SampleStore, sample_id: str) -> Back:
            before = store.relabel(sample_id, label)
            return lambda store: store.relabel(sample_id, before)

        return cls(sample_ids, relabel, f"moved to {title}")

    @property
    def count(self) -> int:
        """How many samples were changed."""
        return len(self._backs)

    def carry_out(self, store: SampleStore) -> GestureAppError | None:
        """Change the samples, up to one that fails; returns why it did."""
        for sample_id in self.sample_ids:
            try:
                self._backs.append(self._change_one(store, sample_id))
            except GestureAppError as error:
                return error
        return None

    def take_back(self, store: SampleStore) -> GestureAppError | None:
        """Take back what was changed, as far as it can be; returns why it cannot."""
        trouble = None
        while self._backs:
            try:
                self._backs.pop()(store)
            except GestureAppError as error:
                trouble = error
        return trouble


@dataclass(frozen=True, eq=False)
class UndoStep:
    """A change that can be taken back.

    Attributes:
        text: What was done, for people.
        take_back: Takes it back; called in the GUI thread.
        needs_trash: Whether it takes samples from the trash for that.
    """

    text: str
    take_back: Callable[[], None]
    needs_trash: bool = False
