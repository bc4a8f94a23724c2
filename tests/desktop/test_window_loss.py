from __future__ import annotations

import ctypes

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gesture_app.desktop.window_loss import DestroyNotify, WindowLossFilter

XCB = b"xcb_generic_event_t"
DESTROY, EXPOSE, FROM_CLIENT = 17, 12, 0x80


@pytest.mark.parametrize(
    ("kind", "response_type", "is_other_window", "is_lost"),
    [
        (XCB, DESTROY, False, True),
        (XCB, DESTROY | FROM_CLIENT, False, True),
        (XCB, DESTROY, True, False),
        (XCB, EXPOSE, False, False),
        (b"windows_generic_MSG", DESTROY, False, False),
    ],
)
def test_only_the_destroyed_window_counts(
    qtbot: QtBot, kind: bytes, response_type: int, is_other_window: bool, is_lost: bool
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window_id = int(window.winId()) + is_other_window
    lost: list[bool] = []
    event = DestroyNotify(response_type=response_type, window=window_id)

    answer = WindowLossFilter(window, lambda: lost.append(True)).nativeEventFilter(
        QByteArray(kind), ctypes.addressof(event)
    )

    assert bool(lost) is is_lost
    assert answer == (False, 0), "no event is kept from Qt"
