"""Detects that another X11 client destroyed the window, which Qt does not report."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray
from PySide6.QtWidgets import QWidget

_XCB = b"xcb_generic_event_t"
_SENT_BY_CLIENT = 0x80
_DESTROY_NOTIFY = 17


class DestroyNotify(ctypes.Structure):
    """``xcb_destroy_notify_event_t``. Source: xcb/xproto.h."""

    _fields_ = (
        ("response_type", ctypes.c_uint8),
        ("pad0", ctypes.c_uint8),
        ("sequence", ctypes.c_uint16),
        ("event", ctypes.c_uint32),
        ("window", ctypes.c_uint32),
    )


class WindowLossFilter(QAbstractNativeEventFilter):
    """Calls back when an X11 client destroyed the window, so that the program does not go on without one.

    Window managers ask a window to close, but tools and crashing managers may destroy it. Without effect on other
    window systems.

    Args:
        window: The window to watch; must outlive the filter.
        on_lost: Called in the GUI thread.
    """

    def __init__(self, window: QWidget, on_lost: Callable[[], object]) -> None:
        super().__init__()
        self._window = window
        self._on_lost = on_lost

    def nativeEventFilter(self, event_type: QByteArray | bytes | bytearray | memoryview, message: int) -> Any:
        """Check one native event; always passes it on to Qt."""
        if event_type == _XCB:
            event = ctypes.cast(int(message), ctypes.POINTER(DestroyNotify)).contents
            is_destroyed = event.response_type & ~_SENT_BY_CLIENT == _DESTROY_NOTIFY
            if is_destroyed and event.window == self._window.internalWinId():
                self._on_lost()
        return False, 0
