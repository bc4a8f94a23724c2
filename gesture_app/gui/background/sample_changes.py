"""Undoable changes of samples. No threads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gesture_app.domain.ports import SampleStore
from gesture_app.errors import GestureAppError
from gesture_app.gui.translation import number, tr

Undo = Callable[[SampleStore], object]
"""Undoes the change of one sample."""

CountedText = Callable[[int], str]
"""Makes a text about a number of samples."""


def deleted_text(count: int) -> str:
    """That samples were deleted, in words."""
    return tr("{count} samples deleted", "{count} sample deleted", count).format(count=number(count))


def taken_back_text(count: int) -> str:
    """That added samples were removed again, in words."""
    return tr("{count} samples taken back", "{count} sample taken back", count).format(count=number(count))


def _restored_text(count: int) -> str:
    text = tr("{count} samples taken back from the trash", "{count} sample taken back from the trash", count)
    return text.format(count=number(count))


def _forgotten_text(count: int) -> str:
    text = tr("{count} samples forgotten; the recordings stay", "{count} sample forgotten; the recordings stay", count)
    return text.format(count=number(count))


def _remembered_text(count: int) -> str:
    return tr("{count} samples remembered again", "{count} sample remembered again", count).format(count=number(count))


class SampleChange:
    """A change of samples, applied one by one.

    If one fails, the changes before it stay and can be undone.

    Args:
        sample_ids: Ids of the samples.
        change_one: Changes one sample, and returns the function that undoes it.
        told: The change of a number of samples in words, such as "3 samples deleted".
    """

    def __init__(
        self, sample_ids: Sequence[str], change_one: Callable[[SampleStore, str], Undo], told: CountedText
    ) -> None:
        self.sample_ids = tuple(sample_ids)
        self.told = told
        self._change_one = change_one
        self._undos: list[Undo] = []

    @classmethod
    def deletion(cls, sample_ids: Sequence[str], told: CountedText = deleted_text) -> SampleChange:
        """Move samples to the trash."""

        def delete(store: SampleStore, sample_id: str) -> Undo:
            store.delete(sample_id)
            return lambda store: store.restore(sample_id)

        return cls(sample_ids, delete, told)

    @classmethod
    def restoration(cls, sample_ids: Sequence[str]) -> SampleChange:
        """Restore samples from the trash."""

        def restore(store: SampleStore, sample_id: str) -> Undo:
            store.restore(sample_id)
            return lambda store: store.delete(sample_id)

        return cls(sample_ids, restore, _restored_text)

    @classmethod
    def relabelling(cls, sample_ids: Sequence[str], label: str, title: str) -> SampleChange:
        """Change the label of samples.

        Args:
            sample_ids: Ids of the samples.
            label: Slug of the new label.
            title: Title of the new label.
        """

        def relabel(store: SampleStore, sample_id: str) -> Undo:
            before = store.relabel(sample_id, label)
            return lambda store: store.relabel(sample_id, before)

        def told(count: int) -> str:
            text = tr("{count} samples moved to {title}", "{count} sample moved to {title}", count)
            return text.format(count=number(count), title=title)

        return cls(sample_ids, relabel, told)

    @classmethod
    def assignment(cls, sample_ids: Sequence[str], person: str) -> SampleChange:
        """Say whose hands samples show; empty for nobody in particular."""

        def assign(store: SampleStore, sample_id: str) -> Undo:
            before = store.set_person(sample_id, person)
            return lambda store: store.set_person(sample_id, before)

        def told(count: int) -> str:
            name = person or tr("nobody in particular")
            text = tr("{count} samples given to {name}", "{count} sample given to {name}", count)
            return text.format(count=number(count), name=name)

        return cls(sample_ids, assign, told)

    @classmethod
    def forgetting(cls, sample_ids: Sequence[str], *, is_forgotten: bool) -> SampleChange:
        """Let samples no longer act at once, or again."""

        def forget(store: SampleStore, sample_id: str) -> Undo:
            before = store.set_forgotten(sample_id, is_forgotten=is_forgotten)
            return lambda store: store.set_forgotten(sample_id, is_forgotten=before)

        return cls(sample_ids, forget, _forgotten_text if is_forgotten else _remembered_text)

    @property
    def count(self) -> int:
        """Number of changed samples."""
        return len(self._undos)

    def apply(self, store: SampleStore) -> GestureAppError | None:
        """Change the samples until one fails; return its error, or None."""
        for sample_id in self.sample_ids:
            try:
                self._undos.append(self._change_one(store, sample_id))
            except GestureAppError as error:
                return error
        return None

    def undo(self, store: SampleStore) -> GestureAppError | None:
        """Undo the changes as far as possible; return the last error, or None."""
        last_error = None
        while self._undos:
            try:
                self._undos.pop()(store)
            except GestureAppError as error:
                last_error = error
        return last_error


@dataclass(frozen=True, eq=False)
class UndoStep:
    """An entry of the undo history.

    Attributes:
        text: Description of the change.
        undo: Undoes it; called in the GUI thread.
        needs_trash: Whether undoing restores samples from the trash.
    """

    text: str
    undo: Callable[[], None]
    needs_trash: bool = False
