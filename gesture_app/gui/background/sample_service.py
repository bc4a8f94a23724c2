"""Where the window meets the recorded samples: everything that waits for the disk happens on another thread."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal

from gesture_app.domain.ports import SampleStore
from gesture_app.domain.samples.labels import BUILT_IN_LABELS, LabelSet
from gesture_app.domain.samples.sample import DamagedSample, SampleInfo
from gesture_app.errors import GestureAppError
from gesture_app.gui.background.notices import Action, NoticeKind, Notices, Notification
from gesture_app.gui.background.sample_changes import SampleChange, UndoStep
from gesture_app.gui.background.sample_notices import CHANGE_KEY, DAMAGED_KEY, damaged_notice, emptying_question
from gesture_app.gui.background.store_content import StoreContent, in_order
from gesture_app.gui.background.worker import Task, Worker
from gesture_app.gui.texts import counted, label_title

_UNDO_MOST = 50

StoreFactory = Callable[[], SampleStore]
"""Opens the store; called on the room's thread, for it reads the sidecar of every sample."""


class SampleService(QObject):
    """Knows all samples and labels, and changes them. Used in the GUI thread.

    Trouble becomes a notice. What succeeded before it stays, and can be undone.

    Args:
        open_store: Opens the store.
        notices: Where trouble is told, and what can be undone.
        parent: Qt's owner.
    """

    changed = Signal()
    """Samples or labels are others."""

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
        self._by_id: dict[str, SampleInfo] = {}
        self._trashed: dict[str, SampleInfo] = {}
        self._under_way: Counter[str] = Counter()
        self._undo: deque[UndoStep] = deque(maxlen=_UNDO_MOST)
        self._thread = Worker("samples", "The samples could not be changed", parent=self)
        self._thread.failed.connect(self._on_task_failed)

    @property
    def store(self) -> SampleStore | None:
        """The store, once it is open; any thread may use it."""
        return self._store

    @property
    def is_open(self) -> bool:
        """Whether samples are known yet."""
        return self._store is not None

    @property
    def labels(self) -> LabelSet:
        """The labels one can record under."""
        return self._known_labels

    @property
    def infos(self) -> tuple[SampleInfo, ...]:
        """What is known of all samples, oldest first."""
        return tuple(self._by_id.values())

    @property
    def trashed(self) -> tuple[SampleInfo, ...]:
        """What is known of the samples in the trash, oldest first."""
        return tuple(self._trashed.values())

    @property
    def undo_text(self) -> str:
        """What :meth:`undo` would take back; empty where there is nothing."""
        return self._undo[-1].text if self._undo else ""

    def load(self) -> None:
        """Open the store, unless it is open or being opened."""
        if self.is_open or self._is_loading:
            return
        self._is_loading = True

        def task() -> Callable[[], None]:
            store = self._open_store()
            content, damaged = StoreContent.of(store), store.damaged
            return lambda: self._on_loaded(store, content, damaged)

        self.run(task)

    def run(self, task: Task) -> None:
        """Do something on the room's thread, after what was asked before."""
        self._thread.run(task)

    def note_kept(self, info: SampleInfo) -> None:
        """Take in a sample that a recorder has kept."""
        self._by_id[info.id] = info
        self._on_content_changed()

    def leave_out(self, sample_id: str, error: GestureAppError) -> None:
        """Tell that a sample's picture cannot be read, and list it no longer."""
        if self._by_id.pop(sample_id, None) or self._trashed.pop(sample_id, None):
            self._notices.show(Notification.of_error(error, kind=NoticeKind.WARNING, key=DAMAGED_KEY))
            self._on_content_changed()

    def look_anew(self) -> None:
        """Take in what an import has added."""
        store = self._store
        if store is None:
            return

        def task() -> Callable[[], None]:
            content = StoreContent.of(store)
            return lambda: self._merge(content)

        self.run(task)

    def set_labels(self, labels: LabelSet) -> None:
        """Change the labels one can record under."""
        store = self._store
        if store is None:
            return

        def task() -> Callable[[], None]:
            store.set_labels(labels)
            return lambda: self._on_labels_set(labels)

        self.run(task)

    def delete(self, sample_ids: Sequence[str], *, what: str = "deleted") -> None:
        """Put samples into the trash, from where :meth:`undo` takes them back."""
        gone = {sample_id: self._by_id[sample_id] for sample_id in sample_ids if sample_id in self._by_id}
        self._change(SampleChange.deletion(sample_ids, what), trashed=gone)

    def restore(self, sample_ids: Sequence[str]) -> None:
        """Take samples back from the trash; :meth:`undo` puts them there again."""
        back = {sample_id: self._trashed[sample_id] for sample_id in sample_ids if sample_id in self._trashed}
        self._change(SampleChange.restoration(tuple(back)), listed=back)

    def ask_to_empty_trash(self) -> None:
        """Remove what is in the trash for good, once that was confirmed."""
        if self._trashed:
            self._notices.show(emptying_question(len(self._trashed), self.empty_trash))

    def empty_trash(self) -> None:
        """Remove what is in the trash for good; what was deleted can no longer be taken back by :meth:`undo`."""
        store = self._store
        if store is None:
            return

        def task() -> Callable[[], None]:
            count, trouble = 0, None
            try:
                count = store.empty_trash()
            except GestureAppError as error:
                trouble = error
            content = StoreContent.of(store)

            def done() -> None:
                self._undo = deque((step for step in self._undo if not step.needs_trash), self._undo.maxlen)
                self._notices.withdraw(CHANGE_KEY)
                self._merge(content)
                if trouble is not None:
                    self._tell(trouble)
                else:
                    title = f"{counted(count, 'sample')} removed for good."
                    self._notices.show(Notification(NoticeKind.INFO, title, key=CHANGE_KEY))

            return done

        self.run(task)

    def relabel(self, sample_ids: Sequence[str], label: str) -> None:
        """Put samples under another label; :meth:`undo` takes that back."""
        target = self.labels.get(label)
        known = (self._by_id[sample_id] for sample_id in sample_ids if sample_id in self._by_id)
        others = {info.id: replace(info, label=label) for info in known if info.label != label}
        title = label_title(target) if target is not None else label
        self._change(SampleChange.relabelling(tuple(others), label, title), listed=others)

    def offer_undo_of_import(self, sample_ids: Sequence[str]) -> None:
        """Let :meth:`undo` take back what an import has added."""
        self._remember(UndoStep("import", lambda: self.delete(sample_ids, what="taken back")))

    def undo(self) -> None:
        """Take back the last change."""
        if self._undo:
            self._notices.withdraw(CHANGE_KEY)
            self._undo.pop().take_back()
            self.changed.emit()

    def stop(self) -> bool:
        """Do what was asked, and end the thread. Returns False when it is stuck."""
        return self._thread.stop()

    def _change(
        self,
        change: SampleChange,
        *,
        listed: Mapping[str, SampleInfo] = MappingProxyType({}),
        trashed: Mapping[str, SampleInfo] = MappingProxyType({}),
    ) -> None:
        """Change samples: at once for who looks, on the disk when it is its turn.

        Args:
            change: What is done to them.
            listed: What those of them will be that are in use then.
            trashed: What those will be that are in the trash then.
        """
        store = self._store
        if store is None or not change.sample_ids:
            return
        step = self._step(change, len(change.sample_ids), needs_trash=bool(trashed))
        self._remember(step)
        self._notices.show(Notification(NoticeKind.INFO, f"{step.text}.", "", (Action("Undo", self.undo),), CHANGE_KEY))
        self._under_way.update(change.sample_ids)
        for sample_id in change.sample_ids:
            self._by_id.pop(sample_id, None)
            self._trashed.pop(sample_id, None)
        self._by_id = in_order({**self._by_id, **listed})
        self._trashed = in_order({**self._trashed, **trashed})
        self._on_content_changed()

        def finish(trouble: GestureAppError | None) -> None:
            if trouble is None:
                return
            if step in self._undo:
                self._undo.remove(step)
                if change.count:
                    self._remember(self._step(change, change.count, needs_trash=step.needs_trash))
            self._tell(trouble)

        self._ask(change.sample_ids, change.carry_out, finish, store)

    def _step(self, change: SampleChange, count: int, *, needs_trash: bool) -> UndoStep:
        return UndoStep(f"{counted(count, 'sample')} {change.what}", lambda: self._take_back(change), needs_trash)

    def _take_back(self, change: SampleChange) -> None:
        store = self._store
        if store is not None:
            self._under_way.update(change.sample_ids)

            def finish(trouble: GestureAppError | None) -> None:
                if trouble is not None:
                    self._tell(trouble)

            self._ask(change.sample_ids, change.take_back, finish, store)

    def _ask(
        self,
        sample_ids: Sequence[str],
        work: Callable[[SampleStore], GestureAppError | None],
        finish: Callable[[GestureAppError | None], None],
        store: SampleStore,
    ) -> None:
        """Have samples changed that are under way, and take in afterwards what became of them."""

        def task() -> Callable[[], None]:
            trouble = work(store)
            content = StoreContent.of(store)

            def done() -> None:
                self._under_way.subtract(sample_ids)
                self._under_way = +self._under_way
                self._merge(content, touched=sample_ids)
                finish(trouble)

            return done

        self.run(task)

    def _remember(self, step: UndoStep) -> None:
        self._undo.append(step)
        self.changed.emit()

    def _merge(self, content: StoreContent, *, touched: Sequence[str] = ()) -> None:
        """Take in what the store has, and let go of those of ``touched`` that it has no more.

        Others are kept even if the store did not list them: a recorder may have added them since. What is still under
        way is shown as it is going to be.
        """
        for sample_id in touched:
            if sample_id not in self._under_way:
                self._by_id.pop(sample_id, None)
        listed = {info.id: info for info in content.listed if info.id not in self._under_way}
        self._by_id = in_order({**self._by_id, **listed})
        trashed = {info.id: info for info in content.trashed if info.id not in self._under_way}
        moving = {info.id: info for info in self._trashed.values() if info.id in self._under_way}
        self._trashed = in_order({**trashed, **moving})
        self._on_labels_set(content.labels)

    def _on_labels_set(self, labels: LabelSet) -> None:
        self._labels = labels
        self._on_content_changed()

    def _on_content_changed(self) -> None:
        # Asked for with every picture, so it is not to be made anew each time.
        self._known_labels = LabelSet.with_slugs({info.label for info in self._by_id.values()}, self._labels)
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

    def _tell(self, error: GestureAppError) -> None:
        actions = () if self.is_open else (Action("Try again", self.load),)
        self._notices.show(Notification.of_error(error, key=CHANGE_KEY, actions=actions))

    def _on_task_failed(self, error: GestureAppError) -> None:
        self._is_loading = False
        self._tell(error)
