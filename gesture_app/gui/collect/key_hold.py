"""Which label is being held down on the keyboard."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeyEvent

from gesture_app.domain.samples.collecting import HeldKeys

LET_GO_MS = 40
"""A key that is down again within this was held all the time; keyboards repeat about every 30 ms."""


class KeyHold(QObject):
    """Tells real presses and releases from the repetitions of a held key, flagged or not: a busy X11 does not flag all.

    Args:
        held: Told the label that is held now: the one of the key pressed last, as a slug.
        let_go: Told when no key is held any more.
        parent: Qt's owner.
    """

    def __init__(self, held: Callable[[str], None], let_go: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._tell_held = held
        self._tell_let_go = let_go
        self._keys = HeldKeys()
        self._labels: dict[str, str] = {}
        self._released = ""
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(LET_GO_MS)
        self._patience.timeout.connect(self.settle)

    @property
    def is_any_held(self) -> bool:
        """Whether a key is down that records."""
        return bool(self._labels)

    def press(self, event: QKeyEvent, label: str) -> None:
        """A key that records this label went down."""
        key = key_identity(event)
        if event.isAutoRepeat():
            return
        if key == self._released:
            self._patience.stop()
            self._released = ""
            return
        self.settle()
        self._labels[key] = label
        self._keys.press(key)
        self._tell_held(label)

    def release(self, event: QKeyEvent) -> bool:
        """A key went up; tells whether it is one of those that were held."""
        key = key_identity(event)
        if key not in self._labels:
            return False
        if not event.isAutoRepeat():
            self.settle()
            self._released = key
            self._patience.start()
        return True

    def settle(self) -> None:
        """The key that went up stayed up: with two held, the other one counts."""
        key, self._released = self._released, ""
        self._patience.stop()
        if key:
            self._keys.release(key)
            self._labels.pop(key, None)
            if self._keys.active is None:
                self._tell_let_go()
            else:
                self._tell_held(self._labels[self._keys.active])

    def forget(self) -> None:
        """Forget all keys: where the keyboard was taken away, releases are not heard."""
        self._keys.clear()
        self._labels.clear()
        self._released = ""
        self._patience.stop()


def key_identity(event: QKeyEvent) -> str:
    """Which key of the keyboard it is: with Shift let go meanwhile, Qt calls the same key by another name."""
    # macOS has no scan codes.
    code = event.nativeVirtualKey() if sys.platform == "darwin" else event.nativeScanCode()
    return f"native {code}" if code else f"key {event.key()}"
