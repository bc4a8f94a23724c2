"""The process that retrains, as the window drives and sees it."""

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

KEPT_LINES = 400
"""Lines of the log that are kept, the last ones."""

_READ_MS = 50
_TURN_S = 0.008
_MOST_WAITING = 5000
_GRACE_MS = 10_000
_STOP_MS = 3_000
_KILL_MS = 2_000
_MOST_EPOCHS = 1000

Ending = RetrainOutcome | Failed | Cancelled
"""What a run can come to."""


@dataclass(frozen=True)
class RetrainCommand:
    """How the process is started.

    Attributes:
        program: What is run.
        arguments: Its arguments.
        folder: Where it is run.
    """

    program: str
    arguments: tuple[str, ...]
    folder: Path


class RetrainJob(QObject):
    """Runs one retraining at a time, and keeps what it says until the next begins. Used in the GUI thread.

    What the process writes is taken in a little at a time, so that one that floods its output stops no window. It is
    asked to end by SIGTERM and by the end of its standard input, which also comes when this program dies; where it
    does not listen it is killed.

    Attributes:
        plan: What the process says it uses.
        progress: How far it is.
        epochs: Its passes so far.
        log: The last lines of what else it said.
        log_count: How many lines there were in all.
        process_id: The system's number for it.
        is_cancelling: Whether it was asked to end.
        made: The model it made; it may have been asked to end only afterwards.

    Args:
        grace_ms: How long it may take to end after it was asked to.
        parent: Parent object.
    """

    changed = Signal()
    """It began, says something new, or ended."""

    ended = Signal(object)
    """A run is over: an :data:`Ending`. ``Failed`` where the process died without a word."""

    def __init__(self, parent: QObject | None = None, *, grace_ms: int = _GRACE_MS) -> None:
        super().__init__(parent)
        self.plan: RetrainPlan | None = None
        self.progress: Progress | None = None
        self.epochs: list[EpochDone] = []
        self.log: deque[str] = deque(maxlen=KEPT_LINES)
        self.log_count = 0
        self.process_id = 0
        self.is_cancelling = False
        self.made: RetrainOutcome | None = None
        self._said: Ending | None = None
        self._process: QProcess | None = None
        self._out, self._err = LineSplitter(), LineSplitter()
        self._waiting: deque[bytes] = deque()
        self._is_flooded = False
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._on_turn)
        self._deadline = QTimer(self)
        self._deadline.setSingleShot(True)
        self._deadline.setInterval(grace_ms)
        self._deadline.timeout.connect(self._kill)

    @property
    def is_running(self) -> bool:
        """Whether a retraining is on."""
        return self._process is not None

    def start(self, command: RetrainCommand) -> None:
        """Begin; nothing where one is on."""
        if self.is_running:
            return
        self.plan = self.progress = self.made = self._said = None
        self.epochs = []
        self.log.clear()
        self.log_count = self.process_id = 0
        self.is_cancelling = self._is_flooded = False
        self._out, self._err = LineSplitter(), LineSplitter()
        self._waiting.clear()
        process = self._process = QProcess(self)
        process.setWorkingDirectory(str(command.folder))
        process.readyReadStandardOutput.connect(self._on_output)
        process.readyReadStandardError.connect(self._on_complaint)
        process.errorOccurred.connect(self._on_error)
        process.finished.connect(self._on_finished)
        process.start(command.program, list(command.arguments))
        self.process_id = int(process.processId())
        self.changed.emit()

    def cancel(self) -> None:
        """Ask it to end; what it has begun to make it removes itself."""
        if self._process is None or self.is_cancelling:
            return
        self.is_cancelling = True
        self._ask_to_end(self._process)
        self._deadline.start()
        self.changed.emit()

    def stop(self) -> bool:
        """End it, and wait for that. Returns False when it cannot be ended."""
        self.cancel()
        process = self._process
        if process is None:
            return True
        if not process.waitForFinished(_STOP_MS):
            process.kill()
            return process.waitForFinished(_KILL_MS)
        return True

    def _ask_to_end(self, process: QProcess) -> None:
        process.closeWriteChannel()
        if os.name != "nt":  # there it would be a request to close a window, which the process has not
            process.terminate()

    def _kill(self) -> None:
        if self._process is not None:
            self._process.kill()

    def _on_output(self) -> None:
        if self._process is None:
            return
        self._sort(self._out.feed(bytes(self._process.readAllStandardOutput().data())))
        self._come_back(_READ_MS)

    def _on_complaint(self) -> None:
        if self._process is None:
            return
        self._note(self._err.feed(bytes(self._process.readAllStandardError().data())))
        self._come_back(_READ_MS)

    def _sort(self, lines: Sequence[bytes]) -> None:
        """Queue what may be events; the rest is log, of which only the end is kept."""
        events = [line for line in lines if line.startswith(b"{")]
        if len(events) < len(lines):
            self._note([line for line in lines if not line.startswith(b"{")])
        if len(self._waiting) + len(events) <= _MOST_WAITING:
            self._waiting.extend(events)
        else:
            self._is_flooded = True
            self._kill()

    def _note(self, lines: Sequence[bytes | str]) -> None:
        self.log_count += len(lines)
        texts = (text_of(line) if isinstance(line, bytes) else line for line in lines[-KEPT_LINES:])
        self.log.extend(texts)

    def _come_back(self, after_ms: int) -> None:
        if not self._turn.isActive():
            self._turn.start(after_ms)

    def _on_turn(self) -> None:
        """Take in some of what has come, and let the window go on."""
        self._take_in(time.monotonic() + _TURN_S)
        if self._waiting:
            self._come_back(0)
        self.changed.emit()

    def _take_in(self, until_s: float = float("inf")) -> None:
        while self._waiting and time.monotonic() < until_s:
            event = from_line(text_of(self._waiting.popleft()))
            if isinstance(event, RetrainPlan):
                self.plan = event
            elif isinstance(event, Progress):
                self.progress = event
            elif isinstance(event, EpochDone):
                self.epochs = [*self.epochs[-_MOST_EPOCHS:], event]
            elif isinstance(event, LogLine):
                self._note([event.text])
            elif event is not None:
                self._said = event
                self.made = event if isinstance(event, RetrainOutcome) else self.made

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self._process is not None:
            self._end(start_failure(self._process.errorString()))

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        process = self._process
        if process is None:
            return
        self._sort([*self._out.feed(bytes(process.readAllStandardOutput().data())), *self._out.finish()])
        self._note([*self._err.feed(bytes(process.readAllStandardError().data())), *self._err.finish()])
        self._take_in()
        has_crashed = status is QProcess.ExitStatus.CrashExit
        if self.is_cancelling:
            self._end(Cancelled())
        elif self._is_flooded:
            self._end(flood_failure())
        else:
            self._end(self._said or crash_failure(code, was_killed=has_crashed))

    def _end(self, ending: Ending) -> None:
        process, self._process = self._process, None
        self._turn.stop()
        self._deadline.stop()
        if process is not None:
            process.deleteLater()
        self.ended.emit(ending)
        self.changed.emit()
