"""Qt's messages in the program's log."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_log = logging.getLogger("qt")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


@contextlib.contextmanager
def qt_messages_logged() -> Iterator[None]:
    """Write Qt's messages in the block into the log, by their severity, and not straight to the terminal.

    The log shows errors only, unless asked for more: Qt warns of what people cannot act on, such as
    "PulseAudioService: pa_context_connect() failed" on machines without sound.
    """
    before = qInstallMessageHandler(_write)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def _write(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    _log.log(_LEVELS[kind], "%s", text)
