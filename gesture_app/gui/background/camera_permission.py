"""Asks for camera access on macOS."""

from __future__ import annotations

import platform
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt


def ask_camera_permission(answer: Callable[[bool], None]) -> None:
    """Ask for camera access, and call ``answer`` with the result; at once on systems that do not ask. Main thread only.

    macOS expects the request in the main thread, whereas OpenCV opens cameras in another.
    """
    if platform.system() != "Darwin":
        answer(True)
        return
    try:
        from PySide6.QtCore import QCameraPermission
    except ImportError:
        answer(True)
        return
    app = QCoreApplication.instance()
    if app is None:
        raise RuntimeError("asking for camera access needs a running application")
    permission = QCameraPermission()
    status = app.checkPermission(permission)
    if status is Qt.PermissionStatus.Undetermined:
        app.requestPermission(permission, app, lambda asked: answer(asked.status() is Qt.PermissionStatus.Granted))
    else:
        answer(status is Qt.PermissionStatus.Granted)
