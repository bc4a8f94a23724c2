"""Sizes, export and erasing of the person's files, in the background."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, SignalInstance

from gesture_app.domain.message import Message
from gesture_app.domain.samples.labels import BUILT_IN_LABELS
from gesture_app.errors import GestureAppError
from gesture_app.gui.background.preferences import Preferences
from gesture_app.gui.background.sample_service import SampleService
from gesture_app.gui.background.worker import Finish, Worker
from gesture_app.gui.translation import decimal, error_text, listed, number, tr, translated
from gesture_app.storage.report import write_report
from gesture_app.storage.user_data import DataKind, DataSize, UserData

RemoveFiles = Callable[[], None]
"""Removes the files of a kind that are left; called on any thread."""

EraseKind = Callable[[RemoveFiles], None]
"""Erases the data of a kind through the service that holds them open; called in the GUI thread."""

KIND_NAMES = {
    DataKind.SAMPLES: Message("samples"),
    DataKind.MODELS: Message("own models"),
    DataKind.ROUNDS: Message("rounds"),
    DataKind.PLAYERS: Message("players"),
    DataKind.RULES: Message("own rules"),
    DataKind.SETTINGS: Message("settings"),
    DataKind.CACHES: Message("caches"),
    DataKind.LOG: Message("log files"),
}


@dataclass(frozen=True)
class UserDataBackend:
    """What the composition root provides.

    Attributes:
        data: The files by kind.
        export: Writes everything to a zip file, and returns the names of its entries; called on another thread.
        collect_report: Collects the texts of a report by file name, in some seconds; called on another thread.
    """

    data: UserData
    export: Callable[[Path], tuple[str, ...]]
    collect_report: Callable[[], dict[str, str]]


class UserDataService(QObject):
    """Knows how much there is of each kind, exports everything, and erases. Used in the GUI thread.

    Attributes:
        sizes: Number and size of files by kind; empty before the first :meth:`refresh`.
        message: What was done last, or why it failed.

    Args:
        backend: The files, and the export.
        samples: Erases samples.
        preferences: Erases settings.
        parent: Qt's owner.
    """

    changed = Signal()

    report_ready = Signal(object)
    """A report was collected: its texts by file name."""

    def __init__(
        self,
        backend: UserDataBackend,
        samples: SampleService,
        preferences: Preferences,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.data = backend.data
        self._export = backend.export
        self._collect_report = backend.collect_report
        self._samples = samples
        self._worker = Worker("user-data", tr("The files could not be read or written"), parent=self)
        self._worker.failed.connect(self._on_failed)
        self._erasers: dict[DataKind, EraseKind] = {}
        self._erased: tuple[DataKind, ...] = ()
        self._is_sized = self._is_sizing = self._is_outdated = False
        self.sizes: dict[DataKind, DataSize] = {}
        self.message = ""
        self.register(DataKind.SAMPLES, self._erase_samples, samples.changed)
        self.register(DataKind.SETTINGS, lambda _remove: preferences.reset(), preferences.changed)

    def register(self, kind: DataKind, erase: EraseKind, changed: SignalInstance) -> None:
        """Let a service erase a kind that it holds open.

        Args:
            kind: The kind.
            erase: Erases it.
            changed: The service's signal that its data have changed.
        """
        self._erasers[kind] = erase
        changed.connect(self._on_data_changed)

    def refresh(self) -> None:
        """Compute the sizes, in the background."""
        self._is_sized = True
        if self._is_sizing:
            self._is_outdated = True
            return
        self._is_sizing = True

        def task() -> Finish:
            sizes = {kind: self.data.size(kind) for kind in DataKind}
            return lambda: self._on_sized(sizes)

        self._worker.run(task)

    def erase(self, kinds: Collection[DataKind]) -> None:
        """Erase everything of some kinds for good."""
        self._erased = tuple(kinds)
        self._say(tr("Erasing {names}…").format(names=listed([translated(KIND_NAMES[kind]) for kind in kinds])))
        for kind in kinds:
            remove = self._remover(kind)
            erase = self._erasers.get(kind)
            if erase is not None:
                erase(remove)
            else:
                self._remove(remove)
        self.refresh()

    def export(self, path: Path) -> None:
        """Write everything to a zip file."""
        self._say(tr("Writing the zip file…"))

        def task() -> Finish:
            entries = self._export(path)
            return lambda: self._say(
                tr("{count} parts written to {path}.", "{count} part written to {path}.", len(entries)).format(
                    count=number(len(entries)), path=path
                )
            )

        self._worker.run(task)

    def collect_report(self) -> None:
        """Collect the texts of a report; :attr:`report_ready` has them."""
        self._say(tr("Collecting the report…"))

        def task() -> Finish:
            parts = self._collect_report()
            return lambda: self._show_report(parts)

        self._worker.run(task)

    def save_report(self, path: Path, parts: Mapping[str, str]) -> None:
        """Write a report to a zip file."""

        def task() -> Finish:
            write_report(path, parts)
            return lambda: self._say(tr("The report was saved as {path}.").format(path=path))

        self._worker.run(task)

    def stop(self) -> bool:
        """Finish the queued work and end the thread. Returns False when it is stuck."""
        return self._worker.stop()

    def _show_report(self, parts: Mapping[str, str]) -> None:
        self._say("")
        self.report_ready.emit(parts)

    def _remove(self, remove: RemoveFiles) -> None:
        def task() -> Finish:
            remove()
            return self.refresh

        self._worker.run(task)

    def _remover(self, kind: DataKind) -> RemoveFiles:
        return lambda: self.data.erase([kind])

    def _erase_samples(self, remove: RemoveFiles) -> None:
        samples = self._samples
        if not samples.is_open:
            self._erased = ()
            self._say(tr("The samples are still being read. Try it again in a moment."))
            return

        def task() -> Finish:
            remove()
            return self.refresh

        samples.delete([info.id for info in samples.infos])
        samples.empty_trash()
        samples.set_labels(BUILT_IN_LABELS)
        samples.run(task)

    def _on_data_changed(self) -> None:
        if self._is_sized:
            self.refresh()

    def _on_sized(self, sizes: dict[DataKind, DataSize]) -> None:
        self._is_sizing = False
        self.sizes = sizes
        if self._erased and all(sizes[kind].files == 0 for kind in self._erased):
            self.message = erased_text(self._erased, sizes)
            self._erased = ()
        self.changed.emit()
        if self._is_outdated:
            self._is_outdated = False
            self.refresh()

    def _on_failed(self, error: GestureAppError) -> None:
        self._is_sizing = False
        self._erased = ()
        self._say(error_text(error))
        self.refresh()

    def _say(self, message: str) -> None:
        self.message = message
        self.changed.emit()


def size_text(size: DataSize) -> str:
    """A size in words, for example ``"23 files, 1.4 MB"``."""
    if not size.files:
        return tr("Nothing")
    text = tr("{count} files, {size}", "{count} file, {size}", size.files)
    return text.format(count=number(size.files), size=bytes_text(size.size_bytes))


def bytes_text(size_bytes: int) -> str:
    """A number of bytes with a unit, for example ``"1.4 MB"``."""
    if size_bytes < 1000:
        return tr("{count} bytes", "{count} byte", size_bytes).format(count=number(size_bytes))
    value = float(size_bytes)
    for unit in ("kB", "MB", "GB"):
        value /= 1000
        if value < 999.5 or unit == "GB":
            break
    return f"{decimal(value, 1 if value < 10 else 0)} {unit}"


def erased_text(kinds: Collection[DataKind], sizes: dict[DataKind, DataSize]) -> str:
    """What was erased, and what is left."""
    names = listed([translated(KIND_NAMES[kind]) for kind in kinds])
    left = [
        f"{translated(KIND_NAMES[kind])} ({bytes_text(sizes[kind].size_bytes)})"
        for kind in DataKind
        if sizes[kind].files
    ]
    if not left:
        return tr("Erased: {names}. Nothing is left.").format(names=names)
    return tr("Erased: {names}. Left: {left}.").format(names=names, left=listed(left))
