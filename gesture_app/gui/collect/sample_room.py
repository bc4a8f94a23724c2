"""Where the window meets the recorded samples: everything that waits for the disk happens on another thread."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from gesture_app.domain.ports import SampleStore
from gesture_app.domain.samples import BUILT_IN_LABELS, DamagedSample, LabelSet, SampleInfo
from gesture_app.errors import GestureAppError
from gesture_app.gui.collect.sample_changes import SampleChange
from gesture_app.gui.collect.task_thread import Task, TaskThread
from gesture_app.gui.collect.words import counted, label_title
from gesture_app.gui.notices import Action, NoticeKind, Notices, Notification

CHANGE_KEY = "samples"
DAMAGED_KEY = "damaged-samples"
_UNDO_MOST = 50
_NAMED_DAMAGED = 3

StoreFactory = Callable[[], SampleStore]
"""Opens the store; called on the room's thread, for it reads the sidecar of every sample."""


@dataclass(frozen=True, eq=False)
class UndoStep:
    """A change that can be taken back.

    Attributes:
        text: What was done, for people.
        take_back: Takes it back; called in the GUI thread.
    """

    text: str
    take_back: Callable[[], None]


class SampleRoom(QObject):
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
        self._under_way: Counter[str] = Counter()
        self._undo: deque[UndoStep] = deque(maxlen=_UNDO_MOST)
        self._thread = TaskThread("samples", "samples", self)
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
            infos, labels, damaged = store.listed(), store.labels, store.damaged
            return lambda: self._on_loaded(store, infos, labels, damaged)

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
        if self._by_id.pop(sample_id, None) is not None:
            self._notices.show(Notification.of_error(error, kind=NoticeKind.WARNING, key=DAMAGED_KEY))
            self._on_content_changed()

    def look_anew(self) -> None:
        """Take in what an import has added."""
        store = self._store
        if store is None:
            return

        def task() -> Callable[[], None]:
            infos, labels = store.listed(), store.labels
            return lambda: self._merge(infos, labels=labels)

        self.run(task)

    def set_labels(self, labels: LabelSet) -> None:
        """Change the labels one can record under."""
        store = self._store
        if store is None:
            return

        def task() -> Callable[[], None]:
            store.set_labels(labels)
            return lambda: self._merge((), labels=labels)

        self.run(task)

    def delete(self, sample_ids: Sequence[str], *, what: str = "deleted") -> None:
        """Put samples into the trash, from where :meth:`undo` takes them back."""
        self._change(SampleChange.deletion(sample_ids, what), {})

    def relabel(self, sample_ids: Sequence[str], label: str) -> None:
        """Put samples under another label; :meth:`undo` takes that back."""
        target = self.labels.get(label)
        known = (self._by_id[sample_id] for sample_id in sample_ids if sample_id in self._by_id)
        others = {info.id: replace(info, label=label) for info in known if info.label != label}
        title = label_title(target) if target is not None else label
        self._change(SampleChange.relabelling(tuple(others), label, title), others)

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

    def _change(self, change: SampleChange, foreseen: Mapping[str, SampleInfo]) -> None:
        """Change samples: at once for who looks, on the disk when it is its turn.

        Args:
            change: What is done to them.
            foreseen: What the samples will be; those that are not in it will be gone.
        """
        store = self._store
        if store is None or not change.sample_ids:
            return
        step = self._step(change, len(change.sample_ids))
        self._remember(step)
        self._notices.show(Notification(NoticeKind.INFO, f"{step.text}.", "", (Action("Undo", self.undo),), CHANGE_KEY))
        self._under_way.update(change.sample_ids)
        for sample_id in change.sample_ids:
            self._by_id.pop(sample_id, None)
        self._by_id = _in_order({**self._by_id, **foreseen})
        self._on_content_changed()

        def finish(trouble: GestureAppError | None) -> None:
            if trouble is None:
                return
            if step in self._undo:
                self._undo.remove(step)
                if change.count:
                    self._remember(self._step(change, change.count))
            self._tell(trouble)

        self._ask(change.sample_ids, change.carry_out, finish, store)

    def _step(self, change: SampleChange, count: int) -> UndoStep:
        return UndoStep(f"{counted(count, 'sample')} {change.what}", lambda: self._take_back(change))

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
            infos, labels = store.listed(), store.labels

            def done() -> None:
                self._under_way.subtract(sample_ids)
                self._under_way = +self._under_way
                self._merge(infos, touched=sample_ids, labels=labels)
                finish(trouble)

            return done

        self.run(task)

    def _remember(self, step: UndoStep) -> None:
        self._undo.append(step)
        self.changed.emit()

    def _merge(
        self, infos: Iterable[SampleInfo], *, touched: Sequence[str] = (), labels: LabelSet | None = None
    ) -> None:
        """Take in what the store has, and let go of those of ``touched`` that it has no more.

        Others are kept even if they are not in ``infos``: a recorder may have added them since it was listed. What is
        still under way is shown as it is going to be.
        """
        for sample_id in touched:
            if sample_id not in self._under_way:
                self._by_id.pop(sample_id, None)
        listed = {info.id: info for info in infos if info.id not in self._under_way}
        self._by_id = _in_order({**self._by_id, **listed})
        if labels is not None:
            self._labels = labels
        self._on_content_changed()

    def _on_content_changed(self) -> None:
        # Asked for with every picture, so it is not to be made anew each time.
        self._known_labels = LabelSet.including({info.label for info in self._by_id.values()}, self._labels)
        self.changed.emit()

    def _on_loaded(
        self,
        store: SampleStore,
        infos: Sequence[SampleInfo],
        labels: LabelSet,
        damaged: Sequence[DamagedSample],
    ) -> None:
        self._is_loading = False
        self._store = store
        self._notices.withdraw(CHANGE_KEY)
        self._merge(infos, labels=labels)
        if damaged:
            self._notices.show(damaged_notice(damaged))
        self.loaded.emit()

    def _tell(self, error: GestureAppError) -> None:
        actions = () if self.is_open else (Action("Try again", self.load),)
        self._notices.show(Notification.of_error(error, key=CHANGE_KEY, actions=actions))

    def _on_task_failed(self, error: GestureAppError) -> None:
        self._is_loading = False
        self._tell(error)


def _in_order(infos: Mapping[str, SampleInfo]) -> dict[str, SampleInfo]:
    """By id, oldest first."""
    ordered = sorted(infos.values(), key=lambda info: (info.taken_at, info.session, info.number))
    return {info.id: info for info in ordered}


def damaged_notice(damaged: Sequence[DamagedSample]) -> Notification:
    """Tells which samples cannot be used."""
    verb = "is" if len(damaged) == 1 else "are"
    title = f"{counted(len(damaged), 'recorded sample')} cannot be read and {verb} left out."
    named = [f"{one.name} ({one.reason})" for one in damaged[:_NAMED_DAMAGED]]
    more = len(damaged) - len(named)
    listed = ", ".join(named) + (f" and {more} more" if more else "")
    return Notification(
        NoticeKind.WARNING, title, f"{listed}. They stay where they are; nothing was removed.", key=DAMAGED_KEY
    )
