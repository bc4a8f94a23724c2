"""The question before something that runs is cancelled."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from gesture_app.gui.translation import tr


def running_question(
    window: QWidget,
    text: str,
    detail: str,
    cancel_text: str,
    on_cancel: Callable[[], object],
    *,
    title: str = "Training Is Running",
) -> QMessageBox:
    """A question whose default, also of Esc, is to keep it running; not open yet.

    Args:
        window: The window that it belongs to.
        text: The question.
        detail: What cancelling means.
        cancel_text: Text of the button that cancels.
        on_cancel: Called if that button is pressed.
        title: Title of the question's window.
    """
    box = QMessageBox(window)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(title)
    box.setText(text)
    box.setInformativeText(detail)
    stay = box.addButton(tr("&Keep running"), QMessageBox.ButtonRole.RejectRole)
    box.addButton(cancel_text, QMessageBox.ButtonRole.DestructiveRole).clicked.connect(on_cancel)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    return box
