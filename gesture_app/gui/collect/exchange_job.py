"""Imports and exports samples in the background, one job at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from gesture_app.domain.message import sentences
from gesture_app.domain.ports import SampleExchange, SampleStore
from gesture_app.domain.samples.exchange import ExportReport, ImportTally
from gesture_app.errors import GestureAppError
from gesture_app.gui.background.notices import Action, NoticeKind, Notices, Notification
from gesture_app.gui.background.sample_service import SampleService
from gesture_app.gui.background.worker import Finish, Worker
from gesture_app.gui.collect.texts import import_details, import_text
from gesture_app.gui.translation import number, tr, translated

EXCHANGE_KEY = "sample-exchange"
_STOP_S = 10.0
"""The first image of an import waits for the detector and the model to load."""

ExchangeFactory = Callable[[SampleStore], SampleExchange]
"""Makes the exchange of a store; called on the job's thread."""

ImportCall = Callable[[SampleExchange], Iterator[ImportTally]]
"""Begins one import."""


@dataclass(frozen=True)
class _JobResult:
    """Result of a job.

    Attributes:
        tally: Counts of an import.
        report: Report of an export and the path of its archive.
        error: The error that ended the job early.
    """

    tally: ImportTally | None = None
    report: tuple[ExportReport, Path] | None = None
    error: GestureAppError | None = None


class ExchangeJob(QObject):
    """Runs one import or export at a time on a thread, with progress and a notice of the result.

    Used in the GUI thread.

    Args:
        make_exchange: Makes the exchange of a store.
        samples: The sample service; it is notified of new samples.
        notices: Shows the result.
        parent: Parent object.
    """

    changed = Signal()
    """The job began, made progress, or ended."""

    _progressed = Signal()

    def __init__(
        self, make_exchange: ExchangeFactory, samples: SampleService, notices: Notices, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._make_exchange = make_exchange
        self._samples = samples
        self._notices = notices
        self._worker = Worker("sample-exchange", tr("The import or export failed"), parent=self)
        self._is_stopped = False
        self._cancel = threading.Event()
        self._lock = threading.Lock()
        self._newest: ImportTally | None = None
        self._is_signal_pending = False
        self.kind = ""
        self.tally: ImportTally | None = None
        self._progressed.connect(self._on_progressed, Qt.ConnectionType.QueuedConnection)

    @property
    def is_running(self) -> bool:
        """Whether a job is running."""
        return self._worker.is_busy

    @property
    def is_cancelled(self) -> bool:
        """Whether the running job was cancelled."""
        return self._cancel.is_set()

    def import_samples(self, call: ImportCall) -> None:
        """Start an import; while another job is running, only show a notice."""

        def work(exchange: SampleExchange) -> None:
            for tally in call(exchange):
                self._store_tally(tally)
                if self._cancel.is_set():
                    break

        self._start("import", work)

    def export_samples(self, path: Path, sample_ids: Sequence[str] | None) -> None:
        """Start an export into an archive; while another job is running, only show a notice."""

        def work(exchange: SampleExchange) -> tuple[ExportReport, Path]:
            return exchange.export(path, sample_ids), path

        self._start("export", work)

    def cancel(self) -> None:
        """End an import after the current image; the samples added so far stay."""
        self._cancel.set()
        self.changed.emit()

    def stop(self) -> bool:
        """Stop the job. Returns False if its thread did not end in time."""
        self._cancel.set()
        self._is_stopped = True
        return self._worker.stop(_STOP_S)

    def _start(self, kind: str, work: Callable[[SampleExchange], tuple[ExportReport, Path] | None]) -> None:
        store = self._samples.store
        if store is None:
            return
        if self.is_running:
            is_import = self.kind == "import"
            running = tr("An import is still running.") if is_import else tr("An export is still running.")
            wait = tr("Wait for it, and try again then.")
            title = f"{running} {wait}"
            self._notices.show(Notification(NoticeKind.INFO, title, key=EXCHANGE_KEY))
            return
        self._cancel.clear()
        self._newest = self.tally = None
        self.kind = kind
        self._notices.withdraw(EXCHANGE_KEY)

        def task() -> Finish:
            report = work(self._make_exchange(store))
            return lambda: self._on_ended(_JobResult(self._newest, report))

        def on_error(error: GestureAppError) -> None:
            self._on_ended(_JobResult(self._newest, error=error))

        self._worker.run(
            task, on_error, failure=tr("The import failed") if kind == "import" else tr("The export failed")
        )
        self.changed.emit()

    def _store_tally(self, tally: ImportTally) -> None:
        """Store the newest tally; one queued signal covers all tallies until the GUI thread handles it."""
        with self._lock:
            self._newest = tally
            must_signal, self._is_signal_pending = not self._is_signal_pending, True
        if must_signal:
            self._progressed.emit()

    def _on_progressed(self) -> None:
        with self._lock:
            self._is_signal_pending = False
            self.tally = self._newest
        if self.is_running:
            self.changed.emit()

    def _on_ended(self, ended: _JobResult) -> None:
        if self._is_stopped:
            return
        self.tally = ended.tally
        if ended.tally is not None and ended.tally.added:
            self._samples.refresh()
            self._samples.offer_undo_of_added(ended.tally.added, tr("import"))
        self._notices.show(self._outcome(ended))
        self.changed.emit()

    def _outcome(self, ended: _JobResult) -> Notification:
        if ended.report is not None:
            report, path = ended.report
            skipped = (
                tr("Left out: {reasons}").format(reasons=translated(sentences(*report.skipped[:3])))
                if report.skipped
                else ""
            )
            kind = NoticeKind.WARNING if report.skipped else NoticeKind.SUCCESS
            return Notification(
                kind,
                tr("{count} samples written to {path}.", "{count} sample written to {path}.", report.count).format(
                    count=number(report.count), path=path
                ),
                skipped,
                key=EXCHANGE_KEY,
            )
        tally = ended.tally or ImportTally()
        undo = (Action(tr("Undo"), self._samples.undo),) if tally.added else ()
        if ended.error is not None:
            count = len(tally.added)
            added = tr("{count} samples were added before.", "{count} sample was added before.", count)
            told = [ended.error.hint, *([added.format(count=number(count))] if count else ())]
            error = GestureAppError(ended.error.message, hint=sentences(*filter(None, told)))
            return Notification.of_error(error, key=EXCHANGE_KEY, actions=undo)
        text = import_text(tally, is_cancelled=self._cancel.is_set())
        kind = NoticeKind.SUCCESS if tally.added else NoticeKind.INFO
        return Notification(kind, text, import_details(tally), undo, EXCHANGE_KEY)
