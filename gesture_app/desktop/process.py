"""The process of the desktop app: Qt's application, signals, unexpected exceptions, and the exit code."""

from __future__ import annotations

import importlib.metadata
import logging
import os
import signal
import sys
import threading
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLoggingCategory, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMessageBox

from gesture_app.composition import log_folder, user_folders
from gesture_app.desktop.app import DesktopApp
from gesture_app.desktop.known_people import KnownPeople
from gesture_app.desktop.language import use_language
from gesture_app.desktop.measurement import WindowMeasurement
from gesture_app.desktop.options import AppOptions
from gesture_app.desktop.qt_messages import qt_messages_logged
from gesture_app.desktop.services import CaptureCatalog
from gesture_app.desktop.single_instance import WindowLock
from gesture_app.desktop.window_loss import WindowLossFilter
from gesture_app.domain.message import Message
from gesture_app.errors import GestureAppError
from gesture_app.gui.background.camera_watch import watch_hot_plug
from gesture_app.gui.main_window import TITLE
from gesture_app.gui.translation import translated
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.resources import APP_NAME, ASSETS
from gesture_app.settings import SettingsFile
from gesture_app.storage.program_log import Redaction, logging_to
from gesture_app.versions import versions_text
from gesture_app.watchdog import Heartbeat, Watchdog

_log = logging.getLogger(__name__)

EXIT_IS_OPEN = 1
"""Exit code of a second copy."""

_IS_OPEN = Message("The program is open already. Use its window: two at once would overwrite each other's settings.")
_SIGNAL_CHECK_MS = 250
_BEAT_MS = 500
_STUCK_S = 5.0
"""Seconds after which the log says why the window does not answer; systems offer to end a program then."""


def run(options: AppOptions) -> int:
    """Run the window until it is closed.

    Returns:
        The process's exit code.
    """
    lock = WindowLock(user_folders()["data"])
    if not lock.acquire():
        print(_IS_OPEN, file=sys.stderr)
        tell(_IS_OPEN)
        return EXIT_IS_OPEN
    known = KnownPeople()
    try:
        with logging_to(log_folder(), Redaction(Path.home(), known.names)), qt_messages_logged():
            return _run(options, known)
    finally:
        lock.release()


def tell(message: Message) -> None:
    """Show a message instead of the window, until it is closed."""
    app = make_application()
    with suppress(GestureAppError):
        use_language(app, SettingsFile().load().language)
    QMessageBox.information(None, TITLE, translated(message))


def _run(options: AppOptions, known: KnownPeople) -> int:
    app = make_application()
    _log.info("%s", versions_text())
    catalog = CaptureCatalog(options.fake_camera)
    desktop = DesktopApp(app, catalog, SettingsFile(), options, use_language=partial(use_language, app))
    known.follow(desktop)
    if options.measure_s is not None:
        WindowMeasurement(desktop, options.measure_s)
    _report_exceptions(desktop)
    watchdog = _watch_threads(app)
    _end_on_signals(app)
    desktop.start()
    window_loss = WindowLossFilter(desktop.window, app.exit)
    app.installNativeEventFilter(window_loss)
    # Qt Multimedia loads slowly; the window comes first.
    QTimer.singleShot(1000, desktop.watch, lambda: watch_hot_plug(desktop.watch))
    QTimer.singleShot(1500, desktop, desktop.preload)
    watchdog.start()
    code = app.exec()
    watchdog.stop()
    app.removeNativeEventFilter(window_loss)
    desktop.window.hide()
    if not desktop.stop():
        _log.error("A thread is stuck; the process is ended by force.")
        _end_by_force(code)
    return code


def make_application() -> QApplication:
    """Make Qt's application, with name, version and icon. Call it once, in the main thread."""
    # Each call into Qt and back may wait for another thread's turn; turns of 5 ms add up to a window that stutters.
    sys.setswitchinterval(0.001)
    # FFmpeg lists its optional libraries, which users cannot act on.
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")
    QApplication.setApplicationName(APP_NAME)
    QApplication.setApplicationDisplayName(TITLE)
    QApplication.setDesktopFileName(APP_NAME)
    QApplication.setApplicationVersion(importlib.metadata.version(APP_NAME))
    app = QApplication([APP_NAME])
    app.setWindowIcon(IconSet(ASSETS / "icons").icon("app"))
    return app


class _ThreadErrors(QObject):
    """Hands the errors that ended a thread to the GUI thread."""

    raised = Signal(object)


def _report_exceptions(desktop: DesktopApp) -> None:
    """Report exceptions in slots and at the end of threads as notices; they would only be printed in the terminal."""
    of_threads = _ThreadErrors(desktop)
    of_threads.raised.connect(desktop.report)

    def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        _log.error("unexpected error", exc_info=(kind, error, trace))
        if issubclass(kind, Exception):
            desktop.report(error)

    def report_thread(ended: threading.ExceptHookArgs) -> None:
        name, error = "" if ended.thread is None else ended.thread.name, ended.exc_value
        if error is not None:
            _log.error("unexpected error in the thread %r", name, exc_info=error)
        if isinstance(error, Exception):
            of_threads.raised.emit(error)

    sys.excepthook = report
    threading.excepthook = report_thread


def _end_on_signals(app: QApplication) -> None:
    """End the program on SIGINT and SIGTERM. A timer lets Python handle them while Qt runs."""
    for number in (signal.SIGINT, signal.SIGTERM):
        # Not quit(), which may open the window's closing question.
        signal.signal(number, lambda *_ignored: app.exit())
    turn = QTimer(app)
    turn.setInterval(_SIGNAL_CHECK_MS)
    turn.timeout.connect(lambda: None)
    turn.start()


def _watch_threads(app: QApplication) -> Watchdog:
    """A watchdog of all threads; a timer is the heartbeat of this one, which runs Qt."""
    heartbeat = Heartbeat(_STUCK_S)
    beat = QTimer(app)
    beat.setInterval(_BEAT_MS)
    beat.timeout.connect(heartbeat.beat)
    beat.start()
    return Watchdog({"window": heartbeat})


def _end_by_force(code: int) -> None:
    logging.shutdown()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
