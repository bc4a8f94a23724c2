"""Dialog for the address of a network camera."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from gesture_app.gui.translation import tr

SCHEMES = ("http", "https", "rtsp", "tcp", "udp")
EXAMPLE = "192.168.1.20:8080/video"

_ONE_SLASH = re.compile(r"[A-Za-z]+:/(?!/)")


def full_address(text: str) -> str:
    """The address with its scheme: ``http://`` where none is given, as in a browser."""
    text = text.strip()
    return text if not text or "://" in text or _ONE_SLASH.match(text) else f"http://{text}"


def address_problem(text: str) -> str:
    """Reason why an address is invalid, as a sentence; empty for a valid one."""
    text = full_address(text)
    if any(character.isspace() for character in text):
        return tr("An address has no spaces in it.")
    try:
        parts = urlsplit(text)
        host, _port = parts.hostname, parts.port
    except ValueError:
        return tr("This is not an address: check the part after the colon.")
    if text and (parts.scheme.lower() not in SCHEMES or "://" not in text):
        starts = ", ".join(f"{scheme}://" for scheme in SCHEMES)
        return tr("Start with one of these: {starts}").format(starts=starts)
    return "" if host else tr("The name or number of the device is missing.")


class AddressDialog(QDialog):
    """Line for an address, checked while it is typed.

    Args:
        last: Initial address.
        parent: Parent widget.
    """

    def __init__(self, last: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Open Address"))
        label = QLabel(tr("&Address of a phone, an IP camera or another program:"))
        self._edit = QLineEdit(last)
        self._edit.setMinimumWidth(self.fontMetrics().averageCharWidth() * 56)
        label.setBuddy(self._edit)
        example = QLabel(tr("For example {example}").format(example=EXAMPLE))
        example.setObjectName("muted")
        self._problem = QLabel()
        self._problem.setObjectName("problem")
        self._problem.setWordWrap(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._edit.textChanged.connect(self._check)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        for widget in (label, self._edit, example, self._problem, self._buttons):
            layout.addWidget(widget)
        self._edit.selectAll()
        self._check()

    @property
    def address(self) -> str:
        """The entered address, with its scheme."""
        return full_address(self._edit.text())

    @property
    def problem(self) -> str:
        """The shown reason why the address is invalid."""
        return self._problem.text()

    def set_address(self, text: str) -> None:
        """Enter an address."""
        self._edit.setText(text)

    def _check(self) -> None:
        problem = address_problem(self._edit.text())
        # No error for an empty line or the first letters.
        self._problem.setText(problem if len(self._edit.text().strip()) > len("https://") else "")
        self._buttons.button(QDialogButtonBox.StandardButton.Open).setEnabled(not problem)
