"""Reads and changes the recorded samples on a background thread."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal

from gesture_app.domain.ports import SampleStore
from gesture_app.domain.samples.labels import BUILT_IN_LABELS, LabelSet
from gesture_app.domain.samples.sample import DamagedSample, SampleInfo
from gesture_app.errors import GestureAppError
from gesture_app.gui.background.notices import Action, NoticeKind, Notices, Notification
from gesture_app.gui.background.sample_changes import CountedText, SampleChange, UndoStep, deleted_text, taken_back_text
from gesture_app.gui.background.sample_lists import SampleLists
from gesture_app.gui.background.sample_notices import CHANGE_KEY, DAMAGED_KEY, damaged_notice, emptying_question
from gesture_app.gui.background.store_content import StoreContent
from gesture_app.gui.background.worker import Task, Worker
from gesture_app.gui.texts import label_title
from gesture_app.gui.translation import number, tr

_UNDO_MOST = 50

StoreFactory = Callable[[], SampleStore]
"""Opens the store, reading the sidecar of every sample; called on the service's thread."""


class SampleService(QObject):
    """Lists all samples and labels, and changes them. Used in the GUI thread.

    Errors become notifications. Changes before an error stay and can be undone.

    Args:
        open_store: Opens the store.
        notices: Shows errors and undoable changes.
        parent: Qt's owner.
    """

    changed = Signal()
    """Samples, labels or the undo history have changed."""

    loaded = Signal()
    """The store has been opened."""

    def __init__(self, open_store: StoreFactory, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_store = open_store
        self._notices = notices
        self._store: SampleStore | None = None
        self._is_loading = False
        self._labels = BUILT_IN_LABELS
        self._known_labels = BUILT_IN_LABELS
        self._lists = SampleLists()
        self._infos: tuple[SampleInfo, ...] = ()
        self._undo: deque[UndoStep] = deque(maxlen=_UNDO_MOST)
        self._worker = Worker("samples", tr("The samples could not be changed"), parent=self)
        self._worker.failed.connect(self._on_task_failed)

    @property
    def store(self) -> SampleStore | None:
        """The open store, None before; any thread may use it."""
        return self._store

    @property
    def is_open(self) -> bool:
        """Whether the store is open."""
        return self._store is not None

    @property
    def labels(self) -> LabelSet:
        """The labels of samples and for recording."""
        return self._known_labels

    @property
    def infos(self) -> tuple[SampleInfo, ...]:
        """All samples, oldest first; the same tuple until they change."""
        return self._infos

    @property
    def trashed(self) -> tuple[SampleInfo, ...]:
        """The samples in the trash, oldest first."""
        return tuple(self._lists.trashed.values())

    @property
    def undo_text(self) -> str:
        """Description of the change that :meth:`undo` undoes; empty for none."""
        return self._undo[-1].text if self._undo else ""

    def load(self) -> None:
        """Open the store, once."""
        if self.is_open or self._is_loading:
            return
        self._is_loading = True

        def task() -> Callable[[], None]:
            store = self._open_store()
            content, damaged = StoreContent.of(store), store.damaged
            return lambda: self._on_loaded(store, content, damaged)

        self.run(task)

    def run(self, task: Task) -> None:
        """Run a task on the service's thread, after those that wait."""
        self._worker.run(task)

    def add_recorded(self, info: SampleInfo) -> None:
        """Add a sample that a recorder has stored."""
        self._lists.add(info)
        self._on_content_changed()

    def exclude_unreadable(self, sample_id: str, error: GestureAppError) -> None:
        """List a sample with an unreadable image no longer, and warn about it."""
        if self._lists.remove(sample_id):
            self._notices.show(Notification.of_error(error, kind=NoticeKind.WARNING, key=DAMAGED_KEY))
            self._on_content_changed()

    def refresh(self, *, touched: Sequence[str] = ()) -> None:
        """List the store again, as after an import.

        Args:
            touched: Samples that may have been removed from the store.
        """
        store = self._store
        if store is None:
            return

        def task() -> Callable[[], None]:
            content = StoreContent.of(store)
            return lambda: self._merge(content, touched=touched)

        self.run(task)

    def set_labels(self, labels: LabelSet) -> None:
        """Replace the labels for recording."""
        store = self._store
        if store is None:
            return

        def task() -> Callable[[], None]:
            store.set_labels(labels)
            return lambda: self._on_labels_set(labels)

        self.run(task)

    def delete(self, sample_ids: Sequence[str], *, told: CountedText = deleted_text) -> None:
        """Move samples to the trash; :meth:`undo` restores them."""
        gone = {sample_id: self._lists.listed[sample_id] for sample_id in sample_ids if sample_id in self._lists.listed}
        self._change(SampleChange.deletion(sample_ids, told), trashed=gone)

    def restore(self, sample_ids: Sequence[str]) -> None:
        """Restore samples from the trash; :meth:`undo` moves them back."""
        back = {
            sample_id: self._lists.trashed[sample_id] for sample_id in sample_ids if sample_id in self._lists.trashed
        }
        self._change(SampleChange.restoration(tuple(back)), listed=back)

    def ask_to_empty_trash(self, button: QObject) -> None:
        """Empty the trash after a confirmation, which is asked beside a button."""
        if self._lists.trashed:
            self._notices.show(emptying_question(len(self._lists.trashed), self.empty_trash, button))

    def empty_trash(self) -> None:
        """Remove the samples in the trash for good; :meth:`undo` cannot restore them any more."""
        store = self._store
        if store is None:
            return

        def task() -> Callable[[], None]:
            count, failure = 0, None
            try:
                count = store.empty_trash()
            except GestureAppError as error:
                failure = error
            content = StoreContent.of(store)

            def done() -> None:
                self._undo = deque((step for step in self._undo if not step.needs_trash), self._undo.maxlen)
                self._notices.withdraw(CHANGE_KEY)
                self._merge(content)
                if failure is not None:
                    self._show_error(failure)
                else:
                    title = tr("{count} samples removed for good.", "{count} sample removed for good.", count).format(
                        count=number(count)
                    )
                    self._notices.show(Notification(NoticeKind.INFO, title, key=CHANGE_KEY))

            return done

        self.run(task)

    def relabel(self, sample_ids: Sequence[str], label: str) -> None:
        """Change the label of samples; :meth:`undo` restores the old ones."""
        target = self.labels.get(label)
        known = self._listed_of(sample_ids)
        others = {info.id: replace(info, label=label) for info in known if info.label != label}
        title = label_title(target) if target is not None else label
        self._change(SampleChange.relabelling(tuple(others), label, title), listed=others)

    def set_person(self, sample_ids: Sequence[str], person: str) -> None:
        """Say whose hands samples show; :meth:`undo` takes it back."""
        known = self._listed_of(sample_ids)
        others = {info.id: replace(info, person=person) for info in known if info.person != person}
        self._change(SampleChange.assignment(tuple(others), person), listed=others)

    def set_forgotten(self, sample_ids: Sequence[str], *, is_forgotten: bool) -> None:
        """Let samples no longer act at once, or again; :meth:`undo` takes it back."""
        known = self._listed_of(sample_ids)
        others = {
            info.id: replace(info, is_forgotten=is_forgotten) for info in known if info.is_forgotten != is_forgotten
        }
        self._change(SampleChange.forgetting(tuple(others), is_forgotten=is_forgotten), listed=others)

    def _listed_of(self, sample_ids: Sequence[str]) -> list[SampleInfo]:
        return [self._lists.listed[sample_id] for sample_id in sample_ids if sample_id in self._lists.listed]

    def offer_undo_of_added(self, sample_ids: Sequence[str], text: str) -> None:
        """Let :meth:`undo` delete samples that were added; ``text`` describes how, for example ``"import"``."""
        self._add_step(UndoStep(text, lambda: self.delete(sample_ids, told=taken_back_text)))

    def undo(self) -> None:
        """Undo the last change."""
        if self._undo:
            self._notices.withdraw(CHANGE_KEY)
            self._undo.pop().undo()
            self.changed.emit()

    def stop(self) -> bool:
        """Run the waiting tasks, and end the thread. Returns False when it is stuck."""
        return self._worker.stop()

    def _change(
        self,
        change: SampleChange,
        *,
        listed: Mapping[str, SampleInfo] = MappingProxyType({}),
        trashed: Mapping[str, SampleInfo] = MappingProxyType({}),
    ) -> None:
        """Change samples: at once in the lists, later in the store.

        Args:
            change: The change.
            listed: Samples that will be listed, by id.
            trashed: Samples that will be in the trash, by id.
        """
        store = self._store
        if store is None or not change.sample_ids:
            return
        step = self._step(change, len(change.sample_ids), needs_trash=bool(trashed))
        self._add_step(step)
        self._notices.show(
            Notification(NoticeKind.INFO, f"{step.text}.", "", (Action(tr("Undo"), self.undo),), CHANGE_KEY)
        )
        self._lists.move(change.sample_ids, listed, trashed)
        self._on_content_changed()

        def finish(error: GestureAppError | None) -> None:
            if error is None:
                return
            if step in self._undo:
                self._undo.remove(step)
                if change.count:
                    self._add_step(self._step(change, change.count, needs_trash=step.needs_trash))
            self._show_error(error)

        self._apply(change.sample_ids, change.apply, finish, store)

    def _step(self, change: SampleChange, count: int, *, needs_trash: bool) -> UndoStep:
        return UndoStep(change.told(count), lambda: self._undo_change(change), needs_trash)

    def _undo_change(self, change: SampleChange) -> None:
        store = self._store
        if store is not None:

            def finish(error: GestureAppError | None) -> None:
                if error is not None:
                    self._show_error(error)

            self._apply(change.sample_ids, change.undo, finish, store)

    def _apply(
        self,
        sample_ids: Sequence[str],
        work: Callable[[SampleStore], GestureAppError | None],
        finish: Callable[[GestureAppError | None], None],
        store: SampleStore,
    ) -> None:
        """Change samples in the store, then list it again."""
        self._lists.begin_change(sample_ids)

        def task() -> Callable[[], None]:
            error = work(store)
            content = StoreContent.of(store)
            return lambda: done(content, error)

        def done(content: StoreContent, error: GestureAppError | None) -> None:
            self._lists.end_change(sample_ids)
            self._merge(content, touched=sample_ids)
            finish(error)

        def on_error(error: GestureAppError) -> None:
            self._lists.end_change(sample_ids)
            self.refresh(touched=sample_ids)
            finish(error)

        self._worker.run(task, on_error)

    def _add_step(self, step: UndoStep) -> None:
        self._undo.append(step)
        self.changed.emit()

    def _merge(self, content: StoreContent, *, touched: Sequence[str] = ()) -> None:
        self._lists.merge(content, touched=touched)
        self._on_labels_set(content.labels)

    def _on_labels_set(self, labels: LabelSet) -> None:
        self._labels = labels
        self._on_content_changed()

    def _on_content_changed(self) -> None:
        # Read with every frame, so they are computed only here.
        self._infos = tuple(self._lists.listed.values())
        self._known_labels = LabelSet.with_slugs(set(map(attrgetter("label"), self._infos)), self._labels)
        self.changed.emit()

    def _on_loaded(
        self,
        store: SampleStore,
        content: StoreContent,
        damaged: Sequence[DamagedSample],
    ) -> None:
        self._is_loading = False
        self._store = store
        self._notices.withdraw(CHANGE_KEY)
        self._merge(content)
        if damaged:
            self._notices.show(damaged_notice(damaged))
        self.loaded.emit()

    def _show_error(self, error: GestureAppError) -> None:
        actions = () if self.is_open else (Action(tr("Try again"), self.load),)
        self._notices.show(Notification.of_error(error, key=CHANGE_KEY, actions=actions))

    def _on_task_failed(self, error: GestureAppError) -> None:
        self._is_loading = False
        self._show_error(error)
