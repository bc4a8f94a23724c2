"""Writes pictures that the user keeps, in the background."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject
from PySide6.QtGui import QImage

from gesture_app.errors import GestureAppError
from gesture_app.gui.background.notices import NoticeKind, Notices, Notification
from gesture_app.gui.background.worker import Finish, Worker
from gesture_app.gui.translation import tr
from gesture_app.storage.atomic import write_atomically

KEY = "picture"
_QUALITY = 92


class PictureService(QObject):
    """Writes one picture after another; a notice follows each. Used in the GUI thread.

    Args:
        notices: Shows results and errors.
        parent: Qt's owner.
    """

    def __init__(self, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices = notices
        self._worker = Worker("pictures", tr("The picture could not be saved"), parent=self)
        self._worker.failed.connect(lambda error: notices.show(Notification.of_error(error, key=KEY)))

    def save(self, path: Path, picture: QImage) -> None:
        """Write a picture: PNG where the name ends so, otherwise JPEG."""

        def task() -> Finish:
            try:
                kind = "PNG" if path.suffix.lower() == ".png" else "JPEG"
                write_atomically(path, _encoded(picture, kind), private=False)
            except OSError as error:
                title = tr("The picture cannot be saved as {path} ({reason}).")
                reason = error.strerror or str(error)
                raise GestureAppError(
                    title.format(path=path, reason=reason), hint=tr("Choose another folder, or make room on the disk.")
                ) from error
            title = tr("The picture was saved as {path}.").format(path=path)
            return lambda: self._notices.show(Notification(NoticeKind.SUCCESS, title, key=KEY))

        self._worker.run(task)

    def stop(self) -> bool:
        """Write what is waiting, and end the thread. Returns False when it is stuck."""
        return self._worker.stop()


def _encoded(picture: QImage, form: str) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, form, _QUALITY if form == "JPEG" else -1)  # type: ignore[call-overload]
    return bytes(content.data())
