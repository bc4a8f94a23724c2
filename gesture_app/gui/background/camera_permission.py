"""Asks for access to the camera where the system wants to be asked from the main thread."""

from __future__ import annotations

import platform
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt


def ask_camera_permission(answer: Callable[[bool], None]) -> None:
    """Call back with whether the camera may be used; at once where nobody has to be asked. Main thread only.

    macOS wants the question from the main thread, and OpenCV opens cameras in another.
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
        raise RuntimeError("the question needs a running application")
    permission = QCameraPermission()
    status = app.checkPermission(permission)
    if status is Qt.PermissionStatus.Undetermined:
        app.requestPermission(permission, app, lambda asked: answer(asked.status() is Qt.PermissionStatus.Granted))
    else:
        answer(status is Qt.PermissionStatus.Granted)
