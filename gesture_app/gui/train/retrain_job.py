"""The retraining process and its events."""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from gesture_app.domain.retraining.events import Cancelled, EpochDone, Failed, LogLine, Progress, RetrainOutcome
from gesture_app.domain.retraining.plan import RetrainPlan
from gesture_app.gui.train.line_splitter import LineSplitter, text_of
from gesture_app.gui.train.texts import crash_failure, flood_failure, start_failure
from gesture_app.storage.retraining_events import from_line

MAX_LOG_LINES = 400
"""Number of stored lines of the log, the last ones."""

_READ_MS = 50
_POLL_S = 0.008
_MAX_WAITING = 5000
_GRACE_MS = 10_000
_STOP_MS = 1_000
_KILL_MS = 2_000
_MAX_EPOCHS = 1000

RetrainResult = RetrainOutcome | Failed | Cancelled
"""Result of a run."""


@dataclass(frozen=True)
class RetrainCommand:
    """Command line of the process.

    Attributes:
        program: The executable.
        arguments: Its arguments.
        folder: The working directory.
    """

    program: str
    arguments: tuple[str, ...]
    folder: Path


class RetrainJob(QObject):
    """Runs one retraining at a time. The state of the last run stays until the next begins. Used in the GUI thread.

    The output of the process is handled in small portions, so that a flood of it does not block the window. The process
    is asked to end by SIGTERM and by the end of its standard input, which also comes if this program dies; it is killed
    if it does not end in time.

    Attributes:
        plan: The plan that the process reported.
        progress: The last reported progress.
        seconds_left: The least estimate of the time left in this run, so that it never grows; None before the first.
        epochs: The reported epochs.
        log: The last lines of other output.
        log_count: Number of lines of other output.
        process_id: Id of the process.
        is_cancelling: Whether the process was asked to end.
        outcome: The outcome with the new model, also if the run was cancelled afterwards.
        result: The last result that the process reported.

    Args:
        parent: Parent object.
        grace_ms: Time to end after :meth:`cancel`, before the process is killed.
        stop_ms: The same when the program is to end, after :meth:`cancel_to_close` and in :meth:`stop`.
    """

    changed = Signal()
    """The run began, reported something, or ended."""

    ended = Signal(object)
    """The run ended: a :data:`RetrainResult`, ``Failed`` if the process died without reporting one."""

    def __init__(self, parent: QObject | None = None, *, grace_ms: int = _GRACE_MS, stop_ms: int = _STOP_MS) -> None:
        super().__init__(parent)
        self.plan: RetrainPlan | None = None
        self.progress: Progress | None = None
        self.seconds_left: float | None = None
        self.epochs: list[EpochDone] = []
        self.log: deque[str] = deque(maxlen=MAX_LOG_LINES)
        self.log_count = 0
        self.process_id = 0
        self.is_cancelling = False
        self.outcome: RetrainOutcome | None = None
        self.result: RetrainResult | None = None
        self._process: QProcess | None = None
        self._grace_ms, self._stop_ms = grace_ms, stop_ms
        self._out, self._err = LineSplitter(), LineSplitter()
        self._waiting: deque[bytes] = deque()
        self._is_flooded = False
        self._poll = QTimer(self)
        self._poll.setSingleShot(True)
        self._poll.timeout.connect(self._on_poll)
        self._deadline = QTimer(self)
        self._deadline.setSingleShot(True)
        self._deadline.timeout.connect(self._kill)

    @property
    def is_running(self) -> bool:
        """Whether a retraining is running."""
        return self._process is not None

    def start(self, command: RetrainCommand) -> None:
        """Start a retraining; does nothing while one is running."""
        if self.is_running:
            return
        self.plan = self.progress = self.seconds_left = self.outcome = self.result = None
        self.epochs = []
        self.log.clear()
        self.log_count = self.process_id = 0
        self.is_cancelling = self._is_flooded = False
        self._out, self._err = LineSplitter(), LineSplitter()
        self._waiting.clear()
        process = self._process = QProcess(self)
        process.setWorkingDirectory(str(command.folder))
        process.readyReadStandardOutput.connect(self._on_output)
        process.readyReadStandardError.connect(self._on_error_output)
        process.errorOccurred.connect(self._on_error)
        process.finished.connect(self._on_finished)
        process.start(command.program, list(command.arguments))
        self.process_id = int(process.processId())
        self.changed.emit()

    def cancel(self) -> None:
        """Ask the process to end; it removes its unfinished files."""
        self._cancel(self._grace_ms)

    def cancel_to_close(self) -> None:
        """Ask the process to end soon, as the window is to close; it removes its unfinished files."""
        self._cancel(self._stop_ms)

    def _cancel(self, within_ms: int) -> None:
        if self._process is None:
            return
        if not self._deadline.isActive() or self._deadline.remainingTime() > within_ms:
            self._deadline.start(within_ms)
        if not self.is_cancelling:
            self.is_cancelling = True
            self._ask_to_end(self._process)
            self.changed.emit()

    def stop(self) -> bool:
        """End the process and wait for it. Returns False if it cannot be ended."""
        self.cancel()
        process = self._process
        if process is None:
            return True
        if not process.waitForFinished(self._stop_ms):
            process.kill()
            return process.waitForFinished(_KILL_MS)
        return True

    def _ask_to_end(self, process: QProcess) -> None:
        process.closeWriteChannel()
        if os.name != "nt":  # Windows would ask to close a window, and the process has none.
            process.terminate()

    def _kill(self) -> None:
        if self._process is not None:
            self._process.kill()

    def _on_output(self) -> None:
        if self._process is None:
            return
        self._queue(self._out.feed(bytes(self._process.readAllStandardOutput().data())))
        self._schedule(_READ_MS)

    def _on_error_output(self) -> None:
        if self._process is None:
            return
        self._note(self._err.feed(bytes(self._process.readAllStandardError().data())))
        self._schedule(_READ_MS)

    def _queue(self, lines: Sequence[bytes]) -> None:
        """Queue lines that may be events; the others are log lines."""
        events = [line for line in lines if line.startswith(b"{")]
        if len(events) < len(lines):
            self._note([line for line in lines if not line.startswith(b"{")])
        if len(self._waiting) + len(events) <= _MAX_WAITING:
            self._waiting.extend(events)
        else:
            self._is_flooded = True
            self._kill()

    def _note(self, lines: Sequence[bytes | str]) -> None:
        self.log_count += len(lines)
        texts = (text_of(line) if isinstance(line, bytes) else line for line in lines[-MAX_LOG_LINES:])
        self.log.extend(texts)

    def _schedule(self, after_ms: int) -> None:
        if not self._poll.isActive():
            self._poll.start(after_ms)

    def _on_poll(self) -> None:
        """Handle some of the queued events, for at most :data:`_POLL_S`."""
        self._handle_events(time.monotonic() + _POLL_S)
        if self._waiting:
            self._schedule(0)
        self.changed.emit()

    def _handle_events(self, until_s: float = float("inf")) -> None:
        while self._waiting and time.monotonic() < until_s:
            event = from_line(text_of(self._waiting.popleft()))
            if isinstance(event, RetrainPlan):
                self.plan = event
            elif isinstance(event, Progress):
                self.progress = event
                estimates = [s for s in (self.seconds_left, event.seconds_left) if s is not None]
                self.seconds_left = min(estimates, default=None)
            elif isinstance(event, EpochDone):
                self.epochs = [*self.epochs[-_MAX_EPOCHS:], event]
            elif isinstance(event, LogLine):
                self._note([event.text])
            elif event is not None:
                self.result = event
                self.outcome = event if isinstance(event, RetrainOutcome) else self.outcome

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self._process is not None:
            self._end(start_failure(self._process.errorString()))

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        process = self._process
        if process is None:
            return
        self._queue([*self._out.feed(bytes(process.readAllStandardOutput().data())), *self._out.finish()])
        self._note([*self._err.feed(bytes(process.readAllStandardError().data())), *self._err.finish()])
        self._handle_events()
        has_crashed = status is QProcess.ExitStatus.CrashExit
        if self.is_cancelling:
            self._end(Cancelled())
        elif self._is_flooded:
            self._end(flood_failure())
        else:
            self._end(self.result or crash_failure(code, was_killed=has_crashed))

    def _end(self, result: RetrainResult) -> None:
        process, self._process = self._process, None
        self._poll.stop()
        self._deadline.stop()
        if process is not None:
            process.deleteLater()
        self.ended.emit(result)
        self.changed.emit()
