"""The log of the program: files in the user's folder that only the owner can read, without names and private paths."""

from __future__ import annotations

import copy
import faulthandler
import io
import logging
import os
import re
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path

from gesture_app.storage.private_folders import make_private

FOLDER_NAME = "log"
"""Name of the log's folder in the user's data folder."""

FILE_NAME = "gesture-app.log"
MAX_BYTES = 500_000
OLDER_FILES = 3
_MOST_KINDS = 1000
_CRASH_NAME = "crash.txt"
_FORMAT = "%(asctime)s %(levelname)s [%(threadName)s] %(name)s: %(message)s"
_OWN_LOGGERS = ("gesture_app", "qt")
_PLACEHOLDER = "<name>"
_PHONE = re.compile(r"\S+['\u2019]s (?=iPhone|iPad)|(?<=iPhone )(?:von|de) .*|(?<=iPad )(?:von|de) .*")
_ADDRESS = re.compile(r"\b([a-z][a-z0-9+.-]*)://[^\s'\"<>]+", re.IGNORECASE)

Names = Callable[[], Collection[str]]
"""Returns the names of people that are known now. Called in any thread."""


def no_names() -> Collection[str]:
    """For a program that knows nobody."""
    return ()


class Redaction:
    """Takes what is private out of a text: the home folder, names of people, and addresses.

    Args:
        home: The home folder, which becomes ``~``.
        names: The names of people that are known now.
    """

    def __init__(self, home: Path, names: Names = no_names) -> None:
        self._names = names
        places = sorted({str(home), home.as_posix(), str(home).replace("\\", "\\\\")}, key=len, reverse=True)
        self._places = re.compile("|".join(rf"{re.escape(place)}(?=[/\\]|\W|$)" for place in places))
        # A name is private in other paths too, such as /media/anna.
        self._login = re.compile(rf"(?<=[/\\]){re.escape(home.name)}(?=[/\\\s'\":,;)]|$)") if home.name else None

    def __call__(self, text: str) -> str:
        """The text without them."""
        text = _PHONE.sub(f"{_PLACEHOLDER} ", text)
        text = _ADDRESS.sub(r"\1://<address>", text)
        text = self._places.sub("~", text)
        if self._login is not None:
            text = self._login.sub("<user>", text)
        names = sorted({name for name in self._names() if name.strip()}, key=len, reverse=True)
        if names:
            known = "|".join(map(re.escape, names))
            text = re.sub(rf"(?<!\w)(?:{known})(?!\w)", _PLACEHOLDER, text, flags=re.IGNORECASE)
        return text


class LogFile(RotatingFileHandler):
    """Writes records to a file that its owner alone can read, and begins a new one when it is full.

    A disk that is full or gone ends neither the program nor a thread: the record is lost.

    Args:
        folder: The folder; made if it is missing.
        redaction: Applied to each record.
    """

    def __init__(self, folder: Path, redaction: Redaction) -> None:
        super().__init__(
            folder / FILE_NAME,
            maxBytes=MAX_BYTES,
            backupCount=OLDER_FILES,
            encoding="utf-8",
            errors="replace",
            delay=True,
        )
        self.setFormatter(_PrivateFormatter(redaction))
        self.setLevel(logging.INFO)
        self.addFilter(_is_worth_keeping)
        self._repeats = Repeats()

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record, unless it repeats another one."""
        counted = self._repeats.counted(record)
        if counted is not None:
            super().emit(counted)
            # Left open, it could not be erased on Windows, and elsewhere would go on after that unseen.
            if self.stream is not None:
                self.stream.close()
                self.stream = None

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        """Ignore a record that cannot be written."""

    def _open(self) -> io.TextIOWrapper:
        make_private(Path(self.baseFilename).parent)
        stream = open(self.baseFilename, self.mode, encoding=self.encoding, errors=self.errors, opener=_open_private)  # noqa: SIM115
        assert isinstance(stream, io.TextIOWrapper)
        return stream


class _PrivateFormatter(logging.Formatter):
    def __init__(self, redaction: Redaction) -> None:
        super().__init__(_FORMAT)
        self._redaction = redaction

    def format(self, record: logging.LogRecord) -> str:
        # The traceback is cached in the record, which belongs to the other handlers as well.
        kept, record.exc_text = record.exc_text, None
        try:
            return self._redaction(super().format(record))
        finally:
            record.exc_text = kept


class Repeats:
    """Lets an error through once, then at its 10th, 100th, 1000th time only, with the count."""

    def __init__(self) -> None:
        self._counts: dict[tuple[object, ...], int] = {}

    def counted(self, record: logging.LogRecord) -> logging.LogRecord | None:
        """The record to write; None for one that adds nothing."""
        if record.levelno < logging.WARNING:
            return record
        error = record.exc_info[1] if record.exc_info else None
        reason = str(record.args) if error is None else f"{type(error).__name__}: {error}"
        key = (record.name, record.lineno, record.msg, record.threadName, reason)
        if len(self._counts) >= _MOST_KINDS:
            self._counts.clear()
        count = self._counts[key] = self._counts.get(key, 0) + 1
        if count == 1:
            return record
        if str(count).strip("0") != "1":
            return None
        again = copy.copy(record)
        again.msg, again.args = f"{record.getMessage()} (for the {count}th time)", ()
        again.exc_info = again.exc_text = again.stack_info = None
        return again


def _is_worth_keeping(record: logging.LogRecord) -> bool:
    """Records of the program itself, and warnings of libraries."""
    return record.name.partition(".")[0] in _OWN_LOGGERS or record.levelno >= logging.WARNING


def _open_private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


@contextmanager
def logging_to(folder: Path, redaction: Redaction) -> Iterator[LogFile]:
    """Write the records in the block to the log as well, and the stacks of all threads if the process crashes.

    Args:
        folder: The log's folder.
        redaction: Applied to each record.
    """
    handler = LogFile(folder, redaction)
    root = logging.getLogger()
    level = root.level
    others = [(other, other.level) for other in root.handlers]
    for other, own_level in others:
        other.setLevel(max(own_level, level))
    # As long as there is no other handler, errors would reach the terminal by themselves.
    last_resort = None if root.handlers else logging.lastResort
    if last_resort is not None:
        root.addHandler(last_resort)
    root.addHandler(handler)
    root.setLevel(min(level, logging.INFO))
    _report_crash(folder / _CRASH_NAME)
    try:
        with _crashes_kept(folder / _CRASH_NAME):
            yield handler
    finally:
        root.setLevel(level)
        for other, own_level in others:
            other.setLevel(own_level)
        root.removeHandler(handler)
        if last_resort is not None:
            root.removeHandler(last_resort)
        handler.close()


def _report_crash(file: Path) -> None:
    """Move what a crashed process left into the log."""
    with suppress(OSError):
        text = file.read_text(encoding="utf-8", errors="replace").strip()
        file.unlink()
        if text:
            logging.getLogger(__name__).error("The program crashed the last time:\n%s", text)


@contextmanager
def _crashes_kept(file: Path) -> Iterator[None]:
    was_enabled = faulthandler.is_enabled()
    try:
        make_private(file.parent)
        stream = open(file, "w", encoding="utf-8", opener=_open_private)  # noqa: SIM115
    except OSError:
        yield  # without a place for it the program runs all the same
        return
    try:
        if not was_enabled:
            faulthandler.enable(stream)
        yield
    finally:
        if not was_enabled:
            faulthandler.disable()
        stream.close()
        with suppress(OSError):
            file.unlink()
