"""Filter for the repetitions of a held key."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeyEvent

from gesture_app.domain.samples.collecting import HeldKeys

RELEASE_DELAY_MS = 40
"""A key pressed again within this time was held all along; keyboards repeat about every 30 ms."""


class KeyRepeatFilter(QObject):
    """Separates real presses and releases from the repetitions of a held key. A busy X11 does not flag all of them.

    Args:
        on_held: Called with the slug of the held label, that of the key pressed last.
        on_released: Called when no key is held any more.
        parent: Parent object.
    """

    def __init__(self, on_held: Callable[[str], None], on_released: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._on_held = on_held
        self._on_released = on_released
        self._keys = HeldKeys()
        self._labels: dict[str, str] = {}
        self._released = ""
        self._release_timer = QTimer(self)
        self._release_timer.setSingleShot(True)
        self._release_timer.setInterval(RELEASE_DELAY_MS)
        self._release_timer.timeout.connect(self.settle)

    @property
    def is_any_held(self) -> bool:
        """Whether a key of a label is down."""
        return bool(self._labels)

    def press(self, event: QKeyEvent, label: str) -> None:
        """Handle the press of a key that records this label."""
        key = key_identity(event)
        if event.isAutoRepeat():
            return
        if key == self._released:
            self._release_timer.stop()
            self._released = ""
            return
        self.settle()
        self._labels[key] = label
        self._keys.press(key)
        self._on_held(label)

    def release(self, event: QKeyEvent) -> bool:
        """Handle the release of a key. Returns whether it was held."""
        key = key_identity(event)
        if key not in self._labels:
            return False
        if not event.isAutoRepeat():
            self.settle()
            self._released = key
            self._release_timer.start()
        return True

    def settle(self) -> None:
        """Accept the last release as real; another key that is still held takes over."""
        key, self._released = self._released, ""
        self._release_timer.stop()
        if key:
            self._keys.release(key)
            self._labels.pop(key, None)
            if self._keys.active is None:
                self._on_released()
            else:
                self._on_held(self._labels[self._keys.active])

    def clear(self) -> None:
        """Remove all keys: without keyboard focus, releases do not arrive."""
        self._keys.clear()
        self._labels.clear()
        self._released = ""
        self._release_timer.stop()


def key_identity(event: QKeyEvent) -> str:
    """Identity of the physical key: Qt reports another key if Shift is released in between."""
    # macOS has no scan codes.
    code = event.nativeVirtualKey() if sys.platform == "darwin" else event.nativeScanCode()
    return f"native {code}" if code else f"key {event.key()}"
