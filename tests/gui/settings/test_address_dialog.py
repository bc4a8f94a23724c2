from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from gesture_app.gui.background.sources import shown_address
from gesture_app.gui.settings.address_dialog import EXAMPLE, AddressDialog, address_problem


@pytest.mark.parametrize(
    "text",
    [
        EXAMPLE,
        "phone",
        "my-phone.local:8080",
        "[::1]:80",
        "rtsp://me:secret@10.0.0.2/live",
        " https://host/x?y=1 ",
        "HTTP://[::1]:80/",
    ],
)
def test_addresses(text: str) -> None:
    assert address_problem(text) == ""


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "missing"),
        (":8080/video", "missing"),
        ("host:port/video", "after the colon"),
        ("file:///etc/passwd", "Start with"),
        ("http:/host", "Start with"),
        ("http://", "missing"),
        ("http://:8080/video", "missing"),
        ("http://host:port", "after the colon"),
        ("http://host:99999", "after the colon"),
        ("http://[::1", "not an address"),
        ("http://my phone/", "spaces"),
    ],
)
def test_what_is_no_address(text: str, problem: str) -> None:
    assert problem in address_problem(text)


def test_only_an_address_can_be_opened(qtbot: QtBot) -> None:
    dialog = AddressDialog("http://host/video")
    qtbot.addWidget(dialog)
    button = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Open)
    assert button.isEnabled()
    dialog.set_address("")
    assert (button.isEnabled(), dialog.problem) == (False, "")
    dialog.set_address("htp://host/video")
    assert not button.isEnabled()
    assert "Start with" in dialog.problem
    dialog.set_address(" http://other/ ")
    assert button.isEnabled()
    assert dialog.address == "http://other/"
    dialog.set_address(" 192.168.1.20:8080/video")
    assert (button.isEnabled(), dialog.address) == (True, "http://192.168.1.20:8080/video")


def test_passwords_are_not_shown() -> None:
    assert shown_address("rtsp://me:se@cret@10.0.0.2:554/live?token=1") == "rtsp://10.0.0.2:554/live"
